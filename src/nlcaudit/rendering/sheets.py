"""A report as the sheets of a workbook: its words in order; tables, steps and questions as rows to sort."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from nlcaudit.rendering.paragraphs import paragraphs
from nlcaudit.rendering.settings import Paper
from nlcaudit.report.phrases import NOTHING, Phrase, joined, plain
from nlcaudit.report.views import Block, Fact, Questions, Report, Section, Steps, Table
from nlcaudit.theme import shade_of

WORDS, NARROW, WIDE = 95, 14, 48
"""Widths of columns, in characters."""
LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
FONT = "Calibri"
HEAD = PatternFill("solid", fgColor="E6EAEE")
UNDER = Border(bottom=Side("thin", color="C9CED4"))
FILLED = 0.9
"""Words break lines before their end."""
PLAIN, LINE = 11, 1.36
"""Size of letters, in points, and height of a line in sizes."""
SIZES = {1: 18, 2: 14, 3: 12}
PAPERS = {"a4": Worksheet.PAPERSIZE_A4, "letter": Worksheet.PAPERSIZE_LETTER}
LONG = 30
"""A column with a longer text than this is a wide one."""


@dataclass
class Book:
    """Fills a workbook with one report.

    Attributes:
        paper: on which it is printed.
        shades: of a heatmap, the lightest first.
    """

    workbook: Workbook
    report: Report
    paper: Paper
    shades: Sequence[str]
    names: set[str] = field(default_factory=set)

    def write(self) -> None:
        """Write every sheet."""
        properties = self.workbook.properties
        properties.title, properties.language, properties.creator = self.report.title, self.report.language, "nlcaudit"
        properties.keywords = self.report.stamp
        first = self.workbook.active
        if not isinstance(first, Worksheet):  # what a new workbook holds
            raise TypeError(first)
        first.title = self._name(self.report.city)
        self._words(first)
        for section in self.report.sections:
            for block in section.blocks:
                self._rows(section, block)

    # -- words -------------------------------------------------------------------------------------------------

    def _words(self, sheet: Worksheet) -> None:
        self._towards(sheet)
        sheet.column_dimensions["A"].width = WORDS
        for row, (text, level) in enumerate(self._said(), start=1):
            cell = _put(sheet, row, 1, text)
            size = SIZES.get(level, PLAIN)
            cell.font = Font(name=FONT, bold=bool(level), size=size)
            sheet.row_dimensions[row].height = _height([(str(text), WORDS * PLAIN / size)], size)
        self._fit(sheet, "portrait")

    def _said(self) -> Iterator[tuple[Phrase, int]]:
        report = self.report
        yield report.notice, 0
        yield from ((mark, 3) for mark in report.marks)
        yield report.city, 1
        yield from ((text, 0) for text in (report.subject, report.facts, report.alert) if text)
        for section in report.sections:
            yield NOTHING, 0
            yield section.heading, section.level
            for block in section.blocks:
                yield from ((text, 0) for text in paragraphs(block, report.colon))
        yield NOTHING, 0
        yield from ((text, 0) for text in (report.footer, report.colophon) if text)

    # -- rows --------------------------------------------------------------------------------------------------

    def _rows(self, section: Section, block: Block) -> None:
        if isinstance(block, Table):
            rows = [[cell.text if not cell.note else joined((cell.text, cell.note), " · ") for cell in row.cells]
                    for row in block.rows]  # fmt: skip
            shown = [at for at, column in enumerate(block.columns) if column.kind != "chart"]
            sheet = self._sheet(section.heading, [block.columns[at].label for at in shown],
                                [[row[at] for at in shown] for row in rows])  # fmt: skip
            _align(sheet, [block.columns[at].kind == "number" for at in shown])
            self._shade(sheet, [[row.cells[at].shade for at in shown] for row in block.rows])
        elif isinstance(block, Steps):
            self._steps(section, block)
        elif isinstance(block, Questions):
            entries = [(entry.code, entry.text, (*entry.levels, *entry.facts)) for entry in block.entries]
            labels = _labels(facts for _, _, facts in entries)
            self._sheet(block.title, [NOTHING, block.title, *map(plain, labels)],
                        [[code, text, *_values(facts, labels)] for code, text, facts in entries])  # fmt: skip

    def _shade(self, sheet: Worksheet, rows: Sequence[Sequence[Fraction | None]]) -> None:
        for at, row in enumerate(rows, start=2):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    colour = self.shades[shade_of(value) - 1].removeprefix("#").upper()
                    sheet.cell(at, column).fill = PatternFill("solid", fgColor=colour)

    def _steps(self, section: Section, block: Steps) -> None:
        labels = _labels(step.facts for step in block.entries)
        blank = next((step.blank for step in block.entries if step.blank), NOTHING)
        head = [NOTHING, section.heading, NOTHING, *map(plain, labels), *([blank] if blank else [])]
        rows = [[step.rank, step.action, step.context, *_values(step.facts, labels), *([NOTHING] if blank else [])]
                for step in block.entries]  # fmt: skip
        self._sheet(section.heading, head, rows)

    def _sheet(self, name: Phrase, head: Sequence[Phrase], rows: Sequence[Sequence[Phrase]]) -> Worksheet:
        sheet: Worksheet = self.workbook.create_sheet(self._name(name))
        self._towards(sheet)
        widths = [WIDE if max((len(str(row[at])) for row in rows), default=0) > LONG else _narrow(label)
                  for at, label in enumerate(head)]  # fmt: skip
        for column, label in enumerate(head, start=1):
            cell = _put(sheet, 1, column, label)
            cell.font, cell.fill = Font(name=FONT, bold=True), HEAD
            sheet.column_dimensions[get_column_letter(column)].width = widths[column - 1]
        sheet.row_dimensions[1].height = _height(zip(map(str, head), widths, strict=True))
        for row, texts in enumerate(rows, start=2):
            sheet.row_dimensions[row].height = _height(zip(map(str, texts), widths, strict=True))
            for column, text in enumerate(texts, start=1):
                _put(sheet, row, column, text).border = UNDER
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        self._fit(sheet, "landscape")
        return sheet

    def _fit(self, sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
        """Print it as wide as the paper and as long as it is."""
        setup = sheet.page_setup
        setup.paperSize = PAPERS[self.paper]
        setup.orientation, setup.fitToWidth, setup.fitToHeight = orientation, 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def _towards(self, sheet: Worksheet) -> None:
        sheet.sheet_view.rightToLeft = self.report.direction == "rtl"

    def _name(self, wanted: Phrase) -> str:
        """Return a name that a sheet may have and none has yet."""
        base = FORBIDDEN.sub(" ", str(wanted)).strip(" '")[:LONGEST_NAME] or "–"
        name, number = base, 1
        while name.casefold() in self.names:
            number += 1
            name = f"{base[: LONGEST_NAME - len(str(number)) - 1]} {number}"
        self.names.add(name.casefold())
        return name


def _narrow(label: Phrase) -> int:
    """Return a width at which no word of a head is broken, if it is not too long a word."""
    return min(WIDE, max(NARROW, max(map(len, str(label).split()), default=0) + 3))


def _height(texts: Iterable[tuple[str, float]], size: int = PLAIN) -> float:
    """Give a row room for its longest wrapped text, in points: not every program does so when it opens a file."""
    lines = max((ceil(len(text) / (width * FILLED)) for text, width in texts), default=1)
    return max(lines, 1) * size * LINE


def _align(sheet: Worksheet, numbers: Sequence[bool]) -> None:
    """Set columns of numbers to the right, heads and dashes too, and keep them off the words that follow."""
    for column, of_numbers in enumerate(numbers, start=1):
        for row in range(1, sheet.max_row + 1) if of_numbers else ():
            sheet.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top", horizontal="right", indent=1)


def _put(sheet: Worksheet, row: int, column: int, phrase: Phrase) -> SheetCell:
    """Write a number as a number and everything else as text, never as a formula."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, SheetCell):  # a merged one, of which there are none
        raise TypeError(cell)
    if phrase.value is not None:
        cell.value = float(phrase.value)
        decimals = -int(phrase.value.as_tuple().exponent)
        cell.number_format = "0" + ("." + "0" * decimals if decimals else "")
    elif phrase:
        cell.value = str(phrase)
        cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _labels(entries: "Iterator[Sequence[Fact]]") -> list[str]:
    return list(dict.fromkeys(str(fact.label) for facts in entries for fact in facts))


def _values(facts: Sequence[Fact], labels: Sequence[str]) -> list[Phrase]:
    said = {str(fact.label): fact.value for fact in facts}
    return [said.get(label, NOTHING) for label in labels]
