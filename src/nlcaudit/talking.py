"""The record of a workshop on disk: shows of hands and agreed ratings, added one at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from nlcaudit.diagnostics import did_you_mean, has_errors
from nlcaudit.engagement import AgreedRating, EvidenceRecord, ShowOfHands, Workshop
from nlcaudit.errors import PathError, UserError
from nlcaudit.framework import Question, Toolkit
from nlcaudit.loader.answers import WORKSHOP_FILE
from nlcaudit.loader.files import read_bytes, shape_part
from nlcaudit.rules.workshops import check_workshop
from nlcaudit.sentences import Sentence
from nlcaudit.shape import Strict, shape
from nlcaudit.source import read_document
from nlcaudit.source.document import FORBIDDEN
from nlcaudit.store import Kept, locked, render_workshop

Shaped = TypeVar("Shaped", bound=Strict)
SCHEMA = "nlcaudit/workshop/1"
EVIDENCE_KEYS = ("where", "date", "owner", "strength", "file", "seen_by")


@dataclass(frozen=True)
class Talk:
    """Where the record of a workshop is kept, and the toolkit that it is about."""

    folder: Path
    toolkit: Toolkit
    path: str | None = None
    """Where the toolkit lies, from the engagement's folder, when it is not one that is shipped."""

    @property
    def file(self) -> Path:
        """The file."""
        return self.folder / WORKSHOP_FILE


def find_question(toolkit: Toolkit, word: str) -> Question:
    """Return the question with this id or code.

    Raises:
        UserError: there is none.
    """
    found = next((q for q in toolkit.by_id.values() if word.lower() in (q.id, q.code.lower())), None)
    if found is None:
        raise UserError(Sentence("there is no question “{question}”", question=word),
                        did_you_mean(word, toolkit.by_id, Sentence("write its code or its id")))  # fmt: skip
    return found


def record_hands(talk: Talk, said: Mapping[str, object]) -> Path:
    """Add a show of hands; those that are there stay.

    Args:
        talk: where it is kept.
        said: the keys of a `ShowOfHands`, as they stand in the file.

    Raises:
        PathError: the file cannot be read or saved.
        UserError: the show of hands does not fit the toolkit.
    """
    show = _shaped(ShowOfHands, said)
    return _change(talk, lambda before: before.model_copy(update={"hands": (*before.hands, show)}))


def parse_evidence(text: str) -> dict[str, str]:
    """Read “Minutes of 3 May; date: 2026-05-03; strength: document”: what it is, then what is known about it.

    Returns:
        The keys of an `EvidenceRecord`, as they stand in the file.

    Raises:
        UserError: a part behind a semicolon does not begin with one of its keys, or says a key twice.
    """
    what, *parts = text.split(";")
    said = {"what": what.strip()}
    for part in filter(str.strip, parts):
        key, colon, value = (piece.strip() for piece in part.partition(":"))
        if not colon or key not in EVIDENCE_KEYS or key in said:
            raise UserError(
                Sentence("“{part}” says nothing about evidence, or says it twice", part=part.strip()),
                did_you_mean(key, EVIDENCE_KEYS, Sentence("behind a semicolon write one of: {keys}, each with a colon",
                                                          keys=EVIDENCE_KEYS)),
            )  # fmt: skip
        said[key] = value
    return said


def add_evidence(talk: Talk, question_id: str, text: str) -> Path:
    """Write down one more thing that convinced those who agreed.

    Args:
        talk: where it is kept.
        question_id: on what they agreed.
        text: as `parse_evidence` reads it.

    Raises:
        PathError: the file cannot be read or saved.
        UserError: nothing was agreed on that question, or the text does not fit.
    """
    record = _shaped(EvidenceRecord, parse_evidence(text))

    def add(before: Workshop) -> Workshop:
        agreed = before.agreed.get(question_id)
        if agreed is None:
            code = talk.toolkit.by_id[question_id].code
            raise UserError(Sentence("nothing was agreed on {code} yet", code=code),
                            Sentence("record the agreement first, then what convinced them"))  # fmt: skip
        more = agreed.model_copy(update={"evidence": (*agreed.evidence, record)})
        return before.model_copy(update={"agreed": {**before.agreed, question_id: more}})

    return _change(talk, add)


def agreed_before(talk: Talk, question_id: str) -> AgreedRating | None:
    """What a new agreement on a question would take the place of.

    Raises:
        PathError: the file cannot be read.
    """
    return _read(talk)[0].agreed.get(question_id)


def record_agreement(talk: Talk, question_id: str, said: Mapping[str, object]) -> Path:
    """Write down what the sides agreed on; an earlier agreement on the same question is replaced.

    Args:
        talk: where it is kept.
        question_id: what it is about.
        said: the keys of an `AgreedRating`, as they stand in the file.

    Raises:
        PathError: the file cannot be read or saved.
        UserError: the agreement does not fit the toolkit.
    """
    agreed = _shaped(AgreedRating, said)

    def add(before: Workshop) -> Workshop:
        entries = {**before.agreed, question_id: agreed}
        order = [name for name in talk.toolkit.by_id if name in entries]
        rest = [name for name in entries if name not in talk.toolkit.by_id]
        return before.model_copy(update={"agreed": {name: entries[name] for name in (*order, *rest)}})

    return _change(talk, add)


def _shaped(model: type[Shaped], said: Mapping[str, object]) -> Shaped:
    odd = next((key for key, text in said.items() if isinstance(text, str) and FORBIDDEN.search(text)), None)
    if odd is not None:
        raise UserError(Sentence("“{key}” holds a control character", key=odd), Sentence("type it again"))
    made, findings = shape(model, {key: value for key, value in said.items() if value is not None})
    if made is None:
        raise UserError(findings[0].message, findings[0].hint)
    return made


def _change(talk: Talk, change: Callable[[Workshop], Workshop]) -> Path:
    with locked(talk.file):
        before, seen = _read(talk)
        after = change(before)
        wrong = [finding for finding in check_workshop(after, talk.toolkit) if finding.rule.severity == "error"]
        if wrong:
            raise UserError(wrong[0].message, wrong[0].hint)
        Kept(talk.file, seen).save(render_workshop(after))
    return talk.file


def _read(talk: Talk) -> tuple[Workshop, bytes | None]:
    if not talk.file.exists():
        toolkit = {"id": talk.toolkit.id, "version": talk.toolkit.version, "sha256": talk.toolkit.fingerprint}
        named = {**toolkit, "path": talk.path}
        return Workshop.model_validate({"schema": SCHEMA, "toolkit": named}), None
    raw = read_bytes(talk.file)
    part = shape_part(*read_document(raw, str(talk.file)), "workshop", Workshop)
    if part.model is None or has_errors(part.diagnostics):
        raise PathError(Sentence("{path} has errors; nothing was written", path=talk.file),
                        Sentence("nlcaudit validate {folder} says where", folder=talk.folder))  # fmt: skip
    return part.model, raw
