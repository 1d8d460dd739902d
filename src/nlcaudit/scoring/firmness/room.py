"""Who was in the room: each person left out in turn, then each group, as far as that may be told.

A person is left out of the cells that may be looked into. A group is left out of a question where its own value and
its side's are both shown: what remains then follows from what is printed.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.framework.judging import Priorities
from nlcaudit.scoring.counts import Tally
from nlcaudit.scoring.firmness.counting import Count
from nlcaudit.scoring.firmness.field import Field
from nlcaudit.scoring.firmness.gates import Ladder
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.sheets import Sheet


@dataclass(frozen=True)
class Room:
    """Leaves people and groups out.

    Attributes:
        field: the steps that compete.
    """

    field: Field
    known: dict[tuple[str, str, int | None], bool | None] = dataclasses.field(default_factory=dict, compare=False)
    scores: dict[tuple[str, str, int | None], float | None] = dataclasses.field(default_factory=dict, compare=False)

    def tried(self, policy: Priorities) -> tuple[Count, int, int]:
        """Return the count, and how many people and how many groups were left out in turn."""
        count = Count(len(self.field.candidates), policy.first)
        people = [row for row in self._people() if self._add(count, *row)]
        groups = [group for group in self._groups() if self._add(count, group, None)]
        return count, len(people), len(groups)

    def _people(self) -> list[tuple[str, Sheet]]:
        grounds = list(self.field.grounds.values())
        return list(grounds[0].sheets.values()) if grounds else []

    def _groups(self) -> list[str]:
        return sorted({group for ground in self.field.grounds.values() for group in ground.trees.groups})

    def _add(self, count: Count, group: str, sheet: Sheet | None) -> bool:
        """Add the variation without a person, or without a whole group; tell whether anything was left out."""
        values: dict[str, float] = {}
        waiting: dict[str, frozenset[str]] = {}
        for name, ground in self.field.grounds.items():
            for question in self._left_out(ground, group, sheet):
                value = self._value(ground, question, group, None if sheet is None else sheet[question])
                if value is not None:
                    values[question] = value
            if name in self.field.ladders:
                waiting[name] = self._waiting(self.field.ladders[name], group, sheet)
        if not values:
            return False
        count.add([self._place(at, values, waiting) for at in range(len(self.field.candidates))])
        return True

    def _value(self, ground: Ground, question: str, group: str, rating: int | None) -> float | None:
        """Return a question's score without one rating of a group, or without the group; many people answer alike."""
        key = (question, group, rating)
        if key not in self.scores:
            found = _without(ground, question, group, rating)
            self.scores[key] = None if found is None else float(found)
        return self.scores[key]

    def _left_out(self, ground: Ground, group: str, sheet: Sheet | None) -> list[str]:
        own = ground.questions if sheet is None else [q for q in ground.questions if q in sheet]
        return [
            q for q in own
            if q in self.field.at and (q, group) in ground.trees.unknowns and (q, group) not in ground.closed
        ]  # fmt: skip

    def _place(self, at: int, values: Mapping[str, float], waiting: Mapping[str, frozenset[str]]) -> float:
        one = self.field.candidates[at]
        blocking = waiting.get(one.framework)
        unblocks = one.unblocks if blocking is None else one.question in blocking
        if one.question not in values and unblocks == one.unblocks:
            return self.field.base[at]
        return self.field.place(at, values.get(one.question, float(one.value)), unblocks=unblocks)

    def _waiting(self, ladder: Ladder, group: str, sheet: Sheet | None) -> frozenset[str]:
        """Return what the next stage of a framework waits for without a person or a group."""
        changed = {
            question: self._state(ladder, question, group, None if sheet is None else sheet[question])
            for question in ladder.free
            if group in ladder.ground.trees.counts[question] and (sheet is None or question in sheet)
        }
        return ladder.waiting(changed)

    def _state(self, ladder: Ladder, question: str, group: str, rating: int | None) -> bool | None:
        """Return the state of a gate without one rating of a group, or without the group."""
        key = (question, group, rating)
        if key not in self.known:
            tallies = dict(ladder.ground.trees.counts[question])
            tally = tallies.pop(group)
            if rating is not None:
                tallies[group] = _less(tally, rating)
            self.known[key] = ladder.state(question, tallies)
        return self.known[key]


def _less(tally: Tally, rating: int) -> Tally:
    ratings = tuple(number - (at == rating) for at, number in enumerate(tally.ratings))
    return Tally(ratings, tally.dont_know, tally.unanswered, tally.outside_powers, tally.not_applicable)


def _without(ground: Ground, question: str, group: str, rating: int | None) -> Fraction | None:
    """Return a question's score without one rating of a group, or without the group; None where it cannot be told."""
    trees = ground.trees
    own, tally = trees.unknowns[question, group], trees.counts[question][group]
    if rating is None or tally.rated == 1:
        return _without_group(ground, question, group)
    weight = ground.cell_weights(question)[group]
    score = ground.nodes[question].estimate.value
    if score is None:
        return None
    return score + weight * (own - trees.toolkit.values[rating]) / (tally.rated - 1)


def _without_group(ground: Ground, question: str, group: str) -> Fraction | None:
    """Return a question's score without a group: its side's other groups then stand for the side.

    Where the group is the whole side, the other sides stand for everybody.
    """
    trees, side, node = ground.trees, ground.trees.panel.side_of[group], ground.nodes[question]
    score, of_side = node.estimate.value, node.sides[side].value
    weights, own = ground.cell_weights(question), trees.unknowns[question, group]
    if score is None or of_side is None:
        return None
    across = sum((w for g, w in weights.items() if trees.panel.side_of[g] == side), Fraction(0))
    if weights[group] < across:
        others = (across * of_side - weights[group] * own) / (across - weights[group])
        return score + across * (others - of_side)
    return (score - across * of_side) / (1 - across) if across < 1 else None
