"""Any two sides or groups set beside each other, on demand."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.engagement import Engagement
from nlcaudit.errors import UserError
from nlcaudit.framework import Toolkit
from nlcaudit.scoring.building import grounds_of
from nlcaudit.scoring.counts import count
from nlcaudit.scoring.differences import differences_of
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.scorecard import Difference
from nlcaudit.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two sides or groups, and how far they are apart wherever both may be shown.

    Attributes:
        first: id of a side or a group.
        second: id of another.
        frameworks: the differences by framework, the framework's own first.
        protected: the privacy rules were applied.
        threshold: k, the least number of people behind a shown figure.
    """

    first: str
    second: str
    frameworks: tuple[tuple[str, tuple[Difference, ...]], ...]
    protected: bool
    threshold: int


def contrast(toolkit: Toolkit, engagement: Engagement, first: str, second: str, *, protect: bool) -> Contrast:
    """Compare two sides or groups.

    Raises:
        UserError: one of them was not asked, or they are the same.
    """
    if first == second:
        same = Sentence("“{name}” cannot be compared with itself", name=first)
        raise UserError(same, Sentence("name two sides or groups"))
    grounds = grounds_of(toolkit, engagement, count(toolkit, engagement.scored), protect=protect)
    known = _asked(grounds)
    for name in (first, second):
        if name not in known:
            raise UserError(Sentence("nobody of “{part}” was asked", part=name), did_you_mean(name, known))
    found = (
        (ground.result.id, differences_of(ground.trees, ground.result.node, first, second))
        for ground in grounds
        if {first, second} <= {*ground.trees.sides, *ground.trees.groups}
    )
    return Contrast(first, second, tuple(found), protect, engagement.threshold(toolkit))


def _asked(grounds: Sequence[Ground]) -> list[str]:
    return sorted({name for ground in grounds for name in (*ground.trees.sides, *ground.trees.groups) if name})
