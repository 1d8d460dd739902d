"""Where a score comes from: the terms and weights that make it, summing to it exactly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.engagement import Engagement
from nlcaudit.errors import UserError
from nlcaudit.framework import Framework, Toolkit
from nlcaudit.scoring.building import clearance_of, people_of, trees_of
from nlcaudit.scoring.counts import count
from nlcaudit.scoring.forms import Key
from nlcaudit.scoring.means import Branch
from nlcaudit.scoring.nodes import Clearance
from nlcaudit.scoring.scorecard import NONE, WITHHELD, Measure
from nlcaudit.scoring.sheets import sheets_of
from nlcaudit.scoring.trees import ALL, Trees, group_scope, side_scope
from nlcaudit.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Term:
    """One summand.

    Attributes:
        id: of a theme, a question, a side, a group or a rating.
        share: its weight as a part of 1.
        measure: its value, as far as it may be shown.
    """

    id: str
    share: Fraction
    measure: Measure


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a mean is made.

    Attributes:
        node: id of the question, theme or framework.
        scope: empty, or the side or group whose value is explained.
        measure: the figure.
        kind: what the terms are.
        figure: `score`, a bound or `coverage`.
        terms: whose Σ share × value is the estimate; empty where they may not be shown.
    """

    node: str
    scope: str
    measure: Measure
    kind: str
    terms: tuple[Term, ...]
    figure: str = "score"


FIELDS = {"score": "estimate", "lowest": "lowest", "highest": "highest", "lowest-applicable": "lowest_applicable",
          "coverage": "coverage"}  # fmt: skip
"""The figures that are means, and what they are called in the tree."""


def explain(toolkit: Toolkit, engagement: Engagement, wanted: str, *, protect: bool = True) -> Explanation:
    """Explain a mean.

    Args:
        toolkit: what was asked.
        engagement: who answered.
        wanted: id of a question, theme or framework; `id@side` or `id@group` for a part of the respondents;
            `id/lowest`, `id/highest`, `id/lowest-applicable`, `id/coverage` for another mean than the score.
        protect: show no term that the privacy rules withhold.

    Raises:
        UserError: there is no such node, side or group in the answers.
    """
    named, _, figure = wanted.partition("/")
    node, _, part = named.partition("@")
    framework = _framework_of(toolkit, node)
    counts = count(toolkit, engagement.scored)
    trees = trees_of(toolkit, engagement, framework, counts)
    scope = _scope(trees, part)
    people = people_of(toolkit, engagement, sheets_of(toolkit, engagement)) if protect else None
    clearance = clearance_of(trees, people)
    branch = next(b for b in trees.branches[scope].walk() if b.id == node)
    if figure not in {"", "score"}:
        return _other(trees, clearance, branch, figure)
    measure = _measure(trees, clearance, node, scope)
    if branch.children:
        kind = "themes" if node == framework.id else "questions"
        return Explanation(node, part, measure, kind, _children(branch, trees, clearance, scope))
    if scope == ALL:
        return Explanation(node, part, measure, "sides", _sides(trees, clearance, node))
    if part in trees.sides:
        return Explanation(node, part, measure, "groups", _groups(trees, clearance, node, part))
    return Explanation(node, part, measure, "ratings", () if protect else _ratings(trees, node, part))


def _other(trees: Trees, clearance: Clearance, branch: Branch, figure: str) -> Explanation:
    """Explain a bound or the coverage, which only the whole of the respondents has."""
    measure = _mean(clearance, branch, figure)
    weights = {child.id: child.wide if figure == "lowest-applicable" else child.weight for child in branch.children}
    known = [c for c in branch.children if getattr(c.means, FIELDS[figure]) is not None and weights[c.id]]
    across = sum(weights[child.id] for child in known)
    terms = tuple(
        Term(child.id, Fraction(weights[child.id], across), _mean(clearance, child, figure)) for child in known
    )
    kind = "themes" if branch.id == trees.framework.id else "questions"
    if not branch.children:
        kind, terms = "groups", tuple(_answers(trees, clearance, branch.id, figure))
    return Explanation(branch.id, "", measure, kind, terms, figure)


def _mean(clearance: Clearance, branch: Branch, figure: str) -> Measure:
    value: Fraction | None = getattr(branch.means, FIELDS[figure])
    if figure == "coverage":
        return NONE if value is None else Measure(value, "shown", exact=clearance.shown is None)
    return clearance.measure(Key(branch.id, "lowest" if figure == "highest" else FIELDS[figure], ALL), value)


def _answers(trees: Trees, clearance: Clearance, node: str, figure: str) -> Iterator[Term]:
    """Yield what each group adds to a question's bound or coverage; how it answered is for the analyst alone."""
    tallies = trees.counts.get(node, {})
    cells = {g: t.cells + (t.not_applicable if figure == "lowest-applicable" else 0) for g, t in tallies.items()}
    for group, share in trees.panel.weights([g for g, number in cells.items() if number]).items():
        tally = tallies[group]
        rated = sum((n * v for n, v in zip(tally.ratings, trees.toolkit.values, strict=True)), Fraction(0))
        reached = {"coverage": Fraction(tally.rated), "highest": rated + tally.missing}.get(figure, rated)
        value = Measure(reached / cells[group], "shown")
        yield Term(group, share, value if clearance.shown is None else WITHHELD)


def _framework_of(toolkit: Toolkit, node: str) -> Framework:
    known: dict[str, Framework] = {framework.id: framework for framework in toolkit.frameworks}
    known |= {theme.id: framework for framework in toolkit.frameworks for theme in framework.themes}
    known |= {question: framework for question, (framework, _) in toolkit.home.items()}
    if node not in known:
        raise UserError(
            Sentence("there is no question, theme or framework “{node}”", node=node), did_you_mean(node, known)
        )
    return known[node]


def _scope(trees: Trees, part: str) -> str:
    if not part:
        return ALL
    if part in trees.sides:
        return side_scope(part)
    if part in trees.groups:
        return group_scope(part)
    raise UserError(
        Sentence("nobody of “{part}” was asked", part=part), did_you_mean(part, [*trees.sides, *trees.groups])
    )


def _measure(trees: Trees, clearance: Clearance, node: str, scope: str) -> Measure:
    """Return an estimate as it may be shown; none where too few of the cells were rated."""
    if not trees.covered(node, scope):
        return NONE
    return clearance.measure(Key(node, "estimate", scope), trees.means[node][scope].estimate)


def _children(branch: Branch, trees: Trees, clearance: Clearance, scope: str) -> tuple[Term, ...]:
    known = [child for child in branch.children if child.means.estimate is not None and child.weight]
    across = sum(child.weight for child in known)
    return tuple(
        Term(child.id, Fraction(child.weight, across), _measure(trees, clearance, child.id, scope))
        for child in known
    )  # fmt: skip


def _shares(trees: Trees, node: str) -> Mapping[str, Fraction]:
    tallies = trees.counts.get(node, {})
    return trees.panel.weights([group for group, tally in tallies.items() if tally.rated])


def _sides(trees: Trees, clearance: Clearance, node: str) -> tuple[Term, ...]:
    by_side: dict[str, Fraction] = {}
    for group, share in _shares(trees, node).items():
        side = trees.panel.side_of[group]
        by_side[side] = by_side.get(side, Fraction(0)) + share
    return tuple(
        Term(side, share, _measure(trees, clearance, node, side_scope(side)))
        for side, share in by_side.items()
    )  # fmt: skip


def _groups(trees: Trees, clearance: Clearance, node: str, side: str) -> tuple[Term, ...]:
    shares = {g: s for g, s in _shares(trees, node).items() if trees.panel.side_of[g] == side}
    across = sum(shares.values(), Fraction(0))
    return tuple(
        Term(group, share / across, _measure(trees, clearance, node, group_scope(group)))
        for group, share in shares.items()
    )  # fmt: skip


def _ratings(trees: Trees, node: str, group: str) -> tuple[Term, ...]:
    tally = trees.counts.get(node, {}).get(group)
    if tally is None:
        return ()
    return tuple(
        Term(str(rating), Fraction(number, tally.rated), Measure(trees.toolkit.values[rating], "shown"))
        for rating, number in enumerate(tally.ratings)
        if number
    )
