"""Frameworks, themes, questions and their anchored levels."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from nlcaudit.framework.migrations import Migration
from nlcaudit.framework.vocabulary import Group, Language, Lever, Scale, Side, Source, StepList
from nlcaudit.shape import Id, Strict
from nlcaudit.text import LocalizedText, SomeText


class NextStep(Strict):
    """What leads from one level to the next.

    Attributes:
        action: one or two sentences, in the imperative.
        lead: the groups that lead, by id; empty only where the toolkit has no groups.
        effort: 1 weeks and no new money · 2 months of staff time · 3 a year, a budget or a formal decision.
    """

    action: LocalizedText
    lead: tuple[Id, ...] = ()
    effort: Literal[1, 2, 3]


class Level(Strict):
    """One observable descriptor of a question, and the step that leads on from it."""

    text: LocalizedText
    next_step: NextStep | None = None


class Evidence(Strict):
    """Examples of what suffices to show a level, and of what does not."""

    sufficient: tuple[LocalizedText, ...] = Field(min_length=1)
    insufficient: tuple[LocalizedText, ...] = Field(min_length=1)


class Gate(Strict):
    """A stage is not reached while a side's lower median is under `at_least` (a rating)."""

    stage: int = Field(ge=1)
    at_least: int = Field(ge=1)


class Question(Strict):
    """One question.

    Attributes:
        code: short and unique in the toolkit; printed on paper forms and typed from them.
        title: a short name where the question has one (the official title of a lesson).
        core: asked in the quick version.
        sources: `seed#N3`, `W12`; `own` where it is the authors' judgement.
        lessons: the questions of the `lessons` framework that it serves.
        terms: the glossary entries that its texts use.
        lever: who can change it.
        sensitive: accuses or exposes somebody; left out of the public edition.
        asked_of: the groups it is put to; nothing means all.
        weight: 0 or more.
    """

    id: Id
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}[0-9]{1,3}$")]
    title: LocalizedText | None = None
    core: bool = False
    text: LocalizedText
    why: LocalizedText
    levels: tuple[Level, ...] = Field(min_length=2, max_length=10)
    evidence: Evidence
    sources: tuple[SomeText, ...] = Field(min_length=1)
    lessons: tuple[Id, ...] = ()
    cases: tuple[Id, ...] = ()
    terms: tuple[Id, ...] = ()
    lever: Id | None = None
    gate: Gate | None = None
    sensitive: bool = False
    asked_of: tuple[Id, ...] = ()
    weight: int = Field(default=1, ge=0)
    weight_reason: LocalizedText | None = None


class Theme(Strict):
    """Questions that belong together; weighs the sum of its questions unless `weight` is declared."""

    id: Id
    title: LocalizedText
    weight: int | None = Field(default=None, ge=0)
    weight_reason: LocalizedText | None = None
    questions: tuple[Question, ...] = Field(min_length=1)


class StandAlone(Strict):
    """What a framework in a single file says of itself, because no `toolkit.yaml` says it."""

    version: SomeText
    languages: tuple[Language, ...] = Field(min_length=1)
    scale: Scale
    sides: tuple[Side, ...] = ()
    groups: tuple[Group, ...] = ()
    levers: tuple[Lever, ...] = ()
    step_lists: tuple[StepList, ...] = ()
    sources: tuple[Source, ...] = ()
    scoring: dict[str, Any] = {}
    migrations: tuple[Migration, ...] = ()


class Framework(Strict):
    """One file of questions: a competency, a set of lessons or a module."""

    schema_: str = Field(alias="schema")
    id: Id
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}$")]
    title: LocalizedText
    summary: LocalizedText
    toolkit: StandAlone | None = None
    themes: tuple[Theme, ...] = Field(min_length=1)

    @property
    def questions(self) -> Iterator[Question]:
        """All questions in the order of the file."""
        return (question for theme in self.themes for question in theme.questions)
