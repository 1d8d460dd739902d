"""Grounds → counsel: the parts put together."""

from collections.abc import Iterator, Sequence

from nlcaudit.engagement import Engagement, EvidenceRecord, is_old
from nlcaudit.framework import Toolkit
from nlcaudit.scoring.counsel import Agreed, Counsel, Firmness, Registered
from nlcaudit.scoring.deferred import Later
from nlcaudit.scoring.evidence import wanted_evidence, witnesses_of
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.lessons import lessons_of
from nlcaudit.scoring.priorities import Candidate
from nlcaudit.scoring.remembering import remembered_by
from nlcaudit.scoring.scorecard import Presence, Step
from nlcaudit.scoring.trust import trust_in


def counsel_on(
    toolkit: Toolkit, engagement: Engagement, grounds: Sequence[Ground], presence: Sequence[Presence],
    ordered: tuple[Sequence[Candidate], Sequence[Step]], *, protect: bool,
) -> Counsel:  # fmt: skip
    """Return what a result is worth and what to do with it.

    Args:
        toolkit: gives the policy.
        engagement: evidence, then-ratings, and the record of a workshop.
        grounds: of every framework that anybody was asked.
        presence: who was expected and came.
        ordered: the questions that have a step to offer, and the steps in order.
        protect: apply the privacy rules.
    """
    found = witnesses_of(toolkit, engagement)
    competencies = [ground for ground in grounds if ground.result.role == "competency"]
    least = engagement.threshold(toolkit) if protect else 0
    return Counsel(
        trust={g.result.id: trust_in(g, presence, found) for g in competencies},
        evidence=wanted_evidence(competencies, found),
        later_firmness=Later(lambda: _firmness(toolkit, competencies, ordered, least)),
        lessons=lessons_of(toolkit, [ground.result for ground in grounds]),
        remembered=remembered_by(toolkit, engagement, least),
        agreed=tuple(_agreed(toolkit, engagement)),
        register=tuple(_register(toolkit, engagement)),
    )


def _firmness(
    toolkit: Toolkit, grounds: Sequence[Ground], ordered: tuple[Sequence[Candidate], Sequence[Step]], least: int
) -> Firmness:  # fmt: skip
    from nlcaudit.scoring.firmness import firmness_of  # noqa: PLC0415 - most commands never ask

    return firmness_of(toolkit, grounds, *ordered, least)


def _agreed(toolkit: Toolkit, engagement: Engagement) -> Iterator[Agreed]:
    record = engagement.workshop.agreed if engagement.workshop else {}
    for question in toolkit.by_id:
        if question in record:
            one = record[question]
            yield Agreed(question, one.rating, one.reason, one.date, one.sides, tuple(e.what for e in one.evidence))


def _register(toolkit: Toolkit, engagement: Engagement) -> Iterator[Registered]:
    today = engagement.file.date if engagement.file else None
    for question in toolkit.by_id:
        for institution, record in _nameable(engagement, question):
            yield Registered(question, institution, record, is_old(record, today, toolkit))


def _nameable(engagement: Engagement, question: str) -> Iterator[tuple[str | None, EvidenceRecord]]:
    agreed = engagement.workshop.agreed.get(question) if engagement.workshop else None
    yield from ((None, record) for record in (agreed.evidence if agreed else ()))
    for response in engagement.institutions:
        if response.released and response.name and question in response.answers:
            yield from ((response.name, record) for record in response.answers[question].evidence)
