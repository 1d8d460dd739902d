"""The catalogues: complete, compiled, and without a placeholder that its message does not have."""

import re
from contextvars import copy_context
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from nlcaudit.cli.language import choose_language

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/nlcaudit"
CATALOGUES = sorted(PACKAGE.glob("locale/*/LC_MESSAGES/*.po"))
UNFINISHED: set[str] = set()
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def writer():
    spec = spec_from_file_location("write_catalogues", ROOT / "docs/write_catalogues.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WRITER = writer()


def catalogue(path: Path):
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, abort_invalid=True)


@pytest.fixture(scope="module")
def said():
    return WRITER.messages()


def test_every_room_that_says_something_has_a_catalogue_in_every_language(said):
    assert len(said) > 3
    for language in {path.parents[1] for path in CATALOGUES}:
        assert {path.stem for path in CATALOGUES if path.parents[1] == language} == set(said)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_catalogue_holds_what_the_code_says(path, said):
    written = WRITER.written(WRITER.updated(catalogue(path), said[path.stem]))
    assert path.read_text("utf-8") == written.decode(), "run: make catalogues"


def test_the_help_is_read_in_english_whatever_the_process_spoke_before(said):
    french = copy_context()
    french.run(choose_language, ["--lang", "fr"], {})
    assert french.run(WRITER.messages)["help"] == said["help"]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_message_is_translated(path):
    if path.stem not in UNFINISHED:
        assert WRITER.unfinished(catalogue(path)) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_compiled_catalogue_is_the_written_one(path):
    assert path.with_suffix(".mo").read_bytes() == WRITER.compiled(catalogue(path)), "run: make catalogues"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_fills_in_what_its_message_fills_in(path):
    for message in catalogue(path):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        allowed = {name for text in ids for name in PLACEHOLDER.findall(text)} | ({"number"} if len(ids) > 1 else set())
        for text in filter(None, WRITER.translations(message)):
            filled = set(PLACEHOLDER.findall(text))
            assert filled <= allowed, text
            assert len(ids) > 1 or filled == allowed, text


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_french_writes_its_spaces_and_its_apostrophes(path):
    for message in catalogue(path):
        for text in WRITER.translations(message):
            assert not re.search(r"[^\s] [;:?!»](\s|$)|« ", text), f"an ordinary space in: {text}"


def test_what_two_rooms_say_in_the_same_words_they_say_in_the_same_words_in_french_too():
    told = {}
    for path in CATALOGUES:
        for message in catalogue(path):
            if message.id:
                known = told.setdefault((path.parents[1].name, str(message.id)), {})
                known.setdefault(str(message.string).casefold().replace("\u00a0", "\u202f"), []).append(path.stem)
    assert {text: rooms for text, rooms in told.items() if len(rooms) > 1} == {}


@pytest.mark.parametrize(
    "path", [path for path in CATALOGUES if path.parents[1].name == "fr"], ids=lambda path: path.stem
)
def test_french_keeps_its_signs_beside_their_words_with_one_space(path):
    """What stands over columns comes back from programs that save in an encoding without U+202F."""
    space, other = ("\u00a0", "\u202f") if path.stem == "forms" else ("\u202f", "\u00a0")
    text = "\n".join(str(form) for message in catalogue(path) for form in _forms(message.string))
    assert re.findall(rf".*(?:{other}[:;!?»%]|«{other}).*", text) == []
    assert re.findall(r".*(?: [;!»]|« |[^ ] :(?= |$)|\w \?|[}\d] %).*", text) == []
    assert space in text or not re.search("[:;!?»]", text)


def _forms(string):
    return (string,) if isinstance(string, str) else string
