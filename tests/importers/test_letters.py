"""Markdown forms as editors and people leave them: what is marked is read or refused, never lost."""

import pytest
from forms.making import kit

from nlcaudit.importers.letters import read_letter
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.targets import OfQuestion

HEAD = "<!-- nlcaudit/form/1: nlc 1.0.0, quick, en -->\n"
LEXICON = Lexicon(kit())


def read(text, encoding=None):
    raw = text if isinstance(text, bytes) else f"{HEAD}### T1. Do partners …\n{text}\n".encode()
    entry, problems = read_letter(raw, "form.md", LEXICON, encoding)
    said = [(target.part, cell.text) for target, cell in entry.cells if isinstance(target, OfQuestion)]
    return said, [(problem.place, problem.message, problem.hint) for problem in problems]


@pytest.mark.parametrize("line", [
    "- [x] 2 **Working**: …", "- [X] 2", "- [ x ] 2", "- [x ] 2", "* [ x] 2", "+ [x] 2", r"- \[x\] 2", r"* \[ x \] 2",
    "  -   [x]  2", "- [x]2",
])  # fmt: skip
def test_a_box_is_marked_however_an_editor_or_a_person_writes_it(line):
    assert read(line) == ([("answer", "2")], [])


@pytest.mark.parametrize("line", ["- [ ] 2", "- [] 2", "* [  ] 2", r"+ \[ \] 2"])
def test_an_empty_box_says_nothing(line):
    assert read(line) == ([], [])


@pytest.mark.parametrize("mark", ["✓", "yes", "xx", "-"])
def test_a_box_that_is_neither_marked_nor_empty_is_refused(mark):
    said = f"“[{mark}]” is neither marked nor empty"
    assert read(f"- [{mark}] 2") == ([], [("form.md, row 3", said, "write [x], or leave [ ]")])


@pytest.mark.parametrize("line", ["- Note: so", "* Note: so", "+ Note : so", "-  Note\N{NO-BREAK SPACE}: so"])
def test_a_label_is_known_behind_any_bullet(line):
    assert read(line) == ([("note", "so")], [])


def test_a_list_and_a_box_below_a_label_belong_to_its_text():
    assert read("- Note: we asked\n- twice: in May\n- [x] and in June") == (
        [("note", "we asked\n- twice: in May\n- [x] and in June")], [])  # fmt: skip


@pytest.mark.parametrize(("raw", "encoding", "place", "said", "hint"), [
    (b"", None, "form.md", "there is nothing in this file", "export the answers again"),
    (b"# Trust\n", None, "form.md, row 1", "it is not one of our forms",
     "keep the first line: <!-- nlcaudit/form/1: … -->"),
    (b"\xff", "utf-8", "form.md", "byte 1 is not UTF-8",
     "save the file again as UTF-8, or name its encoding: --encoding NAME"),
    (f"{HEAD}### T99. What?\n".encode(), None, "form.md, row 2", "there is no question T99 in this toolkit",
     "the form was made with another one"),
])  # fmt: skip
def test_a_file_that_is_no_form_of_this_toolkit_is_refused(raw, encoding, place, said, hint):
    assert read(raw, encoding) == ([], [(place, said, hint)])
