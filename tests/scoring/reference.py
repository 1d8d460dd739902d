"""The method written down a second time, naively: every figure as weights on the cells, from the answers alone.

It shares no code with `nlcaudit.scoring`. A cell is (question, group); its value is the mean of the group's ratings.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from nlcaudit.engagement import Engagement, Response
from nlcaudit.framework import Framework, Question, Theme, Toolkit

Cell = tuple[str, str]
Form = dict[Cell, Fraction]
MISSING = ("dont_know", "unanswered")


@dataclass(frozen=True)
class Reference:
    toolkit: Toolkit
    engagement: Engagement

    @cached_property
    def responses(self) -> list[Response]:
        found = [r for r in self.engagement.responses if r.voice == "person"]
        forced = self.engagement.file is not None and self.engagement.file.score_institutions
        return [r for r in self.engagement.responses if r.voice == "institution"] if forced or not found else found

    def was_asked(self, response: Response, framework: Framework, question: Question) -> bool:
        if framework.id not in response.frameworks:
            return False
        if response.depth == "quick" and not question.core and any(q.core for q in framework.questions):
            return False
        return not question.asked_of or response.group is None or response.group in question.asked_of

    @cached_property
    def answers(self) -> dict[Cell, list[tuple[str, str, int]]]:
        """Cell → (respondent, kind, rating or -1)."""
        found: dict[Cell, list[tuple[str, str, int]]] = {}
        for response in self.responses:
            for framework in self.toolkit.frameworks:
                for question in framework.questions:
                    if self.was_asked(response, framework, question):
                        given = response.answers.get(question.id)
                        kind, rating = "unanswered", -1
                        if given is not None:
                            named = [k for k in ("dont_know", "outside_powers", "not_applicable") if getattr(given, k)]
                            kind = "rated" if given.rating is not None else (named or ["unanswered"])[0]
                            rating = -1 if given.rating is None else given.rating
                        cell = (question.id, response.group or "")
                        found.setdefault(cell, []).append((response.respondent, kind, rating))
        return found

    def number(self, cell: Cell, *kinds: str) -> int:
        return sum(kind in kinds for _, kind, _ in self.answers.get(cell, []))

    @cached_property
    def groups(self) -> list[str]:
        return sorted({group for _, group in self.answers})

    def side(self, group: str) -> str:
        return self.engagement.side_of(group, self.toolkit) or "none"

    @cached_property
    def sides(self) -> list[str]:
        return sorted({self.side(group) for group in self.groups})

    @cached_property
    def worth(self) -> list[Fraction]:
        levels = [level.value for level in self.toolkit.levels]
        return [Fraction(n, len(levels) - 1) if v is None else v for n, v in enumerate(levels)]

    @cached_property
    def values(self) -> dict[Cell, Fraction]:
        rated = {cell: [self.worth[r] for _, kind, r in rows if kind == "rated"] for cell, rows in self.answers.items()}
        return {cell: sum(found, Fraction(0)) / len(found) for cell, found in rated.items() if found}

    def possible(self, cell: Cell, known: set[str]) -> tuple[Fraction, Fraction]:
        """What the cell's value may be for somebody who knows the ratings of `known`."""
        rated = [(name, rating) for name, kind, rating in self.answers[cell] if kind == "rated"]
        given = sum((self.worth[rating] for name, rating in rated if name in known), Fraction(0))
        hidden = sum(name not in known for name, _ in rated)
        return given / len(rated), (given + hidden) / len(rated)

    def raters(self, cells: Iterable[Cell]) -> set[str]:
        return {name for cell in cells for name, kind, _ in self.answers.get(cell, []) if kind == "rated"}

    def group_weights(self, groups: list[str]) -> dict[str, Fraction]:
        declared = self.toolkit.policy.weights
        sides: dict[str, dict[str, int]] = {}
        for group in groups:
            if declared.groups.get(group, 1) and declared.sides.get(self.side(group), 1):
                sides.setdefault(self.side(group), {})[group] = declared.groups.get(group, 1)
        across = sum(declared.sides.get(side, 1) for side in sides)
        return {
            group: Fraction(declared.sides.get(side, 1), across) * Fraction(weight, sum(inside.values()))
            for side, inside in sides.items()
            for group, weight in inside.items()
        }

    def _question(self, question: Question, figure: str, groups: list[str]) -> tuple[Form, Fraction] | None:
        """The form and, for the highest bound and coverage, the constant that goes with it."""
        kinds = {"estimate": ("rated",), "lowest_applicable": ("rated", *MISSING, "not_applicable")}
        counted = kinds.get(figure, ("rated", *MISSING))
        cells = {g: self.number((question.id, g), *counted) for g in groups}
        weights = self.group_weights([g for g, n in cells.items() if n])
        if not weights:
            return None
        share = {g: w * Fraction(self.number((question.id, g), "rated"), cells[g]) for g, w in weights.items()}
        if figure == "coverage":
            return {}, sum(share.values(), Fraction(0))
        top = sum((w * Fraction(self.number((question.id, g), *MISSING), cells[g]) for g, w in weights.items()),
                  Fraction(0))  # fmt: skip
        return {(question.id, g): s for g, s in share.items() if s}, top if figure == "highest" else Fraction(0)

    def _theme_weight(self, theme: Theme, figure: str, groups: list[str]) -> int:
        if theme.weight is not None:
            return theme.weight
        basis = figure if figure == "lowest_applicable" else "lowest"
        return sum(q.weight for q in theme.questions if self._question(q, basis, groups) is not None)

    def figure(self, node: str, figure: str, scope: str = "") -> tuple[Form, Fraction] | None:
        """Return form and constant of a figure, or None where it has no value."""
        groups = [g for g in self.groups if scope in ("", f"group:{g}", f"side:{self.side(g)}")]
        for framework in self.toolkit.frameworks:
            for theme in framework.themes:
                for question in theme.questions:
                    if question.id == node:
                        return self._question(question, figure, groups)
                if theme.id == node:
                    return self._theme(theme, figure, groups)
            if framework.id == node:
                return _mean([
                    (self._theme_weight(t, figure, groups), self._theme(t, figure, groups)) for t in framework.themes
                ])  # fmt: skip
        raise KeyError(node)

    def _theme(self, theme: Theme, figure: str, groups: list[str]) -> tuple[Form, Fraction] | None:
        return _mean([(q.weight, self._question(q, figure, groups)) for q in theme.questions])

    def value(self, node: str, figure: str, scope: str = "") -> Fraction | None:
        found = self.figure(node, figure, scope)
        return None if found is None else found[1] + dot(found[0], self.values)


def dot(form: Mapping[Cell, Fraction], values: Mapping[Cell, Fraction]) -> Fraction:
    return sum((weight * values[cell] for cell, weight in form.items()), Fraction(0))


def _mean(terms: list[tuple[int, tuple[Form, Fraction] | None]]) -> tuple[Form, Fraction] | None:
    known = [(weight, found) for weight, found in terms if found is not None and weight]
    if not known:
        return None
    across = sum(weight for weight, _ in known)
    mixed: Form = {}
    for weight, (form, _) in known:
        for cell, share in form.items():
            mixed[cell] = mixed.get(cell, Fraction(0)) + Fraction(weight, across) * share
    return mixed, sum((Fraction(weight, across) * constant for weight, (_, constant) in known), Fraction(0))
