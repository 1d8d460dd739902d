"""Bytes → cells: encodings, separators, workbooks, JSON lines; nothing is repaired."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from nlcaudit.tables import column_letter, read_tables

TEXT = "code;réponse\r\nT1;déjà, oui\r\n"


def cells(raw, name="a.csv", encoding=None):
    tables, problems = read_tables(raw, name, encoding)
    assert problems == []
    return [line.cells for line in tables[0].lines], tables[0].reading


def problems_of(raw, name="a.csv", encoding=None):
    _, problems = read_tables(raw, name, encoding)
    return [(problem.place, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("encoding", "called"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252"), ("utf-16", "UTF-16"),
     ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")],
)  # fmt: skip
def test_the_usual_encodings_are_recognised_and_told(encoding, called):
    assert cells(TEXT.encode(encoding)) == ([("code", "réponse"), ("T1", "déjà, oui")], f"{called}, semicolon")


def test_an_encoding_that_the_user_names_is_believed():
    raw = "a;b\nprénom;é\n".encode("mac-roman")
    assert cells(raw, encoding="mac-roman")[0] == [("a", "b"), ("prénom", "é")]
    assert problems_of(raw, encoding="utf-8") == [("a.csv", "byte 7 is not UTF-8")]
    assert problems_of(raw, encoding="klingon") == [("a.csv", "there is no encoding “klingon”")]


def test_what_the_file_says_of_its_separator_goes_before_everything():
    assert cells(b"sep=;\na;b,c\n1;2,3\n")[0] == [("a", "b,c"), ("1", "2,3")]
    assert cells(b"sep=,\na;b,c\n1;2,3\n")[0] == [("a;b", "c"), ("1;2", "3")]


def test_a_separator_that_could_be_two_is_not_guessed():
    assert problems_of(b"a;b,c\n1;2,3\n") == [("a.csv", "its columns could be separated by comma or semicolon")]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_separate(separator):
    assert cells(f"a{separator}b\n1{separator}2\n".encode())[0] == [("a", "b"), ("1", "2")]


def test_a_row_with_another_number_of_cells_is_named():
    assert problems_of(b"a,b,c\n1,2,3\n1,2,3,4\n") == [("a.csv, row 3", "this row has 4 cells, the first one has 3")]


def test_a_quotation_mark_that_is_not_closed_is_no_end_of_the_table():
    assert problems_of(b'a,b\n"1,2\n') == [("a.csv", "a quotation mark is not closed")]


def test_control_characters_are_named_with_their_cell():
    assert problems_of(b"a,b\n1,\x07\n") == [("a.csv, row 2, column B", "the character U+0007 is not allowed here")]


def test_rows_are_counted_as_a_spreadsheet_counts_them():
    tables, _ = read_tables(b'a,b\n\n1,"x\ny"\n3,4\n', "a.csv")
    assert [line.number for line in tables[0].lines] == [1, 3, 4]


def test_json_lines_become_paths_and_texts():
    raw = b'{"trust": {"T1": 2}, "_uuid": "a", "ok": true, "_tags": [], "x": null}\n\n{"trust/T1": "1"}\n'
    assert cells(raw, "a.jsonl")[0] == [("trust/T1", "_uuid", "ok", "x"), ("2", "a", "true", ""), ("1", "", "", "")]


@pytest.mark.parametrize(
    ("line", "said"),
    [("[1]", "it does not begin with {"), ('{"a": [1]}', "“a” is a list"),
     ('{"a": 1, "a": 2}', "a key stands in it twice"),
     ('{"a": {"b": 1}, "a/b": 2}', "two keys have the same path"), ('{"a"', "Expecting")],
)  # fmt: skip
def test_a_line_that_is_no_object_of_texts_is_named(line, said):
    [(place, message)] = problems_of(f'{{"a": 1}}\n{line}\n'.encode(), "a.jsonl")
    assert place == "a.jsonl, row 2"
    assert said in message


def workbook(**cells_of):
    book = Workbook()
    for place, value in cells_of.items():
        book.active[place] = value
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_gives_its_cells_as_text_and_its_formulas_as_nothing():
    tables, problems = read_tables(workbook(A1="a", B1=2.0, C1=True, A2="=1+1", B2=0.5), "a.xlsx")
    assert problems == []
    assert [line.cells for line in tables[0].lines] == [("a", "2", "true"), ("", "0.5", "")]
    assert [(p.place, p.message) for p in tables[0].refused] == [
        ("a.xlsx, sheet “Sheet”, row 2, column A", "A2 holds a formula")
    ]


@pytest.mark.parametrize("raw", [b"PK\x03\x04nonsense", b"\xd0\xcf\x11\xe0old"])
def test_a_broken_workbook_is_no_traceback(raw):
    [(place, message)] = problems_of(raw, "a.xlsx")
    assert place == "a.xlsx"
    assert "workbook" in message


@given(st.binary(max_size=300))
def test_whatever_bytes_there_are_they_are_read_or_refused(raw):
    for name in ("a.csv", "a.jsonl", "a.xlsx"):
        tables, problems = read_tables(raw, name)
        assert tables or problems


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_called_as_in_a_spreadsheet(number, letters):
    assert column_letter(number) == letters
