"""What python-docx cannot say of tables: shading, rows that stay whole, tables that stay together."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table


def shade(cell: Any, colour: str) -> None:  # noqa: ANN401 - an element of lxml
    """Give a cell a background."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour.removeprefix("#").upper())
    cell.get_or_add_tcPr().append(shading)


def repeat(table: Table) -> None:
    """Let the first row stand on every page that the table reaches."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    keep_whole(table.rows[0]._tr)  # noqa: SLF001


def keep_together(table: Table) -> None:
    """Put all rows of a table on one page."""
    for row in table.rows[:-1]:
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True


def keep_whole(row: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Never break a row between two pages."""
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
