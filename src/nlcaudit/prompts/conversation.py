"""One sitting at the questionnaire: ask, read, save, and only then go on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.errors import ExitCode, PathError, UserError
from nlcaudit.interview import Event, Interview, Refused, leave, prompt, render, step
from nlcaudit.interview.speaking import Paragraph
from nlcaudit.loader.files import LIMITS
from nlcaudit.messages import Messages
from nlcaudit.output import render_text
from nlcaudit.prompts.terminal import Interrupted, Terminal
from nlcaudit.sentences import Sentence
from nlcaudit.store import Kept, render_response


@dataclass
class Conversation:
    """A questionnaire that is being answered.

    Attributes:
        state: where it stands; what is in it is saved.
        kept: the file.
        resume: the command that goes on with it.
        again: the command that begins it again, as long as nothing is recorded.
        afterwards: the command that shows the result.
    """

    state: Interview
    kept: Kept
    resume: str
    again: str
    afterwards: str
    lines: int = field(default=0, init=False)


def converse(talk: Conversation, terminal: Terminal, opening: Sequence[Event], found: Sequence[Diagnostic] = ()) -> int:
    """Hold the conversation until the respondent leaves.

    Returns:
        0 when the respondent left or the input ended, and everything is saved; 1 when a line from a pipe was refused;
        130 after Ctrl-C; 128 and the signal's number after another one.

    Raises:
        PathError: an answer could not be saved.
        UserError: the input was empty from the start.
    """
    with terminal.listening():
        try:
            _warn(talk, terminal, found)
            _warn_of_comments(talk, terminal)
            _tell(talk, terminal, opening[:1])
            if not talk.state.shared:
                terminal.say([Paragraph(""), Paragraph(_where(talk))])
            _tell(talk, terminal, opening[1:])
            return _listen(talk, terminal)
        except Interrupted as interrupted:
            return _cut_off(talk, terminal, interrupted)
        except PathError as error:
            raise PathError(
                error.message, Sentence("{hint}; to go on: {resume}", hint=error.hint, resume=talk.resume)
            ) from error


def _listen(talk: Conversation, terminal: Terminal) -> int:
    while not talk.state.ended:
        typed = terminal.ask(prompt(talk.state))
        if typed is None:
            return _run_dry(talk, terminal)
        talk.lines += 1
        after, events = step(talk.state, typed.text) if typed.whole else (talk.state, (Refused("too-long"),))
        if not _save(talk, after):
            events = (Refused("too-much"),)
        _tell(talk, terminal, events)
        if not terminal.interactive and any(isinstance(event, Refused) for event in events):
            return _stop_at_refusal(talk, terminal)
    if talk.state.turn is None:
        _say_where(talk, terminal)
    return ExitCode.CLEAN


def _save(talk: Conversation, after: Interview) -> bool:
    """Save what changed; a file that could not be read again is not written."""
    if after.response != talk.state.response:
        text = render_response(after.response)
        if len(text.encode()) > LIMITS.size:
            return False
        talk.kept.save(text)
    talk.state = after
    return True


def _tell(talk: Conversation, terminal: Terminal, events: Sequence[Event]) -> None:
    for event in events:
        terminal.say(render(event, talk.state))


def _warn(talk: Conversation, terminal: Terminal, found: Sequence[Diagnostic]) -> None:
    """Tell what is odd in the file and does not stop the sitting."""
    if found:
        terminal.say(Paragraph(line) for line in render_text(found, _messages(talk).language).splitlines())
        terminal.say([Paragraph(_messages(talk).text("What is written there is kept as it is.")), Paragraph("")])


def _warn_of_comments(talk: Conversation, terminal: Terminal) -> None:
    copy = talk.kept.by_hand(render_response(talk.state.response))
    if copy is not None:
        said = _messages(talk).text(
            "Comments (# …) are lost when the file is saved. The file as you wrote it will be kept beside it: {path}.",
            path=copy,
        )
        terminal.say([Paragraph(said), Paragraph("")])


def _messages(talk: Conversation) -> Messages:
    return Messages("interview", talk.state.response.language)


def _where(talk: Conversation) -> str:
    messages, response = _messages(talk), talk.state.response
    if response.name:
        return messages.text("The answers of {name} are kept in {path}.", name=response.name, path=talk.kept.path)
    return messages.text(
        "Your code is {code}; nobody asks your name. Note the code: with it you can go on, or take your answers back. "
        "Your answers are kept in {path}.",
        code=response.respondent,
        path=talk.kept.path,
    )


def _say_where(talk: Conversation, terminal: Terminal) -> None:
    messages = _messages(talk)
    if talk.kept.seen is None:
        terminal.say([Paragraph(messages.text("Nothing was recorded, and no file was written. To begin again:"))])
        terminal.say_whole(f"  {talk.again}")
        return
    terminal.say([Paragraph(messages.text("Everything is saved in {path}.", path=talk.kept.path))])
    complete = not talk.state.unanswered
    terminal.say([Paragraph(messages.text("To change an answer:") if complete else messages.text("To go on:"))])
    terminal.say_whole(f"  {talk.resume}")
    if complete:
        terminal.say([Paragraph(messages.text("To see the result:"))])
        terminal.say_whole(f"  {talk.afterwards}")


def _leave(talk: Conversation) -> None:
    _save(talk, leave(talk.state))


def _cut_off(talk: Conversation, terminal: Terminal, interrupted: Interrupted) -> int:
    _leave(talk)
    try:
        terminal.target.write("\n")
        _say_where(talk, terminal)
        terminal.target.flush()
    except OSError:  # the terminal is gone; the answers are not
        pass
    return interrupted.code


def _run_dry(talk: Conversation, terminal: Terminal) -> int:
    if not talk.lines and not terminal.interactive:
        raise UserError(
            Sentence("there is no terminal to ask on, and nothing came through the pipe"),
            Sentence("on a terminal: {again}; with answers in a file: {again} --answers FILE", again=talk.again),
        )
    _leave(talk)
    _say_where(talk, terminal)
    return ExitCode.CLEAN


def _stop_at_refusal(talk: Conversation, terminal: Terminal) -> int:
    """End at the first line from a pipe that was not taken: the lines behind it may be meant for other questions."""
    _leave(talk)
    stopped = _messages(talk).text("Line {number} of the input was refused; the lines after it were not read.",
                                   number=talk.lines)  # fmt: skip
    terminal.say([Paragraph(stopped)])
    _say_where(talk, terminal)
    return ExitCode.FINDINGS
