"""Files that came back → responses in an engagement's folder. First everything is read and planned; then it is written.

Where one cell of one file is in doubt, nothing is written.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from nlcaudit.diagnostics import Diagnostic, has_errors
from nlcaudit.engagement import EngagementFile, MappingFile, Response
from nlcaudit.errors import PathError, reason
from nlcaudit.framework import Toolkit
from nlcaudit.importers.declaring import declare, named_columns, refuse_absent
from nlcaudit.importers.letters import read_letter
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.merging import Rules, Same
from nlcaudit.importers.planning import RESPONSE_FILE, Plan, Source, plan_import
from nlcaudit.importers.preferring import parse_preference
from nlcaudit.importers.submissions import Setting
from nlcaudit.loader.answers import RESPONSES, repeated_respondents, response_files
from nlcaudit.loader.files import Part, read_part, shape_part
from nlcaudit.rules.answers import check_response
from nlcaudit.sentences import Sentence
from nlcaudit.sitting import Wanted, find_ground
from nlcaudit.source import read_document
from nlcaudit.store import Kept, locked, new_pseudonym, render_response, save_durably
from nlcaudit.store.tombstones import load_tombstones
from nlcaudit.tables import Problem, read_tables

YAML = frozenset({".yaml", ".yml"})
MARKDOWN = frozenset({".md", ".markdown"})
SNIFFED = 200
LARGEST = 64 * 1024 * 1024
"""Bytes of one file; an export of ten thousand full answers has a third of it."""


@dataclass(frozen=True)
class Request:
    """The options of `import`.

    Attributes:
        columns: `COLUMN=TARGET`.
        dropped: heads of columns to leave out.
        group: the id of the group of all, or the head of the column that says it.
        mapping: a file of declarations that is there.
        language: of answers that do not say theirs.
        prefer: `file` or `import`, for all or as `mk-5927=file`.
        readmit: take in those who withdrew.
    """

    files: Sequence[Path]
    folder: Path = Path()
    group: str | None = None
    columns: Sequence[str] = ()
    dropped: Sequence[str] = ()
    mapping: Path | None = None
    encoding: str | None = None
    language: str | None = None
    numbers_from: Literal[0, 1] | None = None
    prefer: Sequence[str] = ()
    same: Same | None = None
    readmit: bool = False


@dataclass
class Import:
    """What was read, and what it would do.

    Attributes:
        seen: pseudonym → the file in which its response lies and the bytes that were read there.
    """

    folder: Path
    toolkit: Toolkit | None = None
    plan: Plan = field(default_factory=Plan)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    seen: dict[str, tuple[Path, bytes]] = field(default_factory=dict)

    @property
    def possible(self) -> bool:
        """Nothing stands in the way."""
        return not self.plan.problems and not has_errors(self.diagnostics)


def prepare_import(request: Request) -> Import:
    """Read everything and plan.

    Raises:
        PathError: a path cannot be opened.
        UserError: an option names nothing, or a library is missing.
    """
    made = Import(request.folder)
    ground = find_ground(Wanted(within=request.folder))
    made.diagnostics += [one for one in ground.diagnostics if one.severity == "error"]
    if ground.toolkit is None or ground.reference is None or ground.engagement is None:
        return made
    made.toolkit = ground.toolkit
    lexicon = Lexicon(ground.toolkit)
    file = _mapping(request.mapping, made) if request.mapping is not None else None
    declared = declare(lexicon, file, request.columns, request.dropped, request.group)
    if request.numbers_from is not None:
        declared = replace(declared, numbers_from=request.numbers_from)
    there = _there(made, ground.toolkit)
    sources, sums, problems = _sources(request, made, lexicon)
    if has_errors(made.diagnostics):
        return made
    if not problems:
        refuse_absent(named_columns(request.columns, request.dropped, request.group, lexicon), _heads(sources), lexicon)
    language = request.language or ground.engagement.languages[0]
    setting = Setting(ground.toolkit, ground.reference, language, _groups(ground.engagement), declared.group)
    stones = load_tombstones(request.folder / RESPONSES)
    rules = Rules(ground.toolkit, sums, parse_preference(request.prefer), request.same, stones.hold, request.readmit)
    made.plan = plan_import(sources, there, setting, declared, rules, _draw)
    made.plan.problems = sorted([*problems, *made.plan.problems])
    return made


def _heads(sources: Sequence[Source]) -> list[Sequence[str]]:
    return [table.lines[0].cells for source in sources for table in source.tables if table.lines]


def _draw(taken: Mapping[str, Response]) -> str:
    return new_pseudonym(taken)


def _groups(engagement: EngagementFile) -> tuple[str, ...]:
    return tuple(group.id for group in engagement.groups)


def _mapping(path: Path, made: Import) -> MappingFile | None:
    part = read_part(path, "mapping", MappingFile)
    made.diagnostics += part.diagnostics
    return part.model


def _there(made: Import, toolkit: Toolkit) -> list[Response]:
    """The responses of the folder; one that has errors must be put right before anything is added."""
    found: list[Response] = []
    parts: list[Part[Response]] = []
    for path in response_files(made.folder):
        raw = _read(path)
        part = shape_part(*read_document(raw, str(path)), "response", Response)
        parts.append(part)
        made.diagnostics += part.diagnostics
        if part.model is not None:
            wrong = part.diagnose(list(check_response(part.model, toolkit)))
            made.diagnostics += [one for one in wrong if one.severity == "error"]
            made.seen[part.model.respondent] = (path, raw)
            found.append(part.model)
    made.diagnostics += repeated_respondents(parts)
    return found


def _sources(request: Request, made: Import, lexicon: Lexicon) -> tuple[list[Source], dict[str, str], list[Problem]]:
    sources: list[Source] = []
    sums: dict[str, str] = {}
    problems: list[Problem] = []
    for path in dict.fromkeys(request.files):
        raw = _read(path)
        sums[str(path)] = hashlib.sha256(raw).hexdigest()
        if path.suffix.lower() in YAML:
            part = shape_part(*read_document(raw, str(path)), "response", Response)
            made.diagnostics += part.diagnostics
            sources += [Source(str(path), RESPONSE_FILE, response=part.model)] if part.model else []
            continue
        if path.suffix.lower() in MARKDOWN:
            entry, found = read_letter(raw, str(path), lexicon, request.encoding)
            problems += found
            sources += [] if found else [Source(str(path), "Markdown", entry=entry)]
            continue
        if raw[:SNIFFED].lstrip().lower().startswith((b"<!doctype html", b"<html")):
            hint = Sentence("open it in a browser, fill it in, and import the response file that it hands over")
            problems.append(
                Problem(str(path), "", 0, 0, Sentence("it is a web page: the form itself, or a report"), hint)
            )
            continue
        tables, found = read_tables(raw, str(path), request.encoding)
        problems += found
        if not found:
            sources.append(
                Source(str(path), Sentence("{words}", words=sorted({t.reading for t in tables})), tuple(tables))
            )
    return sources, sums, problems


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise PathError(Sentence("{path} is a folder", path=path), Sentence("name the files in it"))
        if path.stat().st_size > LARGEST:
            raise PathError(
                Sentence("{path} is larger than 64 MB", path=path), Sentence("export the answers without attachments")
            )
        return path.read_bytes()
    except OSError as error:
        raise PathError(
            Sentence("cannot open {path}: {reason}", path=path, reason=reason(error)),
            Sentence("check the path and who may read it"),
        ) from error


def carry_out(made: Import) -> list[Path]:
    """Write what was planned, each file whole, and return the files.

    Raises:
        PathError: a file is open in another process, was changed meanwhile, or cannot be saved; it is as it was, and
            the same command goes on with the rest.
    """
    last = {outcome.respondent: outcome.response for outcome in made.plan.outcomes if outcome.response is not None}
    written: list[Path] = []
    for respondent, response in last.items():
        path, seen = made.seen.get(respondent, (made.folder / RESPONSES / f"{respondent}.yaml", None))
        with locked(path):
            Kept(path, seen).save(render_response(response))
        written.append(path)
    return written


def save_draft(path: Path, text: str) -> None:
    """Write a new mapping file.

    Raises:
        PathError: it cannot be written.
    """
    save_durably(path, text, mode=0o644)
