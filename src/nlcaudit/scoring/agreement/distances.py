"""How many levels apart two people are who rated the same question: the sentence of the report.

For each question: the mean over pairs of one group, then over the groups; the mean over pairs of one side, then over
the sides; the mean over pairs across two sides, then over the pairs of sides. Then the mean over the questions. So
neither a large group nor a question that many answered outweighs the others.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from nlcaudit.scoring.agreement.units import PAIR, Unit

Grouped = Mapping[str, Unit]
"""The ratings of one question by group."""


@dataclass(frozen=True, slots=True)
class Distances:
    """Mean absolute differences in levels; None where there are no such pairs.

    Attributes:
        same_group: of two people of the same group.
        same_side: of two people of the same side, of whichever groups.
        opposite: of two people of different sides.
        moves: the most that any of them changes when one answer moves by a level.
    """

    same_group: Fraction | None
    same_side: Fraction | None
    opposite: Fraction | None
    moves: Fraction


def within(unit: Unit) -> Fraction | None:
    """Return the mean absolute difference over the pairs of one set of people."""
    number = sum(unit)
    if number < PAIR:
        return None
    apart = sum((b - a) * unit[a] * unit[b] for a, b in combinations(range(len(unit)), 2))
    return Fraction(2 * apart, number * (number - 1))


def between(first: Unit, second: Unit) -> Fraction | None:
    """Return the mean absolute difference over the pairs across two sets of people."""
    pairs = sum(first) * sum(second)
    if not pairs:
        return None
    return Fraction(sum(abs(a - b) * n * m for a, n in enumerate(first) for b, m in enumerate(second)), pairs)


def distances(questions: Iterable[Grouped], side_of: Mapping[str, str]) -> Distances:
    """Return the distances over some questions.

    Args:
        questions: the ratings of each.
        side_of: the side of each group that is on one; the others take part in `same_group` only.
    """
    groups, sides, across = [], [], []
    for grouped in questions:
        by_side: dict[str, Unit] = {}
        for group, unit in grouped.items():
            if group in side_of:
                side = side_of[group]
                by_side[side] = _added(by_side[side], unit) if side in by_side else unit
        groups.append({name: unit for name, unit in grouped.items() if sum(unit) >= PAIR})
        sides.append({name: unit for name, unit in by_side.items() if sum(unit) >= PAIR})
        heard = [unit for unit in by_side.values() if sum(unit)]
        across.append(list(combinations(heard, 2)))
    found = (
        _mean(_mean(within(unit) for unit in units.values()) for units in groups),
        _mean(_mean(within(unit) for unit in units.values()) for units in sides),
        _mean(_mean(between(*pair) for pair in pairs) for pairs in across),
    )
    return Distances(*found, moves=max(_within_moves(groups), _within_moves(sides), _across_moves(across)))


def _added(one: Unit, other: Unit) -> Unit:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _mean(values: Iterable[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def _within_moves(questions: list[dict[str, Unit]]) -> Fraction:
    """One answer is in 2 ÷ n of the pairs of its set."""
    counted = [units for units in questions if units]
    worst = (Fraction(2, len(units) * sum(unit)) for units in counted for unit in units.values())
    return max(worst, default=Fraction(0)) / (len(counted) or 1)


def _across_moves(questions: list[list[tuple[Unit, Unit]]]) -> Fraction:
    """One answer is in 1 ÷ n of the pairs that its side has with another, whatever their number."""
    counted = [pairs for pairs in questions if pairs]
    worst = (Fraction(1, sum(unit)) for pairs in counted for pair in pairs for unit in pair)
    return max(worst, default=Fraction(0)) / (len(counted) or 1)
