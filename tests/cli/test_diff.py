"""`nlcaudit diff` and `validate --against` as real processes, in a git repository."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from cli.asking import run

ROOT = Path(__file__).parents[2]
TEA = (ROOT / "tests/corpus/valid/tea.yaml").read_text(encoding="utf-8")
RENAMED = TEA.replace("- id: tea-boiled", "- id: tea-boiling")
DECLARED = RENAMED.replace('version: "1.0"', 'version: "1.1"').replace(
    "themes:", '  migrations:\n    - to: "1.1"\n      renamed: {tea-boiled: tea-boiling}\nthemes:', 1
)
NAMED = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
GIT = {**NAMED, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder, *arguments):
    done = subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **GIT}, check=True, capture_output=True)
    return done.stdout.decode()


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def repository(tmp_path):
    """A repository with tea as it was, and tea as it is, renamed without a migration."""
    folder = tmp_path / "repository"
    write(folder, "frameworks/tea.yaml", TEA)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "tea")
    write(folder, "frameworks/tea.yaml", RENAMED)
    return folder


GUESSED = """\
major
  renamed    question tea-boiled → tea-boiling (a guess: 100 % of the words are the same)
             an answer to it has no home, and no migration says what became of it

from 1.0: needs at least 2.0.0 (major); the file says 1.0

To put into the file:

migrations:
  - to: "1.1.0"
    renamed:
      tea-boiled: tea-boiling  # a guess: 100 % of the words are the same
"""


@pytest.mark.parametrize("old", ["git:HEAD", "git:main", "git:HEAD:frameworks/tea.yaml"])
def test_a_file_is_compared_with_itself_at_a_revision(repository, old):
    done = run("diff", old, "frameworks/tea.yaml", folder=repository)
    assert (done.returncode, done.stdout) == (1, GUESSED), done.stderr
    assert done.stderr == f"Next: nlcaudit validate frameworks/tea.yaml --against {old}\n"


def test_two_revisions_are_compared_and_nothing_is_left_behind(repository, tmp_path):
    git(repository, "commit", "-q", "-a", "-m", "renamed")
    before = git(repository, "status", "--porcelain", "--ignored")
    (tmp_path / "temporary").mkdir()
    done = run("diff", "git:HEAD~1:frameworks/tea.yaml", "git:HEAD:frameworks/tea.yaml", folder=repository,
               TMPDIR=str(tmp_path / "temporary"))  # fmt: skip
    assert (done.returncode, done.stdout) == (1, GUESSED)
    assert git(repository, "status", "--porcelain", "--ignored") == before
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_declared_renaming_with_its_version_is_clean(repository):
    write(repository, "frameworks/tea.yaml", DECLARED)
    done = run("diff", "git:HEAD", "frameworks/tea.yaml", folder=repository)
    assert (done.returncode, done.stdout) == (0, (
        "minor\n"
        "  renamed    question tea-boiled → tea-boiling\n"
        "             declared by a migration; answers move along\n\n"
        "from 1.0: needs at least 1.1.0 (minor); the file says 1.1\n"
    ))  # fmt: skip
    gate = run("validate", "frameworks", "--against", "git:HEAD", folder=repository)
    assert (gate.returncode, gate.stdout, gate.stderr) == (0, "", "no findings in 1 file\n")


def test_the_drafted_block_pasted_into_the_file_satisfies_the_gate(repository):
    drafted = json.loads(run("diff", "git:HEAD", "frameworks/tea.yaml", "--format", "json", folder=repository).stdout)
    block = "".join(f"  {line}\n" for line in drafted["migrations"].splitlines())
    text = RENAMED.replace('version: "1.0"', 'version: "1.1.0"').replace("themes:", f"{block}themes:", 1)
    write(repository, "frameworks/tea.yaml", text)
    gate = run("validate", "frameworks/tea.yaml", "--against", "git:HEAD", folder=repository)
    assert (gate.returncode, gate.stdout) == (0, "")


def test_a_renaming_without_a_migration_stops_the_gate(repository):
    gate = run("validate", "frameworks/tea.yaml", "--against", "git:HEAD", "--format", "json", folder=repository)
    found = [(one["code"], one["message"]) for one in json.loads(gate.stdout)["findings"]]
    assert gate.returncode == 1
    assert found == [
        ("NLC603", "1.0 is too low after 1.0: tea-boiling renamed"),
        ("NLC601", "tea-boiling asks what tea-boiled asked before"),
    ]


def test_a_removal_without_a_migration_stops_the_gate(tmp_path):
    question = TEA[TEA.index("      - id: tea-boiled") :]
    other = (
        question.replace("tea-boiled", "tea-sweet").replace("code: T1", "code: T2").replace("Is the water", "Is sugar")
    )
    write(tmp_path, "old.yaml", TEA + other)
    write(tmp_path, "new.yaml", TEA.replace('version: "1.0"', 'version: "2.0"'))
    gate = run("validate", "new.yaml", "--against", "old.yaml", folder=tmp_path)
    assert gate.returncode == 1
    assert "error NLC601: the question tea-sweet is gone" in gate.stdout
    assert gate.stderr.startswith("1 error in 1 file\n")


def test_markdown_and_json_say_the_same_as_text(repository):
    page = run("diff", "git:HEAD", "frameworks/tea.yaml", "--format", "md", folder=repository)
    homeless = "an answer to it has no home, and no migration says what became of it"
    guess = "(a guess: 100 % of the words are the same)"
    assert page.stdout.splitlines()[:8] == [
        "# Changes from `1.0` to `1.0`", "",
        "The heaviest change is major: at least 2.0.0 is needed, so the version is **too low**.", "",
        "## Major", "",
        f"- **renamed** question `tea-boiled` → `tea-boiling` {guess}: {homeless}", "",
    ]  # fmt: skip
    written = json.loads(run("diff", "git:HEAD", "frameworks/tea.yaml", "--format", "json", folder=repository).stdout)
    assert (written["schema"], written["from"], written["verdict"]["needed"], written["verdict"]["enough"]) == (
        "nlcaudit/diff/1", "1.0", "2.0.0", False,
    )  # fmt: skip
    assert [(one["kind"], one["was"], one["id"], one["guess"]) for one in written["changes"]] == [
        ("renamed", "tea-boiled", "tea-boiling", 100),
    ]  # fmt: skip


def test_the_shipped_toolkit_is_no_different_from_itself(tmp_path):
    done = run("diff", "nlc", ROOT / "frameworks/nlc", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "from 1.0.0: nothing changed\n")


def test_a_folder_of_another_revision_is_read_whole(tmp_path):
    folder = tmp_path / "kitchens"
    for file in (ROOT / "tests/toolkits/kitchen").glob("*.yaml"):
        write(folder, f"kitchen/{file.name}", file.read_text("utf-8"))
    git(tmp_path, "init", "-q", str(folder))
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "kitchens")
    head = (folder / "kitchen/toolkit.yaml").read_text("utf-8")
    write(folder, "kitchen/toolkit.yaml", head.replace("value: 0.8", "value: 0.9").replace('"2026.1"', '"2026.2"'))
    done = run("diff", "git:HEAD", "kitchen", folder=folder)
    assert done.returncode == 1
    assert "rescaled   level fast-immer (value; 4/5 → 9/10)" in done.stdout
    assert "from 2026.1: needs at least 2027.0.0 (major); the file says 2026.2" in done.stdout


@pytest.mark.parametrize(("old", "said"), [
    ("git:nowhere", "there is no revision “nowhere” in"),
    ("git:--help", "there is no revision “--help” in"),
    ("git:", "there is no revision “” in"),
    ("git:HEAD:frameworks/coffee.yaml", "there is no “frameworks/coffee.yaml” in"),
    ("git:HEAD:frameworks", "there is no toolkit.yaml in git:HEAD:frameworks"),
])  # fmt: skip
def test_a_revision_or_path_that_is_not_there_is_told(repository, old, said):
    done = run("diff", old, "frameworks/tea.yaml", folder=repository)
    assert (done.returncode, done.stdout) == (3, "")
    assert said in done.stderr


def test_outside_a_repository_that_is_said(tmp_path):
    write(tmp_path, "tea.yaml", TEA)
    done = run("diff", "git:HEAD", "tea.yaml", folder=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert done.returncode == 3
    assert "is in no git repository" in done.stderr


def test_without_git_that_is_said(repository):
    done = run("diff", "git:HEAD", "frameworks/tea.yaml", folder=repository, PATH="/nowhere")
    assert done.returncode == 3
    assert "git is not installed" in done.stderr


def test_errors_in_an_older_version_are_shown_with_its_revision(repository):
    write(repository, "frameworks/tea.yaml", TEA.replace("code: T1", "code: t-1"))
    git(repository, "commit", "-q", "-a", "-m", "broken")
    write(repository, "frameworks/tea.yaml", TEA)
    done = run("diff", "git:HEAD", "frameworks/tea.yaml", folder=repository)
    assert done.returncode == 1
    assert done.stderr.startswith("git:HEAD:frameworks/tea.yaml:37:15: error NLC105")
    gate = run("validate", "frameworks", "--against", "git:HEAD", folder=repository)
    assert gate.returncode == 3
    assert "git:HEAD has errors, so nothing can be checked against it" in gate.stderr


def test_a_toolkit_that_is_new_since_the_revision_passes_and_is_told(repository):
    write(repository, "frameworks/tea.yaml", TEA)
    write(repository, "frameworks/stairs.yaml", (ROOT / "tests/toolkits/stairs.yaml").read_text("utf-8"))
    gate = run("validate", "frameworks", "--against", "git:HEAD", folder=repository)
    assert gate.returncode == 0, gate.stdout
    assert "frameworks/stairs.yaml is new: there is nothing in git:HEAD to check it against" in gate.stderr


def test_one_older_version_does_not_stand_for_two_toolkits(tmp_path):
    write(tmp_path, "both/tea.yaml", TEA)
    write(tmp_path, "both/other.yaml", TEA)
    done = run("validate", "both", "--against", "both/tea.yaml", folder=tmp_path)
    assert done.returncode == 2
    assert "is the second that is checked against it" in done.stderr


def test_against_without_a_toolkit_is_a_wrong_call(tmp_path):
    write(tmp_path, "policy.yaml", (ROOT / "frameworks/policy.yaml").read_text("utf-8"))
    done = run("validate", "policy.yaml", "--against", "nlc", folder=tmp_path)
    assert done.returncode == 2
    assert "no path is a toolkit" in done.stderr
