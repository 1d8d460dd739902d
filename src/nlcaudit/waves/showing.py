"""Evidence of two moments: what is shown now and was not shown then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from nlcaudit.engagement import Engagement, EvidenceRecord

Trace = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether evidence on a question changed.

    Attributes:
        new: something is named now that was not named then, and is not older than that.
        gone: something that was named then is not named any more.
    """

    new: bool
    gone: bool

    def bears(self, *, up: bool) -> bool:
        """Tell whether it bears a change upwards, or downwards."""
        return self.new or (self.gone and not up)


def shown_on(question: str, now: Engagement, before: str, then: Engagement) -> Shown:
    """Compare the evidence on a question; a mere claim is none.

    Args:
        question: its id now.
        now: the engagement of now.
        before: its id then.
        then: the engagement of then.
    """
    here, there = {_trace(one): one for one in _records(now, question)}, {_trace(o): o for o in _records(then, before)}
    day = then.file.date if then.file else None
    new = any(trace not in there and not _older(one, day) for trace, one in here.items())
    return Shown(new, bool(there.keys() - here.keys()))


def _records(engagement: Engagement, question: str) -> Iterator[EvidenceRecord]:
    answers = [response.answers[question] for response in engagement.responses if question in response.answers]
    agreed = engagement.workshop.agreed.get(question) if engagement.workshop else None
    groups: list[Iterable[EvidenceRecord]] = [answer.evidence for answer in answers]
    groups += [agreed.evidence] if agreed else []
    yield from (record for group in groups for record in group if record.strength != "claim")


def _trace(record: EvidenceRecord) -> Trace:
    """What makes two records the same: who has seen it does not."""
    words = (record.what, record.where, record.owner)
    day = record.date.isoformat() if record.date else None
    return (*(" ".join(word.casefold().split()) if word else None for word in words), day)


def _older(record: EvidenceRecord, day: date | None) -> bool:
    return record.date is not None and day is not None and record.date < day
