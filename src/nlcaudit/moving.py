"""Moves responses, the record of a workshop, and their engagement to the current version of their toolkit.

First everything is read and planned; where one file cannot be moved, none is. Then each file is replaced whole.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic, has_errors
from nlcaudit.engagement import EngagementFile, Response, ToolkitRef, Workshop
from nlcaudit.errors import PathError
from nlcaudit.evolution.accounts import Account
from nlcaudit.evolution.editing import edited
from nlcaudit.evolution.engagements import engagement_edits
from nlcaudit.evolution.migrating import Stuck, migrate
from nlcaudit.evolution.talks import migrate_workshop
from nlcaudit.framework import Toolkit
from nlcaudit.loader.answers import (
    ENGAGEMENT_FILE,
    WORKSHOP_FILE,
    named_by,
    reference_of,
    response_files,
    toolkit_reference,
)
from nlcaudit.loader.files import Part, read_bytes, shape_part
from nlcaudit.loader.toolkits import load_toolkit
from nlcaudit.rules.schemas import kind_of
from nlcaudit.sentences import Sentence
from nlcaudit.source import read_document
from nlcaudit.store import Kept, locked, render_response, render_workshop
from nlcaudit.store.modelines import loses_comments


@dataclass(frozen=True)
class FileMove:
    """What will become of one file.

    Attributes:
        seen: the bytes from which it was planned.
        text: its new content; None when nothing changes.
    """

    path: Path
    seen: bytes
    text: str | None
    account: Account


@dataclass
class Plan:
    """What will become of each file, and why some cannot be moved; with a reason among it nothing is written."""

    moves: list[FileMove] = field(default_factory=list)
    stuck: list[tuple[Path, Stuck]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    toolkits: dict[str, Toolkit | None] = field(default_factory=dict)

    @property
    def possible(self) -> bool:
        """Every file can be moved."""
        return not self.stuck and not has_errors(self.diagnostics)


def plan_moves(files: Sequence[Path], folder: Path) -> Plan:
    """Read the files, or all of an engagement's folder when none is named, and say what will become of them.

    Raises:
        PathError: a path, or a toolkit, cannot be opened.
    """
    plan = Plan()
    for path in files or _files_of(folder):
        raw = read_bytes(path)
        document, found = read_document(raw, str(path))
        kind = kind_of(document.data if document else None)
        if kind == "engagement":
            _plan_engagement(plan, path, raw, shape_part(document, found, "engagement", EngagementFile))
        elif kind == "workshop":
            _plan_workshop(plan, path, raw, shape_part(document, found, "workshop", Workshop))
        else:
            _plan_response(plan, path, raw, shape_part(document, found, "response", Response))
    return plan


def _files_of(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    if not (folder / ENGAGEMENT_FILE).is_file():
        raise PathError(
            Sentence("there is no {file} in {folder}", file=ENGAGEMENT_FILE, folder=folder),
            Sentence("name the folder with --in, or name files"),
        )
    talk = folder / WORKSHOP_FILE
    return [folder / ENGAGEMENT_FILE, *([talk] if talk.is_file() else []), *response_files(folder)]


def _plan_response(plan: Plan, path: Path, raw: bytes, part: Part[Response]) -> None:
    plan.diagnostics += part.diagnostics
    response = part.model
    toolkit = _toolkit(plan, *named_by(response, path)) if response is not None else None
    if response is None or toolkit is None:
        return
    moved = migrate(response, toolkit)
    if isinstance(moved, Stuck):
        plan.stuck.append((path, moved))
        return
    after = moved.response
    text = None if after is response else render_response(after)
    account = Account(
        str(path), response.toolkit.version, after.toolkit.version, moved.moves,
        len(after.answers), len(after.orphaned), _remarks(raw, text),
    )  # fmt: skip
    plan.moves.append(FileMove(path, raw, text, account))


def _plan_workshop(plan: Plan, path: Path, raw: bytes, part: Part[Workshop]) -> None:
    plan.diagnostics += part.diagnostics
    talk = part.model
    toolkit = _toolkit(plan, reference_of(path.parent) or talk.toolkit, path.parent) if talk is not None else None
    if talk is None or toolkit is None:
        return
    moved = migrate_workshop(talk, toolkit)
    if isinstance(moved, Stuck):
        plan.stuck.append((path, moved))
        return
    after = moved.workshop
    text = None if after is talk else render_workshop(after)
    account = Account(str(path), talk.toolkit.version, after.toolkit.version, moved.moves, remarks=_remarks(raw, text))
    plan.moves.append(FileMove(path, raw, text, account))


def _remarks(raw: bytes, text: str | None) -> tuple[Sentence, ...]:
    if text is None or not loses_comments(raw, text):
        return ()
    return (Sentence("comments (# …) are not kept; the file as it was stays beside it, ending in .by-hand"),)


def _plan_engagement(plan: Plan, path: Path, raw: bytes, part: Part[EngagementFile]) -> None:
    plan.diagnostics += part.diagnostics
    file = part.model
    toolkit = _toolkit(plan, file.toolkit, path.parent) if file is not None else None
    if file is None or toolkit is None or part.document is None:
        return
    edits = engagement_edits(file, toolkit)
    if isinstance(edits, Stuck):
        plan.stuck.append((path, edits))
        return
    text = edited(part.document, edits)
    if text is None:
        said = ", ".join(f"{'.'.join(map(str, edit.route))}: {edit.new}" for edit in edits)
        plan.stuck.append(
            (
                path,
                Stuck(Sentence("it is written in a way that only you can edit"), Sentence("write {what}", what=said)),
            )
        )
        return
    changed = tuple(
        Sentence("{old} is now {new}", old=edit.old, new=edit.new) for edit in edits if edit.route[0] != "toolkit"
    )
    account = Account(str(path), file.toolkit.version, toolkit.version, remarks=changed)
    plan.moves.append(FileMove(path, raw, text if edits else None, account))


def _toolkit(plan: Plan, ref: ToolkitRef, folder: Path) -> Toolkit | None:
    reference = toolkit_reference(ref, folder)
    place = os.path.realpath(reference)
    if place not in plan.toolkits:
        loaded = load_toolkit(reference)
        plan.diagnostics += [one for one in loaded.diagnostics if one.severity == "error"]
        plan.toolkits[place] = loaded.value if loaded.usable else None
    return plan.toolkits[place]


def carry_out(plan: Plan) -> None:
    """Write what was planned, each file whole.

    Raises:
        PathError: a file is open in another process, was changed meanwhile, or cannot be saved; it is as it was, and
            the same command goes on with the rest.
    """
    for move in plan.moves:
        if move.text is not None:
            with locked(move.path):
                Kept(move.path, move.seen).save(move.text)
