"""Texts → a gettext catalogue, and back. GNU gettext manual, “The Format of PO Files”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from nlcaudit.rules.translations import fingerprint
from nlcaudit.sentences import Sentence
from nlcaudit.text import UNSPECIFIED, LocalizedText
from nlcaudit.translating.material import Material

WIDTH = 100
HEADER = """\
# {toolkit}: {source} → {language}
# nlcaudit frameworks import FILE.po
msgid ""
msgstr ""
"Project-Id-Version: {toolkit} {version}\\n"
"PO-Revision-Date: {day} 00:00+0000\\n"
"Last-Translator: nlcaudit\\n"
"Language-Team: {language}\\n"
"Language: {tag}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: {source}\\n"

"""
FORMATS = re.compile(r"-format\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalogue.

    Attributes:
        line: of its `msgid`.
        name: of the text; empty where the entry says none.
        source: the text that was translated.
        words: its translation; empty where there is none yet.
        confirmed: it is not marked as fuzzy.
        plural: it has plural forms, which no text has.
    """

    line: int
    name: str
    source: str
    words: str
    confirmed: bool
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a catalogue, or an entry of it, is not taken.

    Attributes:
        line: in the `.po` file.
        message: what is wrong.
        hint: what to do.
    """

    line: int
    message: Sentence
    hint: Sentence


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a `.po` file says: its language, empty where the header says none, and its entries."""

    language: str
    entries: tuple[Entry, ...]


def render_catalogue(material: Material, language: str, day: date, framework: str | None = None) -> bytes:
    """Render the texts with their translations into one language.

    Translations whose source changed since, and those that nobody stamped where stamps are kept, are fuzzy. A text
    that serves every language as it stands has no translation.

    Args:
        material: the toolkit.
        language: into which is translated; it may be new.
        day: of the export.
        framework: only the texts of the framework with this id.
    """
    catalogue = Catalog(project=material.draft.toolkit.id)
    codes = {question.id: question.code for question in material.draft.toolkit.by_id.values()}
    for name, (route, text) in material.texts.items():
        written = text.get(material.source)
        if written is None or framework not in (None, route[0]):
            continue
        document = material.documents[str(route[0])]
        place = document.locate(route[1:]).line
        notes = [codes[step] for step in name.split("/") if step in codes]
        if UNSPECIFIED in text.languages:
            notes.append("every language")
        message = catalogue.add(
            written.strip(), _translation(text, language), context=name, auto_comments=notes,
            locations=[(document.path.replace("\\", "/").rpartition("/")[2], place)],
            flags=["fuzzy"] if _unchecked(material, name, text, language) else [],
        )  # fmt: skip
        message.flags = {flag for flag in message.flags if not FORMATS.search(flag)}  # a “50 % of” is no format
    body = BytesIO()
    write_po(body, catalogue, width=WIDTH, omit_header=True)
    return _head(material, language, day).encode() + body.getvalue()


def _head(material: Material, language: str, day: date) -> str:
    toolkit = material.draft.toolkit
    return HEADER.format(
        toolkit=toolkit.id, version=toolkit.version, source=material.source, language=language,
        tag=language.replace("-", "_"), day=day.isoformat(),
    )  # fmt: skip


def _translation(text: LocalizedText, language: str) -> str:
    return (text.get(language) or "").strip() if language in text.languages else ""


def _unchecked(material: Material, name: str, text: LocalizedText, language: str) -> bool:
    if material.lock is None or language not in text.languages:
        return False
    return material.stamps.get(name, {}).get(language) != fingerprint(text.get(material.source) or "")


def parse_catalogue(raw: bytes) -> tuple[Catalogue | None, Sequence[Problem]]:
    """Read the bytes of a `.po` file; None where it is none."""
    try:
        text = raw.decode("utf-8-sig")
        read = read_po(BytesIO(text.encode()), ignore_obsolete=True, abort_invalid=True, charset="utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Problem(line, Sentence("this is not UTF-8"), Sentence("save the file as UTF-8"))]
    except PoFileError as error:
        return None, [_unreadable(error.lineno + 1)]
    except (ValueError, LookupError, TypeError, IndexError, AttributeError):
        return None, [_unreadable(1)]
    entries = tuple(_entry(message) for message in read if message.id)
    return Catalogue((read.locale_identifier or "").replace("_", "-"), entries), ()


def _unreadable(line: int) -> Problem:
    said = Sentence("this line is not that of a gettext catalogue")
    return Problem(line, said, Sentence("check the file with: {command}", command="msgfmt -c FILE.po"))


def _entry(message: Message) -> Entry:
    plural = not isinstance(message.id, str)
    source = message.id if isinstance(message.id, str) else message.id[0]
    words = message.string.strip() if isinstance(message.string, str) else ""
    return Entry(message.lineno or 1, message.context or "", source, words, not message.fuzzy, plural)
