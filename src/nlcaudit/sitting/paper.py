"""Paper sheets of an engagement: where they are kept while they are typed, and as responses."""

import shlex
from dataclasses import replace
from pathlib import Path

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.engagement import Response
from nlcaudit.errors import PathError, UserError
from nlcaudit.keying import Keying, step
from nlcaudit.keying.events import Finished
from nlcaudit.keying.state import Plan
from nlcaudit.loader.answers import RESPONSES
from nlcaudit.prompts import Terminal
from nlcaudit.prompts.keying import Typing, key_in
from nlcaudit.sentences import Sentence
from nlcaudit.sitting.ground import Ground
from nlcaudit.sitting.opening import group_labels, usual_frameworks, usual_language
from nlcaudit.sitting.wanted import Wanted
from nlcaudit.store import render_response, save_durably
from nlcaudit.store.journal import Journal

JOURNAL = ".paper-in-hand"
"""Hidden, so that it is never taken for a response; gone as soon as no sheet is in hand."""


def journal_path(wanted: Wanted) -> Path:
    """The file that keeps the sheet in hand.

    Raises:
        UserError: an option of another way of answering was given, or there is no folder.
    """
    if wanted.single is not None or wanted.respondent or wanted.voice or wanted.institution:
        raise UserError(
            Sentence("--enter-paper types in sheets of persons, into an engagement's folder"),
            Sentence("leave out --out, --respondent, --voice and --name"),
        )
    return wanted.within / RESPONSES / JOURNAL


def enter_paper(wanted: Wanted, ground: Ground, path: Path, terminal: Terminal | None) -> int:
    """Type in sheets, twice each. The lock of `path` must be held.

    Raises:
        PathError: something cannot be read or saved.
        UserError: there is nobody to type, or the sheet in hand belongs to other questions.
    """
    if terminal is None:
        raise UserError(
            Sentence("there is no terminal to type on, and nothing comes through a pipe"),
            Sentence("{command}", command=_again(wanted)),
        )
    plan = _plan(wanted, ground)
    journal = Journal(path, _heading(plan))
    typing = Typing(
        Keying(plan),
        journal,
        lambda response: _save(path.parent, response),
        Sentence("{command}", command=_again(wanted)),
    )
    _go_on(typing, path)
    typing.state = replace(typing.state, taken=_taken(path.parent))
    return key_in(typing, terminal)


def _plan(wanted: Wanted, ground: Ground) -> Plan:
    if ground.toolkit is None or ground.reference is None:
        raise UserError(Sentence("the toolkit cannot be used"), Sentence("put its errors right first"))
    groups = group_labels(ground, wanted)
    if wanted.group is not None and wanted.group not in groups:
        hint = did_you_mean(wanted.group, groups, Sentence("write one of: {words}", words=list(groups)))
        raise UserError(Sentence("there is no group “{group}” here", group=wanted.group), hint)
    only = wanted.group or (next(iter(groups)) if len(groups) == 1 else None)
    engagement = ground.engagement
    return Plan(
        ground.toolkit,
        ground.reference,
        ground.named or usual_frameworks(ground),
        wanted.depth or (engagement.depth if engagement else "quick"),
        usual_language(ground, wanted),
        groups,
        only,
    )


def _heading(plan: Plan) -> str:
    """Lines are only ever played back against the same questions in the same order."""
    parts = (plan.toolkit.fingerprint[:16], plan.depth, plan.group or "?", "+".join(plan.frameworks))
    return "nlcaudit/paper/1 " + " ".join(parts)


def _go_on(typing: Typing, path: Path) -> None:
    """Play back what was typed of the sheet in hand."""
    lines = typing.journal.lines()
    if lines is None:
        raise UserError(
            Sentence("the sheet in hand was begun with other questions or options"),
            Sentence("go on with the options of then, or delete {path} and type that sheet again", path=path),
        )
    if not lines:
        return
    typing.journal.keep_only(lines)
    for line in lines:
        typing.state, events = step(typing.state, line)
        for event in events:
            if isinstance(event, Finished):  # the process ended between the last line and the response
                typing.save(event.response)
                typing.sheets += 1
    if not typing.state.number:
        typing.journal.clear()


def _save(folder: Path, response: Response) -> None:
    path, text = folder / f"{response.respondent}.yaml", render_response(response)
    if path.exists() and path.read_bytes() != text.encode():
        raise PathError(
            Sentence("{path} is there already and says something else; it was left as it is", path=path),
            Sentence("rename one of the two sheets: give it another number"),
        )
    save_durably(path, text)


def _taken(folder: Path) -> frozenset[str]:
    return frozenset(path.stem for path in folder.glob("sheet-*.y*ml"))


def _again(wanted: Wanted) -> str:
    words = ["nlcaudit", "assess", "--enter-paper"]
    words += ["--in", str(wanted.within)] if wanted.within != Path() else []
    words += ["--group", wanted.group] if wanted.group else []
    words += [f"--{wanted.depth}"] if wanted.depth else []
    return shlex.join(words)
