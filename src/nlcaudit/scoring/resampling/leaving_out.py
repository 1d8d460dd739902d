"""How far a score moves when one person, or one group, is left out."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from nlcaudit.scoring.forms import Unknown
from nlcaudit.scoring.sheets import Sheet
from nlcaudit.scoring.statistic import Span, no_span


def without_each_person(
    score: Fraction, weights: Mapping[Unknown, Fraction], sheets: Sequence[tuple[str, Sheet]],
    values: Sequence[Fraction], closed: frozenset[Unknown],
) -> Span:  # fmt: skip
    """Return the lowest and the highest score with each person left out, exactly.

    Args:
        score: from 0 to 1, with everybody.
        weights: of each cell (question and group) in the score.
        sheets: group and ratings of each respondent.
        values: of the ratings.
        closed: cells that may not be looked into; nobody is left out of them. Nor is who stands for a group alone:
            without them there would be another score, which is what leaving the group out tells.
    """
    rated: dict[Unknown, list[Fraction]] = {}
    for group, sheet in sheets:
        for question, rating in sheet.items():
            rated.setdefault((question, group), []).append(values[rating])
    sums = {cell: (sum(row, Fraction(0)), len(row)) for cell, row in rated.items()}
    found = []
    for group, sheet in sheets:
        cells = [(q, group) for q in sheet if weights.get((q, group)) and (q, group) not in closed]
        if cells and all(sums[cell][1] > 1 for cell in cells):
            moves = (_move(weights[c], sums[c], values[sheet[c[0]]]) for c in cells)
            found.append(score + sum(moves, Fraction(0)))
    return Span(min(found), max(found), among=len(found)) if found else no_span("withheld")


def _move(weight: Fraction, rated: tuple[Fraction, int], value: Fraction) -> Fraction:
    """Return what leaving one value out of a cell does to the score: c·(mean - x) ÷ (n - 1)."""
    together, number = rated
    return weight * (together / number - value) / (number - 1)


def without_each_group(values: Sequence[Fraction | None]) -> Span:
    """Return the lowest and the highest of the scores with one group left out, as far as they may be told."""
    known = [value for value in values if value is not None]
    return Span(min(known), max(known), among=len(known)) if known else no_span("withheld")
