"""Report → Excel workbook: the words on one sheet, each table on its own, the steps as a table to fill in.

No cell is ever a formula: what somebody wrote that begins with `=` stays text.
"""

from io import BytesIO

from openpyxl import Workbook

from nlcaudit.rendering.archives import rewritten
from nlcaudit.rendering.settings import Setting
from nlcaudit.rendering.sheets import Book
from nlcaudit.report.views import Report
from nlcaudit.theme import shades


def render(report: Report, setting: Setting) -> bytes:
    """Render a workbook. The same report gives the same bytes."""
    workbook = Workbook()
    Book(workbook, report, setting.paper, shades(setting.theme.colours["light"])).write()
    buffer = BytesIO()
    workbook.save(buffer)
    return rewritten(buffer.getvalue())
