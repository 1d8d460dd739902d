"""The words of this room, and figures that are there or not."""

from nlcaudit.report.figures import DASH
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase
from nlcaudit.report.wording import Wording
from nlcaudit.scoring import Node
from nlcaudit.scoring.statistic import Reason, Span, Statistic


def distance(words: Wording, found: Statistic) -> Phrase:
    """Return a distance in levels: “0.6 levels”."""
    return words.levels(found.value or 0, 1)


def number(words: Wording, found: Statistic, places: int) -> Phrase:
    """Return a figure, or why there is none."""
    return why(words, found.reason) if found.value is None else words.number(found.value, places)


def why(words: Wording, reason: Reason | None) -> Phrase:
    """Say in a word or two why a figure is not there."""
    if reason == "withheld":
        return words.text("not shown")
    if reason == "few-respondents":
        return words.text("too few answered")
    if reason == "few-shared-questions":
        return words.text("too few questions")
    return words.text("all alike") if reason == "no-variation" else DASH


def stretch(words: Wording, found: Span) -> Phrase:
    """Return a span of scores: “43.1 to 45.0”."""
    if found.low is None or found.high is None:
        return why(words, found.reason)
    return words.text("{low} to {high}", low=words.number(100 * found.low, 1), high=words.number(100 * found.high, 1))


def asked(material: Material) -> list[Node]:
    """Return the competencies of which anything was asked, in the order of the toolkit."""
    return [result.node for result in material.card.competencies if result.node.status != "not-asked"]
