"""Evidence in the response files of an engagement: listed, marked as seen, its files summed."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.engagement import EvidenceRecord, Response, is_old
from nlcaudit.errors import PathError, UserError
from nlcaudit.framework import Toolkit
from nlcaudit.interview.sentences import STRENGTH
from nlcaudit.loader.answers import response_files
from nlcaudit.loader.files import read_bytes, shape_part
from nlcaudit.loader.hashing import sum_of
from nlcaudit.messages import Messages
from nlcaudit.sentences import Sentence
from nlcaudit.source import read_document
from nlcaudit.store import Kept, locked, render_response

BLANKS = re.compile(r"[\t\n\v\f\r\u2028\u2029 ]+")
"""What does not fit on one line; the narrow spaces of French stay."""
Change = Callable[[EvidenceRecord], EvidenceRecord]


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence, and where it stands.

    Attributes:
        code: of its question.
        place: counted from 1 among those of the same answer.
        old: older than the toolkit's limit.
    """

    respondent: str
    question: str
    code: str
    place: int
    record: EvidenceRecord
    old: bool


def list_evidence(responses: Sequence[Response], toolkit: Toolkit, day: date | None) -> list[Shown]:
    """Every piece of evidence, in the order of the questions, then of the respondents."""
    found = [
        Shown(response.respondent, name, toolkit.by_id[name].code, place, record, is_old(record, day, toolkit))
        for response in responses
        for name, answer in response.answers.items()
        if name in toolkit.by_id
        for place, record in enumerate(answer.evidence, start=1)
    ]
    order = {name: at for at, name in enumerate(toolkit.by_id)}
    return sorted(found, key=lambda shown: (order[shown.question], shown.respondent, shown.place))


def render_evidence(found: Sequence[Shown], toolkit: Toolkit, messages: Messages) -> str:
    """Write one piece a line, with the words by which `seen` and `hash` find it."""
    order = toolkit.language_order(messages.language)
    sides = {side.id: side.label.spoken(order).text for side in toolkit.sides}
    return "".join(_line(shown, sides, messages) for shown in found) or messages.text("No evidence was named.") + "\n"


def _line(shown: Shown, sides: Mapping[str, str], messages: Messages) -> str:
    record = shown.record
    by = sides.get(record.seen_by or "", record.seen_by)
    seen = messages.text("seen by: {side}", side=by) if by else messages.text("not yet seen")
    strength = Messages("interview", messages.language).text(STRENGTH[record.strength])
    parts = [record.what, record.where, record.owner, str(record.date) if record.date else None, strength, seen]
    parts += [record.file, messages.text("with its sum") if record.sha256 else None]
    parts += [messages.text("too old")] if shown.old else []
    said = " · ".join(BLANKS.sub(" ", part) for part in parts if part)
    return f"{shown.code} {shown.respondent} {shown.place}  {said}\n"


def mark_seen(folder: Path, toolkit: Toolkit, where: tuple[str, str, int], side: str) -> Path:
    """Record that a participant of a side has seen a piece of evidence.

    Args:
        folder: the engagement's.
        toolkit: names its sides and questions.
        where: code or id of the question, respondent, place counted from 1.
        side: its id.

    Raises:
        PathError: the response cannot be read or saved.
        UserError: there is no such side or piece of evidence.
    """
    sides = [known.id for known in toolkit.sides]
    if side not in sides:
        raise UserError(Sentence("there is no side “{side}”", side=side), did_you_mean(side, sides))
    return _change(folder, toolkit, where, lambda record: record.model_copy(update={"seen_by": side}))


def record_sum(folder: Path, toolkit: Toolkit, where: tuple[str, str, int], file: Path | None) -> Path:
    """Record the sha256 of the file behind a piece of evidence, so that anybody can check it again.

    Args:
        folder: the engagement's.
        toolkit: names its questions.
        where: code or id of the question, respondent, place counted from 1.
        file: the file; None takes the one that is named already.

    Raises:
        PathError: a file cannot be read or saved.
        UserError: there is no such piece of evidence, or it names no file.
    """

    def add(record: EvidenceRecord) -> EvidenceRecord:
        named = file if file is not None else (folder / record.file if record.file else None)
        if named is None:
            raise UserError(Sentence("this evidence names no file"), Sentence("add --file FILE"))
        inside = Path(os.path.relpath(named, folder)).as_posix()
        return record.model_copy(update={"file": inside, "sha256": sum_of(named)})

    return _change(folder, toolkit, where, add)


def _change(folder: Path, toolkit: Toolkit, where: tuple[str, str, int], change: Change) -> Path:
    question, respondent, place = where
    path = _file_of(folder, respondent)
    with locked(path):
        raw = read_bytes(path)
        response = shape_part(*read_document(raw, str(path)), "response", Response).model
        if response is None:
            raise PathError(Sentence("{path} has errors; nothing was written", path=path),
                            Sentence("nlcaudit validate {path} says where", path=path))  # fmt: skip
        Kept(path, raw).save(render_response(_changed(response, toolkit, question, place, change)))
    return path


def _changed(response: Response, toolkit: Toolkit, question: str, place: int, change: Change) -> Response:
    name = next((q.id for q in toolkit.by_id.values() if question.lower() in (q.id, q.code.lower())), "")
    answer = response.answers.get(name)
    if answer is None or not 1 <= place <= len(answer.evidence):
        raise UserError(
            Sentence("{respondent} names no evidence {place} on {question}", respondent=response.respondent,
                     place=place, question=question),
            Sentence("nlcaudit evidence list names them all"),
        )  # fmt: skip
    records = list(answer.evidence)
    records[place - 1] = change(records[place - 1])
    answers = {**response.answers, name: answer.model_copy(update={"evidence": tuple(records)})}
    return response.model_copy(update={"answers": answers})


def _file_of(folder: Path, respondent: str) -> Path:
    files = {path.stem: path for path in _files(folder)}
    if respondent not in files:
        raise UserError(Sentence("there is no response of “{respondent}” in {folder}", respondent=respondent,
                                 folder=folder), did_you_mean(respondent, files))  # fmt: skip
    return files[respondent]


def _files(folder: Path) -> Iterator[Path]:
    yield from response_files(folder) if folder.is_dir() else [folder]
