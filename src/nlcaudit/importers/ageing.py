"""Which of two submissions of one respondent is the newer, as far as anything says so."""

from typing import Literal

from nlcaudit.engagement import ImportRecord, Response
from nlcaudit.importers.submissions import Submission
from nlcaudit.sentences import Sentence
from nlcaudit.tables import Problem

Age = Literal["newer", "unknown", "older"]


def age_of(submission: Submission, there: Response, fresh: Submission | None) -> Age | Problem:
    """Whether a submission is newer than what went in last."""
    moment, day = submission.identity.moment, submission.identity.day
    if fresh is not None:
        if moment and fresh.identity.moment and moment != fresh.identity.moment:
            return "newer" if moment > fresh.identity.moment else "older"
        if submission.asked & fresh.asked:
            said = Sentence(
                "the same respondent stands in {place}, with other answers", place=fresh.problem("", "").place
            )
            return submission.problem(said, Sentence("nothing says which is newer; keep one of the two"))
        return "unknown"
    last = there.imported[-1] if there.imported else None
    following = _follows(submission, last)
    if following is not None:
        return following
    if day is None or last is None or last.day is None or day == last.day:
        return "unknown"
    return "newer" if day > last.day else "older"


def _follows(submission: Submission, last: ImportRecord | None) -> Age | None:
    """What the server's own word says: that this takes the place of the last one, or the last one of this."""
    identity = submission.identity
    if last is None or not identity.corrects:
        return None
    if last.submission[0] in identity.corrects:
        return "newer"
    return "older" if identity.ids[0] in last.submission[1:] else None
