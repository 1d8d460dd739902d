"""One framework with everything that its figures are made from: trees, sheets, and what may be looked into."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from nlcaudit.scoring.exact import fraction_of
from nlcaudit.scoring.forms import Key, Unknown
from nlcaudit.scoring.nodes import Clearance
from nlcaudit.scoring.scorecard import FrameworkResult, Node
from nlcaudit.scoring.sheets import Sheet
from nlcaudit.scoring.told import Told, closed_cells
from nlcaudit.scoring.trees import ALL, Trees, without_key

Sheets = Mapping[str, tuple[str, Sheet]]


@dataclass(frozen=True)
class Ground:
    """A framework's trees, its result, and the sheets of all respondents.

    Attributes:
        clearance: what may be shown.
        rows: group and ratings of this framework's questions of each respondent who rated any, in an order that
            does not depend on pseudonyms.
    """

    trees: Trees
    clearance: Clearance
    result: FrameworkResult
    sheets: Sheets

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The ids of the questions that were asked."""
        return tuple(q.id for q in self.trees.framework.questions if q.id in self.trees.counts)

    @cached_property
    def rows(self) -> tuple[tuple[str, Sheet], ...]:
        """Group and ratings of each respondent who rated any question."""
        wanted = set(self.questions)
        own = [(group, {q: r for q, r in sheet.items() if q in wanted}) for group, sheet in self.sheets.values()]
        return tuple(sorted((row for row in own if row[1]), key=lambda row: (row[0], sorted(row[1].items()))))

    @cached_property
    def closed(self) -> frozenset[Unknown]:
        """The cells whose ratings may not be looked into."""
        return closed_cells(self.trees, self.clearance)

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """What is shown, by id."""
        return {node.id: node for node in self.result.node.walk()}

    @cached_property
    def told(self) -> Told:
        """How people rated, as far as it may be told."""
        return Told(self.trees, self.closed, self.nodes)

    @cached_property
    def open_rows(self) -> tuple[tuple[str, Sheet], ...]:
        """The rows without the ratings in closed cells."""
        kept = ((g, {q: r for q, r in sheet.items() if (q, g) not in self.closed}) for g, sheet in self.rows)
        return tuple((group, sheet) for group, sheet in kept if sheet)

    @cached_property
    def weights(self) -> Mapping[Unknown, Fraction]:
        """The weight of each cell in the framework's score."""
        form = self.trees.forms.get(Key(self.trees.framework.id, "estimate", ALL), {})
        return {cell: fraction_of(weight) for cell, weight in form.items()}

    @cached_property
    def shares(self) -> Mapping[str, Fraction]:
        """The weight of each question in the framework, where all of them are rated."""
        themes = self.trees.branches[ALL].children
        across = sum(theme.weight for theme in themes)
        return {
            leaf.id: Fraction(theme.weight * leaf.weight, across * within)
            for theme in themes
            if theme.weight and (within := sum(leaf.weight for leaf in theme.children))
            for leaf in theme.children
            if leaf.weight
        }

    def cell_weights(self, question: str) -> Mapping[str, Fraction]:
        """Return the weight of each group in a question's score; those that did not rate it have none."""
        tallies = self.trees.counts[question]
        return self.trees.panel.weights([group for group, tally in tallies.items() if tally.rated])

    def without_groups(self) -> list[Fraction]:
        """Return the scores with one group left out, as far as they may be told."""
        shown, framework = self.clearance.shown, self.trees.framework.id
        return [
            value
            for group, (value, _) in self.trees.without.items()
            if shown is None or without_key(framework, group) in shown
        ]
