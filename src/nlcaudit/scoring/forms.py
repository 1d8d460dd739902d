"""Every printable figure as a linear form over the unknowns that must be protected.

The unknowns are the mean ratings of one group on one question. A question's score, a side's, a theme's, a bound: each
is a known combination of them, so whether one can be worked out from others is a question of linear algebra.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.framework import Framework
from nlcaudit.scoring.counts import Counts, Tally
from nlcaudit.scoring.exact import PRIME, inverse, residue
from nlcaudit.scoring.means import Branch
from nlcaudit.scoring.panel import Panel

Unknown = tuple[str, str]
"""Question and group."""
Form = Mapping[Unknown, int]
"""Coefficients modulo `exact.PRIME`."""


@dataclass(frozen=True, slots=True)
class Key:
    """The name of a figure.

    Attributes:
        node: id of a question, theme or framework.
        figure: `estimate`, `lowest` (which also stands for `highest`), `lowest_applicable`, or `without` a group.
        scope: empty for all respondents, `side:…` or `group:…` for a part of them, or what is left out.
    """

    node: str
    figure: str
    scope: str = ""


def estimate_form(question: str, tallies: Mapping[str, Tally], panel: Panel) -> Form | None:
    """The form of a question's estimate; None when it has none."""
    weights = panel.weights([group for group, tally in tallies.items() if tally.rated])
    return {(question, group): residue(weight) for group, weight in weights.items()} or None


def lowest_form(question: str, tallies: Mapping[str, Tally], panel: Panel, *, applicable: bool) -> Form | None:
    """The form of a question's lower bound; with `applicable`, of the one that counts “not applicable” as 0."""
    cells = {g: t.cells + (t.not_applicable if applicable else 0) for g, t in tallies.items()}
    weights = panel.weights([group for group, number in cells.items() if number])
    if not weights:
        return None
    return {
        (question, g): residue(weight) * residue(Fraction(tallies[g].rated, cells[g])) % PRIME
        for g, weight in weights.items()
        if tallies[g].rated
    }


def combine(terms: Iterable[tuple[int, Form | None]]) -> Form | None:
    """Return the weighted mean of forms; what has no form has no value and leaves the mean.

    A form without coefficients is a value all the same: the 0 of a question that nobody could rate.
    """
    known = [(weight, form) for weight, form in terms if form is not None and weight]
    if not known:
        return None
    across = inverse(sum(weight for weight, _ in known))
    mixed: dict[Unknown, int] = {}
    for weight, form in known:
        share = weight * across % PRIME
        for unknown, coefficient in form.items():
            mixed[unknown] = (mixed.get(unknown, 0) + share * coefficient) % PRIME
    return mixed


def forms_of(
    framework: Framework, branch: Branch, counts: Counts, panel: Panel, scope: str
) -> Iterator[tuple[Key, Form | None]]:
    """Yield the forms of all figures of a framework, for the respondents in `counts`.

    Args:
        framework: whose figures.
        branch: its tree, which holds the weights.
        counts: of the respondents in `scope` only.
        panel: group weights.
        scope: the scope of the keys.
    """
    figures = ("estimate", "lowest", "lowest_applicable") if not scope else ("estimate",)
    for figure in figures:
        tops: list[tuple[int, Form | None]] = []
        for theme, leafed in zip(framework.themes, branch.children, strict=True):
            leaves: list[tuple[int, Form | None]] = []
            for question in theme.questions:
                form = _question_form(question.id, figure, counts, panel)
                leaves.append((question.weight, form))
                yield Key(question.id, figure, scope), form
            mixed = combine(leaves)
            tops.append((leafed.wide if figure == "lowest_applicable" else leafed.weight, mixed))
            yield Key(theme.id, figure, scope), mixed
        yield Key(framework.id, figure, scope), combine(tops)


def _question_form(question: str, figure: str, counts: Counts, panel: Panel) -> Form | None:
    tallies = counts.get(question, {})
    if figure == "estimate":
        return estimate_form(question, tallies, panel)
    return lowest_form(question, tallies, panel, applicable=figure == "lowest_applicable")
