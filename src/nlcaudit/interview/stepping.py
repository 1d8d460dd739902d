"""One line → the next state: commands, and the texts and choices they ask for."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from nlcaudit.interview.answering import (
    STOP,
    choose,
    choose_confidence,
    digit,
    give_reason,
    mark,
    rate,
    recorded,
    remember,
)
from nlcaudit.interview.events import Asked, Explained, Helped, Invited, Part, Refused, Returned, Switched, Undone
from nlcaudit.interview.evidence import FIELDS, describe, describe_at_once
from nlcaudit.interview.moving import end, go_back, go_on, go_to, leave, place_of
from nlcaudit.interview.noting import note_at_once, write_note
from nlcaudit.interview.state import Awaited, Interview, Turn
from nlcaudit.source.document import FORBIDDEN

LONGEST_LINE = 20_000
QUOTED = 24
Command = Callable[[Interview, str], Turn]


def step(state: Interview, line: str) -> Turn:
    """Take one line.

    Args:
        state: where the questionnaire stands; unchanged.
        line: what was typed, without its line break.

    Returns:
        The next state, and what happened. A line that is refused leaves the answers as they are.
    """
    odd = FORBIDDEN.search(line) or ("\r" in line or "\n" in line)
    if odd:
        return state, (Refused("character"),)
    if len(line) > LONGEST_LINE:
        return state, (Refused("too-long"),)
    key = line.strip().lower()
    if state.awaited != "command" and key in ANYWHERE:
        return ANYWHERE[key](state)
    return READERS[state.awaited](state, line)


def _command(state: Interview, line: str) -> Turn:
    word, _, argument = line.strip().partition(" ")
    argument = argument.strip()
    if not word:
        return state, (Refused("empty" if state.question else "not-here"),)
    key = word.lower()
    known = key in WITH_ARGUMENT or (not argument and (key in ALONE or digit(word) is not None))
    if state.question is None and known and key not in IN_REVIEW:
        return state, (Refused("not-here", _quoted(word)),)
    if argument and key in WITH_ARGUMENT:
        return WITH_ARGUMENT[key][1](state, argument)
    if key in WITH_ARGUMENT:
        return WITH_ARGUMENT[key][0](state, "")
    if argument:
        return state, (Refused("unknown", _quoted(line.strip())),)
    return _one_key(state, word)


def _one_key(state: Interview, word: str) -> Turn:
    if word.lower() in ALONE:
        return ALONE[word.lower()](state)
    rating = digit(word)
    if rating is not None:
        return rate(state, rating)
    if not word.isdigit() and place_of(state, word) is not None:
        return go_to(state, word)
    return state, (Refused("unknown" if state.question else "not-here", _quoted(word)),)


def _quoted(said: str) -> str:
    return said if len(said) <= QUOTED else said[: QUOTED - 1] + "…"


def _undo(state: Interview) -> Turn:
    """Restore the state before the last change of an answer; the language stays."""
    before = state.before
    if before is None or before.question is None:
        return state, (Refused("nothing-to-undo"),)
    response = before.response.model_copy(update={"language": state.response.language})
    return replace(before, response=response), (Undone(before.question.id), Asked())


def _leave_in_the_middle(state: Interview) -> Turn:
    """Leave while something is asked for; what was typed of it stays, and is told."""
    begun: Part | None = "note" if state.awaited == "more-note" else "evidence" if state.awaited in FIELDS else None
    after, events = end(state)
    return after, (*(recorded(after, begun) if begun else ()), *events)


def _asking(awaited: Awaited) -> Command:
    def ask(state: Interview, _: str) -> Turn:
        return state.awaiting(awaited), (Invited(),)

    return ask


def _jump(state: Interview, line: str) -> Turn:
    said = line.strip()
    if said == STOP:
        return state.awaiting("command"), (Returned(),)
    return go_to(state, said) if said else (state, (Refused("blank"),))


def _switch(state: Interview, _: str) -> Turn:
    others = [language for language in state.languages if language != state.response.language]
    if not others:
        return state, (Refused("one-language"),)
    return _speak(state, others[0]) if len(others) == 1 else (state.awaiting("language"), (Invited(),))


def _choose_language(state: Interview, line: str) -> Turn:
    said = line.strip()
    if said == STOP:
        return state.awaiting("command"), (Returned(),)
    known = next((language for language in state.languages if language.lower() == said.lower()), None)
    return _speak(state, known) if known else (state, (Refused("language", _quoted(said)),))


def _speak(state: Interview, language: str) -> Turn:
    response = state.response.model_copy(update={"language": language})
    return replace(state, response=response, awaited="command"), (Switched(), Asked())


def _at_once(read: Command) -> Command:
    """Take the argument of a command as the line it would ask for; refused, the command is awaited again."""

    def take(state: Interview, argument: str) -> Turn:
        after, events = read(state, argument)
        return after.awaiting("command"), events

    return take


def _turn(state: Interview, to: str) -> Turn:
    """Leave this respondent for another, where a facilitator types for several."""
    if not state.shared:
        return state, (Refused("unknown", "r"),)
    return replace(leave(state), turn=to), ()


ALONE: Mapping[str, Callable[[Interview], Turn]] = {
    "d": lambda state: choose(state, {"dont_know": True}),
    "o": lambda state: choose(state, {"outside_powers": True}),
    "s": go_on,
    "b": go_back,
    "u": _undo,
    "f": mark,
    "w": lambda state: (state, (Explained(),)),
    "?": lambda state: (state, (Helped(), Asked())),
    "q": end,
}
"""The commands that are one key."""

WITH_ARGUMENT: Mapping[str, tuple[Command, Command]] = {
    "n": (_asking("reason"), _at_once(give_reason)),
    "c": (_asking("confidence"), _at_once(choose_confidence)),
    "y": (_asking("then"), _at_once(remember)),
    "t": (_asking("note"), note_at_once),
    "e": (_asking("what"), describe_at_once),
    "j": (_asking("question"), _at_once(_jump)),
    "l": (_switch, _at_once(_choose_language)),
    "r": (_turn, _turn),
}
"""The commands that ask for something, and take it on the same line, too: `j T4`."""

ANYWHERE: Mapping[str, Callable[[Interview], Turn]] = {
    "?": lambda state: (state, (Helped(), Invited())),
    "q": _leave_in_the_middle,
}
"""The keys that are taken wherever a text or a choice is asked for; no text is a single letter."""

IN_REVIEW = frozenset("bujlr?q")

READERS: Mapping[Awaited, Command] = {
    "command": _command,
    "reason": give_reason,
    "then": remember,
    "confidence": choose_confidence,
    "note": write_note,
    "more-note": write_note,
    "what": describe,
    "where": describe,
    "date": describe,
    "owner": describe,
    "strength": describe,
    "file": describe,
    "seen_by": describe,
    "question": _jump,
    "language": _choose_language,
}
