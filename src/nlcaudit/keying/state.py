"""Where the typing of a sheet stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from nlcaudit.engagement import Answer, Confidence, Response, ToolkitRef
from nlcaudit.framework import Question, Toolkit
from nlcaudit.framework.toolkit import Depth

SCHEMA = "nlcaudit/response/1"
OPEN, NOT_APPLICABLE = "-", "n"
KINDS: Mapping[str, str] = {"d": "dont_know", "o": "outside_powers"}

Phase = Literal["number", "group", "first", "second", "settle"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked at a question.

    Attributes:
        key: a level's digit, `d`, `o`, `n`, or `-` where nothing is marked.
        reason: what stands behind `n`.
    """

    key: str
    reason: str = ""

    def answer(self) -> Answer | None:
        """The answer that it means; None for a question left open."""
        if self.key == OPEN:
            return None
        if self.key == NOT_APPLICABLE:
            return Answer(not_applicable=self.reason)
        return Answer(rating=int(self.key)) if self.key.isdigit() else Answer.model_validate({KINDS[self.key]: True})


@dataclass(frozen=True, slots=True)
class Plan:
    """What is the same for every sheet of a sitting.

    Attributes:
        groups: id → label; the sheet says which it is.
        group: the group of every sheet, where there is nothing to choose.
    """

    toolkit: Toolkit
    reference: ToolkitRef
    frameworks: tuple[str, ...]
    depth: Depth
    language: str
    groups: Mapping[str, str]
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What is written beside a mark."""

    confidence: Confidence | None = None
    note: str | None = None


@dataclass(frozen=True)
class Keying:
    """The whole state.

    Attributes:
        taken: numbers of sheets that have a response already.
        number: the sheet in hand; empty between sheets.
        first: question id → mark, of the first pass; `second` of the second.
        at: index of the question in front; in `settle`, of the next that differs.
        last: index of the question that was marked last.
        ended: the typist has left.
    """

    plan: Plan
    taken: frozenset[str] = frozenset()
    phase: Phase = "number"
    number: str = ""
    group: str | None = None
    at: int = 0
    last: int | None = None
    first: Mapping[str, Mark] = field(default_factory=dict)
    second: Mapping[str, Mark] = field(default_factory=dict)
    beside: Mapping[str, Beside] = field(default_factory=dict)
    ended: bool = False

    @property
    def questions(self) -> tuple[Question, ...]:
        """Those on the sheet in hand, in its order."""
        plan = self.plan
        return tuple(plan.toolkit.asked(plan.frameworks, plan.depth, self.group))

    @property
    def question(self) -> Question:
        """The question in front."""
        return self.questions[self.at]

    @property
    def marks(self) -> Mapping[str, Mark]:
        """The marks of this pass."""
        return self.first if self.phase == "first" else self.second

    @property
    def open(self) -> tuple[int, ...]:
        """The questions that were not typed yet in this pass."""
        return tuple(i for i, question in enumerate(self.questions) if question.id not in self.marks)

    @property
    def differing(self) -> tuple[int, ...]:
        """The questions at which the two passes differ; a reason counts once, as it was typed first."""
        pairs = [(self.first.get(q.id), self.second.get(q.id)) for q in self.questions]
        return tuple(i for i, (one, other) in enumerate(pairs) if one and other and one.key != other.key)

    def between_sheets(self) -> "Keying":
        """Return the state that waits for the next sheet."""
        return Keying(self.plan, self.taken)

    def marked(self, index: int, mark: Mark) -> "Keying":
        """Return the state with a question marked in this pass; settling puts both passes right."""
        entry = {self.questions[index].id: mark}
        first = {**self.first, **entry} if self.phase in {"first", "settle"} else self.first
        second = {**self.second, **entry} if self.phase in {"second", "settle"} else self.second
        return replace(self, first=first, second=second, last=index)


def response_of(state: Keying) -> Response:
    """The response of a sheet that was typed twice."""
    plan = state.plan
    answers: dict[str, Answer] = {}
    for question in state.questions:
        answer = state.first[question.id].answer()
        beside = state.beside.get(question.id)
        if beside:
            answer = (answer or Answer()).model_copy(update={"confidence": beside.confidence, "note": beside.note})
        if answer is not None:
            answers[question.id] = answer
    return Response.model_validate({
        "schema": SCHEMA, "toolkit": plan.reference, "respondent": respondent(state.number), "group": state.group,
        "language": plan.language, "depth": plan.depth, "frameworks": plan.frameworks, "answers": answers,
    })  # fmt: skip


def respondent(number: str) -> str:
    """The pseudonym of a numbered sheet."""
    return f"sheet-{number}"
