"""Notes, line by line: each line is part of the answer as soon as it is typed."""

from nlcaudit.interview.answering import REMOVE, STOP, noticed, recorded, unfit
from nlcaudit.interview.events import Refused, Returned
from nlcaudit.interview.moving import tidied
from nlcaudit.interview.state import Interview, Turn

LONGEST_NOTE = 20_000
"""Characters; a response with a note of this length on every question of a large toolkit can still be read."""


def write_note(state: Interview, line: str) -> Turn:
    """Add a line to the note; undo takes back all lines that were typed together."""
    said = line.rstrip()
    begun = state.awaited == "more-note"
    if said.strip() == STOP:
        after = tidied(state).awaiting("command")
        return after, (*(recorded(after, "note") if begun else ()), Returned())
    if said.strip() == REMOVE:
        return noticed(state, state.answer.model_copy(update={"note": None}), "note", once_more=begun)
    wrong = unfit(said.strip())
    if wrong is not None and not (begun and wrong.reason == "blank"):
        return state, (wrong,)
    old = state.answer.note
    note = said if old is None else f"{old}\n{said}"
    if len(note) > LONGEST_NOTE:
        return state, (Refused("too-much"),)
    answer = state.answer.model_copy(update={"note": note})
    return state.answered(answer, once_more=begun).awaiting("more-note"), ()


def note_at_once(state: Interview, line: str) -> Turn:
    """Add a note of one line, given with the command."""
    after, events = write_note(state.awaiting("note"), line)
    if after.awaited != "more-note":
        return after.awaiting("command"), events
    return after.awaiting("command"), (*recorded(after, "note"), Returned())
