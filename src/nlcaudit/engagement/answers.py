"""What one respondent answered, as the file says it and as types."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field, JsonValue

from nlcaudit.framework.toolkit import Depth
from nlcaudit.shape import Day, Id, Strict, Yes
from nlcaudit.text import LanguageTag, SomeText, Written

Voice = Literal["person", "institution"]
Confidence = Literal["low", "medium", "high"]
Strength = Literal["claim", "document", "observed", "outcome"]
Pseudonym = Annotated[str, Written(r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Sha256 = Annotated[str, Written(r"^[0-9a-f]{64}$")]


class EvidenceRecord(Strict):
    """One thing that shows a rating; never personal or case data.

    Attributes:
        what: what it is: “minutes of the meeting of 3 May”.
        where: where it can be seen.
        date: of the thing itself.
        owner: the office that keeps it.
        strength: a `claim`, a `document`, something `observed`, or an `outcome`.
        file: a local file that holds it, from the engagement's folder.
        sha256: of the file, so that nobody can exchange it unnoticed.
        seen_by: the side whose participant saw it.
    """

    what: SomeText
    where: SomeText | None = None
    date: Day | None = None
    owner: SomeText | None = None
    strength: Strength = "claim"
    file: SomeText | None = None
    sha256: Sha256 | None = None
    seen_by: Id | None = None


HIGHEST: dict[str, JsonValue] = {"maximum": 9}
"""For editors, which do not know the toolkit; what is too high is told with the toolkit's own highest level."""


class Answer(Strict):
    """What stands under a question's id: exactly one kind of answer and what was said beside it.

    Attributes:
        rating: the level chosen, counted from 0.
        dont_know: the respondent cannot say.
        outside_powers: the law gives this to somebody else.
        not_applicable: why the question does not fit this city.
        then: the rating of a year ago, as it is remembered today; reported, never scored.
        confidence: how sure the respondent is; reported, never scored.
        note: what the respondent wanted to add; names nobody.
        evidence: what shows the rating.
        flag: to be talked about.
        wording: the version of the toolkit whose wording was answered, when the question was reworded since.
    """

    rating: int | None = Field(default=None, ge=0, json_schema_extra=HIGHEST)
    dont_know: Yes | None = None
    outside_powers: Yes | None = None
    not_applicable: SomeText | None = None
    then: int | None = Field(default=None, ge=0, json_schema_extra=HIGHEST)
    confidence: Confidence | None = None
    note: str | None = None
    evidence: tuple[EvidenceRecord, ...] = ()
    flag: Yes | None = None
    wording: SomeText | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """A level was chosen."""

    rating: int


@dataclass(frozen=True, slots=True)
class DontKnow:
    """The respondent cannot say."""


@dataclass(frozen=True, slots=True)
class OutsidePowers:
    """The respondent says that the law gives this to somebody else."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The question does not fit this city; the reason says why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Skipped, or not reached."""


Choice = Rated | DontKnow | OutsidePowers | NotApplicable | Unanswered

CHOICE_KEYS = ("rating", "dont_know", "outside_powers", "not_applicable")


def choice_of(answer: Answer | None) -> Choice:
    """Return the kind of answer as a type."""
    if answer is None:
        return Unanswered()
    if answer.rating is not None:
        return Rated(answer.rating)
    if answer.dont_know:
        return DontKnow()
    if answer.outside_powers:
        return OutsidePowers()
    return NotApplicable(answer.not_applicable) if answer.not_applicable else Unanswered()


class ToolkitRef(Strict):
    """Which toolkit, in which version, with which content.

    Attributes:
        id: of the toolkit.
        version: of the toolkit, in quotes.
        sha256: the fingerprint of its content.
        path: where it lies, from this file's folder, when it is not one that is shipped.
    """

    id: Id
    version: SomeText
    sha256: Sha256 | None = None
    path: SomeText | None = None


class Orphan(Strict):
    """An answer whose question is gone, kept as it was given.

    Attributes:
        question: the id under which it was given.
        version: the toolkit's version in which that was its id.
        answer: what was answered.
    """

    question: Id
    version: SomeText
    answer: Answer


class ImportRecord(Strict):
    """That answers came in from a file, and what they replaced. No time of day, no id that a server gave.

    Attributes:
        source: sha256 of the file.
        submission: fingerprints by which the same submission is known again; whoever has the file can work them out.
        content: fingerprint of what the submission said.
        result: fingerprint of what the response said afterwards, where that is more than the submission.
        day: the day on which it was sent, where the file says it.
        replaced: what stood there before, id of a question → answer; `{}` where nothing did.
        orphaned: what stood there before under a question that is gone, kept as it was given.
    """

    source: Sha256
    submission: tuple[Sha256, ...] = Field(min_length=1)
    content: Sha256
    result: Sha256 | None = None
    day: Day | None = None
    replaced: dict[Id, Answer] = {}
    orphaned: tuple[Orphan, ...] = ()


class Response(Strict):
    """One person's or one institution's answers; one file.

    Attributes:
        schema: what this file is.
        toolkit: what was asked.
        respondent: the pseudonym, by convention also the file's name; of an institution, its short name.
        voice: whether a `person` speaks or an `institution`.
        name: the institution's name; never a person's.
        released: the institution agrees that its answers are shown under its name.
        group: the kind of respondent, one of the toolkit's groups.
        language: in which the questions were answered.
        depth: `quick` asks the core questions, `full` asks all.
        frameworks: the frameworks that were asked, by id.
        resume_at: the question with which the next sitting begins.
        answers: id of a question → the answer.
        orphaned: answers whose question is gone, kept as they were given.
        imported: where answers were imported from files, the oldest first.
    """

    confidential: ClassVar[bool] = True

    schema_: str = Field(alias="schema")
    toolkit: ToolkitRef
    respondent: Pseudonym
    voice: Voice = "person"
    name: SomeText | None = None
    released: Yes | None = None
    group: Id | None = None
    language: LanguageTag = "en"
    depth: Depth = "full"
    frameworks: tuple[Id, ...] = Field(min_length=1)
    resume_at: Id | None = None
    answers: dict[Id, Answer] = {}
    orphaned: tuple[Orphan, ...] = ()
    imported: tuple[ImportRecord, ...] = ()

    def choice(self, question_id: str) -> Choice:
        """The answer to one question as a type."""
        return choice_of(self.answers.get(question_id))
