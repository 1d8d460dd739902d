"""Which evidence is worth asking for, after the facilitator's guide, with what has been named of it already.

Which it is follows the same rule as in the report (`nlcaudit.scoring.evidence`). The keeper's screen shows it from the
first answers on; a report waits until enough people have answered.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nlcaudit.engagement import Engagement, EvidenceRecord, is_old
from nlcaudit.framework import Toolkit
from nlcaudit.scoring import score


@dataclass(frozen=True, slots=True)
class Asking:
    """One question on which a side is asked to show something.

    Attributes:
        question: its id.
        side: the side that is asked to show it to the others.
        differs: the sides describe it so differently that it is to be discussed.
        brought: what this side named already and the others have not seen; with True where it is old.
    """

    question: str
    side: str
    differs: bool
    brought: tuple[tuple[EvidenceRecord, bool], ...]


def evidence_to_ask_for(toolkit: Toolkit, engagement: Engagement) -> tuple[Asking, ...]:
    """Return at most as many as the policy says, what is to be discussed first, then what is rated highest.

    Args:
        toolkit: its policy says from which value on a rating is high, and what a difference is.
        engagement: who answered; nobody is named.
    """
    today = engagement.file.date if engagement.file else None
    return tuple(
        Asking(one.question, one.side, one.differs, tuple(
            (record, is_old(record, today, toolkit)) for record in _brought(one.question, one.side, toolkit, engagement)
        ))
        for one in score(toolkit, engagement, protect=False).counsel.evidence
        if one.side is not None
    )  # fmt: skip


def _brought(question: str, side: str, toolkit: Toolkit, engagement: Engagement) -> Iterator[EvidenceRecord]:
    for response in engagement.scored:
        if response.group and engagement.side_of(response.group, toolkit) == side and question in response.answers:
            yield from response.answers[question].evidence
