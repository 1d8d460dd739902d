"""Rules about evidence (NLC517 to NLC520): who saw it, how old it is, whether its file is still the same."""

from collections.abc import Iterator, Sequence
from datetime import date

from nlcaudit.diagnostics import Finding, Route, Rule, did_you_mean
from nlcaudit.engagement import Engagement, EvidenceRecord, Response, is_old
from nlcaudit.framework import Toolkit
from nlcaudit.rules.answers import UNKNOWN_SIDE
from nlcaudit.sentences import Sentence, counted

SEEN_BY_OWN_SIDE = Rule("NLC517", "seen-by-own-side", "warning", """
Evidence is marked as seen by the side that brought it.

What one side shows itself convinces nobody else, and the trust grade counts only what the *other* side saw. Write the
other side’s id once one of its participants has seen it, or leave `seen_by` out.
""")  # fmt: skip
OLD_EVIDENCE = Rule("NLC518", "old-evidence", "warning", """
Evidence is older than the toolkit’s limit.

It shows how things were. Ask for something newer, or say in a note why it still holds. The limit is `evidence: {months:
…}` in the toolkit’s scoring policy, counted back from the engagement’s date.
""")  # fmt: skip
EVIDENCE_FILE_MISSING = Rule("NLC519", "evidence-file-missing", "warning", """
The file behind a piece of evidence is not where it was.

Its sum was recorded so that anybody can check it again; without the file nobody can. Put the file back, correct `file`
(it counts from the engagement’s folder), or take `file` and `sha256` away.
""")  # fmt: skip
EVIDENCE_FILE_CHANGED = Rule("NLC520", "evidence-file-changed", "warning", """
The file behind a piece of evidence is not the one that was recorded.

Whoever saw it saw another text. Put the old file back, or record the sum of the new one and have it seen
again.
""")  # fmt: skip

RULES = (SEEN_BY_OWN_SIDE, OLD_EVIDENCE, EVIDENCE_FILE_MISSING, EVIDENCE_FILE_CHANGED)


def check_evidence(response: Response, engagement: Engagement, toolkit: Toolkit) -> Iterator[Finding]:
    """Evidence that its own side saw, or that is old on the day of the engagement."""
    own = engagement.side_of(response.group, toolkit) if response.group else None
    today = engagement.file.date if engagement.file else None
    for question_id, answer in response.answers.items():
        for index, record in enumerate(answer.evidence):
            route = ("answers", question_id, "evidence", index)
            if own is not None and record.seen_by == own:
                said = Sentence("evidence for {question} was brought by the side “{side}” itself",
                                question=question_id, side=own)  # fmt: skip
                yield SEEN_BY_OWN_SIDE.at((*route, "seen_by"), said, Sentence("name the other side, or nobody"))
            yield from check_age(record, route, today, toolkit)


def check_age(record: EvidenceRecord, route: Route, today: date | None, toolkit: Toolkit) -> Iterator[Finding]:
    """Evidence that is old on a day."""
    if is_old(record, today, toolkit):
        months = toolkit.policy.evidence.months or 0
        said = counted("evidence for {question} is older than one month",
                       "evidence for {question} is older than {number} months", months, question=route[1])  # fmt: skip
        yield OLD_EVIDENCE.at((*route, "date"), said, Sentence("ask for something newer"))


def check_seen_by(records: Sequence[EvidenceRecord], route: Route, toolkit: Toolkit) -> Iterator[Finding]:
    """Evidence is seen by a side that there is."""
    sides = [side.id for side in toolkit.sides]
    for index, record in enumerate(records):
        if record.seen_by is not None and record.seen_by not in sides:
            said = Sentence("there is no side “{side}”", side=record.seen_by)
            yield UNKNOWN_SIDE.at((*route, "evidence", index, "seen_by"), said, did_you_mean(record.seen_by, sides))


def check_file(record: EvidenceRecord, now: str | None, route: Route) -> Iterator[Finding]:
    """The file of a piece of evidence is the one that was recorded.

    Args:
        record: names the file and its sum.
        now: the sha256 of the file as it is; None when it cannot be read.
        route: to the record.
    """
    if now is None:
        said = Sentence("there is no file {file}", file=record.file)
        yield EVIDENCE_FILE_MISSING.at((*route, "file"), said, Sentence("put it back, or correct the path"))
    elif now != record.sha256:
        said = Sentence("{file} is not the file that was recorded", file=record.file)
        yield EVIDENCE_FILE_CHANGED.at(
            (*route, "sha256"), said, Sentence("put the old file back, or record the new one")
        )
