"""A route through the values leads to a line and a column of the text."""

from nlcaudit.diagnostics import Location, Rule
from nlcaudit.source import read_document

TEXT = """\
# a remark
id: tea
themes:
  - id: water
    questions: [{id: a}, {id: b}]
  - &second
    id: leaves
again: *second
empty:
"""
DOCUMENT, _ = read_document(TEXT.encode(), "tea.yaml")


def test_a_scalar():
    assert DOCUMENT.locate(("id",)) == Location(2, 5)


def test_a_key():
    assert DOCUMENT.locate(("id",), key=True) == Location(2, 1)


def test_an_entry_of_a_list():
    assert DOCUMENT.locate(("themes", 0, "questions", 1, "id")) == Location(5, 31)


def test_a_missing_key_is_where_its_mapping_begins():
    assert DOCUMENT.locate(("themes", 0, "title")) == Location(4, 5)


def test_a_missing_entry_is_where_its_list_begins():
    assert DOCUMENT.locate(("themes", 9)) == Location(4, 3)


def test_an_alias_is_where_it_is_used_and_its_inside_where_it_was_written():
    assert DOCUMENT.locate(("again",)) == Location(8, 8)
    assert DOCUMENT.locate(("again", "id")) == Location(7, 9)


def test_an_empty_value_is_where_its_key_is():
    assert DOCUMENT.locate(("empty",)) == Location(9, 1)


def test_the_document_itself_begins_at_its_first_key():
    assert DOCUMENT.locate(()) == Location(2, 1)


def test_a_diagnostic_carries_path_place_and_line():
    rule = Rule("NLC999", "example", "warning", "\nAn example.\n")
    found = DOCUMENT.diagnose(rule.at(("themes", 1, "id"), "no leaves", "buy some"))
    assert (found.path, found.line, found.column, found.code, found.severity) == ("tea.yaml", 7, 9, "NLC999", "warning")
    assert (found.message, found.hint, found.excerpt) == ("no leaves", "buy some", "    id: leaves")
