"""What a toolkit's frameworks share: scale, sides, groups, levers, sources, cases, terms."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from nlcaudit.shape import Exact, Id, Strict
from nlcaudit.text import LanguageTag, LocalizedText, SomeText


class Language(Strict):
    """A language of the texts; a `draft` is offered only on request and may have gaps."""

    id: LanguageTag
    status: Literal["reviewed", "draft"] = "reviewed"


class ScaleLevel(Strict):
    """One step of the scale on which every question is rated.

    Attributes:
        id: used in files and in URLs.
        label: one or two words.
        meaning: what the level means on any question.
        value: 0…1; by default rating ÷ highest rating. Declared for all levels or for none.
    """

    id: Id
    label: LocalizedText
    meaning: LocalizedText | None = None
    value: Exact | None = None


class Scale(Strict):
    """The anchored rating scale: 2 to 10 levels in ascending order."""

    levels: tuple[ScaleLevel, ...] = Field(min_length=2, max_length=10)


class Side(Strict):
    """One of the parties whose views are set side by side."""

    id: Id
    label: LocalizedText
    participants: LocalizedText | None = None
    """How a sentence names the people of this side: “National participants”."""


class Group(Strict):
    """A kind of respondent; `side` is the default that an engagement may change."""

    id: Id
    label: LocalizedText
    side: Id | None = None
    note: LocalizedText | None = None


class Lever(Strict):
    """Who has the power to change what a question asks about."""

    id: Id
    label: LocalizedText


class StepList(Strict):
    """One list of next steps in the report: those whose lever is among `levers`."""

    id: Id
    title: LocalizedText
    levers: tuple[Id, ...] = Field(min_length=1)


class Point(Strict):
    """A numbered point of a source: `N3` of `seed#N3`."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+$")]
    text: LocalizedText
    context: LocalizedText | None = None
    """Why the point is recorded as context instead of being asked about."""


class Source(Strict):
    """Something a question rests on."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+$")]
    title: LocalizedText
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    note: LocalizedText | None = None
    points: tuple[Point, ...] = ()


class Case(Strict):
    """What a city or country did, told from a source."""

    id: Id
    place: LocalizedText
    title: LocalizedText
    text: LocalizedText
    sources: tuple[SomeText, ...] = Field(min_length=1)


class Cases(Strict):
    """The file `cases.yaml`."""

    schema_: str = Field(alias="schema")
    cases: tuple[Case, ...]


class Term(Strict):
    """An entry of the glossary; `forms` are the spellings by which texts mention it."""

    id: Id
    term: LocalizedText
    forms: dict[LanguageTag, tuple[SomeText, ...]] = {}
    meaning: LocalizedText
    sources: tuple[SomeText, ...] = ()


class Glossary(Strict):
    """The file `glossary.yaml`."""

    schema_: str = Field(alias="schema")
    terms: tuple[Term, ...]
