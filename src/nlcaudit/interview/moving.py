"""From question to question: where a sitting begins, what comes next, where a jump leads."""

from collections.abc import Sequence
from dataclasses import replace

from nlcaudit.engagement import Response, Unanswered
from nlcaudit.framework import Toolkit
from nlcaudit.interview.events import Asked, Ended, Refused, Returned, Welcomed
from nlcaudit.interview.state import Interview, Turn

NEXT_UNANSWERED = "j"


def begin(toolkit: Toolkit, response: Response, languages: Sequence[str]) -> Turn:
    """Open a questionnaire on a response, at the question where it was left.

    A response that does not say where it was left resumes at its first question without an answer; when there is
    none, in the review.
    """
    questions = tuple(toolkit.asked(response.frameworks, response.depth, response.group))
    state = Interview(toolkit, questions, tuple(languages), response)
    places = {question.id: index for index, question in enumerate(questions)}
    first_open = next(iter(state.unanswered), len(questions))
    at = places.get(response.resume_at or "", first_open)
    return state.placed(at), (Welcomed(again=bool(response.answers)), Asked())


def leave(state: Interview) -> Interview:
    """Return the state that is to be saved when the respondent is cut off in the middle of something."""
    return replace(tidied(state), awaited="command", ended=True)


def tidied(state: Interview) -> Interview:
    """Remove the empty lines at the end of a note that is being written."""
    note = state.answer.note
    if state.awaited != "more-note" or note is None or note == note.rstrip("\n"):
        return state
    return state.answered(state.answer.model_copy(update={"note": note.rstrip("\n")}), once_more=True)


def go_on(state: Interview) -> Turn:
    """Go to the next question, or to the review after the last one."""
    return state.placed(min(state.at + 1, len(state.questions))), (Asked(),)


def go_back(state: Interview) -> Turn:
    """Go to the question before."""
    if state.at == 0:
        return state, (Refused("first-question"),)
    return state.placed(state.at - 1), (Asked(),)


def go_to(state: Interview, word: str) -> Turn:
    """Go to a question by its code, its id or its number; `j` is the next one without an answer."""
    if word.lower() == NEXT_UNANSWERED:
        return _go_to_unanswered(state)
    at = place_of(state, word)
    if at is not None:
        return state.placed(at), (Asked(),)
    known = any(word.lower() in (q.code.lower(), q.id) for q in state.toolkit.by_id.values())
    return state, (Refused("not-asked" if known else "no-question", word),)


def place_of(state: Interview, word: str) -> int | None:
    """The index of the question that has this code, id or number."""
    if word.isascii() and word.isdigit():
        return int(word) - 1 if 1 <= int(word[:9]) <= len(state.questions) else None
    named = (i for i, q in enumerate(state.questions) if word.lower() in (q.code.lower(), q.id))
    return next(named, None)


def _go_to_unanswered(state: Interview) -> Turn:
    waiting = state.unanswered
    after = [index for index in waiting if index > state.at] or [index for index in waiting if index < state.at]
    if after:
        return state.placed(after[0]), (Asked(),)
    if waiting:
        return state.awaiting("command"), (Refused("already-answered"), Returned())
    return state.awaiting("command"), (Refused("everything-answered"), Returned())


def end(state: Interview) -> Turn:
    """Leave."""
    return leave(state), (Ended(),)


def first_unanswered(toolkit: Toolkit, response: Response, frameworks: Sequence[str]) -> str | None:
    """The id of the first question of some frameworks that has no answer."""
    asked = toolkit.asked(frameworks, response.depth, response.group)
    return next((q.id for q in asked if isinstance(response.choice(q.id), Unanswered)), None)
