"""What `score` and `report` say of files in which the same is odd."""

from dataclasses import replace

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.output import render_briefly, render_text

OLDER = Diagnostic("a.yaml", 3, 5, "NLC614", "warning", "given to an older wording: tea", "", "")
WRONG = Diagnostic("b.yaml", 2, 1, "NLC602", "error", "there is no question “tee”", "did you mean “tea”?", "tee: 1")


def elsewhere(found, *names):
    return [replace(found, path=name) for name in names]


def test_a_warning_that_says_the_same_of_several_files_stands_once():
    said = render_briefly([OLDER, *elsewhere(OLDER, "b.yaml", "c.yaml")])
    assert said == render_text([OLDER]) + "        … and 2 times more; `nlcaudit validate` shows where\n"


def test_it_is_told_in_the_language_of_the_program():
    said = render_briefly([OLDER, *elsewhere(OLDER, "b.yaml")], "fr")
    assert said.splitlines()[-1] == "        … et une fois encore\u202f; `nlcaudit validate` montre où"


def test_an_error_is_shown_in_every_file_in_which_it_is():
    found = [WRONG, *elsewhere(WRONG, "c.yaml", "d.yaml")]
    assert render_briefly(found) == render_text(found)


def test_what_differs_in_words_code_or_advice_is_shown():
    found = [OLDER, replace(OLDER, message="given to an older wording: pot"), replace(OLDER, code="NLC615"),
             replace(OLDER, hint="ask again"), WRONG]  # fmt: skip
    assert render_briefly(found) == render_text(found)
