"""Answers that somebody wrote into a file: checked like typed ones, taken all or not at all."""

from dataclasses import dataclass
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic, Finding, has_errors
from nlcaudit.engagement import Answer, Response
from nlcaudit.framework import Toolkit
from nlcaudit.loader.files import read_bytes, shape_part
from nlcaudit.rules.answers import check_response
from nlcaudit.shape import Id, Strict, shape
from nlcaudit.source import Document, read_document


class Answers(Strict):
    """The same mapping that stands under `answers` in a response."""

    answers: dict[Id, Answer]


@dataclass(frozen=True)
class AnswersRead:
    """What a file of answers holds.

    Attributes:
        answers: question id → answer.
        response: the whole response, when the file is one.
    """

    answers: dict[str, Answer]
    response: Response | None
    document: Document


def read_answers(path: Path) -> tuple[AnswersRead | None, tuple[Diagnostic, ...]]:
    """Read `{question-id: answer…}`, or a whole response file.

    Raises:
        PathError: the file cannot be opened.
    """
    document, found = read_document(read_bytes(path), str(path))
    if document is None:
        return None, tuple(found)
    if "schema" in document.data:
        part = shape_part(document, found, "response", Response)
        read = AnswersRead(part.model.answers, part.model, document) if part.model else None
        return read, part.diagnostics
    model, findings = shape(Answers, {"answers": document.data})
    diagnostics = (*found, *(document.diagnose(_inside(finding)) for finding in findings))
    return (AnswersRead(model.answers, None, document) if model else None), diagnostics


def merged(read: AnswersRead, response: Response, toolkit: Toolkit) -> tuple[Response | None, tuple[Diagnostic, ...]]:
    """Put the answers of a file into a response; those to other questions stay.

    Returns:
        The new response, or None when something in the file is wrong, and the diagnostics of the file.
    """
    whole = read.response
    checked = whole or response.model_copy(update={"answers": read.answers})
    findings = list(check_response(checked, toolkit))
    if whole is None:
        findings = [_inside(finding) for finding in findings if finding.route[:1] == ("answers",)]
    found = tuple(sorted(read.document.diagnose(finding) for finding in findings))
    if has_errors(found):
        return None, found
    answers = {**response.answers, **read.answers}
    order = {question: place for place, question in enumerate(toolkit.by_id)}
    ordered = dict(sorted(answers.items(), key=lambda entry: order.get(entry[0], len(order))))
    return response.model_copy(update={"answers": ordered}), found


def _inside(finding: Finding) -> Finding:
    """The finding, seen from inside `answers`."""
    return Finding(finding.rule, finding.route[1:], finding.message, finding.hint, finding.key)
