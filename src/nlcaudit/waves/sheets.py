"""Who rated what at both moments, with the questions, levels and groups of today; and who of them stayed."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from nlcaudit.engagement import Engagement
from nlcaudit.evolution.tracing import renamed_group
from nlcaudit.evolution.versions import pending
from nlcaudit.framework import Toolkit
from nlcaudit.scoring.exact import exact_sum
from nlcaudit.scoring.sheets import Sheet, sheets_of
from nlcaudit.waves.matching import Match

Sheets = Mapping[str, tuple[str, Sheet]]
"""Pseudonym → group and ratings, all in today's words."""
Moment = Literal["then", "now"]
MOMENTS: tuple[Moment, ...] = ("then", "now")


@dataclass(frozen=True)
class Moments:
    """The sheets of both moments.

    Attributes:
        toolkit: of today.
        then: of the earlier moment.
        now: of this one.
        groups: pseudonym → group at the earlier moment, as it was called then.
        open: moment → those who agreed to be shown.
    """

    toolkit: Toolkit
    then: Sheets
    now: Sheets
    groups: Mapping[str, str]
    open: Mapping[str, frozenset[str]]

    @cached_property
    def stayed(self) -> frozenset[str]:
        """Who answered at both moments, in the same group."""
        return frozenset(
            name for name, (group, _) in self.now.items() if name in self.then and self.then[name][0] == group
        )

    def sheets(self, moment: Moment) -> Sheets:
        """Return the sheets of one moment."""
        return self.then if moment == "then" else self.now

    def raters(self, moment: Moment, question: str) -> Mapping[str, frozenset[str]]:
        """Return who rated a question, by group."""
        found: dict[str, set[str]] = {}
        for name, (group, sheet) in self.sheets(moment).items():
            if question in sheet:
                found.setdefault(group, set()).add(name)
        return {group: frozenset(names) for group, names in found.items()}

    def both(self, question: str) -> frozenset[str]:
        """Return who of those who stayed rated a question at both moments."""
        return frozenset(
            name for name in self.stayed if question in self.then[name][1] and question in self.now[name][1]
        )

    def called(self, moment: Moment, name: str) -> str:
        """Return somebody's group as it was called at that moment."""
        return self.groups[name] if moment == "then" else self.now[name][0]

    def mean(self, moment: Moment, question: str, names: frozenset[str]) -> Fraction:
        """Return what the ratings of some people are worth on average, from 0 to 1."""
        sheets, values = self.sheets(moment), self.toolkit.values
        return exact_sum(values[sheets[name][1][question]] for name in sorted(names)) / len(names)


def moments_of(
    toolkit: Toolkit, now: Engagement, earlier: tuple[Toolkit, Engagement], matches: Mapping[str, Match]
) -> Moments:
    """Bring the sheets of both moments into today's words; ratings whose level is gone are left out."""
    old, then = earlier
    steps = pending(toolkit, old.version)
    back = {match.then: match for match in matches.values()}
    moved: dict[str, tuple[str, Sheet]] = {}
    for name, (group, sheet) in sheets_of(old, then).items():
        ratings = {back[q].question: _today(back[q], rating) for q, rating in sheet.items() if q in back}
        kept = {question: rating for question, rating in ratings.items() if rating is not None}
        moved[name] = renamed_group(group, steps), kept
    current = {name: (group, {q: r for q, r in sheet.items() if q in matches})
               for name, (group, sheet) in sheets_of(toolkit, now).items()}  # fmt: skip
    before = {name: group for name, (group, _) in sheets_of(old, then).items()}
    return Moments(toolkit, moved, current, before, {"then": _released(then), "now": _released(now)})


def _today(match: Match, rating: int) -> int | None:
    if match.levels is None:
        return rating
    return match.levels[rating] if rating < len(match.levels) else None


def _released(engagement: Engagement) -> frozenset[str]:
    return frozenset(r.respondent for r in engagement.institutions if r.released)
