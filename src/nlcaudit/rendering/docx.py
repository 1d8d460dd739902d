"""Report → Word document: real headings, lists and tables that can be edited, pictures with their words beside them."""

from io import BytesIO

from docx import Document

from nlcaudit.rendering.archives import rewritten
from nlcaudit.rendering.pictures import logo_picture, pictures
from nlcaudit.rendering.settings import Setting
from nlcaudit.rendering.wordblocks import Writer
from nlcaudit.rendering.wordstyles import prepare
from nlcaudit.rendering.wordtemplate import TEMPLATE, filled
from nlcaudit.report.views import Report
from nlcaudit.theme import shades


def render(report: Report, setting: Setting) -> bytes:
    """Render a document, or fill in somebody's own template. The same report gives the same bytes."""
    if setting.templates is not None and (setting.templates / TEMPLATE).is_file():
        return rewritten(filled(report, setting.templates / TEMPLATE))
    document = Document()
    prepare(document, report, setting)
    writer = Writer(document, report, pictures(report, setting.theme), shades(setting.theme.colours["print"]))
    writer.head(logo_picture(setting.theme))
    for section in report.sections:
        writer.section(section)
    writer.foot()
    buffer = BytesIO()
    document.save(buffer)
    return rewritten(buffer.getvalue())
