"""The page's script writes and reads response files exactly as the program does."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from store.test_canonical import RESPONSES

from nlcaudit.engagement import Answer, Response
from nlcaudit.store import render_response
from nlcaudit.store.pseudonyms import DIGITS, LETTERS

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def script():
    """Ask one node process, one line at a time."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node was found: the script of the offline form was not tested by itself")
    process = subprocess.Popen([node, HERE / "rewrite.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(**said: object):
        process.stdin.write(json.dumps(said).encode() + b"\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield ask
    process.stdin.close()
    process.wait(timeout=30)
    process.stdout.close()


def speakable(response: Response) -> bool:
    """Leave out what nobody can answer on a page: an empty answer or note, and ids that JavaScript would sort."""
    answers = response.answers.items()
    return all(answer != Answer() and answer.note != "" and not key.isdigit() for key, answer in answers)


@given(RESPONSES)
@settings(
    max_examples=120,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_what_the_program_writes_is_read_and_written_again_byte_for_byte(script, response):
    assume(speakable(response))
    text = render_response(response)
    assert script(text=text) == text


@pytest.mark.parametrize("text", [
    "a: &b 1", "a: *b", "a: >-\n  folded", "a: !!str x", "a: {b: 1}", "a: 'single'",
    "- a", "a", "a: ~", "a:\n   b: 1\n  c: 1",
])  # fmt: skip
def test_yaml_that_neither_writes_is_refused_and_not_guessed(script, text):
    assert "refused" in script(text=text)


def test_a_file_from_windows_is_read(script):
    text = "schema: nlcaudit/response/1\nanswers:\n  a-b:\n    note: |-\n      one\n\n      two\n"
    assert script(text="\ufeff" + text.replace("\n", "\r\n")) == text


def test_a_pseudonym_looks_like_the_programs_and_is_another_each_time(script):
    drawn = [script(pseudonym=[LETTERS, DIGITS]) for _ in range(300)]
    letters = {letter for name in drawn for letter in name[:2]}
    digits = {digit for name in drawn for digit in name[3:]}
    assert (letters, digits) == (set(LETTERS), set(DIGITS))
    assert len(set(drawn)) > 290
    assert {len(name) for name in drawn} == {7}
