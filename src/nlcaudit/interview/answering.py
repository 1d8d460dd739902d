"""What a respondent says about a question."""

import unicodedata
from collections.abc import Mapping

from nlcaudit.engagement import CHOICE_KEYS, Answer, Confidence
from nlcaudit.interview.events import Part, Recorded, Refused, Returned
from nlcaudit.interview.moving import go_on
from nlcaudit.interview.state import Interview, Turn

STOP, REMOVE = ".", "-"
CONFIDENCES: Mapping[str, Confidence] = {"1": "low", "2": "medium", "3": "high"}


def digit(word: str) -> int | None:
    """The value of a single decimal digit of any script; a keyboard may write ٢ for 2."""
    return unicodedata.decimal(word, None) if len(word) == 1 else None


def choose(state: Interview, choice: Mapping[str, object]) -> Turn:
    """Record one of the kinds of answer; note, evidence and confidence stay. Then go on."""
    answer = state.answer.model_copy(update={**dict.fromkeys(CHOICE_KEYS), **choice, "wording": None})
    answered = state.answered(answer)
    after, asked = go_on(answered)
    return after, (*recorded(answered, "choice"), *asked)


def rate(state: Interview, rating: int) -> Turn:
    """Record a level."""
    if rating > state.toolkit.top:
        return state, (Refused("unknown", str(rating)),)
    return choose(state, {"rating": rating})


def give_reason(state: Interview, line: str) -> Turn:
    """Record “not applicable” with its reason."""
    said = line.strip()
    if said == STOP:
        return state.awaiting("command"), (Returned(),)
    wrong = unfit(said)
    return (state, (wrong,)) if wrong else choose(state, {"not_applicable": said})


def unfit(said: str) -> Refused | None:
    """Why a line cannot be a text; a single letter is a key that was pressed at the wrong moment."""
    if not said:
        return Refused("blank")
    return Refused("one-letter", said) if len(said) == 1 and said.isascii() else None


def noticed(state: Interview, answer: Answer, part: Part, *, once_more: bool = False) -> Turn:
    """Record something beside the answer and stay at the question."""
    after = state.answered(answer, once_more=once_more).awaiting("command")
    return after, (*recorded(after, part), Returned())


def recorded(state: Interview, part: Part) -> tuple[Recorded, ...]:
    """Say what stands under the question in front."""
    return (Recorded(state.question.id, state.answer, part),) if state.question else ()


def choose_confidence(state: Interview, line: str) -> Turn:
    """Record how sure the respondent is."""
    said = line.strip()
    if said == STOP:
        return state.awaiting("command"), (Returned(),)
    value = digit(said)
    level = CONFIDENCES.get(str(value))
    if level is None and said != REMOVE:
        return state, (Refused("confidence", said),)
    return noticed(state, state.answer.model_copy(update={"confidence": level}), "confidence")


def remember(state: Interview, line: str) -> Turn:
    """Record the level of a year ago, as it is remembered today; it is reported, never scored."""
    said = line.strip()
    if said == STOP:
        return state.awaiting("command"), (Returned(),)
    level = digit(said)
    if said != REMOVE and (level is None or level > state.toolkit.top):
        return state, (Refused("then", said),)
    return noticed(state, state.answer.model_copy(update={"then": level}), "then")


def mark(state: Interview) -> Turn:
    """Mark the question to come back to, or take the mark away."""
    return noticed(state, state.answer.model_copy(update={"flag": None if state.answer.flag else True}), "flag")
