"""CSV → a table. The separator is what the file says, or the only one under which its rows are a table."""

import csv
import re
from collections.abc import Sequence

from nlcaudit.sentences import Sentence
from nlcaudit.tables.decoding import UnreadableError, decode
from nlcaudit.tables.table import Line, Problem, Table

SEPARATORS = {",": Sentence("comma"), ";": Sentence("semicolon"), "\t": Sentence("tab")}
DECLARED = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
"""What Excel writes, and reads, in front of a table."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
Rows = list[list[str]]


def read_separated(raw: bytes, path: str, encoding: str | None = None) -> tuple[Table | None, list[Problem]]:
    """Read a CSV file.

    Returns:
        The table, or None, and what is wrong with it.
    """
    try:
        text, called = decode(raw, encoding)
        rows, separator, skipped = _rows(text)
    except UnreadableError as error:
        return None, [Problem(path, "", 0, 0, error.message, error.hint)]
    lines = [Line(number, tuple(row)) for number, row in enumerate(rows, start=1 + skipped)]
    kept = tuple(line for line in lines if not line.blank)
    problems = [*_ragged(kept, path), *_control(kept, path)]
    return Table(
        path,
        "",
        Sentence("{encoding}, {separator}", encoding=called, separator=SEPARATORS.get(separator, separator)),
        kept,
    ), problems


def _rows(text: str) -> tuple[Rows, str, int]:
    declared = DECLARED.match(text)
    if declared:
        rows = _parsed(text[declared.end() :], declared[1])
        if rows is None:
            raise UnreadableError(Sentence("a quotation mark is not closed"), Sentence('look for a single " in a cell'))
        return rows, declared[1], 1
    readings = {separator: rows for separator in SEPARATORS if (rows := _parsed(text, separator)) is not None}
    if not readings:
        raise UnreadableError(Sentence("a quotation mark is not closed"), Sentence('look for a single " in a cell'))
    fitting = {separator: rows for separator, rows in readings.items() if _is_table(rows)}
    if len(fitting) > 1:
        first, second, *_ = (SEPARATORS[separator] for separator in fitting)
        raise UnreadableError(
            Sentence("its columns could be separated by {first} or {second}", first=first, second=second),
            Sentence("write “sep=;” (or the sign that it is) as its first line"),
        )
    if fitting:
        [(separator, rows)] = fitting.items()
        return rows, separator, 0
    widest = max(readings, key=lambda separator: len(readings[separator][0]) if readings[separator] else 0)
    return readings[widest], widest, 0


def _parsed(text: str, separator: str) -> Rows | None:
    try:
        return list(csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True))
    except csv.Error:
        return None


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """It has two columns or more, and each row has as many as the first."""
    widths = {len(row) for row in rows if row}
    return len(widths) == 1 and widths != {1}


def _ragged(lines: Sequence[Line], path: str) -> list[Problem]:
    wide = len(lines[0].cells) if lines else 0
    return [
        Problem(
            path,
            "",
            line.number,
            0,
            Sentence("this row has {found} cells, the first one has {wide}", found=len(line.cells), wide=wide),
            Sentence("perhaps a cell with a separator or a line break lacks its quotation marks; export it again"),
        )
        for line in lines
        if len(line.cells) != wide
    ]


def _control(lines: Sequence[Line], path: str) -> list[Problem]:
    return [
        Problem(
            path,
            "",
            line.number,
            column,
            Sentence("the character U+{found} is not allowed here", found=f"{ord(found.group()):04X}"),
            Sentence("delete it, or export the table again"),
        )
        for line in lines
        for column, cell in enumerate(line.cells, start=1)
        if (found := CONTROL.search(cell))
    ]
