"""Who is among the first, counted over variations."""

from collections.abc import Sequence
from math import inf

from nlcaudit.scoring.priorities import CLASSES

NEVER = inf
"""The place of a question that has no step to offer, or is left out: it comes before none."""


def place(*, unblocks: bool, need_class: int, effort: int) -> int:
    """Return the order of a step (`priorities.order_of`) as one number: a smaller one comes first."""
    return ((0 if unblocks else CLASSES) - need_class) * CLASSES + effort


def edge(ordered: Sequence[float], first: int) -> float:
    """Return the place up to which fewer than `first` come before; every step is among the first if they are few.

    Args:
        ordered: places, the smallest first.
        first: how many are to be the first.
    """
    return next((one for one in reversed(ordered[:first]) if one < NEVER), -inf)


def among_first(places: Sequence[float], first: int) -> list[bool]:
    """Tell of each whether fewer than `first` come before it; of ties all or none are."""
    last = edge(sorted(places), first)
    return [one <= last for one in places]


class Count:
    """Counts variations, and in how many of them each is among the first."""

    def __init__(self, number: int, first: int) -> None:
        self.first = first
        self.variations = 0
        self.stayed = [0] * number

    def add(self, places: Sequence[float]) -> None:
        """Add a variation."""
        self._add(places, edge(sorted(places), self.first))

    def add_without(self, places: Sequence[float], left_out: int) -> None:
        """Add a variation in which one is left out; where that one itself stands is judged with all in place."""
        head, own = sorted(places)[: self.first + 1], places[left_out]
        itself = self.stayed[left_out] + (own <= edge(head, self.first))
        if own in head:
            head.remove(own)
        self._add(places, edge(head, self.first))
        self.stayed[left_out] = itself

    def _add(self, places: Sequence[float], last: float) -> None:
        self.variations += 1
        self.stayed = [stayed + (one <= last) for stayed, one in zip(self.stayed, places, strict=True)]
