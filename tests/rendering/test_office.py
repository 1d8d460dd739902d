"""Reports as Word documents and Excel workbooks: what an office program finds in them."""

import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook
from pypdf import PdfReader
from report.ferry import ferry, report_of
from report.hostile import CORPUS, made, swapping

from nlcaudit.loader.themes import shipped_theme
from nlcaudit.rendering import Setting, render
from nlcaudit.report import Options, build_report
from nlcaudit.report.views import Steps, Table
from nlcaudit.scoring import score

SHIFTS = range(0, len(CORPUS), 6)


def office(name, report) -> bytes:
    return render(name, report, Setting(shipped_theme()))


def full():
    return report_of(ferry(replies=[{"side": "shore", "text": "We see it otherwise."}]), edition="full")


def words_of(path) -> str:
    """All words of a document, those in tables too."""
    return "\n".join(Paragraph(p, None).text for p in Document(path).element.body.iter(qn("w:p")))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    def report(shift):
        kit, engagement = made(tmp_path_factory.mktemp("kit") / "kit", swapping(shift))
        options = Options("en", "full", "draft", engagement.file.date)
        return build_report(kit, engagement.file, score(kit, engagement), options)

    return report


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory):
    program = shutil.which("soffice") or pytest.skip("no LibreOffice was found: Word and Excel files were not reopened")
    profile = tmp_path_factory.mktemp("profile")

    def saved(path, kind):
        """Open a file, save it again, return the new one."""
        out = path.parent / "saved"
        subprocess.run(
            [program, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind,
             "--outdir", out, path],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        return out / f"{path.stem}.{kind}"

    return saved


# -- Word --------------------------------------------------------------------------------------------------------


def test_headings_of_a_document_are_those_of_the_report():
    report, document = full(), Document(BytesIO(office("docx", full())))
    found = [(p.text, int(p.style.name[-1])) for p in document.paragraphs if p.style.name.startswith("Heading")]
    wanted = [(str(report.city), 1), *((str(s.heading), s.level) for s in report.sections)]
    assert [heading for heading in found if heading in wanted] == wanted
    levels = [level for _, level in found]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_of_the_report_is_a_table_whose_first_row_is_repeated():
    report, document = full(), Document(BytesIO(office("docx", full())))
    tables = {str(block.title): block for s in report.sections for block in s.blocks if isinstance(block, Table)}
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    for block in tables.values():
        labels = [str(column.label) for column in block.columns]
        same = [table for table, head in zip(document.tables, heads, strict=True) if head == labels]
        assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in same)
        assert len(block.rows) + 1 in [len(table.rows) for table in same]


def test_a_step_stays_on_one_page():
    document = Document(BytesIO(office("docx", full())))
    steps = [block for s in full().sections for block in s.blocks if isinstance(block, Steps)]
    tables = [table for table in document.tables if table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is None]
    assert len(tables) == sum(len(block.entries) for block in steps) > 0
    for table in tables:
        kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
        assert kept == [True] * (len(kept) - 1) + [None]
        assert Paragraph(table._tbl.getprevious(), document).paragraph_format.keep_with_next


def test_no_word_over_a_column_is_broken(port_azur, libreoffice, tmp_path):
    """In French, whose words are the longer ones, with an earlier wave, whose tables are the crowded ones."""
    path = tmp_path / "report.docx"
    path.write_bytes(office("docx", port_azur("fr", "full", earlier=True)))
    heads = [cell.text for table in Document(path).tables if table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
             for cell in table.rows[0].cells]  # fmt: skip
    written, printed = (
        Counter(re.findall(r"[\w’-]+", text))
        for text in (
            words_of(path),
            "\n".join(page.extract_text() for page in PdfReader(libreoffice(path, "pdf")).pages),
        )
    )
    words = {word for head in heads for word in re.findall(r"[\w’-]+", head)}
    assert len(words) > 20
    assert {word: written[word] for word in words if printed[word] < written[word]} == {}


def test_every_picture_says_in_words_what_it_shows():
    document = Document(BytesIO(office("docx", full())))
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told
    assert all(told)
    assert any("Score" in text for text in told)


def test_a_document_says_its_language_and_direction():
    from dataclasses import replace

    document = Document(BytesIO(office("docx", replace(full(), language="ar", direction="rtl"))))
    normal = document.styles["Normal"].element
    assert normal.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar"
    assert normal.pPr.find(qn("w:bidi")) is not None
    assert all(table._tblPr.find(qn("w:bidiVisual")) is not None for table in document.tables)


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_texts_are_words_of_a_document(hostile, shift):
    report = hostile(shift)
    document = Document(BytesIO(office("docx", report)))
    assert str(report.city) in [paragraph.text for paragraph in document.paragraphs]
    with ZipFile(BytesIO(office("docx", report))) as archive:
        assert not [name for name in archive.namelist() if "embed" in name or "vba" in name.lower()]
        links = [archive.read(name) for name in archive.namelist() if name.endswith("rels")]
        assert not [link for link in links if b'TargetMode="External"' in link]


# -- Excel -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shift", SHIFTS)
def test_no_cell_is_ever_a_formula(hostile, shift):
    workbook = load_workbook(BytesIO(office("xlsx", hostile(shift))))
    kinds = {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    links = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == []


def test_numbers_are_numbers_and_the_tables_are_sheets_of_their_own():
    report, workbook = full(), load_workbook(BytesIO(office("xlsx", full())))
    tables = [block for s in report.sections for block in s.blocks if isinstance(block, Table)]
    heads = [[cell.value for cell in sheet[1]] for sheet in workbook]
    for block in tables:
        shown = [at for at, column in enumerate(block.columns) if column.kind != "chart"]
        labels = [str(block.columns[at].label) for at in shown]
        same = [sheet for sheet, head in zip(workbook, heads, strict=True) if head == labels]
        assert len(block.rows) + 1 in [sheet.max_row for sheet in same]
    numbers = [cell.value for sheet in workbook for row in sheet.iter_rows(min_row=2) for cell in row
               if cell.data_type == "n" and cell.value is not None]  # fmt: skip
    assert numbers
    assert all(isinstance(number, int | float) for number in numbers)


def test_numbers_and_what_stands_over_or_between_them_are_set_to_the_right(port_azur):
    report = port_azur("en", "full")
    workbook = load_workbook(BytesIO(office("xlsx", report)))
    sheet = next(sheet for sheet in workbook if "Answers given" in [cell.value for cell in sheet[1]])
    block = next(block for section in report.sections for block in section.blocks if isinstance(block, Table)
                 and "Answers given" in [str(column.label) for column in block.columns])  # fmt: skip
    kinds = {str(column.label): column.kind for column in block.columns}
    for column in sheet.iter_cols():
        wanted = "right" if kinds[column[0].value] == "number" else None
        assert [cell.alignment.horizontal for cell in column] == [wanted] * len(column)
    assert {"number", "text"} <= set(kinds.values())


@pytest.mark.parametrize(("paper", "number"), [("a4", 9), ("letter", 1)])
def test_a_workbook_is_printed_on_the_paper_that_is_asked_for(paper, number):
    workbook = load_workbook(BytesIO(render("xlsx", full(), Setting(shipped_theme(), paper=paper))))
    assert {int(sheet.page_setup.paperSize) for sheet in workbook} == {number}
    assert all(sheet.sheet_properties.pageSetUpPr.fitToPage for sheet in workbook)


def test_every_step_is_a_row_with_what_is_said_of_it():
    report, workbook = full(), load_workbook(BytesIO(office("xlsx", full())))
    rows = [[cell.value for cell in row] for sheet in workbook for row in sheet.iter_rows()]
    for block in (block for section in report.sections for block in section.blocks if isinstance(block, Steps)):
        for step in block.entries:
            assert any(str(step.action) in row and str(step.facts[0].value) in row for row in rows)


def test_names_of_sheets_are_short_different_and_allowed(hostile):
    workbook = load_workbook(BytesIO(office("xlsx", hostile(0))))
    names = workbook.sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


# -- opened and saved by an office program -----------------------------------------------------------------------


def test_libreoffice_opens_and_saves_a_document_with_everything_in_it(libreoffice, tmp_path):
    path = tmp_path / "report.docx"
    path.write_bytes(office("docx", full()))
    before, after = Document(path), Document(libreoffice(path, "docx"))
    assert [p.text for p in after.paragraphs if p.text] == [p.text for p in before.paragraphs if p.text]
    assert len(after.tables) == len(before.tables)
    assert len(after.inline_shapes) == len(before.inline_shapes)


def test_libreoffice_opens_and_saves_a_workbook_with_everything_in_it(libreoffice, tmp_path):
    path = tmp_path / "report.xlsx"
    path.write_bytes(office("xlsx", full()))

    def cells(file):
        return [[(cell.value, cell.data_type) for cell in row if cell.value is not None]
                for sheet in load_workbook(file) for row in sheet.iter_rows()]  # fmt: skip

    assert [row for row in cells(libreoffice(path, "xlsx")) if row] == [row for row in cells(path) if row]
