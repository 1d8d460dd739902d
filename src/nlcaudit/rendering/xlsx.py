"""Report → Excel workbook: the words on one sheet, each table on its own, the steps as a table to fill in.

No cell is ever a formula: what somebody wrote that begins with `=` stays text.
"""

from io import BytesIO

from openpyxl import Workbook

from nlcaudit.rendering.archives import rewritten
from nlcaudit.rendering.settings import Setting
from nlcaudit.rendering.sheets import Book
from nlcaudit.report.views import Report


def render(report: Report, setting: Setting) -> bytes:  # noqa: ARG001 - rows to work with have no look
    """Render a workbook. The same report gives the same bytes."""
    workbook = Workbook()
    Book(workbook, report).write()
    buffer = BytesIO()
    workbook.save(buffer)
    return rewritten(buffer.getvalue())
