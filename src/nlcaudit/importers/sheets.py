"""Which shape a table has. A form with a row for each question becomes one submission, as if it were a row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlcaudit.forms.cells import unguarded
from nlcaudit.importers.columns import recognise_columns
from nlcaudit.importers.declaring import Declared
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.targets import EVIDENCE, PARTS, Column, Dropped, Key, OfQuestion, OfRespondent, Part, Target
from nlcaudit.sentences import Sentence
from nlcaudit.tables import Line, Problem, Table

ABOUT: tuple[Key, ...] = ("toolkit", "version", "depth", "frameworks", "language", "respondent", "group", "consent")
MARKS = frozenset({"code", "answer"})
"""The heads by which our own forms are known, whatever else their sheets hold."""
SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and where it stands; `exact`: under our own name for it; `record`: of several pieces of evidence."""

    text: str
    path: str
    sheet: str
    row: int
    column: int
    exact: bool = False

    def problem(self, message: str, hint: str = "") -> Problem:
        """Something is wrong with it."""
        return Problem(self.path, self.sheet, self.row, self.column, message, hint)


@dataclass(frozen=True)
class Entry:
    """One submission as it stands in a table.

    Attributes:
        cells: what it says, cell by cell; several under one target where a question has several pieces of evidence.
        asked: the questions for which the table has a place.
        form: it came on one of our own forms.
    """

    path: str
    sheet: str
    row: int
    cells: tuple[tuple[Target, Cell], ...]
    asked: frozenset[str]
    form: bool = False

    def first(self, key: str) -> Cell | None:
        """The first cell that says something of the respondent."""
        return next((cell for _, cell in self.every(key)), None)

    def every(self, key: str) -> Iterator[tuple[Target, Cell]]:
        """All cells that say it."""
        return (
            (target, cell)
            for target, cell in self.cells
            if isinstance(target, OfRespondent) and target.key == key and cell.text.strip()
        )


@dataclass(frozen=True)
class Sheet:
    """A table that was recognised.

    Attributes:
        shape: `form`: one respondent, a row for each question · `rows`: a respondent in each row.
        columns: what each column stands for.
    """

    table: Table
    shape: str
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]


def is_form(table: Table) -> bool:
    """It is a sheet of one of our own forms: somewhere a row of heads with `code` and `answer`, or of settings."""
    return head_of(table) is not None or is_settings(table)


def head_of(table: Table) -> Line | None:
    """The row of heads of a form."""
    return next((line for line in table.lines if {c.strip().lower() for c in line.cells} >= MARKS), None)


def is_settings(table: Table) -> bool:
    """A sheet of a form that says what the form is: `setting` and `value`."""
    return any(line.cell(0).strip() == SETTING for line in table.lines)


def recognise_rows(table: Table, lexicon: Lexicon, declared: Declared) -> Sheet:
    """A table with a respondent in each row; its first row holds the heads."""
    head, *rows = table.lines
    filled = {number for line in rows for number, text in enumerate(line.cells, start=1) if text.strip()}
    columns = tuple(
        column if column.number in filled or isinstance(column.target, OfQuestion | OfRespondent) else _empty(column)
        for column in recognise_columns(head.cells, lexicon, declared)
    )
    asked = frozenset(
        c.target.question for c in columns if isinstance(c.target, OfQuestion) and c.target.part == "answer"
    )
    entries = tuple(_entry(table, line, columns, asked) for line in rows)
    return Sheet(table, "rows", columns, entries)


def _empty(column: Column) -> Column:
    return Column(column.number, column.name, Dropped("form", "empty"), "name")


def _entry(table: Table, line: Line, columns: Sequence[Column], asked: frozenset[str]) -> Entry:
    cells = tuple(
        (c.target, Cell(line.cell(c.number - 1), table.path, table.sheet, line.number, c.number, c.exact))
        for c in columns
        if isinstance(c.target, OfQuestion | OfRespondent)
    )
    return Entry(table.path, table.sheet, line.number, cells, asked)


def recognise_form(tables: Sequence[Table], lexicon: Lexicon) -> tuple[Entry, list[Problem]]:
    """One respondent's form: a CSV file, or the sheets of a workbook."""
    cells: list[tuple[Target, Cell]] = []
    asked: set[str] = set()
    problems: list[Problem] = []
    for table in tables:
        if is_settings(table):
            cells += _settings(table)
        head = head_of(table)
        if head is not None:
            _question_rows(table, head, lexicon, (cells, asked, problems))
    places = {(cell.sheet, cell.row, cell.column) for _, cell in cells}
    problems += [p for table in tables for p in table.refused if (p.sheet, p.row, p.column) in places]
    first = tables[0]
    return Entry(first.path, "", 0, tuple(cells), frozenset(asked), form=True), problems


Gathered = tuple[list[tuple[Target, Cell]], set[str], list[Problem]]


def _settings(table: Table) -> Iterator[tuple[Target, Cell]]:
    head = next(line for line in table.lines if line.cell(0).strip() == SETTING)
    value = head.cells.index("value") if "value" in head.cells else 1
    for line in table.lines:
        key = next((key for key in ABOUT if line.cell(0).strip() == key), None)
        if key is not None:
            yield OfRespondent(key), Cell(line.cell(value), table.path, table.sheet, line.number, value + 1, exact=True)


def _question_rows(table: Table, head: Line, lexicon: Lexicon, gathered: Gathered) -> None:
    cells, asked, problems = gathered
    heads = {text.strip().lower(): number for number, text in reversed(list(enumerate(head.cells)))}
    for line in table.lines:
        if line.number <= head.number:
            continue
        code = line.cell(heads["code"]).strip()
        named = unguarded(line.cell(heads["id"])).strip() if "id" in heads else ""
        question = lexicon.codes.get(code.upper())
        if code and question is not None and named in ("", question):
            asked.add(question)
            cells += _row(table, line, heads, question)
        elif code or _says_something(line, heads):
            said = _stranger(code, named, question)
            hint = (
                Sentence("the form was made with another toolkit or version")
                if code
                else Sentence("write the question’s code")
            )
            problems.append(Problem(table.path, table.sheet, line.number, heads["code"] + 1, said, hint))


def _stranger(code: str, named: str, question: str | None) -> str:
    if not code:
        return Sentence("an answer stands in a row without a code")
    return (
        Sentence("{code} is {question} here, not {named}", code=code, question=question, named=named)
        if question
        else Sentence("there is no question {code} in this toolkit", code=code)
    )


def _says_something(line: Line, heads: dict[str, int]) -> bool:
    return any(line.cell(heads[part]).strip() for part in PARTS if part in heads)


def _row(table: Table, line: Line, heads: dict[str, int], question: str) -> Iterator[tuple[Target, Cell]]:
    def cell(name: str) -> Cell:
        text = unguarded(line.cell(heads[name])) if table.reading != "XLSX" else line.cell(heads[name])
        return Cell(text, table.path, table.sheet, line.number, heads[name] + 1, exact=True)

    parts: list[Part] = [part for part in PARTS if part in heads]
    evidence = any(line.cell(heads[part]).strip() for part in parts if part in EVIDENCE)
    for part in parts:
        if part not in EVIDENCE or evidence:  # an empty cell keeps the pieces of evidence apart
            yield OfQuestion(question, part), cell(part)
    yield from ((OfRespondent(key), cell(key)) for key in ABOUT if key in heads)
