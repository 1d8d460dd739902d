"""`nlcaudit assess --enter-paper` as real processes: sheets become responses, and no typed line is lost."""

import json
import shutil
import signal
from pathlib import Path

import pexpect
import pytest
from cli.asking import run
from cli.test_assess_terminal import ended, talk

from nlcaudit.errors import ExitCode
from nlcaudit.loader import load_engagement, load_response

ROOT = Path(__file__).parents[2]
ALL = "1 2 3 d o - 0 0 0 1 1 1 2 2 2 3 3 3"
ASKED = 18


@pytest.fixture
def city(tmp_path):
    folder = tmp_path / "city"
    (folder / "responses").mkdir(parents=True)
    shutil.copy(ROOT / "examples/port-azur/engagement.yaml", folder)
    return folder


def journal(folder):
    return folder / "responses/.paper-in-hand"


def typed(folder, text, *options):
    return run("assess", "--in", folder, "--enter-paper", *options, typed=text)


def test_two_sheets_in_one_sitting(city):
    done = typed(city, f"7\nyouth-work\n{ALL}\n{ALL}\n8\njustice\n{ALL}\n2 {ALL[2:]}\n2\n")
    assert done.returncode == ExitCode.CLEAN
    assert "T1 differs: “1 Starting”, then “2 Working”." in done.stdout
    assert "2 sheets are saved." in done.stdout
    assert "\a" not in done.stdout
    loaded = load_engagement(city)
    assert loaded.diagnostics == ()
    seventh, eighth = loaded.engagement.responses
    assert (seventh.respondent, seventh.group, len(seventh.answers)) == ("sheet-7", "youth-work", ASKED - 1)
    assert eighth.answers["trust-obstacles-named"].rating == 2
    assert not journal(city).exists()


def test_ctrl_c_and_kill_lose_no_line(city):
    child = talk(city, "assess", "--enter-paper", "--plain")
    for prompt, line in (("Sheet number", "7"), ("group", "1"), ("T1", "2"), ("T5", "d"), ("T7", "n rien d’écrit")):
        child.expect_exact(f"{prompt} > ")
        child.sendline(line)
    child.expect_exact("I1 > ")
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    child = talk(city, "assess", "--enter-paper", "--plain")
    child.expect_exact("Going on with sheet 7.")
    child.expect_exact("time 1 of 2, I1 > ")
    child.sendline("0")
    child.expect_exact("4/18")
    child.expect_exact("I3 > ")
    child.sendintr()
    assert ended(child) == ExitCode.INTERRUPTED
    assert "nlcaudit assess --enter-paper" in child.before
    rest = "1 " * (ASKED - 4)
    done = typed(city, f"{rest}\n2 d\nn\n0 {rest}\n")
    assert done.returncode == ExitCode.CLEAN
    response = load_response(city / "responses/sheet-7.yaml").value
    kept = list(response.answers.values())[:4]
    assert [kept[0].rating, kept[1].dont_know, kept[2].not_applicable, kept[3].rating] == [2, True, "rien d’écrit", 0]


def test_a_process_that_ended_between_the_last_line_and_the_response_loses_nothing(city):
    typed(city, f"7\nyouth-work\n{ALL}\n")
    with journal(city).open("a", encoding="utf-8") as file:
        file.write(json.dumps(ALL) + "\n" + '"half a li')
    done = typed(city, "q\n")
    assert "1 sheet is saved." in done.stdout
    assert len(load_response(city / "responses/sheet-7.yaml").value.answers) == ASKED - 1
    assert not journal(city).exists()


def test_a_line_that_was_cut_off_is_dropped_and_the_others_stay(city):
    typed(city, "7\nyouth-work\n1 2\n")
    with journal(city).open("a", encoding="utf-8") as file:
        file.write('"3')
    done = typed(city, "3\n")
    assert "T7  3 Lasting  3/18" in done.stdout


def test_a_sheet_that_has_a_response_is_not_typed_over(city):
    typed(city, f"7\nyouth-work\n{ALL}\n{ALL}\n")
    before = (city / "responses/sheet-7.yaml").read_bytes()
    done = typed(city, "7\n")
    assert done.returncode == ExitCode.FINDINGS
    assert "there is a response of sheet 7 already" in done.stdout
    assert (city / "responses/sheet-7.yaml").read_bytes() == before


def test_other_questions_do_not_take_up_the_sheet_in_hand(city):
    typed(city, "7\nyouth-work\n1 2\n")
    kept = journal(city).read_bytes()
    done = typed(city, "q\n", "--full")
    assert done.returncode == ExitCode.USAGE
    assert "the sheet in hand was begun with other questions or options" in done.stderr
    assert journal(city).read_bytes() == kept


def test_without_a_terminal_and_without_lines_it_does_not_hang(city):
    done = run("assess", "--in", city, "--enter-paper")
    assert done.returncode == ExitCode.USAGE
    assert "there is no terminal to type on" in done.stderr


def test_options_of_another_way_of_answering_are_refused(city):
    done = typed(city, "", "--respondent", "mk-5927")
    assert (done.returncode, "leave out --out" in done.stderr) == (ExitCode.USAGE, True)
