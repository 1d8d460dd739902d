"""XLSX → tables. Only what is stored is read: a formula is never a value here, whatever it was last worked out to."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from nlcaudit.errors import UserError
from nlcaudit.sentences import Sentence
from nlcaudit.tables.table import Line, Problem, Table

LARGEST = 200 * 1024 * 1024
"""Bytes of a workbook once unpacked; one person's form has a twentieth of a megabyte."""
INSTALL = Sentence("install it: pip install 'nlcaudit[xlsx]' (pipx inject nlcaudit openpyxl xlsxwriter)")


def read_workbook(raw: bytes, path: str) -> tuple[list[Table], list[Problem]]:
    """Read every sheet of a workbook.

    Returns:
        The sheets that hold anything, with the addresses of formulas and error values, and what is wrong with the file.

    Raises:
        UserError: the library that reads workbooks is not installed.
    """
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UserError(Sentence("reading {path} needs the library openpyxl", path=path), INSTALL) from error
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
        if size > LARGEST:
            return [], [
                Problem(
                    path,
                    "",
                    0,
                    0,
                    Sentence("it unpacks to more than 200 MB"),
                    Sentence("keep the sheet of answers alone"),
                )
            ]
        book = load_workbook(io.BytesIO(raw), data_only=False, keep_links=False)
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever its parsers do on a broken file
        said = Sentence("it cannot be read as an XLSX workbook ({name})", name=type(error).__name__)
        return [], [
            Problem(path, "", 0, 0, said, Sentence("open it in LibreOffice or Excel and save it again as .xlsx"))
        ]
    tables = [_table(sheet, path) for sheet in book.worksheets]
    return [table for table in tables if table.lines or table.refused], []


def _table(sheet: Any, path: str) -> Table:  # noqa: ANN401 - of an extra
    refused = [_refused(cell, path, sheet.title) for row in sheet.iter_rows() for cell in row if cell.data_type in "fe"]
    return Table(path, sheet.title, "XLSX", tuple(_lines(sheet)), tuple(refused))


def _lines(sheet: Any) -> Iterator[Line]:  # noqa: ANN401
    for row in sheet.iter_rows():
        line = Line(row[0].row, tuple(_text(cell) for cell in row)) if row else None
        if line is not None and not line.blank:
            yield line


def _refused(cell: Any, path: str, sheet: str) -> Problem:  # noqa: ANN401
    if cell.data_type == "e":
        said, hint = (
            Sentence("{coordinate} holds the error {value}", coordinate=cell.coordinate, value=cell.value),
            Sentence("write what belongs there"),
        )
    else:
        said, hint = (
            Sentence("{coordinate} holds a formula", coordinate=cell.coordinate),
            Sentence("replace it by its value (copy, then paste values only)"),
        )
    return Problem(path, sheet, cell.row, cell.column, said, hint)


def _text(cell: Any) -> str:  # noqa: ANN401
    value = cell.value
    if value is None or cell.data_type == "f":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value).replace("_x000D_\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
