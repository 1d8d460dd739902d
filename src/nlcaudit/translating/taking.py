"""A translator's catalogue → what changes in a toolkit's files."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from nlcaudit.diagnostics import closest
from nlcaudit.errors import UserError
from nlcaudit.loader.files import read_bytes
from nlcaudit.rules.translations import Stamps, fingerprint
from nlcaudit.sentences import Sentence
from nlcaudit.source import Document, read_document
from nlcaudit.stamping import render_lock
from nlcaudit.store import save_durably
from nlcaudit.text import UNSPECIFIED
from nlcaudit.translating.catalogue import Catalogue, Entry, Problem
from nlcaudit.translating.material import Material
from nlcaudit.translating.placing import Translation, UnplaceableError, placed, with_language

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
READABLE_BY_ALL = 0o644


@dataclass(frozen=True)
class Plan:
    """What an import does.

    Attributes:
        language: of the translations.
        texts: path → its new text, for each file that changes.
        changed: part of the toolkit → how many of its translations change.
        confirmed: how many entries the translator has confirmed.
        waiting: how many are still fuzzy or empty, and are not taken.
        begun: the toolkit's first texts in this language.
        problems: why nothing may be written.
    """

    language: str
    texts: Mapping[Path, str] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    confirmed: int = 0
    waiting: int = 0
    begun: bool = False
    problems: Sequence[Problem] = ()


def plan_import(material: Material, catalogue: Catalogue) -> Plan:
    """Compare a catalogue with the toolkit's texts; nothing is written.

    Raises:
        UserError: a text is written in a way that only a person can edit.
    """
    language = catalogue.language
    taken = [entry for entry in catalogue.entries if entry.confirmed and (entry.words or entry.plural)]
    problems = tuple(problem for entry in taken if (problem := _problem(material, entry)) is not None)
    waiting = len(catalogue.entries) - len(taken)
    if problems:
        return Plan(language, waiting=waiting, problems=problems)
    begun = bool(taken) and language not in {known.id for known in material.draft.toolkit.languages}
    changes = _changes(material, taken, language)
    texts = _texts(material, changes, language if begun else None)
    stamps = _stamps(material, taken, language)
    if material.lock is not None and stamps != material.stamps:
        texts[material.lock] = render_lock(stamps)
    changed = {part: len(found) for part, found in changes.items()}
    return Plan(language, texts, changed, len(taken), waiting, begun)


def _problem(material: Material, entry: Entry) -> Problem | None:
    if entry.plural or not entry.name:
        return Problem(
            entry.line,
            Sentence("this entry is not one of a toolkit’s texts"),
            Sentence("keep the lines msgctxt and msgid as they were exported"),
        )
    if entry.name not in material.texts:
        near = closest(entry.name, material.texts)
        hint = Sentence("export the texts again; the nearest is now {name}", name=near) if near else AGAIN
        return Problem(entry.line, Sentence("there is no text {name} any more", name=entry.name), hint)
    written = material.texts[entry.name][1].get(material.source) or ""
    if written.strip() != entry.source.strip():
        said = Sentence("the source of {name} has changed since the export", name=entry.name)
        return Problem(entry.line, said, AGAIN)
    return None


AGAIN = Sentence("export the texts again, and carry the translation over where it still fits")


def _changes(material: Material, taken: Sequence[Entry], language: str) -> dict[str, list[Translation]]:
    changes: dict[str, list[Translation]] = {}
    for entry in taken:
        route, text = material.texts[entry.name]
        if (text.get(language) or "").strip() != entry.words:
            one = Translation(route[1:], material.source, language, entry.words)
            changes.setdefault(str(route[0]), []).append(one)
    return changes


def _texts(material: Material, changes: Mapping[str, list[Translation]], begun: str | None) -> dict[Path, str]:
    documents = material.documents
    texts: dict[Path, str] = {}
    for part, translations in changes.items():
        with _only_by_hand(documents[part]):
            texts[Path(documents[part].path)] = placed(documents[part], translations)
    if begun is not None:
        first, *route = material.draft.shared("languages")
        head = documents[str(first)]
        known, _ = read_document(texts.get(Path(head.path), head.text).encode(), head.path)
        with _only_by_hand(head):
            texts[Path(head.path)] = with_language(known or head, tuple(route), begun)
    return texts


@contextmanager
def _only_by_hand(document: Document) -> Iterator[None]:
    try:
        yield
    except UnplaceableError as error:
        line = document.locate(error.route).line
        raise UserError(
            Sentence("{path}:{line}: this text is shared or marked (*, &), and only a person can edit it",
                     path=document.path, line=line),
            Sentence("write the text out, or enter the translation by hand"),
        ) from error  # fmt: skip


def _stamps(material: Material, taken: Sequence[Entry], language: str) -> Stamps:
    """The stamps with those of the confirmed translations renewed; where nothing is new, as they were."""
    renewed: dict[str, str] = {}
    for entry in taken:
        text = material.texts[entry.name][1]
        if UNSPECIFIED not in text.languages:
            renewed[entry.name] = fingerprint(text.get(material.source) or "")
    if all(material.stamps.get(name, {}).get(language) == now for name, now in renewed.items()):
        return material.stamps
    made: dict[str, Mapping[str, str]] = {}
    for name in material.texts:
        known = dict(material.stamps.get(name, {}))
        if name in renewed:
            known[language] = renewed[name]
        if known:
            made[name] = known
    return made


def save_plan(plan: Plan) -> None:
    """Write the files that change.

    Raises:
        PathError: one of them cannot be written; each file is the old or the new one, whole.
    """
    for path, text in plan.texts.items():
        mark = BYTE_ORDER_MARK if path.exists() and read_bytes(path).startswith(BYTE_ORDER_MARK) else b""
        save_durably(path, mark + text.encode(), READABLE_BY_ALL)
