"""The questionnaire on a real (pseudo) terminal."""

import re
import signal
import time

import pytest
from cli.asking import run
from cli.terminal import answer, ended, talk

from nlcaudit.errors import ExitCode
from nlcaudit.source import read_document


def saved(path):
    return read_document(path.read_bytes(), str(path))[0].data


def test_a_full_run_from_the_group_to_the_review(port_azur):
    child = talk(port_azur, "assess", "trust", "--plain")
    child.expect_exact("Which group do you answer for?")
    answer(child, ("Number", ""), ("Number", "99"), ("Number", "health"))
    child.expect(r"Your code is ([a-z]{2}-\d{4})")
    code = child.match[1]
    answer(child, ("T1", "2"))
    child.expect_exact("Question 2 of")
    for _ in range(20):
        if child.expect([r"T\d+ > ", "Review > "]) == 1:
            break
        child.sendline("d")
    child.sendline("q")
    assert ended(child) == ExitCode.CLEAN
    assert f"nlcaudit assess --respondent {code} --plain\r\n" in child.before
    response = saved(port_azur / "responses" / f"{code}.yaml")
    assert (response["group"], response["frameworks"], response["answers"]["trust-obstacles-named"]) == (
        "health", ("trust",), {"rating": 2},
    )  # fmt: skip
    checked = run("validate", port_azur)
    assert (checked.returncode, checked.stdout) == (ExitCode.CLEAN, "")


def test_ctrl_c_at_question_37_loses_nothing_and_resumes_on_37(orchards):
    child = talk(orchards, "assess", "orchards.yaml", "--out", "a.yaml")
    answer(child, *((f"O{n}", str(n % 4)) for n in range(1, 37)))
    child.expect_exact("O37 > ")
    child.sendintr()
    child.expect_exact("nlcaudit assess --out a.yaml\r\n")
    assert ended(child) == ExitCode.INTERRUPTED
    response = saved(orchards / "a.yaml")
    assert response["answers"] == {f"tree-{n}": {"rating": n % 4} for n in range(1, 37)}
    child = talk(orchards, "assess", "--out", "a.yaml")
    child.expect_exact("36 of 40 questions have an answer.")
    child.expect_exact("Question 37 of 40")
    answer(child, ("O37", "q"))
    assert ended(child) == ExitCode.CLEAN


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_process_that_is_told_to_end_keeps_the_note_it_was_reading(orchards, number, code):
    child = talk(orchards, "assess", "orchards.yaml", "--out", "a.yaml")
    answer(child, ("O1", "2"), ("O2", "t"), ("O2, note", "One line"))
    child.expect_exact("O2, note > ")
    child.kill(number)
    assert ended(child) == code
    assert saved(orchards / "a.yaml")["answers"] == {"tree-1": {"rating": 2}, "tree-2": {"note": "One line"}}


def test_ctrl_d_leaves_and_drops_what_was_not_entered(orchards):
    child = talk(orchards, "assess", "orchards.yaml", "--out", "a.yaml")
    answer(child, ("O1", "2"))
    child.expect_exact("O2 > ")
    child.send("3")
    child.sendeof()
    child.sendeof()
    assert ended(child) == ExitCode.CLEAN
    assert saved(orchards / "a.yaml")["answers"] == {"tree-1": {"rating": 2}}


def test_back_undo_and_jump_on_the_terminal(orchards):
    child = talk(orchards, "assess", "orchards.yaml", "--out", "a.yaml")
    answer(child, ("O1", "2"), ("O2", "3"), ("O3", "b"))
    child.expect_exact("Your answer: 3 Grade 3.")
    answer(child, ("O2", "1"), ("O3", "u"))
    child.expect_exact("Undone: your last change to O2.")
    child.expect_exact("Your answer: 3 Grade 3.")
    answer(child, ("O2", "j O30"), ("O30", "j j"), ("O31", "j j"), ("O32", "x"))
    child.expect_exact("Nothing recorded: “x” is not a key here.")
    answer(child, ("O32", ""))
    child.expect_exact("Nothing recorded: Enter alone is not an answer.")
    answer(child, ("O32", "q"))
    assert ended(child) == ExitCode.CLEAN
    assert saved(orchards / "a.yaml")["answers"] == {"tree-1": {"rating": 2}, "tree-2": {"rating": 3}}


def test_the_language_changes_in_the_middle(port_azur):
    child = talk(port_azur, "assess", "--group", "health")
    answer(child, ("T1", "l"))
    child.expect_exact("Question 1 sur 18")
    answer(child, ("T1", "z"))
    child.expect_exact("Rien n’est noté")
    answer(child, ("T1", "2"), ("T5", "q"))
    child.expect_exact("Questions avec une réponse")
    assert ended(child) == ExitCode.CLEAN


@pytest.mark.parametrize(("option", "more"), [
    (["--plain"], {}), ([], {"TERM": "dumb"}), ([], {"NO_COLOR": "1"}), (["--no-color"], {}),
])  # fmt: skip
def test_plain_mode_has_no_escape_code(orchards, option, more):
    child = talk(orchards, "assess", "orchards.yaml", "--out", "a.yaml", *option, **more)
    child.logfile_read = Everything()
    answer(child, ("O1", "w"), ("O1", "?"), ("O1", "t"), ("O1, note", "Caf\u00e9"), ("O1, note", "."), ("O1", "q"))
    assert ended(child) == ExitCode.CLEAN
    assert "\x1b" not in child.logfile_read.text
    assert re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", child.logfile_read.text) is None


def test_bold_is_the_only_styling_otherwise(orchards):
    child = talk(orchards, "assess", "orchards.yaml", "--out", "a.yaml")
    child.logfile_read = Everything()
    answer(child, ("O1", "q"))
    assert ended(child) == ExitCode.CLEAN
    assert set(re.findall(r"\x1b[^m]*m", child.logfile_read.text)) == {"\x1b[1m", "\x1b[0m"}


class Everything:
    """All that was printed."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def test_a_line_that_the_terminal_cut_is_not_recorded(orchards):
    child = talk(orchards, "assess", "orchards.yaml", "--out", "a.yaml")
    child.expect_exact("O1 > ")
    child.send("t ")
    for _ in range(50):
        child.send("a" * 100)
        time.sleep(0.005)
    child.send("\n")
    child.expect_exact("the line is too long")
    answer(child, ("O1", "q"))
    assert ended(child) == ExitCode.CLEAN


def test_a_second_process_on_the_same_response_is_refused(orchards):
    child = talk(orchards, "assess", "orchards.yaml", "--out", "a.yaml")
    answer(child, ("O1", "2"))
    child.expect_exact("O2 > ")
    second = run("assess", "--out", "a.yaml", typed="3\n", folder=orchards)
    assert second.returncode == ExitCode.PATH
    assert f"a.yaml is open in another nlcaudit (process {child.pid})" in second.stderr
    child.sendline("q")
    assert ended(child) == ExitCode.CLEAN
    assert saved(orchards / "a.yaml")["answers"] == {"tree-1": {"rating": 2}}
    assert sorted(path.name for path in orchards.iterdir()) == ["a.yaml", "orchards.yaml"]


def test_a_file_that_was_edited_meanwhile_is_not_overwritten(orchards):
    child = talk(orchards, "assess", "orchards.yaml", "--out", "a.yaml")
    answer(child, ("O1", "2"))
    child.expect_exact("O2 > ")
    edited = (orchards / "a.yaml").read_text().replace("rating: 2", "rating: 0")
    (orchards / "a.yaml").write_text(edited)
    child.sendline("3")
    child.expect_exact("was changed by another program")
    assert ended(child) == ExitCode.PATH
    assert (orchards / "a.yaml").read_text() == edited


@pytest.mark.parametrize(("leave", "code"), [("q", ExitCode.CLEAN), ("\x03", ExitCode.INTERRUPTED)])
def test_before_the_first_question_a_question_mark_asks_again_and_leaving_writes_nothing(port_azur, leave, code):
    before = sorted((port_azur / "responses").iterdir())
    child = talk(port_azur, "assess", "trust", "--plain")
    answer(child, ("Number", "?"))
    child.expect_exact("“?” says this again")
    child.expect_exact("Number > ")
    child.send(leave if code else f"{leave}\n")
    child.expect_exact("nothing was recorded, and no file was written")
    assert ended(child) == code
    assert sorted((port_azur / "responses").iterdir()) == before


def test_in_a_workshop_q_at_the_group_goes_back_to_the_list_and_ctrl_c_there_says_where_everything_is(port_azur):
    child = talk(port_azur, "assess", "--workshop", "--plain")
    answer(child, ("Respondent", "+"), ("Number", "q"), ("Respondent", "?"))
    child.expect_exact("Respondents")
    child.expect_exact("Respondent > ")
    child.sendintr()
    child.expect_exact("Everything is saved in responses")
    assert ended(child) == ExitCode.INTERRUPTED
    assert list((port_azur / "responses").glob("*")) == []
