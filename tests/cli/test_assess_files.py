"""`assess` and the files it finds, or cannot write."""

import os
import resource
import subprocess

import pytest
from cli.asking import ENVIRONMENT, PROGRAM, run

from nlcaudit.errors import ExitCode
from nlcaudit.source import read_document

WHOLE = """\
schema: nlcaudit/response/1
toolkit: {id: orchards, version: "1", path: orchards.yaml}
respondent: kt-4272
group: everybody
frameworks: [orchards]
answers:
  tree-1: {rating: 2}
"""


def saved(path):
    return read_document(path.read_bytes(), str(path))[0].data


@pytest.mark.parametrize(("text", "code", "place"), [
    ("", "NLC002", "a.yaml:1:1"),
    ("a: [", "NLC005", "a.yaml"),
    (WHOLE.replace("response/1", "response/2"), "NLC111", "a.yaml:1:9"),
    (WHOLE.replace("rating: 2", "rating: 4"), "NLC502", "a.yaml:7:20"),
    (WHOLE.replace("rating: 2", "rating: yes"), "NLC103", "a.yaml:7:20"),
    (WHOLE.replace("rating: 2", "raiting: 2"), "NLC102", "a.yaml:7:12"),
    (WHOLE.replace("everybody", "nobody"), "NLC505", "a.yaml:4:8"),
    (WHOLE.replace("  tree-1: {rating: 2}\n", "  tree-1: {rating: 2}\n  tree-1: {rating: 3}\n"), "NLC", "a.yaml:8:3"),
])  # fmt: skip
def test_a_file_that_is_damaged_is_told_with_its_place_and_never_overwritten(orchards, text, code, place):
    (orchards / "a.yaml").write_text(text)
    done = run("assess", "--out", "a.yaml", typed="2\n", folder=orchards)
    assert (done.returncode, done.stdout) == (ExitCode.FINDINGS, "")
    assert place in done.stderr
    assert code in done.stderr
    assert (orchards / "a.yaml").read_text() == text


def test_a_response_to_another_toolkit_is_never_overwritten(port_azur):
    other = WHOLE.replace(", path: orchards.yaml", "")
    (port_azur / "responses" / "kt-4272.yaml").write_text(other)
    done = run("assess", "--in", port_azur, "--respondent", "kt-4272", typed="2\n")
    assert (done.returncode, "NLC503" in done.stderr) == (ExitCode.FINDINGS, True)
    assert (port_azur / "responses" / "kt-4272.yaml").read_text() == other


def test_a_file_edited_by_hand_goes_on_and_keeps_answers_to_unknown_questions(orchards):
    (orchards / "a.yaml").write_text(WHOLE + "  older-question: {rating: 3, note: Kept.}\n")
    done = run("assess", "--out", "a.yaml", typed="3\n", folder=orchards)
    assert done.returncode == ExitCode.CLEAN
    assert "a.yaml:8:3: error NLC501: there is no question “older-question”" in done.stdout
    assert "What is written there is kept as it is." in done.stdout
    assert saved(orchards / "a.yaml")["answers"] == {
        "tree-1": {"rating": 2}, "tree-2": {"rating": 3}, "older-question": {"rating": 3, "note": "Kept."},
    }  # fmt: skip


@pytest.mark.parametrize("option", [("--group", "pickers"), ("--voice", "institution"), ("--respondent", "xx-2222")])
def test_an_option_that_contradicts_the_file_is_refused(orchards, option):
    (orchards / "a.yaml").write_text(WHOLE)
    done = run("assess", "--out", "a.yaml", *option, typed="2\n", folder=orchards)
    assert (done.returncode, f"not “{option[1]}”" in done.stderr) == (ExitCode.USAGE, True)
    assert (orchards / "a.yaml").read_text() == WHOLE


def test_a_full_disk_keeps_what_was_confirmed_and_says_how_to_go_on(orchards):
    done = subprocess.run(
        [*PROGRAM, "assess", "orchards.yaml", "--out", "a.yaml"], input="1\nt short\nt " + "long " * 500 + "\n2\n",
        capture_output=True, encoding="utf-8", check=False, timeout=20, cwd=orchards, env=ENVIRONMENT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000)),
    )  # fmt: skip
    assert done.returncode == ExitCode.PATH
    assert "cannot save a.yaml: file too large" in done.stderr
    assert "to go on: nlcaudit assess --out a.yaml" in done.stderr
    assert saved(orchards / "a.yaml")["answers"] == {"tree-1": {"rating": 1}, "tree-2": {"note": "short"}}


def test_a_folder_that_cannot_be_written_is_refused_before_the_first_question(orchards):
    place = orchards / "closed"
    place.mkdir(mode=0o755)
    done = subprocess.run(
        [*PROGRAM, "assess", "nlc", "--group", "health", "--out", "/proc/a.yaml"], input="1\n", capture_output=True,
        encoding="utf-8", check=False, timeout=20, cwd=place, env=ENVIRONMENT,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (ExitCode.PATH, "")
    assert done.stderr.startswith("nlcaudit: cannot write in /proc: ")


def test_no_engagement_here_says_what_to_do(tmp_path):
    done = run("assess", typed="2\n", folder=tmp_path)
    assert done.returncode == ExitCode.USAGE
    assert f"there is no engagement.yaml in {tmp_path}" in done.stderr
    assert "make one: nlcaudit init DIR" in done.stderr


@pytest.mark.parametrize(("arguments", "said"), [
    (["trusst", "--group", "health"], "has no framework “trusst”"),
    (["--group", "healt"], "did you mean “health”?"),
    (["--group", "health", "--lang", "it"], "is not written in “it”"),
    (["--group", "health", "--lang", "ar"], "add --include-drafts"),
    (["--respondent", "xx-2222"], "there is no response of “xx-2222”"),
    (["--group", "health", "--voice", "institution"], "add --name NAME"),
    (["--group", "health", "--name", "Somebody"], "a person answers without a name"),
])  # fmt: skip
def test_an_option_that_does_not_fit_is_refused_with_the_way_out(port_azur, arguments, said):
    done = run("assess", "--in", port_azur, *arguments, typed="2\n")
    assert (done.returncode, said in done.stderr) == (ExitCode.USAGE, True), done.stderr
    assert list((port_azur / "responses").iterdir()) == []


def test_a_named_framework_is_added_to_a_response_that_goes_on(port_azur):
    run("assess", "trust", "--in", port_azur, "--group", "health", "--respondent", "kt-4272", typed="2\n")
    done = run("assess", "ten-lessons", "--in", port_azur, "--respondent", "kt-4272", typed="1\n")
    assert done.returncode == ExitCode.CLEAN
    response = saved(port_azur / "responses" / "kt-4272.yaml")
    assert response["frameworks"] == ("trust", "ten-lessons")
    assert response["answers"] == {"trust-obstacles-named": {"rating": 2}, "lesson-structure": {"rating": 1}}


def test_a_new_response_of_an_engagement_has_its_depth_language_and_competencies(port_azur):
    file = port_azur / "engagement.yaml"
    file.write_text(file.read_text().replace("languages: [en, fr]", "languages: [fr, en]"))
    run("assess", "--in", port_azur, "--group", "health", "--respondent", "kt-4272", typed="2\n")
    response = saved(port_azur / "responses" / "kt-4272.yaml")
    assert (response["language"], response["depth"], response["voice"]) == ("fr", "quick", "person")
    assert response["frameworks"] == (
        "trust", "inclusivity", "coordination", "communication", "capacity", "sustainability",
    )  # fmt: skip


def test_an_institution_answers_under_its_name(port_azur):
    done = run("assess", "--in", port_azur, "--group", "health", "--voice", "institution", "--name", "Health Board",
               typed="2\n")  # fmt: skip
    assert "The answers of Health Board are kept in" in done.stdout
    (path,) = (port_azur / "responses").iterdir()
    assert (saved(path)["voice"], saved(path)["name"]) == ("institution", "Health Board")


def test_no_socket_is_opened(port_azur, tmp_path):
    watch = tmp_path / "watch"
    watch.mkdir()
    (watch / "sitecustomize.py").write_text(
        "import os, sys\n"
        "def refuse(event, arguments):\n"
        "    if event.startswith('socket.'):\n"
        "        os.write(2, f'SOCKET {event}\\n'.encode())\n"
        "        os._exit(99)\n"
        "sys.addaudithook(refuse)\n"
    )
    done = run(
        "assess", "--in", port_azur, "--group", "health", typed="2\nw\nl\nt Hello there\nq\n", PYTHONPATH=_path(watch)
    )
    assert (done.returncode, done.stderr) == (ExitCode.CLEAN, "")
    proof = subprocess.run(
        [PROGRAM[0], "-c", "import socket; socket.socket()"], capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": _path(watch)},
    )  # fmt: skip
    assert proof.returncode == 99


def _path(folder):
    return os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))


def test_comments_of_a_hand_are_told_and_kept_beside_the_file_before_it_is_saved(orchards):
    written = WHOLE + "  # ask the neighbour about tree 3\n"
    (orchards / "a.yaml").write_text(written)
    looked = run("assess", "--out", "a.yaml", typed="q\n", folder=orchards)
    assert "Comments (# …) are lost when the file is saved." in looked.stdout
    assert ((orchards / "a.yaml").read_text(), list(orchards.glob("*.by-hand"))) == (written, [])
    assert run("assess", "--out", "a.yaml", typed="3\n1\n", folder=orchards).returncode == ExitCode.CLEAN
    assert saved(orchards / "a.yaml")["answers"]["tree-3"] == {"rating": 1}
    assert [path.read_text() for path in orchards.glob("*.by-hand")] == [written]
    assert "Comments" not in run("assess", "--out", "a.yaml", typed="q\n", folder=orchards).stdout


FAILING = """
import errno, os
synchronise, calls = os.fsync, []
def fsync(descriptor):
    calls.append(descriptor)
    if len(calls) == int(os.environ["FAIL_AT"]):
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    synchronise(descriptor)
os.fsync = fsync
"""
FAILING_WRITE = """
import builtins, errno, io, os
calls, ordinary = [], builtins.open
class Broken(io.FileIO):
    def write(self, content):
        if self.tell() == 0:
            return super().write(bytes(content[:40]))
        raise OSError(errno.EIO, os.strerror(errno.EIO))
def opening(file, mode="r", *rest, **more):
    if isinstance(file, int) and mode == "wb":
        calls.append(file)
        if len(calls) == int(os.environ["FAIL_AT"]):
            return io.BufferedWriter(Broken(file, "wb"))
    return ordinary(file, mode, *rest, **more)
builtins.open = opening
"""
FAILING_REPLACE = """
import errno, os
ordinary, calls = os.replace, []
def replace(*paths):
    calls.append(paths)
    if len(calls) == int(os.environ["FAIL_AT"]):
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    return ordinary(*paths)
os.replace = replace
"""
BACKWARDS = """
import time
now = [4_000_000_000.0]
def earlier():
    now[0] -= 86_400
    return now[0]
time.time = earlier
"""


@pytest.mark.parametrize(("disk", "call"), [(FAILING, 5), (FAILING, 6), (FAILING_WRITE, 3), (FAILING_REPLACE, 3)])
def test_a_disk_that_fails_keeps_what_was_confirmed_and_goes_on_later(orchards, disk, call):
    """A save writes the draft, synchronises it (odd calls), replaces the file, synchronises the folder (even calls)."""
    (orchards / "broken").mkdir()
    (orchards / "broken/sitecustomize.py").write_text(disk)
    broken = {"PYTHONPATH": str(orchards / "broken"), "FAIL_AT": str(call)}
    done = run("assess", "orchards.yaml", "--out", "a.yaml", typed="1\n2\n3\n0\n", folder=orchards, **broken)
    assert done.returncode == ExitCode.PATH, done.stderr
    assert "cannot save a.yaml: input/output error" in done.stderr
    answers = saved(orchards / "a.yaml")["answers"]
    assert {name: one["rating"] for name, one in answers.items()}.items() >= {"tree-1": 1, "tree-2": 2}.items()
    assert list(orchards.glob(".a.yaml*")) == []
    assert run("assess", "--out", "a.yaml", typed="0\n", folder=orchards).returncode == ExitCode.CLEAN


def test_a_clock_that_goes_backwards_changes_nothing(orchards):
    (orchards / "back").mkdir()
    (orchards / "back/sitecustomize.py").write_text(BACKWARDS)
    back = {"PYTHONPATH": str(orchards / "back")}
    for number, level in enumerate("123", start=1):
        typed = f"{level}\n"
        named = ["orchards.yaml"] if number == 1 else []
        done = run("assess", *named, "--out", "a.yaml", typed=typed, folder=orchards, **back)
        assert done.returncode == ExitCode.CLEAN, done.stderr
        os.utime(orchards / "a.yaml", (5_000_000_000 - number, 5_000_000_000 - number))
    assert [one["rating"] for one in saved(orchards / "a.yaml")["answers"].values()] == [1, 2, 3]
