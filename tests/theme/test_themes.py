"""Themes: colours that can be told apart, logos that do nothing, templates that stay in their box."""

import base64
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from report.ferry import ferry, report_of

from nlcaudit.errors import UserError
from nlcaudit.loader.themes import load_theme, shipped_theme
from nlcaudit.rendering import Setting, render
from nlcaudit.theme import contrasts, ratio

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
BRANDED = """\
schema: nlcaudit/theme/1
colours:
  light: {accent: "#7a1f5c", one: "#00695c"}
  dark: {accent: "#F3A6D8"}
fonts: [Marianne]
logo: {file: logo.svg, alternative: {en: Coat of arms, fr: Armoiries}}
footer: {en: City Hall <b>, fr: Hôtel de ville}
"""


@pytest.fixture
def themed(tmp_path):
    def make(text, **files):
        (tmp_path / "theme.yaml").write_text(text, "utf-8")
        for name, content in files.items():
            path = tmp_path / name.replace("_", ".")
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_theme(tmp_path)

    return make


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_and_goes_from_1_to_21(one, other):
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21.0000001


def test_contrast_is_what_wcag_says():
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert ratio("#0000ff", "#ffffff") == pytest.approx(8.59, abs=0.005)


def test_everything_of_the_shipped_theme_can_be_told_apart():
    pairs = list(contrasts(shipped_theme().colours))
    assert len(pairs) == 30
    assert [pair for pair in pairs if pair.ratio < pair.least] == []


def test_paper_takes_what_marks_a_theme_from_the_light_mode_and_nothing_else(themed):
    theme = themed(BRANDED.replace("accent:", 'paper: "#fffff0", accent:', 1), logo_svg=SVG).value
    assert theme.colours["light"]["paper"] == "#fffff0"
    assert theme.colours["print"]["paper"] == "#ffffff"
    assert theme.colours["print"]["accent"] == theme.colours["light"]["accent"] == "#7a1f5c"
    assert theme.colours["dark"]["accent"] == "#f3a6d8"
    assert theme.colours["dark"]["one"] == shipped_theme().colours["dark"]["one"]


def test_a_colour_that_is_too_pale_is_refused_once_with_the_figures(themed):
    loaded = themed(BRANDED.replace("#7a1f5c", "#ddaacc"), logo_svg=SVG)
    assert loaded.value is None
    [found] = loaded.diagnostics
    assert found.message == "accent #ddaacc on paper #ffffff has a contrast of 1.96:1 (light)"
    assert found.hint == "make accent darker or lighter until it is at least 4.5:1"
    assert (found.line, found.column) == (3, 19)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("logo.svg", SVG.replace("<path", "<script>alert(1)</script><path"), "logo.svg holds “<script”"),
        ("logo.svg", SVG.replace("<path", '<path onclick="x()"'), "logo.svg holds “onclick”"),
        ("logo.svg", SVG.replace("<path", '<image href="https://evil.example/x.png"/><path'), 'holds “href="http”'),
        ("logo.svg", SVG.replace("<svg", '<!DOCTYPE x [<!ENTITY a "b">]><svg'), "logo.svg holds “<!entity”"),
        ("logo.svg", "just words", "logo.svg is no SVG picture"),
        ("logo.png", SVG, "logo.png is no PNG picture"),
        ("logo.png", PNG + bytes(100_000), "logo.png has 100070 bytes"),
    ],
)  # fmt: skip
def test_a_logo_is_a_small_picture_that_does_nothing(themed, name, content, said):
    loaded = themed(BRANDED.replace("logo.svg", name), **{name.replace(".", "_"): content})
    assert loaded.value is None
    [found] = loaded.diagnostics
    assert said in found.message


def test_a_logo_lies_beside_the_theme_and_nowhere_else(themed):
    [found] = themed(BRANDED.replace("logo.svg", "../../etc/passwd.svg")).diagnostics
    assert found.code == "NLC105"
    [found] = themed(BRANDED).diagnostics
    assert "logo.svg" in found.message
    assert found.code == "NLC802"


def setting(theme, templates=None):
    return Setting(theme, templates=templates)


def branded(themed, language="en"):
    theme = themed(BRANDED, logo_svg=SVG).value
    return theme, report_of(ferry(), language=language, logo=theme.logo.alternative, footer=theme.footer)


def test_a_page_carries_the_theme_and_asks_for_nothing(themed):
    theme, report = branded(themed)
    page = render("html", report, setting(theme))
    assert "--accent: #7a1f5c;" in page
    assert '--families: "Marianne", system-ui' in page
    assert f'<img class="logo" src="data:image/svg+xml;base64,{base64.b64encode(SVG.encode()).decode()}"' in page
    assert 'alt="Coat of arms"' in page
    assert "City Hall &lt;b&gt;" in page
    assert "img-src data:;" in page
    assert "img-src" not in render("html", report_of(ferry()), setting(shipped_theme()))


def test_the_footer_and_the_logo_are_in_every_format(themed):
    theme, report = branded(themed, "fr")
    assert "Hôtel de ville" in render("md", report, setting(theme))
    pdf = PdfReader(BytesIO(render("pdf", report, setting(theme))))
    assert "Hôtel de ville" in " ".join(page.extract_text() for page in pdf.pages)
    document = Document(BytesIO(render("docx", report, setting(theme))))
    assert "Hôtel de ville" in [paragraph.text for paragraph in document.paragraphs]
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "Armoiries"
    assert document.styles["Normal"].font.name == "Marianne"


def test_a_png_logo_is_taken_as_it_is(themed):
    theme = themed(BRANDED.replace("logo.svg", "logo.png"), logo_png=PNG).value
    report = report_of(ferry(), logo=theme.logo.alternative)
    assert "data:image/png;base64," in render("html", report, setting(theme))
    assert render("pdf", report, setting(theme)).startswith(b"%PDF")
    assert render("docx", report, setting(theme)).startswith(b"PK")


# -- templates of somebody else ----------------------------------------------------------------------------------


def own(tmp_path: Path, name: str, text: str) -> Setting:
    folder = tmp_path / "own"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return setting(shipped_theme(), folder)


def test_a_template_of_ones_own_takes_the_place_of_ours_and_the_rest_stays(tmp_path):
    given = own(tmp_path, "report.md.j2", "# {{ report.city }}\n\n{% import 'blocks.md.j2' as blocks %}\nIn short\n")
    assert render("md", report_of(ferry(city="<b>A*")), given) == "# \\<b\\>A\\*\n\nIn short\n"
    assert render("html", report_of(ferry()), given) == render("html", report_of(ferry()), setting(shipped_theme()))


def test_a_style_sheet_of_ones_own_keeps_the_theme_before_it(tmp_path):
    page = render("html", report_of(ferry()), own(tmp_path, "style.css", "h1 { color: var(--accent); }"))
    assert "h1 { color: var(--accent); }</style>" in page
    assert "--accent: #1d4f7c;" in page


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a\n{{ report.city.__class__ }}", 2, "unsafe"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", 1, "unsafe"),
        ("{{ report.sections.append }}", 1, "no attribute"),
        ("\n\n{{ report.nothing }}", 3, "nothing"),
        ("{% for x in y %}", 1, "endfor"),
        ("{% include '/etc/passwd' %}", 1, "/etc/passwd"),
        ("{% include '../theme.yaml' %}", 1, "theme.yaml"),
    ],
)
def test_a_template_that_is_wrong_or_reaches_out_is_refused_with_its_line(tmp_path, text, line, said):
    with pytest.raises(UserError) as raised:
        render("md", report_of(ferry()), own(tmp_path, "report.md.j2", text))
    assert said in raised.value.message
    assert raised.value.message.startswith(f"{tmp_path / 'own'}/report.md.j2:{line}: ") or "include" in text


def word(tmp_path, *paragraphs) -> Setting:
    folder = tmp_path / "own"
    folder.mkdir()
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(folder / "report.docx")
    return setting(shipped_theme(), folder)


def test_a_word_template_is_filled_and_no_text_is_lost_or_becomes_markup(tmp_path):
    given = word(tmp_path, "{{ report.city }}", "{%p for s in report.sections %}", "{{ s.heading }}", "{%p endfor %}")
    report = report_of(ferry(city="Fish & chips <w:b/> {{ 7*7 }}"))
    texts = [p.text for p in Document(BytesIO(render("docx", report, given))).paragraphs if p.text]
    assert texts == ["Fish & chips <w:b/> {{ 7*7 }}", *(str(section.heading) for section in report.sections)]
    assert render("docx", report, given) == render("docx", report, given)


def test_a_word_template_runs_in_the_sandbox(tmp_path):
    with pytest.raises(UserError, match="unsafe"):
        render("docx", report_of(ferry()), word(tmp_path, "{{ report.__class__.__mro__ }}"))


def test_what_is_no_word_document_is_refused(tmp_path):
    with pytest.raises(UserError, match="is no Word document"):
        render("docx", report_of(ferry()), own(tmp_path, "report.docx", "words"))
