"""Who was asked and what they answered: one city at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from nlcaudit.framework.toolkit import Depth, Toolkit
from nlcaudit.shape import Day, Id, Strict, Yes
from nlcaudit.text import LanguageTag, LocalizedText, SomeText

Voice = Literal["person", "institution"]
Confidence = Literal["low", "medium", "high"]
Strength = Literal["claim", "document", "observed", "outcome"]
ReleaseKind = Literal["draft", "participants", "public"]
Pseudonym = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class EvidenceRecord(Strict):
    """One thing that shows a rating; never personal or case data."""

    what: SomeText
    where: SomeText | None = None
    date: Day | None = None
    owner: SomeText | None = None
    strength: Strength = "claim"
    sha256: Sha256 | None = None
    seen_by: Id | None = None
    """The side whose participant saw it."""


class Answer(Strict):
    """What stands under a question's id: exactly one kind of answer and what was said beside it."""

    rating: int | None = Field(default=None, ge=0, le=9)
    dont_know: Yes | None = None
    outside_powers: Yes | None = None
    not_applicable: SomeText | None = None
    confidence: Confidence | None = None
    note: str | None = None
    evidence: tuple[EvidenceRecord, ...] = ()
    flag: Yes | None = None
    wording: SomeText | None = None
    """The version of the toolkit whose wording was answered, when the question was reworded since."""


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
    """Which toolkit, in which version, with which content."""

    id: Id
    version: SomeText
    sha256: Sha256 | None = None
    path: SomeText | None = None
    """Where it lies, from the engagement's folder, when it is not one that is shipped."""


class Orphan(Strict):
    """An answer whose question is gone, kept as it was given.

    Attributes:
        question: the id under which it was given.
        version: the toolkit's version in which that was its id.
    """

    question: Id
    version: SomeText
    answer: Answer


class Response(Strict):
    """One person's or one institution's answers; one file."""

    schema_: str = Field(alias="schema")
    toolkit: ToolkitRef
    respondent: Pseudonym
    voice: Voice = "person"
    name: SomeText | None = None
    """The institution's name; never a person's."""
    released: Yes | None = None
    """The institution agrees that its answers are shown under its name."""
    group: Id | None = None
    language: LanguageTag = "en"
    depth: Depth = "full"
    frameworks: tuple[Id, ...] = Field(min_length=1)
    resume_at: Id | None = None
    answers: dict[Id, Answer] = {}
    orphaned: tuple[Orphan, ...] = ()

    def choice(self, question_id: str) -> Choice:
        """The answer to one question as a type."""
        return choice_of(self.answers.get(question_id))


class EngagementGroup(Strict):
    """A group as this city has it.

    Attributes:
        side: overrides the toolkit's default; `none` takes the group out of both sides.
        expected: how many are to be heard.
        invited: how many were invited.
        declined: how many said no.
    """

    id: Id
    side: Id | None = None
    expected: int = Field(default=0, ge=0)
    invited: int = Field(default=0, ge=0)
    declined: int = Field(default=0, ge=0)


class Sponsor(Strict):
    """Who, for one side, invites and releases."""

    side: Id
    name: SomeText
    office: LocalizedText | None = None
    approved: Day | None = None


class Reply(Strict):
    """A side's reply, printed beside the finding it is about (a question, a framework, or all)."""

    side: Id
    about: Id | None = None
    text: LocalizedText


class Keeper(Strict):
    """Who keeps the answers, and until when."""

    office: LocalizedText
    until: Day | None = None


NO_SIDE = "none"


class EngagementFile(Strict):
    """The file `engagement.yaml`."""

    schema_: str = Field(alias="schema")
    city: LocalizedText
    country: LocalizedText | None = None
    date: Day
    subject: LocalizedText | None = None
    notice: LocalizedText | None = None
    toolkit: ToolkitRef
    depth: Depth = "quick"
    modules: tuple[Id, ...] = ()
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    groups: tuple[EngagementGroup, ...] = ()
    targets: dict[Id, int] = {}
    score_institutions: bool = False
    privacy_threshold: int | None = Field(default=None, ge=3)
    withdraw_until: Day | None = None
    keeper: Keeper | None = None
    sponsors: tuple[Sponsor, ...] = ()
    release: ReleaseKind = "draft"
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True)
class Engagement:
    """An engagement's file (when there is a folder) and the responses, in the order of their pseudonyms."""

    file: EngagementFile | None
    responses: tuple[Response, ...]

    @property
    def persons(self) -> tuple[Response, ...]:
        """The responses of single people."""
        return tuple(r for r in self.responses if r.voice == "person")

    @property
    def institutions(self) -> tuple[Response, ...]:
        """The cleared answers of bodies."""
        return tuple(r for r in self.responses if r.voice == "institution")

    @property
    def scored(self) -> tuple[Response, ...]:
        """The responses that make the scores: persons where there are any, unless the engagement says otherwise."""
        institutions_only = self.file is not None and self.file.score_institutions
        return self.institutions if institutions_only or not self.persons else self.persons

    @cached_property
    def declared_groups(self) -> Mapping[str, EngagementGroup]:
        """The groups that the engagement declares, under their ids."""
        return {group.id: group for group in (self.file.groups if self.file else ())}

    def side_of(self, group_id: str, toolkit: Toolkit) -> str | None:
        """The side of a group: the engagement's word, else the toolkit's default."""
        declared = self.declared_groups.get(group_id)
        if declared is not None and declared.side is not None:
            return None if declared.side == NO_SIDE else declared.side
        known = toolkit.group_by_id.get(group_id)
        return known.side if known else None

    def threshold(self, toolkit: Toolkit) -> int:
        """The least number of persons on whom a shown value rests."""
        privacy = toolkit.policy.privacy
        wanted = self.file.privacy_threshold if self.file else None
        return max(privacy.minimum, wanted if wanted is not None else privacy.threshold)


def engagement_of(responses: Sequence[Response], file: EngagementFile | None = None) -> Engagement:
    """Make an engagement; the order of the files does not matter."""
    return Engagement(file, tuple(sorted(responses, key=lambda r: r.respondent)))
