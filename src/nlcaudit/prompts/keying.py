"""Typing in paper sheets on a terminal: read, keep, echo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nlcaudit.engagement import Response
from nlcaudit.errors import ExitCode
from nlcaudit.interview.speaking import Paragraph
from nlcaudit.keying import Event, Keying, Refused, prompt, render, step
from nlcaudit.keying.events import Finished, Helped
from nlcaudit.keying.wording import group_lines
from nlcaudit.messages import Messages
from nlcaudit.prompts.terminal import Interrupted, Terminal
from nlcaudit.store.journal import Journal

KEY_WIDTH = 5
"""Columns of a key and the spaces around it."""


@dataclass
class Typing:
    """Sheets that are being typed in.

    Attributes:
        state: where it stands; every line that led here is in the journal.
        save: keeps the response of a sheet.
        again: the command that goes on.
    """

    state: Keying
    journal: Journal
    save: Callable[[Response], None]
    again: str
    sheets: int = 0


def key_in(typing: Typing, terminal: Terminal) -> int:
    """Type until the typist leaves.

    Returns:
        0 when the typist left or the input ended; 1 when a line from a pipe was refused; 130 after Ctrl-C; 128 and the
        signal's number after another one.

    Raises:
        PathError: a line or a response could not be saved.
    """
    code: int = ExitCode.CLEAN
    with terminal.listening():
        try:
            _open(typing, terminal)
            code = _listen(typing, terminal)
        except Interrupted as interrupted:
            code = interrupted.code
        _close(typing, terminal)
    return code


def _open(typing: Typing, terminal: Terminal) -> None:
    say = _messages(typing)
    _say(terminal, say.text("Each sheet is typed twice. Type a code, then Enter; ? shows all keys."))
    if typing.state.number:
        _say(terminal, say.text("Going on with sheet {number}.", number=typing.state.number))
    else:
        _say(terminal, *render(Helped(), typing.state))


def _listen(typing: Typing, terminal: Terminal) -> int:
    while not typing.state.ended:
        if typing.state.phase == "group":
            _say(terminal, *group_lines(typing.state))
        typed = terminal.ask(f"{prompt(typing.state)} > ")
        if typed is None:
            return ExitCode.CLEAN
        after, events = step(typing.state, typed.text) if typed.whole else (typing.state, (Refused("too-long"),))
        keep(typing, typed.text, after, events)
        for event in events:
            _say(terminal, *render(event, after))
        if not terminal.interactive and any(isinstance(event, Refused) for event in events):
            return ExitCode.FINDINGS  # the lines behind it may be meant for other questions
    return ExitCode.CLEAN


def keep(typing: Typing, line: str, after: Keying, events: Sequence[Event]) -> None:
    """Keep what a line changed: in the journal, or as a response when a sheet is done."""
    if after == typing.state or after.ended:
        typing.state = after
        return
    typing.journal.append(line)
    for event in events:
        if isinstance(event, Finished):
            typing.save(event.response)
            typing.sheets += 1
    if not after.number:
        typing.journal.clear()
    typing.state = after


def _close(typing: Typing, terminal: Terminal) -> None:
    say = _messages(typing)
    try:
        terminal.target.write("\n")
        _say(terminal, say.plural("{number} sheet is saved.", "{number} sheets are saved.", typing.sheets))
        if typing.state.number:
            _say(
                terminal,
                say.text("Sheet {number} is kept as far as it was typed. To go on:", number=typing.state.number),
            )
            terminal.say_whole(f"  {typing.again}")
        terminal.target.flush()
    except OSError:  # the terminal is gone; what was typed is not
        pass


def _say(terminal: Terminal, *lines: str) -> None:
    for line in lines:
        indent = len(line) - len(line.lstrip())
        terminal.say([Paragraph(line.strip(), indent, indent and KEY_WIDTH)])


def _messages(typing: Typing) -> Messages:
    return Messages("interview", typing.state.plan.language)
