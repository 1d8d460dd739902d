"""What somebody sees who opens our files in an editor: the real yaml-language-server, over LSP."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from cli.asking import run
from editor.speaking import editor
from npm import installed

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SERVER = "yaml-language-server/bin/yaml-language-server"
RESPONSE = """\
# yaml-language-server: $schema=../.schema/response.json
schema: nlcaudit/response/1
toolkit: {id: nlc, version: "1.0.0"}
respondent: mk-59
frameworks: [trust]
answers:
  a: {rating: 12}
"""
GIVEN = ("--city", "X", "--date", "2026-11-14", "--lang", "en")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the language server is tried on POSIX systems only")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Copies of shipped frameworks beside the schemas, and a new engagement."""
    made = tmp_path_factory.mktemp("editor")
    shutil.copytree(ROOT / "frameworks", made / "frameworks")
    assert run("init", "city", *GIVEN, folder=made).returncode == 0
    assert run("frameworks", "new", "trams", "--lang", "fr", "--lang", "en", folder=made).returncode == 0
    return made


@pytest.fixture(scope="module")
def server():
    """The command that starts the server under a watch over the network."""
    modules = installed(HERE, "the YAML language server of editors")
    node = shutil.which("node") or pytest.skip("node was not found: the YAML language server was not tried")
    return [node, "--require", HERE / "no_network.cjs", modules / SERVER, "--stdio"]


@pytest.fixture(scope="module")
def session(folder, server):
    """An editor with the server; at the end, nothing has reached for the network."""
    log = folder / "network.log"
    with editor(server, folder, {**os.environ, "NETWORK_LOG": str(log)}) as opened:
        yield opened
    assert not log.exists(), log.read_text("utf-8")


def edited(path, name, *changes):
    """A copy of a file with some words exchanged, once each; and the line of each change."""
    text = path.read_text("utf-8")
    lines = []
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
        lines.append(text[: text.index(new)].count("\n") + 1)
    target = path.with_name(name)
    target.write_text(text, "utf-8")
    return target, lines


def place_of(path, word, *, after=False):
    lines = path.read_text("utf-8").splitlines()
    line = next(index for index, text in enumerate(lines) if word in text)
    return line + 1, lines[line].index(word) + 1 + (len(word) if after else 0)


@pytest.mark.parametrize("name", [
    "frameworks/nlc/trust.yaml", "frameworks/nlc/toolkit.yaml", "frameworks/nlc/glossary.yaml",
    "frameworks/policy.yaml", "city/engagement.yaml", "trams.yaml",
])  # fmt: skip
def test_a_good_file_has_nothing_underlined(session, folder, name):
    assert session.open(folder / name) == []


def test_each_mistake_is_underlined_on_its_line(session, folder):
    path, lines = edited(
        folder / "frameworks/nlc/trust.yaml", "bad.yaml",
        ("code: T1\n", "code: tt1\n"), ("core: true\n", "core: yes\n"),
        ("why:", "wyh:"), ("effort: 1\n", "effort: 7\n"),
    )  # fmt: skip
    question = place_of(path, "- id: trust-obstacles-named")[0]
    code, core, why, effort = lines
    assert session.open(path) == sorted([
        (question, 'Missing property "why".'),
        (code, "This is not the code of a question: write one to three capitals and a number: T1."),
        (core, 'Incorrect type. Expected "boolean".'),
        (why, "Property wyh is not allowed."),
        (effort, "Value is not accepted. Valid values: 1, 2, 3."),
    ])  # fmt: skip


def test_a_mistake_in_a_response_is_underlined(session, folder):
    path = folder / "city/responses/mk-59.yaml"
    text = "# yaml-language-server: $schema=../.schema/response.json\nschema: nlcaudit/response/1\n"
    text += (
        'toolkit: {id: nlc, version: "1.0.0"}\nrespondent: mk-59\nframeworks: [trust]\nanswers:\n  a: {rating: 12}\n'
    )
    path.write_text(text, "utf-8")
    assert session.open(path) == [(7, "Value is above the maximum of 9.")]


@pytest.mark.parametrize(("word", "said"), [
    ("lever:", "Who can change it."),
    ("effort:", "1 weeks and no new money"),
    ("effort:", "Allowed Values"),
    ("why:", "Why it is asked, in a sentence or two."),
    ("why:", "fr: Texte"),
    ("code:", "One to three capitals that begin the codes of its questions."),
])  # fmt: skip
def test_a_key_explains_itself_under_the_pointer(session, folder, word, said):
    path = folder / "frameworks/nlc/trust.yaml"
    session.open(path)
    assert said in session.hover(path, place_of(path, word))


def test_words_are_completed(session, folder):
    path, _ = edited(folder / "frameworks/nlc/toolkit.yaml", "words.yaml", ("status: reviewed}", "status: }"))
    session.open(path)
    assert set(session.completions(path, place_of(path, "status: ", after=True))) == {"reviewed", "draft"}


def test_keys_are_completed_with_what_must_stand_under_them(session, folder):
    path = folder / "keys.yaml"
    head = "# yaml-language-server: $schema=frameworks/schemas/toolkit.json\nschema: nlcaudit/toolkit/1\n"
    path.write_text(f"{head}members: []\nl\n", "utf-8")
    session.open(path)
    offered = session.completions(path, (4, 2))
    assert offered["license"] == "license: ${1:CC-BY-4.0}"
    assert offered["step_lists"] == "step_lists:\n  - id: $1\n    title: $2\n    levers:\n      - ${3}"
    assert "members" not in offered


def test_the_watch_over_the_network_would_notice_a_request(server, tmp_path):
    path = tmp_path / "far.yaml"
    path.write_text("# yaml-language-server: $schema=http://schemas.invalid/framework.json\nid: a\n", "utf-8")
    log = tmp_path / "network.log"
    with editor(server, tmp_path, {**os.environ, "NETWORK_LOG": str(log)}) as opened:
        opened.open(path)
    assert "schemas.invalid" in log.read_text("utf-8")
