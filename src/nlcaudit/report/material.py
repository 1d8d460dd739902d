"""What a report is made from, and what of it this edition may print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from nlcaudit.engagement import EngagementFile, ReleaseKind, Reply
from nlcaudit.framework import Framework, Question, Toolkit
from nlcaudit.messages import Messages
from nlcaudit.report.phrases import Phrase, joined, plain
from nlcaudit.report.wording import DOMAIN, Wording
from nlcaudit.scoring import FrameworkResult, Node, Scorecard, Step
from nlcaudit.scoring.viewing import View
from nlcaudit.text import LocalizedText
from nlcaudit.waves import Changes

Edition = Literal["short", "full"]


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller wants.

    Attributes:
        day: the date that is printed; None prints none.
        logo: what a theme's logo shows.
        footer: a theme's last line.
        answers: the fingerprint of what was answered; empty leaves it out.
        look: the fingerprint of theme and templates; empty for those that were shipped.
        paper: of formats that have pages.
        earlier: the fingerprint of the earlier wave; empty without one.
        sections: ids of those to keep; none keeps all.
        parts: the fingerprint of the view and of these; empty for the whole.
        radar: the profile as a radar, too.
    """

    language: str
    edition: Edition = "short"
    release: ReleaseKind = "draft"
    day: date | None = None
    logo: LocalizedText | None = None
    footer: LocalizedText | None = None
    answers: str = ""
    look: str = ""
    paper: str = "a4"
    earlier: str = ""
    sections: tuple[str, ...] = ()
    parts: str = ""
    radar: bool = False


@dataclass(frozen=True)
class Material:
    """Everything that a report is made from: texts, cleared figures, and the words to print them in.

    Attributes:
        card: nothing in it is withheld from this release.
        disputed: what the sides describe so differently that it is to be discussed; known even where it is not told.
        view: of one side or group; None for the whole.
        changes: since an earlier wave, as far as this edition may print them; None without one.
    """

    toolkit: Toolkit
    file: EngagementFile | None
    card: Scorecard
    options: Options
    disputed: frozenset[str] = frozenset()
    changes: Changes | None = None
    view: View | None = None

    @property
    def answers(self) -> str:
        """The fingerprint of the answers; empty where they are so few that it could be guessed."""
        enough = self.card.respondents >= self.card.threshold or not self.card.protected
        return self.options.answers if enough else ""

    @cached_property
    def words(self) -> Wording:
        """The language of the report."""
        known = self.toolkit.languages
        only = known[0].id if len(known) == 1 else ""
        language = self.options.language
        return Wording(Messages(DOMAIN, language), self.toolkit.language_order(language), only)

    @property
    def crowded(self) -> bool:
        """The two pages of the short edition have to hold what changed, too."""
        return self.options.edition == "short" and self.changes is not None

    @property
    def public(self) -> bool:
        """The edition for everybody: no view by side or group, nothing sensitive."""
        return self.options.release == "public"

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The sides whose values are printed."""
        return () if self.public else tuple(side.id for side in self.toolkit.sides)

    @property
    def institutional(self) -> bool:
        """Institutions alone answered; their sentences do not speak of people."""
        return self.card.voice == "institution"

    @property
    def enough(self) -> bool:
        """So many people answered that numbers of answers tell nothing about a single one."""
        return not self.card.protected or self.card.respondents >= self.card.threshold

    def printable(self, question_id: str) -> bool:
        """Tell whether a question may be named in this edition."""
        return not (self.public and self.toolkit.by_id[question_id].sensitive)

    def asked(self, result: FrameworkResult) -> Iterator[Node]:
        """The questions of a framework that were asked and may be named."""
        for node in result.node.walk():
            if node.kind == "question" and node.status != "not-asked" and self.printable(node.id):
                yield node

    @cached_property
    def questions(self) -> tuple[Node, ...]:
        """The questions of the competencies that were asked and may be named."""
        return tuple(node for result in self.card.competencies for node in self.asked(result))

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Every node of the scorecard under its id."""
        return {node.id: node for result in self.card.frameworks for node in result.node.walk()}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The next steps whose questions may be named."""
        return tuple(step for step in self.card.steps if self.printable(step.question))

    @cached_property
    def common_steps(self) -> tuple[Step, ...] | None:
        """The order on the questions that were put to everybody; None where all of them were."""
        common = self.card.common_steps
        return None if common is None else tuple(step for step in common if self.printable(step.question))

    def counted(self, node: Node) -> bool:
        """Tell whether the numbers of answers of a node may be printed: so many people were asked."""
        people = max((asked_people(inner) for inner in node.walk() if inner.kind == "question"), default=0)
        return people > 0 and (not self.card.protected or people >= self.card.threshold)

    # -- names ---------------------------------------------------------------------------------------------------

    def framework_title(self, framework_id: str) -> Phrase:
        """The title of a framework."""
        found = self.toolkit.framework(framework_id)
        return self.words.spoken(found.title) if found else plain(framework_id)

    def group(self, group_id: str) -> Phrase:
        """The name of a group."""
        found = self.toolkit.group_by_id.get(group_id)
        return self.words.spoken(found.label) if found else self.words.text("Everybody")

    def side(self, side_id: str) -> Phrase:
        """The name of a side."""
        found = next((side for side in self.toolkit.sides if side.id == side_id), None)
        return self.words.spoken(found.label) if found else self.words.text("Neither side")

    def participants(self, side_id: str) -> Phrase:
        """How a sentence names the people of a side; institutions that answer alone are not called people."""
        found = next((side for side in self.toolkit.sides if side.id == side_id), None)
        if found is None or found.participants is None or self.institutional:
            return self.side(side_id)
        return self.words.spoken(found.participants)

    def level(self, rating: int) -> Phrase:
        """The label of a level."""
        return self.words.spoken(self.toolkit.levels[rating].label)

    def stage(self, number: int) -> Phrase:
        """The label of a stage, counted from 1."""
        return self.words.spoken(self.card.stages[number - 1].label)

    def question(self, question_id: str) -> Question:
        """A question of the toolkit."""
        return self.toolkit.by_id[question_id]

    def asks(self, question_id: str) -> Phrase:
        """What a question asks; the title instead, where it has one."""
        question = self.question(question_id)
        return self.words.spoken(question.title or question.text)

    def home(self, question_id: str) -> Phrase:
        """Where a question belongs: its code and its framework."""
        framework, _ = self.toolkit.home[question_id]
        return joined([plain(self.question(question_id).code), self.words.spoken(framework.title)], " · ")

    def name(self, node: Node) -> Phrase:
        """What a node is called."""
        if node.kind == "question":
            return self.asks(node.id)
        if node.kind == "framework":
            return self.framework_title(node.id)
        themes = (theme for framework in self.toolkit.frameworks for theme in framework.themes)
        return next(self.words.spoken(theme.title) for theme in themes if theme.id == node.id)

    def frameworks(self, *roles: Literal["competency", "lessons", "module"]) -> tuple[Framework, ...]:
        """The frameworks of these roles."""
        return self.toolkit.with_role(*roles)

    # -- replies -------------------------------------------------------------------------------------------------

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """The replies that may be printed."""
        given = self.file.replies if self.file else ()
        return tuple(
            reply
            for reply in given
            if reply.about is None or reply.about not in self.toolkit.by_id or self.printable(reply.about)
        )


def asked_people(node: Node) -> int:
    """Return how many people were asked a question."""
    kinds = node.kinds
    return kinds.rated + kinds.missing + kinds.outside_powers + kinds.not_applicable
