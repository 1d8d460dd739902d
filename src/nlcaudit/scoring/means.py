"""Counts → the score, the bounds and the coverage of questions, themes and frameworks, exactly.

Weighted arithmetic means from the group upwards (docs/method.md, section 1). After OECD/JRC, *Handbook on
Constructing Composite Indicators* (2008), step 6, with missing answers shown as bounds instead of imputed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from nlcaudit.framework import Framework, Theme
from nlcaudit.scoring.counts import Counts, Tally
from nlcaudit.scoring.panel import Panel

Values = Sequence[Fraction]


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


NOTHING = Means()


@dataclass(frozen=True)
class Branch:
    """A node of the tree with its means.

    Attributes:
        id: of the question, theme or framework.
        weight: in the mean of its parent.
        means: its own.
        children: what it is the mean of; none for a question.
    """

    id: str
    weight: int
    means: Means
    children: "tuple[Branch, ...]" = ()

    @cached_property
    def asked_weight(self) -> int:
        """The weight of the questions below that have cells left."""
        if not self.children:
            return self.weight if self.means.lowest is not None else 0
        return sum(child.asked_weight for child in self.children)


def question_means(tallies: Mapping[str, Tally], panel: Panel, values: Values) -> Means:
    """Return the means of one question over the groups in `tallies`."""
    sums = {g: _sum(t, values) for g, t in tallies.items()}
    asked = {g: t for g, t in tallies.items() if t.cells}
    return Means(
        estimate=_mix({g: Fraction(sums[g], t.rated) for g, t in tallies.items() if t.rated}, panel),
        lowest=_mix({g: Fraction(sums[g], t.cells) for g, t in asked.items()}, panel),
        highest=_mix({g: Fraction(sums[g] + t.missing, t.cells) for g, t in asked.items()}, panel),
        lowest_applicable=_mix({g: Fraction(sums[g], t.cells + t.not_applicable)
                                for g, t in tallies.items() if t.cells + t.not_applicable}, panel),
        coverage=_mix({g: Fraction(t.rated, t.cells) for g, t in asked.items()}, panel),
    )  # fmt: skip


def _sum(tally: Tally, values: Values) -> Fraction:
    return sum((number * value for number, value in zip(tally.ratings, values, strict=True)), Fraction(0))


def _mix(by_group: Mapping[str, Fraction], panel: Panel) -> Fraction | None:
    weights = panel.weights(by_group.keys())
    if not weights:
        return None
    return sum((weight * by_group[group] for group, weight in weights.items()), Fraction(0))


def weighted_mean(terms: Iterable[tuple[int, Fraction | None]]) -> Fraction | None:
    """Return Σ w·v ÷ Σ w over the terms that have a value; None when no weight is left."""
    known = [(weight, value) for weight, value in terms if value is not None and weight]
    across = sum(weight for weight, _ in known)
    return sum((weight * value for weight, value in known), Fraction(0)) / across if across else None


FIGURES: tuple[tuple[str, Callable[[Means], Fraction | None]], ...] = (
    ("estimate", lambda m: m.estimate),
    ("lowest", lambda m: m.lowest),
    ("highest", lambda m: m.highest),
    ("lowest_applicable", lambda m: m.lowest_applicable),
    ("coverage", lambda m: m.coverage),
)


def _above(children: Sequence[Branch], weights: Sequence[int]) -> Means:
    return Means(**{
        name: weighted_mean((w, figure(c.means)) for w, c in zip(weights, children, strict=True))
        for name, figure in FIGURES
    })  # fmt: skip


def theme_branch(theme: Theme, counts: Counts, panel: Panel, values: Values) -> Branch:
    """Return a theme with its questions; it weighs what its asked questions weigh unless it declares a weight."""
    leaves = tuple(
        Branch(q.id, q.weight, question_means(counts[q.id], panel, values) if q.id in counts else NOTHING)
        for q in theme.questions
    )
    asked = sum(leaf.asked_weight for leaf in leaves)
    weight = asked if theme.weight is None else theme.weight
    return Branch(theme.id, weight, _above(leaves, [leaf.weight for leaf in leaves]), leaves)


def framework_branch(framework: Framework, counts: Counts, panel: Panel, values: Values) -> Branch:
    """Return a framework with its themes and questions."""
    themes = tuple(theme_branch(theme, counts, panel, values) for theme in framework.themes)
    return Branch(framework.id, 1, _above(themes, [theme.weight for theme in themes]), themes)


def only(counts: Counts, groups: Iterable[str]) -> Counts:
    """Keep the counts of some groups."""
    kept = set(groups)
    chosen = {q: {g: t for g, t in by_group.items() if g in kept} for q, by_group in counts.items()}
    return {q: by_group for q, by_group in chosen.items() if by_group}
