"""How people rated, as far as it may be told.

A median, a gate, a shared view are no sums, so no audit of sums can tell what they give away. They are taken over
ratings that may be looked into. In place of the others stands the mean that the shown figures leave for them: as a
number of ratings it is spread over the two levels next to it, as the rating of a person it is the nearest level. So
whatever is made of it follows from what is shown.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import ceil

from nlcaudit.scoring.counts import Counts, Tally
from nlcaudit.scoring.forms import Key, Unknown
from nlcaudit.scoring.nodes import Clearance
from nlcaudit.scoring.scorecard import Node
from nlcaudit.scoring.sheets import Sheet
from nlcaudit.scoring.trees import ALL, Trees, group_scope


def closed_cells(trees: Trees, clearance: Clearance) -> frozenset[Unknown]:
    """Return the cells whose ratings may not be looked into: those whose own value is not shown.

    A statistic that is not a sum counts as telling every answer behind it. So it rests on cells alone whose value may
    be shown anyway, beside everything else that is shown. A group without weight has no value, so none that is shown.
    """
    shown = clearance.shown
    if shown is None:
        return frozenset()
    rated = ((question, group) for question, row in trees.counts.items() for group, tally in row.items() if tally.rated)
    return frozenset(cell for cell in rated if Key(cell[0], "estimate", group_scope(cell[1])) not in shown)


@dataclass(frozen=True)
class Told:
    """The ratings of a framework, as far as they may be told.

    Attributes:
        trees: who rated what.
        closed: the cells that may not be looked into.
        nodes: what is shown of each question, by its id.
    """

    trees: Trees
    closed: frozenset[Unknown]
    nodes: Mapping[str, Node]

    @cached_property
    def counts(self) -> Counts:
        """The counts, in which the ratings of closed cells are spread over the two levels next to their mean."""
        return {question: self._tallies(question) for question in self.trees.counts}

    @cached_property
    def hidden(self) -> frozenset[Unknown]:
        """The closed cells of sides whose value is not shown either, so that nothing is known of the side."""
        side_of = self.trees.panel.side_of
        return frozenset(cell for cell in self.closed if self._value(cell[0], side_of[cell[1]]) is None)

    def sheets(self, sheets: Mapping[str, tuple[str, Sheet]]) -> Iterator[tuple[str, Sheet]]:
        """Yield each respondent with the ratings of this framework; what is not told is not among them."""
        for respondent, (group, sheet) in sheets.items():
            told = {q: self.levels.get((q, group), sheet[q]) for q in self.trees.counts if q in sheet}
            yield respondent, {question: rating for question, rating in told.items() if rating is not None}

    @cached_property
    def levels(self) -> Mapping[Unknown, int | None]:
        """The level that stands for a person's rating in each closed cell; None where nothing is known."""
        values = self.trees.toolkit.values
        return {cell: None if found is None else nearest(found[1], values) for cell, found in self._means.items()}

    @cached_property
    def _means(self) -> Mapping[Unknown, tuple[str, Fraction] | None]:
        return {cell: self._mean(*cell) for cell in self.closed}

    def _tallies(self, question: str) -> dict[str, Tally]:
        """Spread the people of all closed cells with one mean together, so that small groups do not round it away."""
        values, before, made = self.trees.toolkit.values, Counter[str](), {}
        for group, tally in sorted(self.trees.counts[question].items()):
            made[group] = tally
            if (question, group) in self.closed:
                ratings, found = [0] * len(values), self._means[question, group]
                if found is not None:
                    scope, mean = found
                    (low, _), (high, share) = between(values, mean)
                    first, last = before[scope], before[scope] + tally.rated
                    ratings[high] = rounded_down(last * share) - rounded_down(first * share)
                    ratings[low], before[scope] = tally.rated - ratings[high], last
                made[group] = replace(tally, ratings=tuple(ratings))
        return made

    def _mean(self, question: str, group: str) -> tuple[str, Fraction] | None:
        """Return the mean value that stands for a closed cell: by its side where that is shown, else by the whole."""
        if group not in self._weights(question):
            return None
        side = self.trees.panel.side_of[group]
        of_side = self._left(question, self.trees.sides[side], self._value(question, side))
        if of_side is not None:
            return side, of_side
        left = self._left(question, self.trees.groups, self._value(question))
        return None if left is None else (ALL, left)

    def _value(self, question: str, side: str | None = None) -> Fraction | None:
        node = self.nodes[question]
        return node.estimate.value if side is None else node.sides[side].value

    def _left(self, question: str, groups: tuple[str, ...], value: Fraction | None) -> Fraction | None:
        """Return the mean value that a shown one leaves for the closed cells in it."""
        if value is None:
            return None
        weights = {group: weight for group, weight in self._weights(question).items() if group in groups}
        closed = {group: weight for group, weight in weights.items() if (question, group) in self.closed}
        known = sum((weights[g] * self.trees.unknowns[question, g] for g in weights.keys() - closed), Fraction(0))
        return (sum(weights.values()) * value - known) / sum(closed.values())

    def _weights(self, question: str) -> Mapping[str, Fraction]:
        tallies = self.trees.counts[question]
        return self.trees.panel.weights([group for group, tally in tallies.items() if tally.rated])


def nearest(value: Fraction, values: Sequence[Fraction]) -> int:
    """Return the rating whose value is nearest, of two the lower one."""
    return min(range(len(values)), key=lambda rating: (abs(values[rating] - value), rating))


def between(values: Sequence[Fraction], value: Fraction) -> tuple[tuple[int, Fraction], tuple[int, Fraction]]:
    """Return the two ratings next to a value, with the shares that make it."""
    below = min(bisect_right(values, value), len(values) - 1) - 1
    step = (value - values[below]) / (values[below + 1] - values[below])
    return (below, 1 - step), (below + 1, step)


def rounded_down(number: Fraction) -> int:
    """Return the nearest whole number, of two the lower one."""
    return ceil(number - Fraction(1, 2))
