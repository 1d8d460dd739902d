"""The styles of a Word document, its language, its pages, and what it says of itself."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from nlcaudit.rendering.settings import Setting
from nlcaudit.rendering.wordruns import alike
from nlcaudit.report.views import Report

PAPERS = {"a4": (Mm(210), Mm(297)), "letter": (Mm(215.9), Mm(279.4))}
MARGIN = Mm(18)
LONGEST = 255
"""Characters that a property of a document may have."""
BODY, SMALL, LARGE = Pt(10), Pt(9), Pt(12)
HEADINGS = {1: Pt(24), 2: Pt(16), 3: Pt(13), 4: Pt(11.5), 5: Pt(10)}
FONT = "Calibri"
NOTE, LEAD, TITLE, REPLY = "Report note", "Report lead", "Report title", "Report reply"


def prepare(document: Document, report: Report, setting: Setting) -> None:
    """Set the paper, the styles, the language, the running foot and the properties of a new document."""
    _page(document, setting.paper)
    colours = {name: RGBColor.from_string(code[1:].upper()) for name, code in setting.theme.colours["print"].items()}
    _fonts(document, report, (*setting.theme.fonts, FONT)[0], colours["accent"])
    _own_styles(document, colours["soft"])
    properties = document.core_properties
    properties.title, properties.language = report.title[:LONGEST], report.language
    properties.author = properties.last_modified_by = "nlcaudit"
    properties.comments = ""
    properties.keywords = report.stamp


def usable_width(document: Document) -> int:
    """The width between the margins, in EMU."""
    section = document.sections[0]
    return Emu((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))


def _page(document: Document, paper: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAPERS[paper]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    number = section.footer.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _fonts(document: Document, report: Report, family: str, accent: RGBColor) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = family, BODY
    normal.paragraph_format.space_after = Pt(5)
    properties = normal.element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    for name in ("w:val", "w:bidi") if report.direction == "rtl" else ("w:val",):
        language.set(qn(name), report.language)
    properties.append(language)
    alike(normal, BODY, bold=None)
    if report.direction == "rtl":
        properties.append(OxmlElement("w:rtl"))
        normal.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for level, size in HEADINGS.items():
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.color.rgb = family, size, accent
        style.element.rPr.rFonts.set(qn("w:ascii"), family)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(4)
        style.paragraph_format.keep_with_next = True
        alike(style, size, bold=True)


def _own_styles(document: Document, soft: RGBColor) -> None:
    note = _style(document, NOTE)
    note.font.size, note.font.color.rgb = SMALL, soft
    alike(note, SMALL, bold=None)
    lead = _style(document, LEAD)
    lead.font.size = LARGE
    alike(lead, LARGE, bold=None)
    title = _style(document, TITLE)
    title.font.bold = True
    alike(title, None, bold=True)
    title.paragraph_format.keep_with_next = True
    reply = _style(document, REPLY)
    reply.paragraph_format.left_indent = Mm(6)
    reply.paragraph_format.keep_together = True


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):  # what add_style makes of a paragraph's type
        raise TypeError(name)
    style.base_style = document.styles["Normal"]
    return style
