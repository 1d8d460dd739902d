"""The files behind pieces of evidence: their sums, and whether they are still the same."""

import hashlib
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from nlcaudit.diagnostics import Finding, Route
from nlcaudit.engagement import EvidenceRecord, Response, Workshop
from nlcaudit.errors import PathError, reason
from nlcaudit.rules.evidence import check_file
from nlcaudit.sentences import Sentence

PIECE = 1 << 20


def sum_of(path: Path) -> str:
    """Return the sha256 of an ordinary file, read piece by piece.

    Raises:
        PathError: there is no ordinary file, or it may not be read.
    """
    made = hashlib.sha256()
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a device or a pipe might never end
            raise PathError(Sentence("{path} is not an ordinary file", path=path), Sentence("name a file"))
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                made.update(piece)
    except OSError as error:
        raise PathError(Sentence("cannot open {path}: {why}", path=path, why=reason(error))) from error
    return made.hexdigest()


def check_files(said: Response | Workshop, folder: Path) -> Iterator[Finding]:
    """Every file whose sum was recorded is there, and the same.

    Args:
        said: a response, or the record of a workshop.
        folder: from which the paths of the files count.
    """
    for route, records in evidence_of(said):
        for index, record in enumerate(records):
            if record.file is not None and record.sha256 is not None:
                yield from check_file(record, _now(folder / record.file), (*route, index))


def evidence_of(said: Response | Workshop) -> Iterator[tuple[Route, Sequence[EvidenceRecord]]]:
    """Yield the evidence under each question, with its route."""
    if isinstance(said, Response):
        for question_id, answer in said.answers.items():
            yield ("answers", question_id, "evidence"), answer.evidence
    else:
        for question_id, agreed in said.agreed.items():
            yield ("agreed", question_id, "evidence"), agreed.evidence


def _now(path: Path) -> str | None:
    try:
        return sum_of(path)
    except PathError:
        return None
