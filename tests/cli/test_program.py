"""The program as a process: its version, its ends, and what it never does."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nlcaudit import __version__
from nlcaudit.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
READING = [["validate", ROOT / "frameworks"], ["explain", "--list"], ["frameworks", "show", "trust"], ["--help"]]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_in_the_list_is_there_and_asks_for_help(nlcaudit, name):
    ended = nlcaudit(name, "--help")
    assert (ended.code, ended.out.splitlines()[0].split(" [")[0]) == (0, f"Usage: nlcaudit {name}")


def test_the_list_gives_each_command_its_line(nlcaudit):
    shown = nlcaudit("--help").out
    assert [name for name, (_, line) in COMMANDS.items() if f"  {name:12}{line}\n" not in shown] == []


def test_a_misspelt_command_is_told_the_right_one(nlcaudit):
    ended = nlcaudit("scor")
    assert (ended.code, ended.out) == (2, "")
    assert "score" in ended.err


@pytest.mark.parametrize(
    ("arguments", "said", "listed"),
    [
        (["score", "--in"], "--in needs a value behind it", "nlcaudit score --help"),
        (["score", "--between", "a"], "--between needs 2 values behind it", "nlcaudit score --help"),
        (["--frobnicate"], "there is no option --frobnicate", "nlcaudit --help"),
        (["frobnicate"], "there is no command “frobnicate”", "nlcaudit --help"),
    ],
)
def test_a_wrong_call_is_told_where_its_own_command_lists_what_it_takes(nlcaudit, arguments, said, listed):
    ended = nlcaudit(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"nlcaudit: {said}\n    hint: what it takes: {listed}\n"


def test_the_version(process):
    ended = process("--version")
    assert (ended.returncode, ended.stdout.decode(), ended.stderr) == (0, f"nlcaudit {__version__}\n", b"")


@pytest.mark.parametrize("arguments", READING, ids=str)
def test_a_closed_pipe_is_silent(arguments, tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "nlcaudit", *map(str, arguments)]
    ended = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, cwd=tmp_path, check=False, timeout=60)
    os.close(writer)
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr
    assert b"Broken" not in ended.stderr


def test_both_streams_closed_are_silent_too(tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "nlcaudit", "validate", str(ROOT / "tests/corpus")]
    ended = subprocess.run(command, stdout=writer, stderr=writer, cwd=tmp_path, check=False, timeout=60)
    os.close(writer)
    assert ended.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full: a full disk was not tried")
@pytest.mark.parametrize("arguments", READING[1:], ids=str)
def test_a_full_disk_is_a_sentence_and_ends_with_3(process, arguments):
    with Path("/dev/full").open("wb") as full:
        ended = process(*arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (ended.returncode, ended.stderr.decode()) == (3, "nlcaudit: no space left on device\n")


def test_a_program_started_without_standard_output_ends_as_usual(tmp_path):
    script = f"exec {sys.executable} -m nlcaudit explain NLC201 >&-"
    assert subprocess.run(["bash", "-c", script], cwd=tmp_path, check=False, timeout=60).returncode == 0


def test_a_terminal_that_lacks_a_character_gets_its_number(process):
    ended = process("frameworks", "show", "trust", env={**os.environ, "PYTHONIOENCODING": "cp1252"})
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"\\u2192 " in ended.stdout


SLOW = """
import sys, time
import nlcaudit.validation
from nlcaudit.cli import main
def wait(*given, **named):
    print("on", flush=True)
    time.sleep(60)
nlcaudit.validation.validate_paths = wait
sys.argv = ["nlcaudit", "validate", "x"]
main()
"""


def test_an_interruption_ends_with_130_and_no_traceback(tmp_path):
    command = [sys.executable, "-c", SLOW]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as running:
        assert running.stdout.readline() == b"on\n"
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert (running.returncode, b"Traceback" in err) == (130, False)


WATCH = """
import sys
def watch(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"opened a socket: {event} {arguments}")
sys.addaudithook(watch)
from nlcaudit.cli import main
sys.argv = ["nlcaudit", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize(
    "arguments", [["validate", ROOT / "frameworks"], ["frameworks", "show", "trust"], ["explain", "--list"]], ids=str
)
def test_no_socket_is_ever_opened(arguments, tmp_path):
    command = [sys.executable, "-c", WATCH, *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, cwd=tmp_path, check=False, timeout=60)
    assert (ended.returncode, b"socket" in ended.stderr) == (0, False)


def test_the_watch_sees_a_socket():
    opened = WATCH.replace("from nlcaudit.cli import main", "import socket; socket.socket()")
    ended = subprocess.run([sys.executable, "-c", opened], capture_output=True, check=False, timeout=60)
    assert b"opened a socket" in ended.stderr


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]], ids=str)
def test_nothing_heavy_is_loaded_before_a_command_needs_it(arguments, tmp_path):
    command = [sys.executable, "-X", "importtime", "-m", "nlcaudit", *arguments]
    ended = subprocess.run(command, capture_output=True, cwd=tmp_path, check=True, timeout=60)
    loaded = {line.rsplit("|", maxsplit=1)[-1].strip() for line in ended.stderr.decode().splitlines()}
    assert "nlcaudit.cli.app" in loaded
    assert loaded & {"pydantic", "yaml", "jinja2", "babel", "rich", "nlcaudit.framework", "nlcaudit.loader"} == set()


@pytest.mark.parametrize("spoken", ["en", "fr"])
@pytest.mark.parametrize("columns", ["50", "80"])
@pytest.mark.parametrize("group", [[], ["frameworks"], ["evidence"]], ids=" ".join)
def test_no_sentence_of_a_help_is_cut_off(nlcaudit, monkeypatch, group, columns, spoken):
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("NLCAUDIT_LANG", spoken)
    shown = nlcaudit(*group, "--help").out.partition("Comm")[2].splitlines()
    assert len(shown) > 3
    assert [line for line in shown if line.endswith(("...", "…")) or len(line) > int(columns)] == []
