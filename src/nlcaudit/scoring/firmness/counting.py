"""Who is among the first, counted over variations."""

from collections.abc import Iterable, Sequence
from math import inf

from nlcaudit.scoring.priorities import CLASSES

NEVER = inf
"""The place of a question that has no step to offer, or is left out: it comes before none."""


def place(*, unblocks: bool, need_class: int, effort: int) -> int:
    """Return the order of a step (`priorities.order_of`) as one number: a smaller one comes first."""
    return ((0 if unblocks else CLASSES) - need_class) * CLASSES + effort


def edge(places: Iterable[float], first: int) -> float:
    """Return the place up to which fewer than `first` come before; every step is among the first if they are few."""
    return max((one for one in sorted(places)[:first] if one < NEVER), default=-inf)


def among_first(places: Sequence[float], first: int) -> list[bool]:
    """Tell of each whether fewer than `first` come before it; of ties all or none are."""
    last = edge(places, first)
    return [one <= last for one in places]


class Count:
    """Counts variations, and in how many of them each is among the first."""

    def __init__(self, number: int, first: int) -> None:
        self.first = first
        self.variations = 0
        self.stayed = [0] * number

    def add(self, places: Sequence[float]) -> None:
        """Add a variation."""
        self.variations += 1
        inside = among_first(places, self.first)
        self.stayed = [stayed + one for stayed, one in zip(self.stayed, inside, strict=True)]

    def add_without(self, places: Sequence[float], left_out: int) -> None:
        """Add a variation in which one is left out; where that one itself stands is judged with all in place."""
        itself = self.stayed[left_out] + (places[left_out] <= edge(places, self.first))
        self.add([*places[:left_out], NEVER, *places[left_out + 1 :]])
        self.stayed[left_out] = itself
