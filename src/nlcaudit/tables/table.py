"""A table as it was found, and what is wrong at a place in it."""

from dataclasses import dataclass

from nlcaudit.sentences import Sentence

LETTERS = 26


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        number: counted from 1, as a spreadsheet counts.
        cells: what stands there, as text; an empty cell is an empty text.
    """

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text in a column, counted from 0; empty behind the last one."""
        return self.cells[column] if column < len(self.cells) else ""

    @property
    def blank(self) -> bool:
        """Nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook, one CSV file, one file of JSON lines.

    Attributes:
        path: as the user would write it.
        sheet: the sheet's name; empty where a file holds one table.
        reading: how the file was read, for the report: “UTF-8, ;”.
        lines: the rows that are not blank, the header among them.
        refused: cells whose content is not taken, formulas and error values; the texts of them are empty.
    """

    path: str
    sheet: str
    reading: str
    lines: tuple[Line, ...]
    refused: "tuple[Problem, ...]" = ()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that cannot be taken as it is.

    Attributes:
        row: from 1; 0 where it is about the whole file or a whole column.
        column: from 1; 0 where it is about a whole row.
    """

    path: str
    sheet: str
    row: int
    column: int
    message: str
    hint: str = ""

    @property
    def place(self) -> Sentence:
        """Say where: `answers.xlsx, sheet “Data”, row 3, column F`."""
        return place_of(self.path, self.sheet, self.row, self.column)


def place_of(path: str, sheet: str = "", row: int = 0, column: int = 0) -> Sentence:
    """Say where something stands; what is empty or 0 is left out."""
    place = Sentence("{path}, sheet “{sheet}”", path=path, sheet=sheet) if sheet else Sentence(path)
    if row:
        place = Sentence("{place}, row {row}", place=place, row=row)
    return Sentence("{place}, column {column}", place=place, column=column_letter(column)) if column else place


def column_letter(number: int) -> str:
    """Return a spreadsheet's name of a column: 1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
