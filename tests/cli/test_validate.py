"""`nlcaudit validate`: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

from nlcaudit.output import render_text
from nlcaudit.source import read_document

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests/corpus"
INVALID = CORPUS / "invalid"


def test_a_clean_file_ends_with_0(nlcaudit):
    ended = nlcaudit("validate", CORPUS / "valid/tea.yaml")
    assert (ended.code, ended.out, ended.err) == (0, "", "no findings in 1 file\n")


def test_an_error_is_printed_with_its_line_and_ends_with_1(nlcaudit, monkeypatch):
    monkeypatch.chdir(INVALID / "NLC207-unknown-lever/bad")
    ended = nlcaudit("validate", "tea.yaml")
    assert ended.code == 1
    assert ended.out == (
        "tea.yaml:52:16: error NLC207: tea-boiled names the lever “garden”, which is not declared\n"
        "   52 |         lever: garden\n"
        "      |                ^\n"
        "        hint: write one of: house\n"
    )
    assert ended.err == "1 error in 1 file\nWhat a code means: nlcaudit explain NLC207\n"


def test_a_warning_ends_with_0_and_with_strict_with_1(nlcaudit):
    path = INVALID / "NLC405-one-word-level/bad"
    assert nlcaudit("validate", path).code == 0
    assert nlcaudit("validate", "--strict", path).code == 1


def test_a_path_that_cannot_be_opened_wins_over_findings(nlcaudit):
    ended = nlcaudit("validate", "nowhere.yaml", INVALID / "NLC207-unknown-lever/bad")
    assert ended.code == 3
    assert "NLC207" in ended.out
    assert "nlcaudit: cannot open nowhere.yaml: no such file or directory\n" in ended.err


@pytest.mark.parametrize("arguments", [[], ["--format", "xml", "a"], ["--nonsense"]])
def test_a_wrong_call_ends_with_2(nlcaudit, arguments):
    assert nlcaudit("validate", *arguments).code == 2


def test_json_holds_everything_and_nothing_else_is_printed(nlcaudit, monkeypatch):
    monkeypatch.chdir(INVALID / "NLC207-unknown-lever/bad")
    ended = nlcaudit("validate", "--format", "json", "tea.yaml", "nowhere.yaml")
    assert json.loads(ended.out) == {
        "schema": "nlcaudit/diagnostics/1",
        "findings": [
            {
                "code": "NLC207", "severity": "error", "path": "tea.yaml", "line": 52, "column": 16,
                "message": "tea-boiled names the lever “garden”, which is not declared",
                "hint": "write one of: house",
            }
        ],
        "unopened": ["cannot open nowhere.yaml: no such file or directory"],
    }  # fmt: skip


def test_json_of_a_clean_file_is_json_too(nlcaudit):
    ended = nlcaudit("validate", "--format", "json", CORPUS / "valid/tea.yaml")
    assert json.loads(ended.out)["findings"] == []


def test_quiet_leaves_only_the_findings(nlcaudit):
    ended = nlcaudit("validate", "--quiet", INVALID / "NLC207-unknown-lever/bad")
    assert "NLC207" in ended.out
    assert ended.err == ""


def test_the_same_files_give_the_same_bytes(nlcaudit):
    assert nlcaudit("validate", CORPUS).out == nlcaudit("validate", *sorted(CORPUS.iterdir(), reverse=True)).out


def test_a_place_beyond_what_is_shown_has_no_caret():
    _, [found] = read_document(f"a: {{x: '{'x' * 200}', x: 1}}\n".encode(), "long.yaml")
    assert (found.column, "^" in render_text([found])) == (212, False)
