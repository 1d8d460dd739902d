"""A toolkit with the documents that its texts stand in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic, Route
from nlcaudit.errors import UserError
from nlcaudit.framework import Framework
from nlcaudit.loader import resolve_toolkit
from nlcaudit.loader.files import Part, Reader, read_part
from nlcaudit.loader.folders import read_folder
from nlcaudit.loader.locks import LOCK, read_lock
from nlcaudit.loader.toolkits import load_draft, load_lone_draft
from nlcaudit.rules.tags import check_tag
from nlcaudit.rules.translations import Stamps, named_texts, source_language
from nlcaudit.rules.walking import Draft
from nlcaudit.sentences import Sentence
from nlcaudit.shape import Strict
from nlcaudit.source import Document
from nlcaudit.text import LocalizedText

Text = tuple[Route, LocalizedText]


@dataclass(frozen=True)
class Material:
    """What is translated.

    Attributes:
        draft: the toolkit.
        documents: its files, under the names of the parts with which routes begin.
        lock: where the stamps lie; None where none are kept.
        stamps: name of a text → language → fingerprint of the source from which it was translated.
    """

    draft: Draft
    documents: Mapping[str, Document]
    lock: Path | None
    stamps: Stamps

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """Every text under its name, with its route, in the order of the toolkit."""
        return {name: (route, text) for name, route, text in named_texts(self.draft)}

    @property
    def source(self) -> str:
        """The language from which is translated."""
        return source_language(self.draft.toolkit)


def load_material(reference: str) -> tuple[Material | None, tuple[Diagnostic, ...]]:
    """Load a toolkit's folder, or a framework that stands alone in its file.

    Returns:
        None, and what is wrong, where the toolkit or its lock cannot be used.

    Raises:
        PathError: a file cannot be opened.
    """
    path = resolve_toolkit(reference)
    if path.is_dir():
        draft, found = load_draft(path)
        lock = read_lock(path)
        found += lock.diagnostics if lock else ()
        broken = lock is not None and lock.model is None
        documents = _documents(read_folder(path, Reader()).parts)
        stamps: Stamps = lock.model.stamps if lock and lock.model else {}
        kept = path / LOCK if lock else None
    else:
        part = read_part(path, "framework", Framework)
        draft, found = load_lone_draft(part)
        broken, stamps, kept = False, {}, None
        documents = _documents([(part.model.id, part)] if part.model else ())
    if draft is None or not draft.usable or broken:
        return None, found
    return Material(draft, documents, kept, stamps), found


def _documents(parts: Iterable[tuple[str, Part[Strict]]]) -> dict[str, Document]:
    return {name: part.document for name, part in parts if part.document is not None}


def check_language(material: Material, language: str) -> None:
    """See that texts can be translated into a language.

    Raises:
        UserError: it is no language, or the one in which the texts are written first.
    """
    wrong = next(check_tag(language, ()), None)
    if wrong is not None:
        raise UserError(wrong.message, wrong.hint)
    if language == material.source:
        raise UserError(
            Sentence("“{language}” is the language in which the texts are written first", language=language),
            Sentence("name the language into which they are translated"),
        )
