"""A toolkit: frameworks that share a scale, sides, groups, sources and a scoring policy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from nlcaudit.framework.ignored import Ignored
from nlcaudit.framework.migrations import Migration
from nlcaudit.framework.policy import ScoringPolicy
from nlcaudit.framework.questions import Framework, Question, Theme
from nlcaudit.framework.vocabulary import (
    Case,
    Group,
    Language,
    Lever,
    Scale,
    ScaleLevel,
    Side,
    Source,
    StepList,
    Term,
)  # fmt: skip
from nlcaudit.shape import Id, PartOf, Strict
from nlcaudit.text import LanguageTag, LocalizedText, SomeText, preference

Role = Literal["competency", "lessons", "module"]
Depth = Literal["quick", "full"]


class Member(Strict):
    """A framework of the toolkit, in `<id>.yaml` beside `toolkit.yaml`.

    Attributes:
        id: the name of its file without `.yaml`.
        role: `competency` enters the profile; `lessons` are rated directly and shown beside what the competencies say;
            a `module` is optional, an engagement chooses it.
    """

    id: Id
    role: Role


class Wording(Strict):
    """What the wording rules hold the texts to; words and patterns by language.

    Attributes:
        question_words: the most words of a question with its levels.
        sentence_words: the most words of a sentence.
        banned: language → words of degree that levels and questions do without.
        double_questions: language → what betrays two questions in one.
    """

    question_words: int = Field(default=130, ge=1)
    sentence_words: int = Field(default=25, ge=1)
    banned: dict[LanguageTag, tuple[SomeText, ...]] = {}
    double_questions: dict[LanguageTag, tuple[SomeText, ...]] = {}


class ToolkitFile(Strict):
    """The file `toolkit.yaml`: what the frameworks beside it share.

    Attributes:
        schema: what this file is.
        id: by convention the folder's name.
        version: in quotes; raised when a text changes.
        title: what it is called.
        summary: what it is about, in a sentence or two.
        notice: a line for the top of every report: what the toolkit is not.
        license: of the texts.
        languages: of the texts.
        scale: on which every question is rated.
        sides: the parties whose views are set side by side: none, two or more.
        groups: the kinds of people who answer.
        levers: who has the power to change something.
        step_lists: the lists of next steps in the report.
        sources: what the questions rest on.
        scoring: the sections of the policy that differ from the defaults in `frameworks/policy.yaml`.
        wording: what the texts are held to.
        migrations: what became of ids and levels in newer versions.
        ignore: rules of `nlcaudit validate` that are not applied.
        members: the frameworks, in the order in which they are asked.
    """

    schema_: str = Field(alias="schema")
    id: Id
    version: SomeText = Field(examples=["1.0.0"])
    title: LocalizedText
    summary: LocalizedText
    notice: LocalizedText | None = None
    license: SomeText | None = Field(default=None, examples=["CC-BY-4.0"])
    languages: tuple[Language, ...] = Field(min_length=1)
    scale: Scale
    sides: tuple[Side, ...] = ()
    groups: tuple[Group, ...] = ()
    levers: tuple[Lever, ...] = ()
    step_lists: tuple[StepList, ...] = ()
    sources: tuple[Source, ...] = ()
    scoring: Annotated[dict[str, Any], PartOf(ScoringPolicy)] = {}
    wording: Wording = Field(default_factory=Wording)
    migrations: tuple[Migration, ...] = ()
    ignore: tuple[Ignored, ...] = ()
    members: tuple[Member, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Toolkit:
    """A toolkit with everything that its files say.

    Attributes:
        fingerprint: sha256 over the values of all files; comments and layout do not count.
        notice: the line that says what the toolkit is not.
    """

    id: str
    version: str
    fingerprint: str
    title: LocalizedText
    summary: LocalizedText
    notice: LocalizedText | None
    languages: tuple[Language, ...]
    levels: tuple[ScaleLevel, ...]
    sides: tuple[Side, ...]
    groups: tuple[Group, ...]
    levers: tuple[Lever, ...]
    step_lists: tuple[StepList, ...]
    sources: tuple[Source, ...]
    policy: ScoringPolicy
    wording: Wording
    roles: Mapping[str, Role]
    frameworks: tuple[Framework, ...]
    cases: tuple[Case, ...] = ()
    terms: tuple[Term, ...] = ()
    migrations: tuple[Migration, ...] = ()

    @property
    def top(self) -> int:
        """The highest rating, K: one less than the number of levels."""
        return len(self.levels) - 1

    @cached_property
    def values(self) -> tuple[Fraction, ...]:
        """The value of each rating, from 0 to 1."""
        declared = [level.value for level in self.levels if level.value is not None]
        if len(declared) == len(self.levels):
            return tuple(declared)
        return tuple(Fraction(rating, self.top) for rating in range(len(self.levels)))

    def language_order(self, language: str) -> tuple[str, ...]:
        """The languages to try for a text, the one asked for first."""
        return preference(language, [known.id for known in self.languages])

    @property
    def selectable_languages(self) -> tuple[str, ...]:
        """The languages that are reviewed."""
        return tuple(known.id for known in self.languages if known.status == "reviewed")

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Every question under its id."""
        return {question.id: question for framework in self.frameworks for question in framework.questions}

    @cached_property
    def group_by_id(self) -> Mapping[str, Group]:
        """Every group under its id."""
        return {group.id: group for group in self.groups}

    @cached_property
    def home(self) -> Mapping[str, tuple[Framework, Theme]]:
        """The framework and theme of each question."""
        return {q.id: (f, t) for f in self.frameworks for t in f.themes for q in t.questions}

    def framework(self, framework_id: str) -> Framework | None:
        """Return the framework with this id."""
        return next((f for f in self.frameworks if f.id == framework_id), None)

    def with_role(self, *roles: Role) -> tuple[Framework, ...]:
        """The frameworks that play one of these roles, in the order of the toolkit."""
        return tuple(f for f in self.frameworks if self.roles[f.id] in roles)

    def asked(self, frameworks: Sequence[str], depth: Depth, group: str | None) -> Iterator[Question]:
        """The questions put to a respondent: by chosen frameworks, depth and `asked_of`.

        The quick version asks the core questions of competencies; lessons and modules have no short form.
        A framework that marks no core question is asked whole.
        """
        for framework in self.frameworks:
            if framework.id in frameworks:
                short = depth == "quick" and any(q.core for q in framework.questions)
                for question in framework.questions:
                    wanted = question.core or not short
                    if wanted and (not question.asked_of or group is None or group in question.asked_of):
                        yield question
