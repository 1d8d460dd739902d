"""Answers → counts: the sufficient statistic of every score (docs/method.md, section 1, step 0).

Counts of two disjoint sets of responses add up, so files, workshops and cities can be merged without the sheets.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nlcaudit.engagement import DontKnow, NotApplicable, OutsidePowers, Rated, Response
from nlcaudit.framework import Toolkit

EVERYONE = ""
"""The group of those whose toolkit has no groups."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers of one group to one question, counted by kind.

    Attributes:
        ratings: how often each rating was given, from 0 to the top.
        dont_know: asked, does not know.
        unanswered: asked, skipped or not reached.
        outside_powers: says the law gives it to somebody else.
        not_applicable: says it does not fit, with a reason.
    """

    ratings: tuple[int, ...]
    dont_know: int = 0
    unanswered: int = 0
    outside_powers: int = 0
    not_applicable: int = 0

    @property
    def rated(self) -> int:
        """Number of ratings."""
        return sum(self.ratings)

    @property
    def missing(self) -> int:
        """Cells whose rating is not known."""
        return self.dont_know + self.unanswered

    @property
    def cells(self) -> int:
        """Cells that belong to the score: rated or missing."""
        return self.rated + self.missing

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            tuple(a + b for a, b in zip(self.ratings, other.ratings, strict=True)),
            self.dont_know + other.dont_know, self.unanswered + other.unanswered,
            self.outside_powers + other.outside_powers, self.not_applicable + other.not_applicable,
        )  # fmt: skip


Counts = Mapping[str, Mapping[str, Tally]]
"""Question id → group id → tally; a question nobody was asked is absent."""


def count(toolkit: Toolkit, responses: Iterable[Response]) -> Counts:
    """Count the answers of `responses`."""
    rows: dict[str, dict[str, list[int]]] = {}
    width = len(toolkit.levels)
    for response in responses:
        group = response.group or EVERYONE
        for question in toolkit.asked(response.frameworks, response.depth, response.group):
            row = rows.setdefault(question.id, {}).setdefault(group, [0] * (width + 4))
            row[_column(response, question.id, width)] += 1
    return {
        question: {group: Tally(tuple(row[:width]), *row[width:]) for group, row in groups.items()}
        for question, groups in rows.items()
    }


def _column(response: Response, question_id: str, width: int) -> int:
    choice = response.choice(question_id)
    if isinstance(choice, Rated):
        return choice.rating
    kinds = {DontKnow: 0, OutsidePowers: 2, NotApplicable: 3}
    return width + kinds.get(type(choice), 1)


def merge(one: Counts, other: Counts) -> Counts:
    """Add the counts of two disjoint sets of responses."""
    merged = {question: dict(groups) for question, groups in one.items()}
    for question, groups in other.items():
        into = merged.setdefault(question, {})
        for group, tally in groups.items():
            into[group] = into[group] + tally if group in into else tally
    return merged


def total(tallies: Iterable[Tally], levels: int) -> Tally:
    """Add up tallies of several groups; no groups make a tally of zeros."""
    result = Tally((0,) * levels)
    for tally in tallies:
        result += tally
    return result
