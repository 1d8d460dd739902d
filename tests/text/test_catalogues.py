"""The catalogues: complete, compiled, and without a placeholder that its message does not have."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).parents[2] / "src/nlcaudit"
CATALOGUES = sorted(PACKAGE.glob("locale/*/LC_MESSAGES/*.po"))
KEYWORDS = {"text": None, "plural": (1, 2), "N_": None}
ROOMS = {
    "score": ["results.py"],
    "interview": ["interview", "prompts", "sitting", "engagement_texts", "cli"],
    "forms": ["forms", "issuing"],
    "report": ["report", "charts.py", "rendering.py", "publishing.py"],
}
MANY = 15
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def catalogue(path: Path):
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, abort_invalid=True)


def said_in(rooms: list[str]) -> set[str]:
    """Return every message that the code of some rooms may say."""
    paths = [path for room in rooms for path in sorted(PACKAGE.glob(f"{room.removesuffix('.py')}*/*.py"))]
    paths += [PACKAGE / room for room in rooms if room.endswith(".py")]
    found = [one for path in paths for one in extract_from_file("python", path, keywords=KEYWORDS)]
    return {message[0] if isinstance(message, tuple) else message for _, message, _, _ in found}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_message_is_translated(path):
    known = {(m.id[0] if isinstance(m.id, tuple) else m.id): m for m in catalogue(path) if m.id}
    untranslated = {text for text, m in known.items() if not all([m.string] if isinstance(m.string, str) else m.string)}
    assert untranslated == set()
    assert {m.id for m in known.values() if m.fuzzy} == set()
    said = said_in(ROOMS[path.stem])
    assert len(said) > MANY
    assert said - set(known) == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_compiled_catalogue_is_the_written_one(path):
    compiled = BytesIO()
    write_mo(compiled, catalogue(path))
    assert path.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run: make catalogues"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_fills_in_what_its_message_fills_in(path):
    for message in catalogue(path):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        allowed = {name for text in ids for name in PLACEHOLDER.findall(text)} | ({"number"} if len(ids) > 1 else set())
        for text in strings:
            assert set(PLACEHOLDER.findall(text)) <= allowed, text


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_french_writes_its_spaces_and_its_apostrophes(path):
    for message in catalogue(path):
        for text in [message.string] if isinstance(message.string, str) else message.string:
            assert not re.search(r"[^\s] [;:?!»](\s|$)|« ", text), f"an ordinary space in: {text}"
