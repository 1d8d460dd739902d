"""Toolkits at a revision, where git cannot give them."""

import subprocess

import pytest

from nlcaudit.errors import PathError
from nlcaudit.loader.revisions import load_reference


def refused(reference, beside):
    with pytest.raises(PathError) as found:
        load_reference(reference, str(beside))
    return str(found.value.message), str(found.value.hint)


def test_without_git_that_is_what_is_told_and_not_that_there_is_no_repository(tmp_path, monkeypatch):
    (tmp_path / "toolkit.yaml").write_text("")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused("git:HEAD", tmp_path) == ("git is not installed", "name a folder or a file instead of git:…")


def test_outside_a_repository_that_is_told(tmp_path, monkeypatch):
    (tmp_path / "toolkit.yaml").write_text("")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    said, _ = refused("git:HEAD", tmp_path)
    assert said.startswith(f"{tmp_path} is in no git repository: git: not a git repository")


def test_a_toolkit_larger_than_any_that_is_read_is_refused(tmp_path, monkeypatch):
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"):
        monkeypatch.setenv(name, "a")
    for name in ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(name, "a@example.org")
    (tmp_path / "toolkit.yaml").write_text("# " + "x" * 5_000_000)
    for call in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run(["git", "-C", str(tmp_path), *call], check=True)
    said, _ = refused("git:HEAD:", tmp_path)
    assert "toolkit.yaml is larger than " in said
