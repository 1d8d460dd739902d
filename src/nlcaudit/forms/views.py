"""The view model of a blank questionnaire: everything that a form prints, in every language chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nlcaudit.engagement import ToolkitRef
from nlcaudit.framework.toolkit import Depth
from nlcaudit.text import Spoken

Texts = Mapping[str, Spoken]
"""A text under each language of the form; where it is not translated, `Spoken.language` says what it is in."""

BlockKind = Literal["heading", "paragraph", "item"]


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a paragraph; `strong` where it was written between two stars."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or an entry of a list."""

    kind: BlockKind
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words without emphasis."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class FormLanguage:
    """A language of the form.

    Attributes:
        name: what its speakers call it.
        direction: `ltr` or `rtl`.
    """

    id: str
    name: str
    direction: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to choose: a group, a side, a kind of answer, a degree.

    Attributes:
        id: what stands in a response file.
        note: what helps to choose.
    """

    id: str
    label: Texts
    note: Texts | None = None


@dataclass(frozen=True, slots=True)
class FormLevel:
    """A level of the scale, the same for every question."""

    rating: int
    label: Texts
    meaning: Texts | None


@dataclass(frozen=True, slots=True)
class FormTerm:
    """A word explained."""

    id: str
    term: Texts
    meaning: Texts


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question as a form prints it.

    Attributes:
        code: short and unique; what is typed from paper.
        theme: the title of the questions that belong together.
        levels: one descriptor for each rating, from 0.
        terms: ids of the words that its texts use.
        asked_of: the groups of this form that it is put to; nothing means all.
    """

    id: str
    code: str
    theme: Texts
    title: Texts | None
    text: Texts
    why: Texts
    levels: tuple[Texts, ...]
    sufficient: tuple[Texts, ...]
    insufficient: tuple[Texts, ...]
    terms: tuple[str, ...]
    asked_of: tuple[str, ...]
    sensitive: bool

    def put_to(self, group: str | None) -> bool:
        """Whether somebody of this group is asked."""
        return not self.asked_of or group is None or group in self.asked_of


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one framework."""

    id: str
    code: str
    title: Texts
    summary: Texts
    questions: tuple[FormQuestion, ...]


@dataclass(frozen=True)
class Form:
    """A blank questionnaire.

    Attributes:
        toolkit: as a response file names it; `path` counts from the folder of the responses.
        frameworks: ids, as a response file lists them.
        place: city and country, where there is an engagement.
        day: the day it is about, as each language writes it.
        consent: language → what everybody reads first.
        consent_in: language → the language that its consent is really in.
        kinds: the kinds of answer beside a level: `dont_know`, `outside_powers`, `not_applicable`.
        confidence: `low`, `medium`, `high`.
        strengths: of a piece of evidence.
        groups: to choose from; empty where the toolkit has none.
        languages: the first one is shown first.
    """

    toolkit: ToolkitRef
    title: Texts
    notice: Texts | None
    place: Texts | None
    subject: Texts | None
    day: Texts | None
    languages: tuple[FormLanguage, ...]
    depth: Depth
    frameworks: tuple[str, ...]
    consent: Mapping[str, tuple[Block, ...]]
    consent_in: Mapping[str, str]
    levels: tuple[FormLevel, ...]
    kinds: tuple[Choice, ...]
    confidence: tuple[Choice, ...]
    strengths: tuple[Choice, ...]
    groups: tuple[Choice, ...]
    sides: tuple[Choice, ...]
    sections: tuple[Section, ...]
    terms: tuple[FormTerm, ...]

    @property
    def questions(self) -> Iterator[FormQuestion]:
        """All questions in order, whoever they are put to."""
        return (question for section in self.sections for question in section.questions)

    @cached_property
    def by_code(self) -> Mapping[str, FormQuestion]:
        """Every question under its code."""
        return {question.code: question for question in self.questions}

    @property
    def group(self) -> Choice | None:
        """The group, where there is only one to choose."""
        return self.groups[0] if len(self.groups) == 1 else None
