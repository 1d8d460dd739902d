"""Frameworks, themes, questions and their anchored levels."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from nlcaudit.framework.ignored import Ignored
from nlcaudit.framework.migrations import Migration
from nlcaudit.framework.policy import ScoringPolicy
from nlcaudit.framework.vocabulary import Group, Language, Lever, Scale, Side, Source, StepList
from nlcaudit.shape import WHOLE, Id, PartOf, Strict
from nlcaudit.text import LocalizedText, SomeText, Written


class NextStep(Strict):
    """What leads from one level to the next.

    Attributes:
        action: one or two sentences, in the imperative.
        lead: the groups that lead, by id; empty only where the toolkit has no groups.
        effort: 1 weeks and no new money · 2 months of staff time · 3 a year, a budget or a formal decision.
    """

    action: LocalizedText
    lead: tuple[Id, ...] = ()
    effort: Annotated[Literal[1, 2, 3], WHOLE]


class Level(Strict):
    """One observable descriptor of a question, and the step that leads on from it.

    Attributes:
        text: what somebody from outside could check, in one sentence.
        next_step: what leads to the next level; every level but the top has one.
    """

    text: LocalizedText
    next_step: NextStep | None = None


class Evidence(Strict):
    """Examples of what suffices to show a level, and of what does not.

    Attributes:
        sufficient: what shows a level, one example an entry.
        insufficient: what people bring and what does not show it.
    """

    sufficient: tuple[LocalizedText, ...] = Field(min_length=1)
    insufficient: tuple[LocalizedText, ...] = Field(min_length=1)


class Gate(Strict):
    """A stage is not reached while a side's lower median is under `at_least` (a rating).

    Attributes:
        stage: the number of the stage; the first declared is 1.
        at_least: the rating that both sides must have reached.
    """

    stage: int = Field(ge=1)
    at_least: int = Field(ge=1)


class Question(Strict):
    """One question.

    Attributes:
        id: for ever, and never used again: answers are stored under it.
        code: short and unique in the toolkit; printed on paper forms and typed from them.
        title: a short name where the question has one (the official title of a lesson).
        core: asked in the quick version.
        text: the question itself, about one thing only.
        why: why it is asked, in a sentence or two.
        levels: one for each level of the scale, in ascending order.
        evidence: what shows a level, and what does not.
        sources: what it rests on, `seed#N3`, `W12`; `own` where it is the authors' judgement.
        lessons: the questions of the `lessons` framework that it serves.
        cases: what cities did about it, by the ids in `cases.yaml`.
        terms: the glossary entries that its texts use.
        lever: who can change it.
        gate: the stage that is not reached without it.
        sensitive: accuses or exposes somebody; left out of the public edition.
        asked_of: the groups it is put to; nothing means all.
        weight: 0 or more.
        weight_reason: why the weight is not 1.
    """

    id: Id
    code: Annotated[str, Written(r"^[A-Z]{1,3}[0-9]{1,3}$"), Field(examples=["T1"])]
    title: LocalizedText | None = None
    core: bool = False
    text: LocalizedText
    why: LocalizedText
    levels: tuple[Level, ...] = Field(min_length=2, max_length=10)
    evidence: Evidence
    sources: tuple[SomeText, ...] = Field(min_length=1, examples=[["own"]])
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
    """Questions that belong together; weighs the sum of its questions unless `weight` is declared.

    Attributes:
        id: unique in the framework.
        title: the heading above its questions.
        weight: 0 or more.
        weight_reason: why the weight is declared.
        questions: at least one, in the order in which they are asked.
    """

    id: Id
    title: LocalizedText
    weight: int | None = Field(default=None, ge=0)
    weight_reason: LocalizedText | None = None
    questions: tuple[Question, ...] = Field(min_length=1)


class StandAlone(Strict):
    """What a framework in a single file says of itself, because no `toolkit.yaml` says it.

    Attributes:
        version: in quotes; raised when a text changes.
        languages: of the texts.
        scale: on which every question is rated.
        sides: the parties whose views are set side by side: none, two or more.
        groups: the kinds of people who answer.
        levers: who has the power to change something.
        step_lists: the lists of next steps in the report.
        sources: what the questions rest on.
        scoring: the sections of the policy that differ from the defaults in `frameworks/policy.yaml`.
        migrations: what became of ids and levels in newer versions.
        ignore: rules of `nlcaudit validate` that are not applied.
    """

    version: SomeText = Field(examples=["1.0.0"])
    languages: tuple[Language, ...] = Field(min_length=1)
    scale: Scale
    sides: tuple[Side, ...] = ()
    groups: tuple[Group, ...] = ()
    levers: tuple[Lever, ...] = ()
    step_lists: tuple[StepList, ...] = ()
    sources: tuple[Source, ...] = ()
    scoring: Annotated[dict[str, Any], PartOf(ScoringPolicy)] = {}
    migrations: tuple[Migration, ...] = ()
    ignore: tuple[Ignored, ...] = ()


class Framework(Strict):
    """One file of questions: a competency, a set of lessons or a module.

    Attributes:
        schema: what this file is.
        id: the name of the file without `.yaml`.
        code: one to three capitals that begin the codes of its questions.
        title: what it is called.
        summary: what it is about, in a sentence or two.
        toolkit: what a framework that stands alone says of itself; left out beside a `toolkit.yaml`.
        themes: its questions, grouped.
    """

    schema_: str = Field(alias="schema")
    id: Id
    code: Annotated[str, Written(r"^[A-Z]{1,3}$"), Field(examples=["T"])]
    title: LocalizedText
    summary: LocalizedText
    toolkit: StandAlone | None = None
    themes: tuple[Theme, ...] = Field(min_length=1)

    @property
    def questions(self) -> Iterator[Question]:
        """All questions in the order of the file."""
        return (question for theme in self.themes for question in theme.questions)
