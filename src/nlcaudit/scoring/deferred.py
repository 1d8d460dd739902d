"""What is made when somebody first looks at it: a figure that no output prints is not computed."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Later(Generic[Value]):
    """A value that a pure function makes, once, when it is first asked for; equal to every other with an equal value.

    Args:
        make: returns the value.
    """

    def __init__(self, make: Callable[[], Value]) -> None:
        self._make = make

    @cached_property
    def value(self) -> Value:
        """The value."""
        return self._make()

    def __eq__(self, other: object) -> bool:
        """Compare the values."""
        return isinstance(other, Later) and self.value == other.value

    def __hash__(self) -> int:
        """Return the value's."""
        return hash(self.value)


class Deferred(Mapping[str, Value]):
    """A mapping that a pure function makes, once, at the first look into it; equal to every mapping with its contents.

    Args:
        make: returns the contents.
    """

    def __init__(self, make: Callable[[], Mapping[str, Value]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, Value]:
        return self._make()

    def __getitem__(self, key: str) -> Value:
        """Return the value of a key."""
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._made)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._made)
