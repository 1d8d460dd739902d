"""Reports as PDF: pages, tags, words."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from report.ferry import ferry, report_of
from report.hostile import CORPUS, made, swapping

from nlcaudit.loader.themes import shipped_theme
from nlcaudit.rendering import Setting, render
from nlcaudit.rendering.glyphs import printable
from nlcaudit.report import Options, build_report
from nlcaudit.scoring import score


def read(report, paper="a4") -> PdfReader:
    return PdfReader(BytesIO(render("pdf", report, Setting(shipped_theme(), paper))))


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).replace("\u200b", "").split())


def titles(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from titles(entry)
        else:
            yield entry.title


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("earlier", [False, True])
def test_the_short_edition_of_the_example_city_has_two_pages(port_azur, language, paper, size, earlier):
    pdf = read(port_azur(language, earlier=earlier), paper)
    assert len(pdf.pages) == 2
    assert tuple(round(side) for side in pdf.pages[0].mediabox[2:]) == size


@pytest.mark.parametrize("edition", ["short", "full"])
def test_a_pdf_is_tagged_titled_and_says_its_language(port_azur, edition):
    pdf = read(port_azur("fr", edition))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr"
    assert pdf.metadata.title.startswith("Port-Azur")
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data() or b"<pdfuaid:part>1<" in root["/Metadata"].get_data()
    assert "/CreationDate" not in pdf.metadata or "1970" in pdf.metadata["/CreationDate"]


def test_a_pdf_asks_for_nothing_and_runs_nothing(port_azur):
    made = render("pdf", port_azur("en", "full"), Setting(shipped_theme()))
    for word in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/SubmitForm"):
        assert word not in made


def test_every_page_has_its_number_and_the_outline_has_every_chapter(port_azur):
    report = port_azur("en", "full")
    pdf = read(report)
    for number, page in enumerate(pdf.pages, start=1):
        assert f"{number} / {len(pdf.pages)}" in page.extract_text()
    chapters = [str(section.heading) for section in report.sections if section.level == 2]
    assert [title for title in titles(pdf.outline) if title in chapters] == chapters


def test_what_the_page_says_the_pdf_says():
    text = words(read(report_of(ferry(), edition="full")))
    for section in report_of(ferry(), edition="full").sections:
        assert " ".join(str(section.heading).split()) in text


@pytest.mark.parametrize("shift", range(0, len(CORPUS), 6))
def test_hostile_texts_are_set_as_they_are_and_never_run(tmp_path, shift):
    kit, engagement = made(tmp_path / "kit", swapping(shift))
    options = Options("en", "full", "draft", engagement.file.date)
    report = build_report(kit, engagement.file, score(kit, engagement), options)
    pdf = read(report)
    annotations = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    assert all("/URI" not in note.get("/A", {}) for note in annotations)
    shown = printable(str(report.city)).replace("\u202f", " ")
    assert "".join(shown.split())[:20] in "".join(words(pdf).split())


def test_what_no_bundled_font_has_is_replaced_once_and_the_rest_stays():
    assert printable("Ça coûte 5\u202f€ – “vu” ≥ 3") == "Ça coûte 5\u202f€ – “vu” ≥ 3"
    assert printable("مرحبا Привет") == "مرحبا Привет"
    assert printable("a 😀😀 b 漢字 c") == "a \ufffd b \ufffd c"
    assert printable("✓ → é\ufe0f👍\U0001f3fd") == "✓ → é\ufffd"


def test_a_text_from_right_to_left_is_set_in_that_direction(port_azur):
    from dataclasses import replace

    from nlcaudit.report.phrases import plain

    report = replace(port_azur("en"), language="ar", direction="rtl", city=plain("ميناء أزرق 2026"))
    page = read(report).pages[0]
    assert page["/Contents"].get_data() != read(port_azur("en")).pages[0]["/Contents"].get_data()
    assert "2026" in page.extract_text()
