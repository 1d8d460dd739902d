"""A model, key by key: what two models are compared by."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from nlcaudit.diagnostics import Route
from nlcaudit.text import LocalizedText

Leaf = object
"""A `LocalizedText`, a number, a word, or a set of words where their order means nothing."""


def leaves(value: object, skip: tuple[str, ...] = (), route: Route = ()) -> Iterator[tuple[Route, Leaf]]:
    """Yield every value inside a model with its route; keys of the model named in `skip` are left out.

    Entries with an id stand under it, so that their order means nothing; other entries under their place.
    """
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name not in skip:
                yield from leaves(getattr(value, name), (), (*route, field.alias or name))
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from leaves(entry, (), (*route, str(key)))
    elif isinstance(value, tuple) and any(isinstance(entry, BaseModel | LocalizedText) for entry in value):
        for index, entry in enumerate(value):
            called = getattr(entry, "id", None)
            yield from leaves(entry, (), (*route, index if called is None else f"[{called}]"))
    elif isinstance(value, tuple):
        yield route, frozenset(value)
    elif value is not None:
        yield route, value


def place_of(route: Route) -> str:
    """The route without numbers, as the table of judgements has it: `levels/next_step/action`."""
    return "/".join(step for step in route if isinstance(step, str) and step[0] != "[")


def key_of(route: Route) -> str:
    """The route as a person reads it: `levels.2.text`."""
    return ".".join(map(str, route))
