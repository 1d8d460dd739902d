"""The questionnaire through a pipe: taken line by line, never guessed, never hanging."""

import re
import signal
import subprocess

import pytest
from cli.asking import ENVIRONMENT, PROGRAM, run

from nlcaudit.errors import ExitCode
from nlcaudit.source import read_document


def answers(path):
    document, found = read_document(path.read_bytes(), str(path))
    assert found == []
    return document.data


def test_answers_from_a_pipe_are_saved_and_the_way_on_is_told(orchards):
    done = run("assess", "orchards.yaml", "--out", "a.yaml", typed="2\nd\nn No trees.\nq\n", folder=orchards)
    assert (done.returncode, done.stderr) == (ExitCode.CLEAN, "")
    saved = answers(orchards / "a.yaml")
    assert saved["answers"] == {
        "tree-1": {"rating": 2}, "tree-2": {"dont_know": True}, "tree-3": {"not_applicable": "No trees."},
    }  # fmt: skip
    assert (saved["resume_at"], saved["toolkit"]["path"]) == ("tree-4", "orchards.yaml")
    assert done.stdout.endswith(
        "\n3 of 40 questions have an answer.\nEverything is saved in a.yaml.\n"
        "To go on:\n  nlcaudit assess --out a.yaml\n"
    )


def test_the_end_of_the_pipe_is_a_way_to_leave(orchards):
    done = run("assess", "orchards.yaml", "--out", "a.yaml", typed="2\nt\nOne\n\n", folder=orchards)
    assert done.returncode == ExitCode.CLEAN
    assert answers(orchards / "a.yaml")["answers"] == {"tree-1": {"rating": 2}, "tree-2": {"note": "One"}}
    assert "To go on:\n  nlcaudit assess --out a.yaml\n" in done.stdout


@pytest.mark.parametrize("line", ["x", "", "4", "\x1b[A", "2 3", "a" * 200_000])
def test_the_first_refused_line_of_a_pipe_ends_the_reading(orchards, line):
    done = run("assess", "orchards.yaml", "--out", "a.yaml", typed=f"1\n{line}\n3\n3\n", folder=orchards)
    assert done.returncode == ExitCode.FINDINGS
    assert answers(orchards / "a.yaml")["answers"] == {"tree-1": {"rating": 1}}
    assert "Line 2 of the input was refused; the lines after it were not read." in done.stdout
    assert "Nothing recorded" in done.stdout


def test_garbage_without_end_is_refused_at_once(orchards):
    command = [*PROGRAM, "assess", "orchards.yaml", "--out", "a.yaml"]
    with subprocess.Popen(["yes", "rubbish"], stdout=subprocess.PIPE) as yes:
        try:
            done = subprocess.run(
                command, stdin=yes.stdout, capture_output=True, check=False, timeout=20, cwd=orchards, env=ENVIRONMENT
            )
        finally:
            yes.kill()
    assert done.returncode == ExitCode.FINDINGS
    assert not (orchards / "a.yaml").exists()


def test_bytes_that_are_no_text_are_refused(orchards):
    done = subprocess.run(
        [*PROGRAM, "assess", "orchards.yaml", "--out", "a.yaml"], input=b"t caf\xe9\n", capture_output=True,
        check=False, timeout=20, cwd=orchards, env=ENVIRONMENT,
    )  # fmt: skip
    assert done.returncode == ExitCode.FINDINGS
    assert not (orchards / "a.yaml").exists()


@pytest.mark.parametrize("typed", [None, ""])
def test_without_any_input_the_command_to_use_is_told(orchards, typed):
    done = run("assess", "orchards.yaml", "--out", "a.yaml", typed=typed, folder=orchards)
    assert done.returncode == ExitCode.USAGE
    assert re.search(r"nlcaudit assess orchards.yaml --out a.yaml( --group everybody)? --answers FILE", done.stderr)
    assert sorted(path.name for path in orchards.iterdir()) == ["orchards.yaml"]


def test_a_closed_input_is_no_input(orchards):
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *PROGRAM, "assess", "orchards.yaml", "--out", "a.yaml"],
        capture_output=True, encoding="utf-8", check=False, timeout=20, cwd=orchards, env=ENVIRONMENT,
    )  # fmt: skip
    assert (done.returncode, "there is no terminal" in done.stderr) == (ExitCode.USAGE, True)


def test_a_group_that_is_missing_is_not_asked_for_without_a_terminal(port_azur):
    done = run("assess", "--in", port_azur, typed="2\n")
    assert done.returncode == ExitCode.USAGE
    assert "add --group with one of: national-government, national-representative," in done.stderr
    assert list((port_azur / "responses").iterdir()) == []


def test_leaving_at_once_writes_nothing(port_azur):
    done = run("assess", "--in", port_azur, "--group", "health", typed="q\n")
    assert done.returncode == ExitCode.CLEAN
    assert f"To begin again:\n  nlcaudit assess --in {port_azur} --group health\n" in done.stdout
    assert list((port_azur / "responses").iterdir()) == []


def test_when_nobody_reads_the_output_any_more_it_ends_silently_and_keeps_the_answers(orchards):
    command = f"{' '.join(PROGRAM)} assess orchards.yaml --out a.yaml | head -n 1"
    done = subprocess.run(
        ["/bin/bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], input="2\n" * 39, capture_output=True,
        encoding="utf-8", check=False, timeout=20, cwd=orchards, env=ENVIRONMENT,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (ExitCode.CLEAN, "")


def test_nothing_that_is_printed_holds_an_escape_code(orchards):
    done = run("assess", "orchards.yaml", "--out", "a.yaml", typed="2\nw\n?\nl\nq\n", folder=orchards)
    assert "\x1b" not in done.stdout + done.stderr


def test_escape_codes_in_a_file_are_not_passed_on_to_the_terminal(orchards):
    run("assess", "orchards.yaml", "--out", "a.yaml", typed="t Hello there\nq\n", folder=orchards)
    text = (orchards / "a.yaml").read_text().replace('"Hello there"', '"a\\tb"')
    (orchards / "a.yaml").write_text(text)
    done = run("assess", "--out", "a.yaml", typed="q\n", folder=orchards)
    assert "Note: a\N{REPLACEMENT CHARACTER}b" in done.stdout


def test_a_signal_that_was_to_be_ignored_is_ignored(orchards):
    with subprocess.Popen(
        ["nohup", *PROGRAM, "assess", "orchards.yaml", "--out", "a.yaml"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0, cwd=orchards, env=ENVIRONMENT,
    ) as child:  # fmt: skip
        printed = b""
        while b"O1 > " not in printed:
            some = child.stdout.read(4096)
            assert some, printed
            printed += some
        child.send_signal(signal.SIGHUP)
        child.communicate(b"2\nq\n", timeout=20)
    assert child.returncode == ExitCode.CLEAN
    assert answers(orchards / "a.yaml")["answers"] == {"tree-1": {"rating": 2}}
