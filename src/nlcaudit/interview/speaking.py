"""Paragraphs, and the words for answers and levels in the respondent's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from nlcaudit.engagement import Answer, DontKnow, NotApplicable, OutsidePowers, Rated, choice_of
from nlcaudit.interview.state import Interview
from nlcaudit.messages import Messages
from nlcaudit.text import UNSPECIFIED, LocalizedText


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        text: the words, on one line; nothing is an empty line.
        indent: columns in front of the first line.
        hang: columns in front of the other lines.
        strong: stands out where the front end can show it.
    """

    text: str
    indent: int = 0
    hang: int = 0
    strong: bool = False


GAP = Paragraph("")


@dataclass(frozen=True)
class Speaker:
    """Says things in the language of a state."""

    state: Interview

    @property
    def messages(self) -> Messages:
        """The sentences of the questionnaire."""
        return Messages("interview", self.state.response.language)

    def say(self, text: LocalizedText) -> str:
        """A text of the toolkit; one that falls back names the language it is in."""
        spoken = text.spoken(self.state.toolkit.language_order(self.messages.language))
        wanted = {UNSPECIFIED, self.messages.language, self.messages.language.split("-")[0]}
        return spoken.text if spoken.language in wanted else f"[{spoken.language}] {spoken.text}"

    def pair(self, name: str, text: str) -> str:
        """A name and what it means."""
        return self.messages.text("{name}: {text}", name=name, text=text)

    def level(self, rating: int) -> str:
        """A rating with its label: 2 Working."""
        levels = self.state.toolkit.levels
        return f"{rating} {self.say(levels[rating].label)}" if rating < len(levels) else str(rating)

    def answer(self, answer: Answer) -> str:
        """The kind of answer, in words."""
        choice = choice_of(answer)
        if isinstance(choice, Rated):
            return self.level(choice.rating)
        if isinstance(choice, DontKnow):
            return self.messages.text("don't know")
        if isinstance(choice, OutsidePowers):
            return self.messages.text("outside our legal powers")
        if isinstance(choice, NotApplicable):
            return self.messages.text("does not apply ({reason})", reason=choice.reason.rstrip("."))
        return self.messages.text("no answer yet")

    @property
    def levels(self) -> str:
        """The keys of the levels: 0 to 3."""
        return self.messages.text("{lowest} to {highest}", lowest=0, highest=self.state.toolkit.top)

    @property
    def sides(self) -> list[str]:
        """The keys of the sides with their names: 1 National."""
        return [f"{number} {self.say(side.label)}" for number, side in enumerate(self.state.toolkit.sides, start=1)]

    @property
    def wildcards(self) -> Mapping[str, object]:
        """What any sentence may mention."""
        here = self.state.question or next(reversed(self.state.questions), None)
        return {
            "levels": self.levels,
            "code": here.code if here else "",
            "count": len(self.state.questions),
            "languages": ", ".join(self.state.languages),
            "sides": ", ".join(self.sides),
        }
