"""Agreement and sampling → text and JSON."""

from nlcaudit.framework import Toolkit
from nlcaudit.messages import Messages, grammatical
from nlcaudit.results.numbers import decimal, span, statistic
from nlcaudit.scoring import Scorecard
from nlcaudit.scoring.diagnosis import Agreement, Sampling, Spread, Strip
from nlcaudit.scoring.statistic import Statistic

DOMAIN = "score"


def agreement_document(found: Agreement) -> dict[str, object]:
    """Return the figures of agreement for JSON."""
    return {
        "people": found.people, "questions": found.questions, "partial": found.partial,
        "same_group": statistic(found.same_group, 1), "same_side": statistic(found.same_side, 1),
        "opposite_sides": statistic(found.opposite, 1),
        "alpha": statistic(found.alpha, 2), "ac2": statistic(found.ac2, 2),
    }  # fmt: skip


def sampling_document(found: Sampling) -> dict[str, object]:
    """Return what a score hangs on, for JSON."""
    return {"without_person": span(found.without_person), "without_group": span(found.without_group),
            "interval": span(found.interval)}  # fmt: skip


def spread_document(found: Spread | None) -> dict[str, object] | None:
    """Return the spread of a question for JSON."""
    if found is None:
        return None
    return {"answers": found.people, "average_deviation": statistic(found.deviation, 2),
            "cliffs_delta": statistic(found.delta, 2)}  # fmt: skip


def strip_document(found: Strip | None) -> dict[str, object] | None:
    """Return how many people chose which level, for JSON."""
    if found is None:
        return None
    pieces = [{"from": piece.low, "to": piece.high, "people": piece.people} for piece in found.pieces]
    return {"people": found.people, "levels": pieces}


def chance_document(found: Statistic | None) -> dict[str, object] | None:
    """Return how often deals give a difference as wide, for JSON."""
    if found is None or found.value is None:
        return None
    return {"deals_in_100": decimal(100 * found.value, 0)}


def diagnosis_lines(card: Scorecard, toolkit: Toolkit, language: str) -> list[str]:
    """Return how far people agree, in a sentence for the terminal."""
    say, found = Messages(DOMAIN, language), card.diagnosis.agreement
    if found.same_side.value is None:
        return []
    two = say.text("Two institutions") if card.voice == "institution" else say.text("Two people")
    if not toolkit.sides:
        return [say.text("{two} differ by {levels} on average.", two=two, levels=in_levels(found.same_side, say))]
    if found.opposite.value is None:
        return []
    return [
        say.text(
            "{two} of the same side differ by {same} on average, two from opposite sides by {opposite}.",
            two=two, same=in_levels(found.same_side, say), opposite=say.number(found.opposite.value, 1),
        )
    ]  # fmt: skip


def in_levels(found: Statistic, say: Messages) -> str:
    """Return a distance: “0.6 levels”."""
    value = found.value or 0
    return say.plural("{value} level", "{value} levels", grammatical(value, 1), value=say.number(value, 1))
