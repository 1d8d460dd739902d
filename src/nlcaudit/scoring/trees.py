"""The trees of means of one framework: for everybody, for each side, for each group."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from nlcaudit.framework import Framework, Toolkit
from nlcaudit.scoring.counts import Counts
from nlcaudit.scoring.disclosure import Figure
from nlcaudit.scoring.forms import Form, Key, Unknown, forms_of
from nlcaudit.scoring.means import Branch, Means, Scorer, Worth, only
from nlcaudit.scoring.panel import Panel

ALL = ""


def side_scope(side: str) -> str:
    """Name the scope of a side."""
    return f"side:{side}"


def group_scope(group: str) -> str:
    """Name the scope of a group."""
    return f"group:{group}"


WITHOUT = "without"


def without_key(framework: str, group: str) -> Key:
    """Name the score of a framework with a group left out."""
    return Key(framework, WITHOUT, group_scope(group))


@dataclass(frozen=True)
class Trees:
    """A framework's trees.

    Attributes:
        framework: whose they are.
        toolkit: gives the values of the ratings.
        counts: of this framework's questions.
        panel: sides and weights.
    """

    framework: Framework
    toolkit: Toolkit
    counts: Counts
    panel: Panel

    @cached_property
    def worth(self) -> Worth:
        """What the ratings are worth."""
        return Worth.of(self.toolkit.values)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups of which anybody was asked."""
        return tuple(sorted({group for tallies in self.counts.values() for group in tallies}))

    @cached_property
    def sides(self) -> Mapping[str, tuple[str, ...]]:
        """The groups of each side that was asked."""
        found: dict[str, list[str]] = {}
        for group in self.groups:
            found.setdefault(self.panel.side_of[group], []).append(group)
        return {side: tuple(groups) for side, groups in found.items()}

    @cached_property
    def scopes(self) -> Mapping[str, Counts]:
        """The counts of each scope."""
        chosen: dict[str, Counts] = {ALL: self.counts}
        chosen |= {side_scope(side): only(self.counts, groups) for side, groups in self.sides.items()}
        return chosen | {group_scope(group): only(self.counts, [group]) for group in self.groups}

    @cached_property
    def branches(self) -> Mapping[str, Branch]:
        """The tree of each scope."""
        return {scope: self.branch(counts, whole=scope == ALL) for scope, counts in self.scopes.items()}

    @cached_property
    def means(self) -> Mapping[str, Mapping[str, Means]]:
        """The means of each node in each scope: node id → scope → means."""
        found: dict[str, dict[str, Means]] = {}
        for scope, branch in self.branches.items():
            for node in branch.walk():
                found.setdefault(node.id, {})[scope] = node.means
        return found

    def branch(self, counts: Counts, *, whole: bool = False) -> Branch:
        """Return the tree over some counts; with all its figures only if `whole`."""
        return Scorer(self.panel, self.worth, whole=whole).framework(self.framework, counts)

    @cached_property
    def forms(self) -> Mapping[Key, Form]:
        """The forms of all figures."""
        return {
            key: form
            for scope, counts in self.scopes.items()
            for key, form in forms_of(self.framework, self.branches[scope], counts, self.panel, scope)
            if form is not None
        }

    def covered(self, node: str, scope: str) -> bool:
        """Tell whether enough of the cells were rated for a score."""
        means = self.means[node].get(scope, Means())
        return means.coverage is not None and means.coverage >= self.toolkit.policy.coverage.threshold

    def without_each_group(self, node: str, ends: tuple[str, str]) -> Iterator[Mapping[str, Fraction]]:
        """Yield the values of two sides or groups at a node with each group left out in turn.

        A group is left out where its side has another one; a group that is compared by itself never is.
        """
        for end, other in (ends, ends[::-1]):
            scope = side_scope(other) if other in self.sides else group_scope(other)
            for values in self._sides_without_a_group.get(end, ()):
                found = {end: values.get(node), other: self.means[node][scope].estimate}
                yield {name: value for name, value in found.items() if value is not None}

    @cached_property
    def _sides_without_a_group(self) -> Mapping[str, list[Mapping[str, Fraction | None]]]:
        """The values of all nodes on a side with each of its groups left out; none where that was the only one."""
        found: dict[str, list[Mapping[str, Fraction | None]]] = {}
        for side, groups in self.sides.items():
            for left_out in groups:
                kept = only(self.scopes[side_scope(side)], [group for group in groups if group != left_out])
                values = {branch.id: branch.means.estimate for branch in self.branch(kept).walk()}
                found.setdefault(side, []).append(values)
        return found

    @cached_property
    def without(self) -> Mapping[str, tuple[Fraction, Form]]:
        """The framework's score with each group left out, and its form, where that leaves a score."""
        found: dict[str, tuple[Fraction, Form]] = {}
        for group in self.groups:
            kept = only(self.counts, [other for other in self.groups if other != group])
            branch = self.branch(kept)
            *_, (key, form) = forms_of(self.framework, branch, kept, self.panel, WITHOUT)
            if branch.means.estimate is not None and form is not None and key.node == self.framework.id:
                found[group] = branch.means.estimate, form
        return found

    @cached_property
    def unknowns(self) -> Mapping[Unknown, Fraction]:
        """The value of each group on each question that it rated."""
        return {
            (question.id, group): value
            for question in self.framework.questions
            for group in self.groups
            if (value := self.means[question.id][group_scope(group)].estimate) is not None
        }

    def figures(self) -> list[Figure]:
        """Return every figure that has a value, the most important first."""
        found = [
            (self._importance(key), Figure(key, form, key.scope == ALL or self.covered(key.node, key.scope)))
            for key, form in self.forms.items()
            if form
        ]
        left_out = [
            Figure(without_key(self.framework.id, group), form, printable=True)
            for group, (_, form) in sorted(self.without.items())
        ]
        return [*(figure for _, figure in sorted(found, key=lambda entry: entry[0])), *left_out]

    def _importance(self, key: Key) -> tuple[int, str, str, str]:
        scope = key.scope.partition(":")[0]
        kind = "framework" if key.node == self.framework.id else "question"
        kind = "theme" if any(theme.id == key.node for theme in self.framework.themes) else kind
        return _ORDER.index((key.figure, scope, kind)), key.node, key.scope, key.figure


_ORDER = [
    ("estimate", "", "framework"), ("lowest", "", "framework"), ("estimate", "side", "framework"),
    ("estimate", "", "question"), ("estimate", "", "theme"), ("estimate", "side", "question"),
    ("estimate", "side", "theme"), ("lowest_applicable", "", "framework"), ("estimate", "group", "framework"),
    ("lowest", "", "question"), ("lowest", "", "theme"), ("estimate", "group", "question"),
    ("estimate", "group", "theme"), ("lowest_applicable", "", "question"), ("lowest_applicable", "", "theme"),
]  # fmt: skip
