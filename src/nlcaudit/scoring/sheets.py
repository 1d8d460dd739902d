"""The respondents' own rows, where counts are not enough: who rated what, and each one's mean."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from nlcaudit.engagement import Engagement, Rated
from nlcaudit.framework import Toolkit
from nlcaudit.scoring.counts import EVERYONE
from nlcaudit.scoring.exact import weighted_sum

Sheet = Mapping[str, int]
"""Question id → rating, of the questions the respondent was asked and rated."""


def sheets_of(toolkit: Toolkit, engagement: Engagement) -> dict[str, tuple[str, Sheet]]:
    """Return, for each scored respondent, the group and the ratings."""
    sheets: dict[str, tuple[str, Sheet]] = {}
    for response in engagement.scored:
        ratings: dict[str, int] = {}
        for question in toolkit.asked(response.frameworks, response.depth, response.group):
            choice = response.choice(question.id)
            if isinstance(choice, Rated):
                ratings[question.id] = choice.rating
        sheets[response.respondent] = (response.group or EVERYONE, ratings)
    return sheets


def positions(sheets: Iterable[Sheet], questions: Iterable[str]) -> list[Fraction]:
    """Return each respondent's mean rating over `questions`; those who rated none of them are left out."""
    wanted = list(questions)
    rows = ([sheet[q] for q in wanted if q in sheet] for sheet in sheets)
    return [Fraction(sum(row), len(row)) for row in rows if row]


def raters_by_cell(sheets: Mapping[str, tuple[str, Sheet]]) -> dict[tuple[str, str], frozenset[str]]:
    """Return who rated each question in each group."""
    found: dict[tuple[str, str], set[str]] = {}
    for respondent, (group, ratings) in sheets.items():
        for question in ratings:
            found.setdefault((question, group), set()).add(respondent)
    return {cell: frozenset(names) for cell, names in found.items()}


def closed_values(
    sheets: Mapping[str, tuple[str, Sheet]], released: frozenset[str], values: tuple[Fraction, ...]
) -> dict[tuple[str, str], Fraction]:
    """Return what each group's ratings of a question are worth on average without those of `released`."""
    rated: dict[tuple[str, str], list[Fraction]] = {}
    for respondent, (group, ratings) in sheets.items():
        if respondent not in released:
            for question, rating in ratings.items():
                rated.setdefault((question, group), []).append(values[rating])
    return {cell: weighted_sum((1, value) for value in row) / len(row) for cell, row in rated.items()}
