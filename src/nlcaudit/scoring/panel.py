"""Which groups speak for which side, and how much each weighs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from nlcaudit.engagement import Engagement
from nlcaudit.framework import Toolkit
from nlcaudit.scoring.counts import EVERYONE

ASIDE = "none"
"""The side that all groups without a side form together."""


@dataclass(frozen=True)
class Panel:
    """The side of each group, and the declared weights; what is not declared weighs 1."""

    side_of: Mapping[str, str]
    side_weights: Mapping[str, int]
    group_weights: Mapping[str, int]
    known: dict[frozenset[str], Mapping[str, Fraction]] = field(default_factory=dict, compare=False, repr=False)
    """Weights already worked out: a few sets of groups come back for every question."""

    def weights(self, present: Collection[str]) -> Mapping[str, Fraction]:
        """Return the weight of each group in a question, summing to 1.

        Sides share by their weights, groups share their side by theirs; both renormalise over who is present.
        If all that are present weigh 0, there are no weights.
        """
        names = frozenset(present)
        if names not in self.known:
            self.known[names] = self._weights(names)
        return self.known[names]

    def _weights(self, present: Collection[str]) -> dict[str, Fraction]:
        sides: dict[str, list[str]] = {}
        for group in sorted(present):
            if self.group_weights.get(group) != 0:
                sides.setdefault(self.side_of.get(group, ASIDE), []).append(group)
        across = sum(self.side_weights.get(side, 1) for side in sides)
        shares: dict[str, Fraction] = {}
        for side, groups in sides.items():
            side_share = Fraction(self.side_weights.get(side, 1), across) if across else Fraction(0)
            within = sum(self.group_weights.get(group, 1) for group in groups)
            for group in groups:
                share = side_share * Fraction(self.group_weights.get(group, 1), within)
                if share:
                    shares[group] = share
        return shares


def panel_of(toolkit: Toolkit, engagement: Engagement) -> Panel:
    """Build the panel of an engagement."""
    groups = {group.id for group in toolkit.groups} | {EVERYONE}
    side_of = {group: engagement.side_of(group, toolkit) or ASIDE for group in groups}
    weights = toolkit.policy.weights
    return Panel(side_of, weights.sides, weights.groups)
