"""The blocks of a report as paragraphs and tables of a Word document."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Emu, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph

from nlcaudit.charts import write_key
from nlcaudit.rendering.widths import longest_word, shared_out
from nlcaudit.rendering.wordcells import keep_together, keep_whole, repeat, shade
from nlcaudit.rendering.wordruns import add_run
from nlcaudit.rendering.wordstyles import BODY, LEAD, NOTE, REPLY, TITLE, usable_width
from nlcaudit.report.phrases import NOTHING, Phrase, joined, plain
from nlcaudit.report.shapes import Chart
from nlcaudit.report.views import (
    Block,
    Bullets,
    Column,
    Fact,
    Facts,
    Findings,
    Key,
    Prose,
    Questions,
    Replies,
    ReplyView,
    Report,
    Row,
    Section,
    Steps,
    Table,
)
from nlcaudit.theme import shade_of

LOGO = Mm(14)
GRID = "Table Grid"
LABELS = 0.22
"""Share of the width for what names the rows of a step's table."""
UNDER = 0.4
"""Share of the width for a chart under words."""
SHARES = {"chart": 2.0, "number": 1.2, "name": 2.4, "text": 2.0}
"""How the width of a table is shared out among its columns, by their kind."""
CROWDED = 6
"""Columns beyond which words have to be small, so that none is broken."""
SHARES_OF_MANY = {"chart": 1.6, "number": 1.3, "name": 3.4, "text": 2.0}
"""The same in a crowded table, whose names are whole questions."""
SHARES_OF_SHADES = {**SHARES, "name": 1.5}
"""The same in a heatmap: its heads are the long words, its names are groups."""
HEAD_OF_MANY, WORDS_OF_MANY = Pt(7), Pt(8)
CELL_MARGINS = Pt(12)
"""Left and right of the words in a cell."""
FILLED = 0.92
"""Share of a cell's width that a picture takes; the rest is the cell's own margin."""
SIGNS = {"bar": "▬", "bounds": "├─┤"}
"""Of the keys that a picture draws as lines; those of the sides are as everywhere."""
ROLES = {"lead": LEAD, "note": NOTE, "": None}


@dataclass(frozen=True)
class Writer:
    """Writes one report into a document that has its styles.

    Attributes:
        pictures: of every chart.
        shades: of a heatmap, the lightest first.
    """

    document: Document
    report: Report
    pictures: Mapping[Chart, bytes]
    shades: Sequence[str]

    @cached_property
    def style_ids(self) -> Mapping[str, str]:
        """The id of every style of the document, by its name."""
        return {style.name: style.style_id for style in self.document.styles if style.name}

    def head(self, logo: bytes | None) -> None:
        """Write what stands over the sections."""
        report = self.report
        if logo:
            shape = self.document.add_picture(BytesIO(logo), height=LOGO)
            shape._inline.docPr.set("descr", str(report.logo))  # noqa: SLF001 - python-docx has no alternative texts
        self._say(report.notice, NOTE)
        for mark in report.marks:
            self._say(mark, TITLE)
        self._fill(self.document.add_heading(level=1), report.city)
        self._say(report.subject, LEAD)
        self._say(report.facts, NOTE)
        self._say(report.alert, REPLY)

    def section(self, section: Section) -> None:
        """Write a heading and its blocks."""
        self._fill(self.document.add_heading(level=section.level), section.heading)
        for block in section.blocks:
            self._block(block)

    def foot(self) -> None:
        """Write the last lines."""
        self._say(self.report.footer, NOTE)
        self._say(self.report.colophon, NOTE)

    # -- words -------------------------------------------------------------------------------------------------

    def _fill(self, paragraph: Paragraph, phrase: Phrase, *, bold: bool | None = None) -> Paragraph:
        for run in phrase.runs:
            add_run(paragraph, run, self.report.direction, bold=bold)
        return paragraph

    def _paragraph(self, style: str | None = None) -> Paragraph:
        paragraph = self.document.add_paragraph()
        if style:  # by its id: python-docx looks through every style for a name
            paragraph._p.style = self.style_ids[style]  # noqa: SLF001
        return paragraph

    def _say(self, phrase: Phrase, style: str | None = None, *, with_next: bool | None = None) -> None:
        if phrase:
            paragraph = self._fill(self._paragraph(style), phrase)
            paragraph.paragraph_format.keep_with_next = with_next

    def _fact(self, paragraph: Paragraph, fact: Fact) -> None:
        self._fill(paragraph, fact.label)
        paragraph.add_run(f"{self.report.colon} ")
        self._fill(paragraph, fact.value)

    # -- blocks ------------------------------------------------------------------------------------------------

    def _block(self, block: Block) -> None:
        writers: Mapping[str, Callable[[Any], None]] = {
            "prose": self._prose, "bullets": self._bullets, "facts": self._facts, "table": self._table,
            "findings": self._findings, "steps": self._steps, "questions": self._questions,
            "replies": self._replies,
        }  # fmt: skip
        writers[block.kind](block)

    def _prose(self, block: Prose) -> None:
        for paragraph in block.paragraphs:
            self._say(paragraph, ROLES[block.role])

    def _bullets(self, block: Bullets) -> None:
        for entry in block.entries:
            self._say(entry, "List Bullet")

    def _facts(self, block: Facts) -> None:
        for fact in block.entries:
            self._fact(self._paragraph("List Bullet"), fact)

    def _replies(self, block: Replies) -> None:
        for reply in block.entries:
            self._reply(reply)

    def _reply(self, reply: ReplyView) -> None:
        paragraph = self._fill(self._paragraph(REPLY), reply.heading, bold=True)
        paragraph.add_run().add_break()
        self._fill(paragraph, reply.text)

    def _legend(self, keys: Sequence[Key], how: Phrase) -> None:
        if keys:
            signs = [joined((plain(SIGNS.get(key.shape) or write_key(key.shape)), key.label), " ") for key in keys]
            self._say(joined(signs, " · "), NOTE)
        self._say(how, NOTE)

    def _table(self, block: Table) -> None:
        self._say(block.title, TITLE)
        if block.drawn:
            width = usable_width(self.document) * UNDER
            self._picture(self._paragraph(), block.drawn, f"{block.title}. {block.how}", width)
        shaded = any(cell.shade is not None for row in block.rows for cell in row.cells)
        table = self._grid(block.columns, SHARES_OF_SHADES if shaded else SHARES_OF_MANY)
        for row in block.rows:
            self._row(table, block, row)
        self._legend(block.keys, block.how)

    def _grid(self, columns: Sequence[Column], of_many: Mapping[str, float] = SHARES_OF_MANY) -> WordTable:
        crowded = len(columns) > CROWDED
        shares = of_many if crowded else SHARES
        size = HEAD_OF_MANY if crowded else BODY
        needs = [longest_word(str(column.label), size, CELL_MARGINS) for column in columns]
        table = self._cells(1, [shares[column.kind] for column in columns], GRID, needs)
        for column, cell in zip(columns, table.rows[0].cells, strict=True):
            for run in self._fill(cell.paragraphs[0], column.label, bold=True).runs:
                run.font.size = HEAD_OF_MANY if crowded else None
        repeat(table)
        return table

    def _cells(self, rows: int, shares: Sequence[float], style: str, needs: Sequence[float] = ()) -> WordTable:
        """Add a table whose columns share out the width."""
        table: WordTable = self.document.add_table(rows=rows, cols=len(shares), style=style)
        table.autofit = False
        widths = shared_out(usable_width(self.document), shares, needs or [0] * len(shares))
        for width, column in zip(widths, table.columns, strict=True):
            column.width = Emu(int(width))
            for cell in column.cells:
                cell.width = column.width
        if self.report.direction == "rtl":
            table._tblPr.append(OxmlElement("w:bidiVisual"))  # noqa: SLF001
        return table

    def _row(self, table: WordTable, block: Table, row: Row) -> None:
        made: WordRow = table.add_row()  # type: ignore[no-untyped-call]
        keep_whole(made._tr)  # noqa: SLF001 - python-docx cannot say it
        for column, cell, place in zip(block.columns, row.cells, made.cells, strict=True):
            paragraph = place.paragraphs[0]
            if cell.chart:
                self._picture(paragraph, cell.chart, _told(block, row), FILLED * (place.width or 0))
                continue
            self._fill(paragraph, cell.text, bold=row.head or None)
            if cell.note:
                paragraph.add_run().add_break()
                self._fill(paragraph, cell.note)
            if cell.shade is not None:
                shade(place._tc, self.shades[shade_of(cell.shade) - 1])  # noqa: SLF001 - python-docx has no shading
            if column.kind == "number":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            for run in paragraph.runs if len(block.columns) > CROWDED else ():
                run.font.size = WORDS_OF_MANY

    def _picture(self, paragraph: Paragraph, chart: Chart, told: str, width: float) -> None:
        shape = paragraph.add_run().add_picture(BytesIO(self.pictures[chart]), width=Emu(int(width)))
        shape._inline.docPr.set("descr", told)  # noqa: SLF001 - python-docx has no alternative texts

    def _findings(self, block: Findings) -> None:
        self._legend(block.keys, block.how)
        for finding in block.entries:
            paragraph = self._paragraph()
            paragraph.paragraph_format.keep_together = True
            self._titled(paragraph, finding.title, finding.context)
            paragraph.add_run().add_break()
            self._fill(paragraph, finding.statement)
            if finding.chart:
                paragraph.add_run().add_break()
                self._picture(paragraph, finding.chart, str(finding.statement), usable_width(self.document) * UNDER)
            for reply in finding.replies:
                self._reply(reply)

    def _titled(self, paragraph: Paragraph, title: Phrase, context: Phrase) -> None:
        self._fill(paragraph, title, bold=True)
        if context:
            paragraph.add_run(" · ")
            self._fill(paragraph, context)

    def _steps(self, block: Steps) -> None:
        for step in block.entries:
            paragraph = self._paragraph()
            self._fill(paragraph, step.rank, bold=True)
            paragraph.add_run("  ")
            self._titled(paragraph, step.action, step.context)
            paragraph.paragraph_format.keep_with_next = True
            self._say(step.about, NOTE, with_next=True)
            table = self._cells(0, (LABELS, 1 - LABELS), GRID)
            pairs = [(fact.label, fact.value) for fact in step.facts] + ([(step.blank, NOTHING)] if step.blank else [])
            for label, value in pairs:
                self._pair(table, label, value)
            keep_together(table)
            self._say(step.case, NOTE)

    def _pair(self, table: WordTable, label: Phrase, value: Phrase) -> None:
        row: WordRow = table.add_row()  # type: ignore[no-untyped-call]
        keep_whole(row._tr)  # noqa: SLF001
        name, said = row.cells
        self._fill(name.paragraphs[0], label)
        self._fill(said.paragraphs[0], value)

    def _questions(self, block: Questions) -> None:
        self._fill(self.document.add_heading(level=4), block.title)
        for question in block.entries:
            heading = self._fill(self.document.add_heading(level=5), question.code)
            heading.add_run(" ")
            self._fill(heading, question.text)
            for fact in (*question.levels, *question.facts):
                self._fact(self._paragraph("List Bullet"), fact)
            for reply in question.replies:
                self._reply(reply)


def _told(block: Table, row: Row) -> str:
    """Say in words what the chart of a row shows: the cells beside it, each with the name of its column."""
    pairs = zip(block.columns[1:], row.cells[1:], strict=True)
    said = [f"{column.label} {cell.text}" for column, cell in pairs if cell.text and not cell.chart]
    return f"{row.cells[0].text}: " + "; ".join(said)
