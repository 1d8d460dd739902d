"""Words in a Word document: their language, their direction, and what scripts from right to left need to look alike."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from nlcaudit.report.phrases import Run
from nlcaudit.text import direction

MARK = "\u200e"
"""Is seen nowhere, and keeps a full stop at the end of a text from left to right on its right."""


def add_run(paragraph: Paragraph, run: Run, page: str, *, bold: bool | None) -> None:
    """Add a part of a sentence to a paragraph of a page that runs `ltr` or `rtl`."""
    towards = direction(run.language) if run.language else page
    turned = page == "rtl" and towards == "ltr"
    made = paragraph.add_run(f"{MARK}{run.text}{MARK}" if turned else run.text)
    made.bold = bold
    if run.language:
        language = OxmlElement("w:lang")
        language.set(qn("w:bidi" if towards == "rtl" else "w:val"), run.language)
        made._r.get_or_add_rPr().append(language)  # noqa: SLF001 - python-docx has no languages
    if towards == "rtl" and not run.number:
        made.font.rtl, made.font.cs_bold = True, bold


def alike(style: ParagraphStyle, size: Length | None, *, bold: bool | None) -> None:
    """Give words from right to left the size and the weight of the others, which Word keeps apart."""
    style.font.cs_bold = bold
    if size is not None:
        written = OxmlElement("w:szCs")
        written.set(qn("w:val"), str(round(size.pt * 2)))
        style.element.get_or_add_rPr().append(written)
