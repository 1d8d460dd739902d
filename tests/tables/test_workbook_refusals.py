"""Workbooks that are not read: too large once unpacked, broken, or without the library."""

import sys
from io import BytesIO

import pytest
from openpyxl import Workbook

from nlcaudit.errors import UserError
from nlcaudit.tables import workbook


def xlsx(*cells):
    book, file = Workbook(), BytesIO()
    book.active.append(cells)
    book.save(file)
    return file.getvalue()


def refusal(raw):
    tables, [problem] = workbook.read_workbook(raw, "a.xlsx")
    return tables, problem.place, problem.message, problem.hint


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(workbook, "LARGEST", 100)
    assert refusal(xlsx("T1")) == (
        [], "a.xlsx", "it unpacks to more than 200 MB", "keep the sheet of answers alone")  # fmt: skip


def test_a_file_that_is_no_workbook_is_refused():
    assert refusal(b"PK\x03\x04") == (
        [], "a.xlsx", "it cannot be read as an XLSX workbook (BadZipFile)",
        "open it in LibreOffice or Excel and save it again as .xlsx")  # fmt: skip


def test_without_the_library_the_command_that_installs_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UserError) as refused:
        workbook.read_workbook(b"", "a.xlsx")
    assert (refused.value.message, refused.value.hint) == (
        "reading a.xlsx needs the library openpyxl", workbook.INSTALL)  # fmt: skip


def test_truth_and_numbers_are_read_as_a_person_would_write_them():
    [table], problems = workbook.read_workbook(xlsx(*[True, False, 2.0, 2.5, "x\r\ny"]), "a.xlsx")
    assert (table.lines[0].cells, problems) == (("true", "false", "2", "2.5", "x\ny"), [])
