"""Which reader a file needs, by its name and its first bytes."""

from pathlib import PurePath

from nlcaudit.sentences import Sentence
from nlcaudit.tables.json_lines import read_json_lines
from nlcaudit.tables.separated import read_separated
from nlcaudit.tables.table import Problem, Table
from nlcaudit.tables.workbook import read_workbook

ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
JSON_LINES = frozenset({".jsonl", ".ndjson"})


def read_tables(raw: bytes, path: str, encoding: str | None = None) -> tuple[list[Table], list[Problem]]:
    """Read every table of a file.

    Args:
        raw: the file's bytes.
        path: how it is called.
        encoding: of a text file, if the user says it.

    Raises:
        UserError: a library that is needed is not installed.
    """
    if raw.startswith(OLD_EXCEL):
        said = Sentence("it is a workbook of the old .xls kind, or one with a password")
        return [], [Problem(path, "", 0, 0, said, Sentence("open it and save it as .xlsx, without a password"))]
    if raw.startswith(ZIP):
        tables, problems = read_workbook(raw, path)
        return tables, problems if tables or problems else [_nothing(path)]
    reader = read_json_lines if PurePath(path).suffix.lower() in JSON_LINES else read_separated
    table, problems = reader(raw, path, encoding)
    if (table is None or not table.lines) and not problems:
        problems = [_nothing(path)]
    return [table] if table is not None and table.lines else [], problems


def _nothing(path: str) -> Problem:
    return Problem(path, "", 0, 0, Sentence("there is nothing in this file"), Sentence("export the answers again"))
