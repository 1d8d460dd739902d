"""Any path, and everything that is wrong in it."""

import os
from pathlib import Path

import pytest

from nlcaudit.loader import load_toolkit
from nlcaudit.validation import validate_paths

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests/corpus"


def test_our_own_files_have_no_findings():
    checked = validate_paths([ROOT / "frameworks", ROOT / "examples"])
    assert [d for d in checked.diagnostics if d.severity == "error"] == []
    assert (checked.unopened, checked.files > 30) == ((), True)


def test_a_folder_of_mixed_files_is_checked_whole():
    codes = {d.code for d in validate_paths([CORPUS]).diagnostics}
    alone = [case for case in (CORPUS / "invalid").iterdir() if not (case / "old").exists()]
    assert codes == {case.name[:6] for case in alone}


def test_findings_are_sorted_and_none_stands_twice():
    paths = [CORPUS / "invalid/NLC201-unknown-source", CORPUS / "invalid/NLC101-missing-key"]
    found = validate_paths([*paths, *paths, *reversed(paths)]).diagnostics
    assert [d.code for d in found] == ["NLC101", "NLC201"]


def test_a_missing_path_does_not_hide_the_findings_in_another(tmp_path):
    checked = validate_paths([tmp_path / "nowhere.yaml", CORPUS / "invalid/NLC201-unknown-source/bad"])
    assert [d.code for d in checked.diagnostics] == ["NLC201"]
    assert checked.unopened == (f"cannot open {tmp_path}/nowhere.yaml: no such file or directory",)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    [said] = validate_paths([tmp_path]).unopened
    assert said == f"{tmp_path}/pipe.yaml is not an ordinary file"


def test_a_link_that_leads_to_itself_is_told(tmp_path):
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    [said] = validate_paths([tmp_path / "loop.yaml"]).unopened
    assert "too many levels of symbolic links" in said


def test_a_folder_that_contains_itself_through_a_link_ends(tmp_path):
    (tmp_path / "tea.yaml").write_text((CORPUS / "valid/tea.yaml").read_text("utf-8"), "utf-8")
    (tmp_path / "again").symlink_to(tmp_path)
    assert validate_paths([tmp_path]).files == 1


def test_a_name_that_is_too_long_is_told(tmp_path):
    [said] = validate_paths([tmp_path / ("x" * 5000)]).unopened
    assert said.endswith("file name too long")


def test_a_file_that_may_not_be_read_is_told(tmp_path):
    path = tmp_path / "secret.yaml"
    path.write_text("a: 1\n", "utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        os.setegid(65534)
        os.seteuid(65534)
    try:
        checked = validate_paths([path])
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
            os.setegid(0)
    assert checked.unopened == (f"cannot open {path}: permission denied",)


def test_hidden_files_and_folders_are_left_alone(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/x.yaml").write_text("[", "utf-8")
    (tmp_path / ".x.yaml").write_text("[", "utf-8")
    assert validate_paths([tmp_path]).files == 0


def test_a_file_of_an_unknown_kind_is_told(tmp_path):
    (tmp_path / "x.yaml").write_text("schema: nlcaudit/frameworks/1\n", "utf-8")
    [found] = validate_paths([tmp_path]).diagnostics
    assert (found.code, found.hint) == ("NLC110", "did you mean “nlcaudit/framework/1”?")


@pytest.mark.parametrize(
    ("written", "instead", "code"),
    [
        ("threshold: 5 ", "threshold: 2 ", "NLC306"),
        ("at_least: 25", "at_least: 0", "NLC303"),
        ("share: 0.6", "share: 6", "NLC108"),
        ("overall:", "overal:", "NLC102"),
    ],
)
def test_a_policy_is_checked(tmp_path, written, instead, code):
    text = (ROOT / "frameworks/policy.yaml").read_text("utf-8")
    assert text.count(written) == 1
    (tmp_path / "policy.yaml").write_text(text.replace(written, instead), "utf-8")
    assert [d.code for d in validate_paths([tmp_path]).diagnostics] == [code]


def test_responses_named_one_by_one_load_their_toolkit_once(monkeypatch):
    loaded: list[str] = []
    original = load_toolkit

    def counted(reference):
        loaded.append(reference)
        return original(reference)

    monkeypatch.setattr("nlcaudit.loader.answers.load_toolkit", counted)
    responses = sorted((ROOT / "examples/port-azur/responses").glob("*.yaml"))
    checked = validate_paths(responses)
    assert (len(loaded), checked.files, checked.unopened) == (1, len(responses), ())
