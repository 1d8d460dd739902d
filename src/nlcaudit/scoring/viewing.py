"""The result as one side or one group sees itself: who it is, and what it is compared with.

It holds figures of the scorecard only, and differences of them: what is shown of a side or a group was audited together
with everything else that is shown, so that a view beside the whole tells nothing that the whole withholds.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.engagement import Engagement
from nlcaudit.errors import UserError
from nlcaudit.framework import Toolkit
from nlcaudit.scoring.contrasts import Contrast, contrast
from nlcaudit.scoring.counts import EVERYONE
from nlcaudit.scoring.scorecard import Scorecard
from nlcaudit.sentences import Sentence


@dataclass(frozen=True, slots=True)
class View:
    """Whose view it is.

    Attributes:
        name: id of a side or a group.
        side: the side that it is, or is on; None for a group on neither.
        groups: the groups in it.
        people: how many of it answered.
        contrasts: with each of the others.
    """

    name: str
    side: str | None
    groups: tuple[str, ...]
    people: int
    contrasts: tuple[Contrast, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """The sides or groups that it is compared with."""
        return tuple(one.second for one in self.contrasts)


def view_of(toolkit: Toolkit, engagement: Engagement, card: Scorecard, name: str) -> View:
    """Look at a result as one side or group does.

    Args:
        toolkit: sides and groups.
        engagement: who answered.
        card: its scorecard; what it protects is protected here.
        name: id of a side or a group.

    Raises:
        UserError: there is no such side or group, nobody or too few of it answered.
    """
    sides = [side.id for side in toolkit.sides]
    if name not in (*sides, *toolkit.group_by_id):
        raise UserError(
            Sentence("there is no side and no group “{name}”", name=name),
            did_you_mean(name, [*sides, *toolkit.group_by_id], Sentence("write one of: {words}", words=_heard(card))),
        )
    groups = tuple(row.group for row in card.presence if row.group and name in (row.side, row.group))
    people = sum((r.group or EVERYONE) in groups for r in engagement.scored)
    if not people:
        raise UserError(Sentence("nobody of “{name}” answered", name=name),
                        Sentence("write one of: {words}", words=_heard(card)))  # fmt: skip
    if card.protected and people < card.threshold:
        raise UserError(
            Sentence("“{name}” has no view of its own: fewer than {least} people of it answered, and a view would tell "
                     "what one of them said", name=name, least=card.threshold),
            Sentence("look at its side instead, or write one of: {words}", words=_heard(card)),
        )  # fmt: skip
    own = name if name in sides else engagement.side_of(name, toolkit)
    others = _others(card, name, own, sides)
    contrasts = tuple(contrast(toolkit, engagement, name, other, protect=card.protected) for other in others)
    return View(name, own, groups, people, contrasts)


def _heard(card: Scorecard) -> list[str]:
    """Return the sides and groups of which enough answered."""
    numbers = Counter[str]()
    for row in card.presence:
        number = row.persons if card.voice == "person" else row.institutions
        numbers.update({name: number for name in (row.side, row.group) if name})
    least = card.threshold if card.protected else 1
    return [name for name, number in numbers.items() if number >= least]


def _others(card: Scorecard, name: str, own: str | None, sides: Sequence[str]) -> list[str]:
    """Return the other sides that answered; the other groups, where there is no other side."""
    heard = _heard(card)
    other = [side for side in sides if side in heard and side != own]
    return other or [group for group in heard if group not in (name, own, *sides)]
