"""Where a questionnaire stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from nlcaudit.engagement import Answer, Choice, Response, Unanswered
from nlcaudit.framework import Question, Toolkit
from nlcaudit.interview.events import Event

Awaited = Literal[
    "command", "reason", "then", "confidence", "note", "more-note", "what", "where", "date", "owner", "strength",
    "file", "seen_by", "question", "language",
]  # fmt: skip
"""What the next line is read as; the fields of a piece of evidence are asked for one after the other."""


@dataclass(frozen=True, slots=True)
class Interview:
    """The whole state of a questionnaire.

    Attributes:
        toolkit: what is asked, and in which words.
        questions: those put to this respondent, in order.
        languages: those that may be chosen.
        response: everything that is saved.
        at: index of the question in front of the respondent; the number of questions in the review at the end.
        awaited: what the next line is read as.
        before: the state before the last change of an answer, which undo restores.
        ended: the respondent has left.
        shared: a facilitator types for several respondents in turn; `r` changes to another.
        turn: to whom the facilitator changes; an empty text is the list of all.
    """

    toolkit: Toolkit
    questions: tuple[Question, ...]
    languages: tuple[str, ...]
    response: Response
    at: int = 0
    awaited: Awaited = "command"
    before: "Interview | None" = None
    ended: bool = False
    shared: bool = False
    turn: str | None = None

    @property
    def question(self) -> Question | None:
        """The question in front of the respondent; None in the review."""
        return self.questions[self.at] if self.at < len(self.questions) else None

    @property
    def answer(self) -> Answer:
        """What stands under the question in front of the respondent."""
        return self.answer_to(self.question.id) if self.question else Answer()

    def answer_to(self, question_id: str) -> Answer:
        """What stands under a question; an empty answer where there is nothing."""
        return self.response.answers.get(question_id, Answer())

    def choice(self, question: Question) -> Choice:
        """The kind of answer to a question."""
        return self.response.choice(question.id)

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The indices of the questions without an answer."""
        return tuple(i for i, q in enumerate(self.questions) if isinstance(self.choice(q), Unanswered))

    @property
    def flagged(self) -> tuple[int, ...]:
        """The indices of the questions marked to come back to."""
        return tuple(i for i, q in enumerate(self.questions) if self.answer_to(q.id).flag)

    def awaiting(self, awaited: Awaited) -> "Interview":
        """Return the same state that reads its next line as something else."""
        return replace(self, awaited=awaited)

    def placed(self, at: int) -> "Interview":
        """Return the same state in front of another question; the response remembers where to resume."""
        here = self.questions[at].id if at < len(self.questions) else None
        response = self.response.model_copy(update={"resume_at": here})
        return replace(self, at=at, awaited="command", response=response)

    def answered(self, answer: Answer, *, once_more: bool = False) -> "Interview":
        """Return the state with another answer to the question in front.

        Args:
            answer: the new answer; an empty one removes what stood there.
            once_more: the change continues the one before, so that undo takes back both at once.
        """
        if self.question is None:
            return self
        answers = {**self.response.answers, self.question.id: answer}
        if answer == Answer():
            del answers[self.question.id]
        response = self.response.model_copy(update={"answers": dict(self._in_order(answers))})
        before = self.before if once_more else replace(self, awaited="command")
        return replace(self, response=response, before=before)

    def _in_order(self, answers: dict[str, Answer]) -> Iterator[tuple[str, Answer]]:
        """Answers in the toolkit's order; those to questions it does not know stay at the end."""
        known = self.toolkit.by_id
        yield from ((q, answers[q]) for q in known if q in answers)
        yield from ((q, a) for q, a in answers.items() if q not in known)


Turn = tuple[Interview, tuple[Event, ...]]
