"""`nlcaudit demo`."""

import subprocess
import sys

import pytest


def test_the_example_city_is_copied_scored_and_reported_in_both_languages(nlcaudit, tmp_path):
    ended = nlcaudit("demo")
    written = sorted(path.name for path in (tmp_path / "demo/reports").iterdir())
    assert ended.code == 0
    assert written == ["report.en.html", "report.en.md", "report.fr.html", "report.fr.md"]
    assert len(list((tmp_path / "demo/responses").glob("*.yaml"))) == 26
    assert "Trust " in ended.out
    assert "assess --in demo" in ended.err


def test_what_it_prints_fits_one_screen(nlcaudit):
    ended = nlcaudit("demo")
    lines = (ended.out + ended.err).splitlines()
    assert len(lines) <= 40


def test_a_second_time_keeps_what_was_answered_in_between(nlcaudit, tmp_path):
    nlcaudit("demo")
    [first, *_] = sorted((tmp_path / "demo/responses").glob("*.yaml"))
    changed = first.read_text("utf-8").replace("rating: 0", "rating: 3", 1)
    first.write_text(changed, "utf-8")
    assert nlcaudit("demo").code == 0
    assert first.read_text("utf-8") == changed


def test_a_folder_of_somebody_else_is_left_alone(nlcaudit, tmp_path):
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo/engagement.yaml").write_text("city: ours\n", "utf-8")
    ended = nlcaudit("demo")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "nlcaudit: demo holds something else\n    hint: name another folder: nlcaudit demo DIR\n"
    assert [path.name for path in (tmp_path / "demo").iterdir()] == ["engagement.yaml"]


@pytest.mark.parametrize("where", ["file/demo", "/proc/demo"])
def test_a_place_that_cannot_be_written_is_a_sentence(nlcaudit, tmp_path, where):
    (tmp_path / "file").write_text("", "utf-8")
    ended = nlcaudit("demo", where)
    assert (ended.code, "Traceback" in ended.err) == (3, False)
    assert f"cannot write to {where}" in ended.err


def test_quiet_prints_the_profile_alone(nlcaudit):
    ended = nlcaudit("demo", "--quiet")
    assert (ended.err, ended.out.startswith("nlc 1")) == ("", True)


def test_where_the_shell_does_not_know_the_program_it_says_how_it_comes_to_know_it(tmp_path):
    """After `make demo` it lies in a folder of its own, and all other advice names it plainly."""
    folder = tmp_path / "venv"
    folder.mkdir()
    (folder / "nlcaudit").write_text(f"#!{sys.executable}\nfrom nlcaudit.cli import main\nmain()\n", "utf-8")
    (folder / "nlcaudit").chmod(0o755)
    for lines, present in ((5, True), (4, False)):
        (folder / "activate").touch() if present else (folder / "activate").unlink()
        ended = subprocess.run(
            [folder / "nlcaudit", "demo", tmp_path / "demo"], env={"PATH": "", "NLCAUDIT_LANG": "en"},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        _, told = ended.stderr.split("Then:\n")
        assert len(told.splitlines()) == lines
        assert (f". {folder / 'activate'} " in told) is present
