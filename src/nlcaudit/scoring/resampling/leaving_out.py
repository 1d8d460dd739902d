"""How far a score moves when one person, or one group, is left out."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from nlcaudit.scoring.exact import exact_sum
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
    moves = {
        cell: _moves(weights[cell], row, values)
        for cell, row in rated.items()
        if weights.get(cell) and cell not in closed
    }
    found = []
    for group, sheet in sheets:
        own = [moves[q, group][rating] for q, rating in sheet.items() if (q, group) in moves]
        known = [move for move in own if move is not None]
        if own and len(known) == len(own):
            found.append(score + exact_sum(known))
    return Span(min(found), max(found), among=len(found)) if found else no_span("withheld")


def _moves(weight: Fraction, rated: Sequence[Fraction], values: Sequence[Fraction]) -> list[Fraction | None]:
    """Return what leaving one rating of a cell out does to the score: c·(mean - x) ÷ (n - 1), None where n is 1."""
    number = len(rated)
    if number == 1:
        return [None] * len(values)
    mean = exact_sum(rated) / number
    return [weight * (mean - value) / (number - 1) for value in values]


def without_each_group(values: Sequence[Fraction | None]) -> Span:
    """Return the lowest and the highest of the scores with one group left out, as far as they may be told."""
    known = [value for value in values if value is not None]
    return Span(min(known), max(known), among=len(known)) if known else no_span("withheld")
