"""Sheets → how far people agree, as far as that may be told (docs/method.md, “How far people agree”)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from nlcaudit.messages import half_up
from nlcaudit.scoring.agreement import (
    Coefficient,
    Distances,
    Unit,
    average_deviation,
    cliffs_delta,
    distances,
    gwet,
    krippendorff,
    standard_error,
    units_of,
)  # fmt: skip
from nlcaudit.scoring.agreement.units import PAIR, shared, vary
from nlcaudit.scoring.diagnosis import Agreement, Spread
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.panel import ASIDE
from nlcaudit.scoring.sheets import Sheet
from nlcaudit.scoring.statistic import Reason, Statistic, none_for

Row = tuple[str, Sheet]
PRINTED = Fraction(1, 10)
"""Distances are printed in tenths of a level."""


@dataclass(frozen=True)
class Agreeing:
    """Measures agreement over the frameworks of some grounds.

    Attributes:
        grounds: the frameworks, of which there is one at least.
        rows: of all respondents, with the ratings of these frameworks.
        open_rows: those ratings that may be looked into.
        least: k, the least number of people behind a figure; 0 without protection.
    """

    grounds: Sequence[Ground]
    rows: Sequence[Row]
    open_rows: Sequence[Row]
    least: int

    @property
    def _levels(self) -> int:
        return len(self.grounds[0].trees.toolkit.levels)

    @property
    def _questions(self) -> list[str]:
        return [question for ground in self.grounds for question in ground.questions]

    @property
    def _side_of(self) -> Mapping[str, str]:
        """The side of each group; in a toolkit without sides all are on one."""
        trees = self.grounds[0].trees
        of = trees.panel.side_of
        return {group: side for group, side in of.items() if side != ASIDE or not trees.toolkit.sides}

    def agreement(self) -> Agreement:
        """Return all figures of agreement."""
        rows, found = self._distances()
        coefficients = [self._coefficient(made) for made in (krippendorff(self._levels), gwet(self._levels))]
        return Agreement(
            people=len(rows), questions=sum(any(q in sheet for _, sheet in rows) for q in self._questions),
            partial=rows is not self.rows,
            same_group=self._distance(found.same_group, "no-pairs"),
            same_side=self._distance(found.same_side, "no-pairs"),
            opposite=self._distance(found.opposite, "one-side"),
            alpha=coefficients[0], ac2=coefficients[1],
        )  # fmt: skip

    def _distances(self) -> tuple[Sequence[Row], Distances]:
        """Measure over everybody where single answers drown in it, else over what may be looked into."""
        whole = self._over(self.rows)
        if not self.least or not self._hidden or self._coarse(whole):
            return self.rows, whole
        return self.open_rows, self._over(self.open_rows)

    def _coarse(self, found: Distances) -> bool:
        sides: dict[str, int] = {}
        for group, _ in self.rows:
            if group in self._side_of:
                sides[self._side_of[group]] = sides.get(self._side_of[group], 0) + 1
        moves = self.grounds[0].trees.toolkit.policy.agreement.moves
        return bool(sides) and min(sides.values()) >= self.least and found.moves * moves <= PRINTED

    @property
    def _hidden(self) -> bool:
        return any(ground.closed for ground in self.grounds)

    def _over(self, rows: Sequence[Row]) -> Distances:
        by_group: dict[str, list[Sheet]] = {}
        for group, sheet in rows:
            by_group.setdefault(group, []).append(sheet)
        units = {g: units_of(sheets, self._questions, self._levels) for g, sheets in by_group.items()}
        return distances(({g: found[q] for g, found in units.items()} for q in self._questions), self._side_of)

    def _distance(self, value: Fraction | None, otherwise: Reason) -> Statistic:
        if value is None:
            return none_for("withheld" if self._hidden else otherwise)
        return Statistic(Fraction(half_up(value, 1)))

    def _coefficient(self, coefficient: Coefficient) -> Statistic:
        if self._undefined is not None:
            return none_for(self._undefined)
        value = coefficient.value(self._open_units)
        error = standard_error(coefficient, [sheet for _, sheet in self.open_rows], self._questions, self._levels)
        if value is None:
            return none_for("no-variation")
        return Statistic(Fraction(half_up(value, 2)), error=None if error is None else float(half_up(error, 2)))

    @cached_property
    def _undefined(self) -> Reason | None:
        """Why there is no coefficient: too few answers; or, of those that may be looked into, too few or all alike.

        How many answered what is no secret; how they answered is.
        """
        reason = self._too_few(self.rows, self._units(self.rows))
        if reason is None and self._too_few(self.open_rows, self._open_units) is not None:
            return "withheld"
        return reason or (None if vary(self._open_units) else "no-variation")

    def _too_few(self, rows: Sequence[Row], units: Sequence[Unit]) -> Reason | None:
        policy = self.grounds[0].trees.toolkit.policy.agreement
        if len(rows) < policy.respondents:
            return "few-respondents"
        return "few-shared-questions" if shared(units) < policy.questions else None

    @cached_property
    def _open_units(self) -> list[Unit]:
        return self._units(self.open_rows)

    def _units(self, rows: Sequence[Row]) -> list[Unit]:
        return list(units_of([sheet for _, sheet in rows], self._questions, self._levels).values())


def agreeing_on(grounds: Sequence[Ground], least: int) -> Agreeing:
    """Bring the sheets of several frameworks together."""
    sheets = grounds[0].sheets
    wanted = {question for ground in grounds for question in ground.questions}
    closed = frozenset().union(*(ground.closed for ground in grounds))
    own = ((group, {q: r for q, r in sheet.items() if q in wanted}) for group, sheet in sheets.values())
    rows = [row for row in own if row[1]]
    seen = ((group, {q: r for q, r in sheet.items() if (q, group) not in closed}) for group, sheet in rows)
    return Agreeing(grounds, rows, [row for row in seen if row[1]], least)


def spread_of(ground: Ground, sides: tuple[str, str] | None) -> dict[str, Spread]:
    """Return the spread of each question that was asked, over the answers that may be looked into."""
    trees = ground.trees
    levels, side_of = len(trees.toolkit.levels), trees.panel.side_of
    own = (None, *(sides or ()))
    units = {
        side: units_of((s for g, s in ground.open_rows if side in (None, side_of[g])), ground.questions, levels)
        for side in own
    }
    closed = {question for question, _ in ground.closed}
    return {
        q: Spread(
            sum(units[None][q]),
            _deviation(units[None][q], hidden=q in closed),
            _delta(units[sides[0]][q], units[sides[1]][q], hidden=q in closed) if sides else none_for("one-side"),
        )
        for q in ground.questions
    }  # fmt: skip


def _deviation(unit: Unit, *, hidden: bool) -> Statistic:
    found = average_deviation(unit) if sum(unit) >= PAIR else None
    return _shown(found, "withheld" if hidden else "no-pairs")


def _delta(first: Unit, second: Unit, *, hidden: bool) -> Statistic:
    return _shown(cliffs_delta(first, second), "withheld" if hidden else "one-side")


def _shown(value: Fraction | None, otherwise: Reason) -> Statistic:
    return none_for(otherwise) if value is None else Statistic(Fraction(half_up(value, 2)))
