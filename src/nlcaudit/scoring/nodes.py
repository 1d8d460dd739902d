"""A framework's trees and what may be shown of them → its result."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.framework import Toolkit
from nlcaudit.scoring.banding import NO_BAND
from nlcaudit.scoring.counts import Tally, total
from nlcaudit.scoring.forms import Form, Key, Unknown
from nlcaudit.scoring.means import Branch, Means
from nlcaudit.scoring.panel import ASIDE
from nlcaudit.scoring.scorecard import NONE, WITHHELD, Kind, Measure, Node, Status
from nlcaudit.scoring.sheets import Sheet
from nlcaudit.scoring.trees import ALL, Trees, group_scope, side_scope


@dataclass(frozen=True)
class Clearance:
    """What may be shown of one framework.

    Attributes:
        shown: keys of the figures that are released; None releases everything.
        small: the unknowns under the threshold: a figure over one of them is shown rounded only.
        forms: of all figures.
    """

    shown: frozenset[Key] | None
    small: frozenset[Unknown]
    forms: Mapping[Key, Form]

    def measure(self, key: Key, value: Fraction | None) -> Measure:
        """Return a figure as it may be shown."""
        if value is None:
            return NONE
        if self.shown is None:
            return Measure(value, "shown")
        if key not in self.shown:
            return WITHHELD
        return Measure(value, "shown", exact=self.small.isdisjoint(self.forms[key]))


@dataclass(frozen=True)
class NodeBuilder:
    """Turns branches into nodes for one framework."""

    toolkit: Toolkit
    trees: Trees
    clearance: Clearance
    sheets: Mapping[str, tuple[str, Sheet]]

    def framework(self) -> Node:
        """Return the framework's node with all below it; words for scores come later (`banding.banded`)."""
        branch = self.trees.branches[ALL]
        questions = [[q.id for q in theme.questions] for theme in self.trees.framework.themes]
        themes = tuple(
            self._node("theme", child, ids, tuple(self._node("question", leaf, [leaf.id]) for leaf in child.children))
            for child, ids in zip(branch.children, questions, strict=True)
        )
        return self._node("framework", branch, [q for ids in questions for q in ids], themes)

    def _node(self, kind: Kind, branch: Branch, questions: list[str], children: tuple[Node, ...] = ()) -> Node:
        means = branch.means
        kinds = self._kinds(questions)
        status = self._status(branch.id, means, kinds)
        show = self._shower(branch.id)
        lowest, highest, widened = self._bounds(branch)
        sides = {side: self._scoped(branch.id, side_scope(side)) for side in self.trees.sides}
        rated_sides = [side for side in sides if self._estimate(branch.id, side_scope(side)) is not None]
        return Node(
            kind, branch.id, branch.weight, status,
            estimate=NONE if status == "too-few-answers" else show("estimate", means.estimate),
            lowest=lowest, highest=highest, widened=widened,
            lowest_applicable=show("lowest_applicable", means.lowest_applicable) if kinds.not_applicable else NONE,
            coverage=means.coverage,
            band=NO_BAND,
            sides=sides,
            groups={group: self._scoped(branch.id, group_scope(group)) for group in self.trees.groups},
            one_sided=len(rated_sides) == 1 and len(self.toolkit.sides) > 1 and rated_sides != [ASIDE],
            kinds=kinds if self.clearance.shown is None else _without_ratings(kinds),
            raters=sum(any(q in sheet for q in questions) for _, sheet in self.sheets.values()),
            children=children,
        )  # fmt: skip

    def _shower(self, node: str) -> Callable[[str, Fraction | None], Measure]:
        return lambda figure, value: self.clearance.measure(Key(node, figure, ALL), value)

    def _estimate(self, node: str, scope: str) -> Fraction | None:
        means = self.trees.means[node].get(scope)
        return means.estimate if means else None

    def _scoped(self, node: str, scope: str) -> Measure:
        """Return the score of a side or a group, which the coverage threshold binds like any other."""
        covered = self.trees.covered(node, scope)
        return self.clearance.measure(Key(node, "estimate", scope), self._estimate(node, scope) if covered else None)

    def _kinds(self, questions: list[str]) -> Tally:
        tallies = (tally for q in questions for tally in self.trees.counts.get(q, {}).values())
        return total(tallies, len(self.toolkit.levels))

    def _status(self, node: str, means: Means, kinds: Tally) -> Status:
        if means.coverage is None:
            asked_anything = kinds.not_applicable or kinds.outside_powers
            return "not-applicable" if asked_anything else "not-asked"
        if means.estimate is None:
            return "no-ratings"
        return "scored" if self.trees.covered(node, ALL) else "too-few-answers"

    def _bounds(self, branch: Branch) -> tuple[Measure, Measure, bool]:
        """Return both bounds, and whether they are wider than need be.

        Where the exact bounds would give a small group away, they are replaced by what score and coverage alone
        imply: every missing answer moves the score by at most its own weight.
        """
        means = branch.means
        lowest = self.clearance.measure(Key(branch.id, "lowest", ALL), means.lowest)
        estimate = self.clearance.measure(Key(branch.id, "estimate", ALL), means.estimate)
        if lowest.state != "withheld":
            highest = Measure(means.highest, "shown", lowest.exact) if lowest.state == "shown" else lowest
            return lowest, highest, False
        if estimate.value is None or means.coverage is None:
            return lowest, lowest, False
        missing = 1 - means.coverage
        low, high = max(Fraction(0), estimate.value - missing), min(Fraction(1), estimate.value + missing)
        return Measure(low, "shown", estimate.exact), Measure(high, "shown", estimate.exact), True


def _without_ratings(kinds: Tally) -> Tally:
    """Keep how many rated, but not how: the distribution could tell on a small group."""
    return Tally((kinds.rated,), kinds.dont_know, kinds.unanswered, kinds.outside_powers, kinds.not_applicable)
