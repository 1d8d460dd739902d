"""A sitting from its first to its last line: find or begin the response, ask or take the answers, keep them."""

from dataclasses import dataclass, replace
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic, has_errors
from nlcaudit.engagement import Response
from nlcaudit.errors import ExitCode, UserError
from nlcaudit.framework import Toolkit
from nlcaudit.interview import begin
from nlcaudit.interview.speaking import Paragraph
from nlcaudit.messages import Messages
from nlcaudit.prompts import Conversation, Interrupted, Left, Terminal, ask_choice, ask_text, converse
from nlcaudit.sentences import NOTHING, Sentence, counted
from nlcaudit.sitting.answers_file import AnswersRead, merged, read_answers
from nlcaudit.sitting.ground import Ground
from nlcaudit.sitting.opening import (
    Opened,
    begin_response,
    group_labels,
    offered_languages,
    open_response,
    usual_language,
)
from nlcaudit.sitting.wanted import Wanted, refined, resume_command, score_command
from nlcaudit.store import Kept, render_response

NOT_BEGUN = Sentence("nothing was recorded, and no file was written")


@dataclass(frozen=True)
class Held:
    """What came of a sitting.

    Attributes:
        code: for the shell.
        diagnostics: what is wrong in the files; with an error among them nothing was written.
        note: one line about the run.
        turn: to whom a facilitator changes; None when the sitting is over.
    """

    code: int
    diagnostics: tuple[Diagnostic, ...] = ()
    note: Sentence = NOTHING
    turn: str | None = None


def ask_answers(wanted: Wanted, ground: Ground, path: Path, terminal: Terminal | None, *, shared: bool = False) -> Held:
    """Ask on a terminal or read from a pipe. The lock of `path` must be held.

    Args:
        wanted: the options.
        ground: what is asked, and where.
        path: the file.
        terminal: where to ask.
        shared: a facilitator types for several respondents in turn.

    Raises:
        PathError: the file cannot be read or saved.
        UserError: something is missing and there is nobody to ask.
    """
    if terminal is None:
        _opened(wanted, ground, path, None)
        raise nobody_to_ask(wanted)
    try:
        with terminal.listening():
            opened = _opened(wanted, ground, path, terminal)
    except Left:
        return Held(ExitCode.CLEAN, note=NOT_BEGUN, turn="" if shared else None)
    except Interrupted as interrupted:
        terminal.say([Paragraph("")])
        return Held(interrupted.code, note=NOT_BEGUN)
    if opened.response is None or ground.toolkit is None:
        return Held(ExitCode.FINDINGS, opened.diagnostics)
    response = opened.response
    state, events = begin(ground.toolkit, response, offered_languages(ground.toolkit, wanted))
    talk = Conversation(
        replace(state, shared=shared),
        Kept(path, opened.seen),
        resume=resume_command(wanted, response.respondent, response.group),
        again=resume_command(wanted, response.respondent, response.group, begun=False),
        afterwards=score_command(wanted),
    )
    code = converse(talk, terminal, events, opened.diagnostics)
    return Held(code, turn=talk.state.turn)


def _opened(wanted: Wanted, ground: Ground, path: Path, terminal: Terminal | None) -> Opened:
    if path.exists():
        return open_response(path, ground, wanted)
    return Opened(begin_response(path, ground, _completed(wanted, ground, terminal)))


def _completed(wanted: Wanted, ground: Ground, terminal: Terminal | None) -> Wanted:
    """Ask for what a new response needs and no option says."""
    groups = group_labels(ground, wanted)
    asks = terminal if terminal is not None and terminal.interactive else None
    messages = Messages("interview", usual_language(ground, wanted))
    if len(groups) == 1 and wanted.group is None:  # nothing to decide
        wanted = refined(wanted, group=next(iter(groups)))
    if groups and wanted.group is None:
        if asks is None:
            raise UserError(
                Sentence("which group does the respondent belong to?"),
                Sentence("add --group with one of: {names}", names=tuple(groups)),
            )
        title = messages.text("Which group do you answer for?")
        wanted = refined(wanted, group=ask_choice(asks, messages, title, groups))
    if wanted.voice == "institution" and wanted.institution is None and asks is not None:
        named = ask_text(asks, messages, messages.text("What is the institution's name?"))
        wanted = refined(wanted, institution=named)
    return wanted


def nobody_to_ask(wanted: Wanted) -> UserError:
    """The error of a process that has no terminal and no pipe."""
    command = resume_command(wanted, wanted.respondent or "CODE", wanted.group, begun=wanted.respondent is not None)
    return UserError(
        Sentence("there is no terminal to ask on, and nothing comes through a pipe"),
        Sentence("on a terminal: {command}; with answers in a file: {command} --answers FILE", command=command),
    )


def take_answers(wanted: Wanted, ground: Ground, path: Path, source: Path) -> Held:
    """Take answers from a file, all or none. The lock of `path` must be held.

    Raises:
        PathError: a file cannot be read or saved.
        UserError: something is missing, or an option contradicts a file.
    """
    read, found = read_answers(source)
    if read is None or has_errors(found) or ground.toolkit is None:
        return Held(ExitCode.FINDINGS, found)
    opened = _opened(_filled(wanted, read.response), ground, path, None)
    if opened.response is None:
        return Held(ExitCode.FINDINGS, opened.diagnostics)
    return _merge(read, opened, opened.response, ground.toolkit, path)


def _merge(read: AnswersRead, opened: Opened, into: Response, toolkit: Toolkit, path: Path) -> Held:
    after, found = merged(read, into, toolkit)
    if after is None:
        return Held(ExitCode.FINDINGS, found)
    Kept(path, opened.seen).save(render_response(after))
    said = counted(
        "{number} answer is in {path}, as “{respondent}”",
        "{number} answers are in {path}, as “{respondent}”",
        len(read.answers),
        path=path,
        respondent=after.respondent,
    )
    return Held(ExitCode.CLEAN, found, said)


def _filled(wanted: Wanted, written: Response | None) -> Wanted:
    """What a whole response file says of itself stands in for options that were left out."""
    if written is None:
        return wanted
    return refined(
        wanted,
        group=wanted.group or written.group,
        voice=wanted.voice or written.voice,
        institution=wanted.institution or written.name,
        language=wanted.language or written.language,
        depth=wanted.depth or written.depth,
        respondent=wanted.respondent or written.respondent,
    )
