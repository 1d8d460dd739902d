"""The cells about questions → answers, each with exactly one kind."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from nlcaudit.engagement import Answer, EvidenceRecord
from nlcaudit.framework import Question
from nlcaudit.importers.cells import CellReader, DoubtError, ReadAnswer, day_of, yes_or_no
from nlcaudit.importers.sheets import Cell, Entry
from nlcaudit.importers.targets import EVIDENCE, OfQuestion, Part
from nlcaudit.sentences import Sentence
from nlcaudit.tables import Problem

Said = Mapping[Part, Cell]
Value = TypeVar("Value")


def read_answers(entry: Entry, reader: CellReader) -> tuple[dict[str, Answer], frozenset[str], list[Problem]]:
    """Read everything that an entry says about questions.

    Returns:
        Question id → answer; the languages in whose words levels were chosen, in all answers alike; the problems.
    """
    problems: list[Problem] = []
    answers: dict[str, Answer] = {}
    spoken: list[frozenset[str]] = []
    for question_id, cells in _by_question(entry).items():
        question = reader.lexicon.toolkit.by_id[question_id]
        once, records = _sorted(cells, problems)
        read = _Reading(question, reader, problems)
        answer = read.answer(once, records)
        if answer is not None and answer != Answer():
            answers[question_id] = answer
        spoken += [read.languages] if read.languages else []
    common = frozenset.intersection(*spoken) if spoken else frozenset()
    return answers, common, problems


def _by_question(entry: Entry) -> dict[str, list[tuple[Part, Cell]]]:
    found: dict[str, list[tuple[Part, Cell]]] = {}
    for target, cell in entry.cells:
        if isinstance(target, OfQuestion):
            found.setdefault(target.question, []).append((target.part, cell))
    return found


def _sorted(cells: Sequence[tuple[Part, Cell]], problems: list[Problem]) -> tuple[Said, list[Said]]:
    """What is said once, and each piece of evidence."""
    once: dict[Part, Cell] = {}
    records: list[dict[Part, Cell]] = []
    for part, cell in cells:
        if part in EVIDENCE:
            if not records or part in records[-1]:
                records.append({})
            records[-1][part] = cell
        elif cell.text.strip():
            if part in once and once[part].text != cell.text:
                problems.append(
                    cell.problem(
                        Sentence("the {part} stands here a second time, and says something else", part=part),
                        Sentence("keep one of the two"),
                    )
                )
            once.setdefault(part, cell)
    return once, [{part: cell for part, cell in record.items() if cell.text.strip()} for record in records]


class _Reading:
    """Reads the parts of one answer, and notes what is wrong in which cell."""

    def __init__(self, question: Question, reader: CellReader, problems: list[Problem]) -> None:
        self.question = question
        self.reader = reader
        self.problems = problems
        self.languages: frozenset[str] = frozenset()

    def _try(self, cell: Cell | None, read: Callable[[str], Value]) -> Value | None:
        if cell is None:
            return None
        try:
            return read(cell.text)
        except DoubtError as doubt:
            self.problems.append(cell.problem(doubt.message, doubt.hint))
            return None

    def answer(self, once: Said, records: Sequence[Said]) -> Answer | None:
        cell = once.get("answer")
        exact = cell is not None and cell.exact
        chosen = self._try(cell, lambda text: self.reader.answer(text, self.question, exact=exact)) or ReadAnswer("")
        self.languages = chosen.languages
        flag = self._try(once.get("flag"), yes_or_no)
        kind: dict[str, object] = {chosen.key: True} if chosen.key else {}
        if chosen.rating is not None:
            kind = {"rating": chosen.rating}
        kind |= self._reason(chosen, once, cell)
        evidence = tuple(one for one in (self._evidence(record) for record in records if record) if one is not None)
        note = once.get("note")
        if self.problems:
            return None
        parts = {
            "confidence": self._try(once.get("confidence"), self.reader.confidence),
            "note": plain(note.text) if note else None,
            "evidence": evidence,
            "flag": True if flag else None,
        }
        return Answer.model_validate({**kind, **parts}) if not self.problems else None

    def _reason(self, chosen: ReadAnswer, once: Said, cell: Cell | None) -> dict[str, object]:
        written = once.get("reason")
        reason = plain(written.text) if written else chosen.reason
        if chosen.key == "not_applicable" and cell is not None and not reason:
            self.problems.append(
                cell.problem(
                    Sentence("{code} does not apply, and no reason says why", code=self.question.code),
                    Sentence("write why beside it"),
                )
            )
        if written is not None and chosen.key != "not_applicable":
            said = Sentence(
                "a reason stands here, and {code} is not answered with “not applicable”", code=self.question.code
            )
            self.problems.append(written.problem(said, Sentence("move it to the note, or choose “not applicable”")))
        return {"not_applicable": reason} if chosen.key == "not_applicable" else {}

    def _evidence(self, record: Said) -> EvidenceRecord | None:
        if "what" not in record:
            cell = next(iter(record.values()))
            self.problems.append(
                cell.problem(
                    Sentence("evidence on {code} does not say what it is", code=self.question.code),
                    Sentence("write what it is, or empty the cell"),
                )
            )
            return None
        plainly = {part: plain(record[part].text) for part in ("what", "where", "owner") if part in record}
        values = {
            **plainly,
            "date": self._try(record.get("date"), lambda text: day_of(text).isoformat()),
            "strength": self._try(record.get("strength"), self.reader.strength) or "claim",
            "seen_by": self._try(record.get("seen_by"), self.reader.side),
        }
        return EvidenceRecord.model_validate(values)


def plain(text: str) -> str:
    """A text as a response keeps it: line breaks are line breaks, whatever system wrote them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
