"""Counts → the score, the bounds and the coverage of questions, themes and frameworks, exactly.

Weighted arithmetic means from the group upwards (docs/method.md, section 1). After OECD/JRC, *Handbook on
Constructing Composite Indicators* (2008), step 6, with missing answers shown as bounds instead of imputed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from operator import mul

from nlcaudit.framework import Framework, Question, Theme
from nlcaudit.scoring.counts import Counts, Tally
from nlcaudit.scoring.exact import weighted_sum
from nlcaudit.scoring.panel import Panel


@dataclass(frozen=True, slots=True)
class Worth:
    """What ratings are worth, in whole numbers: rating r is worth `parts[r]` of `whole`."""

    parts: tuple[int, ...]
    whole: int

    @classmethod
    def of(cls, values: Sequence[Fraction]) -> "Worth":
        """Bring the values of the ratings, from 0 to 1, under one denominator."""
        whole = lcm(*(value.denominator for value in values))
        return cls(tuple(value.numerator * (whole // value.denominator) for value in values), whole)

    def mean(self, tally: Tally, cells: int, *, full: int = 0) -> Fraction:
        """Return the mean of so many cells: what was rated, `full` cells at the top, and the others at 0."""
        earned = sum(map(mul, tally.ratings, self.parts)) + full * self.whole
        return Fraction(earned, cells * self.whole)


@dataclass(frozen=True)
class Means:
    """What the answers of some groups give at one node of the tree; every figure from 0 to 1.

    Attributes:
        estimate: mean of what was rated; None when nothing was.
        lowest: the same cells and weights with every missing answer at 0.
        highest: with every missing answer at the top.
        lowest_applicable: `lowest` with every “not applicable” at 0 as well.
        coverage: the weighted share of the cells that were rated.
    """

    estimate: Fraction | None = None
    lowest: Fraction | None = None
    highest: Fraction | None = None
    lowest_applicable: Fraction | None = None
    coverage: Fraction | None = None


@dataclass(frozen=True)
class Branch:
    """A node of the tree with its means.

    Attributes:
        id: of the question, theme or framework.
        weight: in the mean of its parent.
        wide: its weight where “not applicable” counts as 0, so that questions which only have that stay in.
        means: its own.
        children: what it is the mean of; none for a question.
    """

    id: str
    weight: int
    wide: int
    means: Means
    children: "tuple[Branch, ...]" = ()

    def walk(self) -> "Iterator[Branch]":
        """Yield this branch and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def question_means(tallies: Mapping[str, Tally], panel: Panel, worth: Worth) -> Means:
    """Return the means of one question over the groups in `tallies`."""
    estimate = question_estimate(tallies, panel, worth)
    if all(t.cells == t.rated and not t.not_applicable for t in tallies.values()):
        return Means(estimate, estimate, estimate, estimate, None if estimate is None else Fraction(1))
    return Means(
        estimate=estimate,
        lowest=_mix({g: worth.mean(t, t.cells) for g, t in tallies.items() if t.cells}, panel),
        highest=_mix({g: worth.mean(t, t.cells, full=t.missing) for g, t in tallies.items() if t.cells}, panel),
        lowest_applicable=_mix({g: worth.mean(t, t.cells + t.not_applicable)
                                for g, t in tallies.items() if t.cells + t.not_applicable}, panel),
        coverage=question_coverage(tallies, panel),
    )  # fmt: skip


def question_estimate(tallies: Mapping[str, Tally], panel: Panel, worth: Worth) -> Fraction | None:
    """Return the mean of what was rated, over the groups in `tallies`."""
    return _mix({g: worth.mean(t, t.rated) for g, t in tallies.items() if t.rated}, panel)


def question_coverage(tallies: Mapping[str, Tally], panel: Panel) -> Fraction | None:
    """Return the share of the cells that were rated, over the groups in `tallies`."""
    return _mix({g: Fraction(t.rated, t.cells) for g, t in tallies.items() if t.cells}, panel)


def _mix(by_group: Mapping[str, Fraction], panel: Panel) -> Fraction | None:
    weights = panel.weights(by_group.keys())
    if len(weights) == 1:  # the weights of those that are there sum to 1
        return by_group[next(iter(weights))]
    return weighted_sum((weight, by_group[group]) for group, weight in weights.items()) if weights else None


def weighted_mean(terms: Iterable[tuple[int, Fraction | None]]) -> Fraction | None:
    """Return Σ w·v ÷ Σ w over the terms that have a value; None when no weight is left."""
    known = [(weight, value) for weight, value in terms if value is not None and weight]
    across = sum(weight for weight, _ in known)
    return weighted_sum(known) / across if across else None


def _above(children: Sequence[Branch], *, whole: bool) -> Means:
    estimate = weighted_mean((child.weight, child.means.estimate) for child in children)
    coverage = weighted_mean((child.weight, child.means.coverage) for child in children)
    if not whole:
        return Means(estimate, coverage=coverage)
    return Means(
        estimate,
        lowest=weighted_mean((child.weight, child.means.lowest) for child in children),
        highest=weighted_mean((child.weight, child.means.highest) for child in children),
        lowest_applicable=weighted_mean((child.wide, child.means.lowest_applicable) for child in children),
        coverage=coverage,
    )


@dataclass(frozen=True)
class Scorer:
    """Makes branches from counts.

    Attributes:
        panel: sides and group weights.
        worth: of the ratings.
        whole: all figures; otherwise only estimate and coverage, which is all that a side or a group needs.
    """

    panel: Panel
    worth: Worth
    whole: bool

    def question(self, question: Question, counts: Counts) -> Branch:
        """Return a question without children."""
        tallies = counts.get(question.id, {})
        if self.whole:
            means = question_means(tallies, self.panel, self.worth)
        else:
            estimate = question_estimate(tallies, self.panel, self.worth)
            means = Means(estimate, coverage=question_coverage(tallies, self.panel))
        return Branch(question.id, question.weight, question.weight, means)

    def theme(self, theme: Theme, counts: Counts) -> Branch:
        """Return a theme with its questions; it weighs what its asked questions weigh unless it declares a weight."""
        leaves = tuple(self.question(question, counts) for question in theme.questions)
        weight = wide = theme.weight
        if weight is None:
            weight = sum(q.weight for q in theme.questions if self._counts(counts.get(q.id, {}), wide=False))
            wide = sum(q.weight for q in theme.questions if self._counts(counts.get(q.id, {}), wide=True))
        return Branch(theme.id, weight, wide or 0, _above(leaves, whole=self.whole), leaves)

    def _counts(self, tallies: Mapping[str, Tally], *, wide: bool) -> bool:
        """Tell whether a question has cells left, in a group that has weight."""
        present = [g for g, t in tallies.items() if t.cells or (wide and t.not_applicable)]
        return bool(self.panel.weights(present))

    def framework(self, framework: Framework, counts: Counts) -> Branch:
        """Return a framework with its themes and questions."""
        themes = tuple(self.theme(theme, counts) for theme in framework.themes)
        return Branch(framework.id, 1, 1, _above(themes, whole=self.whole), themes)


def only(counts: Counts, groups: Iterable[str]) -> Counts:
    """Keep the counts of some groups."""
    kept = set(groups)
    chosen = {q: {g: t for g, t in by_group.items() if g in kept} for q, by_group in counts.items()}
    return {q: by_group for q, by_group in chosen.items() if by_group}
