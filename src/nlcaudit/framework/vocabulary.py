"""What a toolkit's frameworks share: scale, sides, groups, levers, sources, cases, terms."""

from typing import Annotated, Literal

from pydantic import Field

from nlcaudit.shape import Exact, Id, Strict
from nlcaudit.text import LanguageTag, LocalizedText, SomeText, Written


class Language(Strict):
    """A language of the texts; a `draft` is offered only on request and may have gaps.

    Attributes:
        id: its BCP 47 tag.
        status: `reviewed`: every text must be there · `draft`: offered only on request, may have gaps.
    """

    id: LanguageTag = Field(examples=["en", "fr-CA"])
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
    """The anchored rating scale: 2 to 10 levels in ascending order.

    Attributes:
        levels: the first is rated 0.
    """

    levels: tuple[ScaleLevel, ...] = Field(min_length=2, max_length=10)


class Side(Strict):
    """One of the parties whose views are set side by side.

    Attributes:
        id: used in files.
        label: what it is called.
        participants: how a sentence names the people of this side: “National participants”.
    """

    id: Id
    label: LocalizedText
    participants: LocalizedText | None = None


class Group(Strict):
    """A kind of respondent; `side` is the default that an engagement may change.

    Attributes:
        id: used in files and on the command line.
        label: what it is called.
        side: the side that it usually belongs to.
        note: who belongs to it, where the label does not say.
    """

    id: Id
    label: LocalizedText
    side: Id | None = None
    note: LocalizedText | None = None


class Lever(Strict):
    """Who has the power to change what a question asks about.

    Attributes:
        id: used in files.
        label: how a sentence names it: “the city”.
    """

    id: Id
    label: LocalizedText


class StepList(Strict):
    """One list of next steps in the report: those whose lever is among `levers`.

    Attributes:
        id: used in files.
        title: the heading above the list.
        levers: whose steps it holds.
    """

    id: Id
    title: LocalizedText
    levers: tuple[Id, ...] = Field(min_length=1)


class Point(Strict):
    """A numbered point of a source: `N3` of `seed#N3`.

    Attributes:
        id: cited after `#`.
        text: what the point says.
        context: why it is recorded as context instead of being asked about.
    """

    id: Annotated[str, Written(r"^[A-Za-z0-9]+$")]
    text: LocalizedText
    context: LocalizedText | None = None


class Source(Strict):
    """Something a question rests on.

    Attributes:
        id: cited by questions, cases and terms.
        title: of the paper, the book or the page.
        publisher: who published it.
        date: when, as precisely as is known, in quotes.
        url: where it can be read.
        note: what a reader should know of it.
        points: what it says, one by one, where questions cite it as `id#point`.
    """

    id: Annotated[str, Written(r"^[A-Za-z0-9]+$")]
    title: LocalizedText
    publisher: str | None = None
    date: str | None = Field(default=None, examples=["2024", "2024-05"])
    url: str | None = None
    note: LocalizedText | None = None
    points: tuple[Point, ...] = ()


class Case(Strict):
    """What a city or country did, told from a source.

    Attributes:
        id: named by questions.
        place: the city or country.
        title: what was done, in a few words.
        text: the story in a few sentences.
        sources: what it is told from.
    """

    id: Id
    place: LocalizedText
    title: LocalizedText
    text: LocalizedText
    sources: tuple[SomeText, ...] = Field(min_length=1)


class Cases(Strict):
    """The file `cases.yaml`: what cities and countries did.

    Attributes:
        schema: what this file is.
        cases: one entry for each.
    """

    schema_: str = Field(alias="schema")
    cases: tuple[Case, ...]


class Term(Strict):
    """An entry of the glossary; `forms` are the spellings by which texts mention it.

    Attributes:
        id: named by questions.
        term: the word itself.
        forms: language → the spellings by which texts mention it, besides the term.
        meaning: what it means here, in plain words.
        sources: what the meaning rests on.
    """

    id: Id
    term: LocalizedText
    forms: dict[LanguageTag, tuple[SomeText, ...]] = {}
    meaning: LocalizedText
    sources: tuple[SomeText, ...] = ()


class Glossary(Strict):
    """The file `glossary.yaml`: the words that the texts use.

    Attributes:
        schema: what this file is.
        terms: one entry for each word.
    """

    schema_: str = Field(alias="schema")
    terms: tuple[Term, ...]
