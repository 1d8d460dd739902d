"""What is not as before in an answer, and how it is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from nlcaudit.engagement import Answer, DontKnow, NotApplicable, OutsidePowers, Rated, Response, choice_of
from nlcaudit.framework import Toolkit
from nlcaudit.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that is not as before."""

    question: str
    before: Answer | None
    after: Answer | None


def changes_between(there: Response, new: Response, asked: frozenset[str]) -> Iterator[Change]:
    """Only what was asked can change: an answer to a question that this form does not put stays."""
    for question in sorted(asked | {*new.answers}):
        if there.answers.get(question) != new.answers.get(question):
            yield Change(question, there.answers.get(question), new.answers.get(question))


def tell_change(change: Change, toolkit: Toolkit) -> Sentence:
    """Say what stood there and what comes instead."""
    code = toolkit.by_id[change.question].code
    before, after = _brief(change.before), _brief(change.after)
    if before != after:
        return Sentence("{code}: {before} → {after}", code=code, before=before, after=after)
    return Sentence("{code}: {after}, and what was said beside it", code=code, after=after)


def _brief(answer: Answer | None) -> str:
    choice = choice_of(answer)
    if isinstance(choice, Rated):
        return str(choice.rating)
    if isinstance(choice, NotApplicable):
        return Sentence("not applicable")
    if isinstance(choice, DontKnow):
        return Sentence("don’t know")
    return Sentence("outside our powers") if isinstance(choice, OutsidePowers) else Sentence("no answer")
