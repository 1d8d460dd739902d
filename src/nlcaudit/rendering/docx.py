"""Report → Word document: real headings, lists and tables that can be edited, pictures with their words beside them."""

from io import BytesIO

from docx import Document

from nlcaudit.rendering.archives import rewritten
from nlcaudit.rendering.pictures import pictures
from nlcaudit.rendering.wordblocks import Writer
from nlcaudit.rendering.wordstyles import prepare
from nlcaudit.report.views import Report


def render(report: Report, paper: str = "a4") -> bytes:
    """Render a document; `paper` is `a4` or `letter`. The same report gives the same bytes."""
    document = Document()
    prepare(document, report, paper)
    writer = Writer(document, report, pictures(report))
    writer.head()
    for section in report.sections:
        writer.section(section)
    writer.foot()
    buffer = BytesIO()
    document.save(buffer)
    return rewritten(buffer.getvalue())
