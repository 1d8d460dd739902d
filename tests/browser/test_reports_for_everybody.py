"""Reports that nobody is shut out of: axe-core in every light, the Nu checker, and pages under strain."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from browser.driving import POLICY
from forms.making import form_of
from npm import installed
from report.ferry import ferry, report_of
from report.paper import faults, pages_of
from report.reading import render_html
from report.strained import cases, strained

from nlcaudit.forms.page import render_page
from nlcaudit.forms.paper import render_paper
from nlcaudit.loader import load_engagement
from nlcaudit.loader.themes import load_theme, shipped_theme
from nlcaudit.publishing import Order, composed
from nlcaudit.rendering import Setting, render

HERE = Path(__file__).parent
PORT_AZUR, BEFORE = (Path(__file__).parents[2] / "examples" / name for name in ("port-azur", "port-azur-2025"))
OF_POLICY = "violates Content Security Policy"
"""This checker says so of every picture and data block inside a page, whatever is allowed; what Chromium stops, it
logs, and the tests in it see that it logs nothing."""
DESK = {"width": 1200}
TELEPHONE = {"width": 320}
SHEET = {"width": 690, "media": "print"}  # A4 between the margins
LIGHTS = [
    {"name": "light", "axe": True, **DESK},
    {"name": "dark", "axe": True, "scheme": "dark", **DESK},
    {"name": "telephone", "axe": True, **TELEPHONE},
    {"name": "forced colours", "axe": True, "forced": True, **DESK},
    {"name": "print", "axe": True, **SHEET},
]
WINDOWS = [{"name": f"{width} wide", "width": width} for width in (480, 768, 820, 870, 1024)]
STRAINS = [{"name": "desk", **DESK}, {"name": "telephone", **TELEPHONE}, {"name": "print", **SHEET}]
THEME = """\
schema: nlcaudit/theme/1
colours: {light: {accent: "#7a1f5c", one: "#00695c"}, dark: {accent: "#f3a6d8"}}
logo: {file: arms.svg, alternative: {en: Coat of arms}}
footer: {en: "City Hall, 1 Harbour Street"}
"""
ARMS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'


@pytest.fixture(scope="module")
def look(chromium, tmp_path_factory):
    """Open pages in one browser, each in every setting; return what was found."""
    node = shutil.which("node") or pytest.skip("node was not found: reports were not judged in a browser")
    installed(HERE, "reports in a browser")
    folder = tmp_path_factory.mktemp("look")

    def run(pages, settings, **wanted):
        order = folder / "order.json"
        asked = {"chromium": chromium, "pages": [str(page) for page in pages], "settings": settings, **wanted}
        order.write_text(json.dumps(asked), "utf-8")
        ended = subprocess.run(
            [node, HERE / "report.mjs", order], capture_output=True, text=True, check=False, timeout=1800
        )
        assert ended.returncode == 0, ended.stderr[-3000:]
        return json.loads(ended.stdout)

    return run


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Both editions in both languages and from right to left; with a theme, a radar, an earlier wave, a view."""
    folder = tmp_path_factory.mktemp("reports")
    made = {
        f"{edition}-{language}": render_html(report_of(ferry(), edition=edition, language=language))
        for edition in ("short", "full")
        for language in ("en", "fr", "x-rtl")
        if (edition, language) != ("full", "en")  # as those with a theme and a radar are
    }
    (folder / "theme.yaml").write_text(THEME, "utf-8")
    (folder / "arms.svg").write_text(ARMS, "utf-8")
    theme = load_theme(folder).value
    said = {"logo": theme.logo.alternative, "footer": theme.footer}
    made["themed"] = render("html", report_of(ferry(), edition="full", **said), Setting(theme))
    loaded = load_engagement(PORT_AZUR)
    made["radar"] = render_html(report_of(loaded.engagement, loaded.toolkit, edition="full", radar=True))
    then = load_engagement(BEFORE)
    orders = {
        "earlier": Order(folder, "html", "fr", earlier=(then.toolkit, then.engagement)),
        "view": Order(folder, "html", "en", view="local"),
    }
    made |= {
        name: page for name, order in orders.items() for _, page in composed(loaded.toolkit, loaded.engagement, order)
    }
    for name, page in made.items():
        (folder / f"{name}.html").write_text(page, "utf-8")
    return [folder / f"{name}.html" for name in made]


@pytest.mark.browser
def test_axe_finds_nothing_in_any_light_language_or_edition(look, reports):
    told = look(reports, LIGHTS)
    assert told["found"] == []
    assert told["judged"] == len(reports) * len(LIGHTS)
    assert told["checks"] > 20 * told["judged"]
    assert told["requests"] == told["errors"] == []


@pytest.mark.browser
def test_no_table_is_wider_than_a_window_of_any_width(look, reports):
    """The narrowest at which tables are tables is the one at which they would be too wide."""
    told = look(reports, WINDOWS)
    assert told["found"] == []
    assert told["measured"] == len(reports) * len(WINDOWS)


@pytest.mark.browser
def test_axe_and_the_rule_would_find_what_is_wrong(look, tmp_path):
    """Else the test above could pass on a page that nobody looked at."""
    page = tmp_path / "wrong.html"
    wrong = "<img src='data:,'><p>" + "w" * 400 + "</p><h6>Too deep</h6></main>"
    spoilt = POLICY.sub("", render_html(report_of(ferry()))).replace("overflow-wrap: anywhere", "")
    page.write_text(spoilt.replace("</main>", wrong), "utf-8")
    told = " ".join(look([page], LIGHTS[2:3])["found"])
    for fault in ("image-alt", "heading-order", "too wide", "wider than its box"):
        assert fault in told


@pytest.mark.java
def test_the_nu_checker_finds_neither_errors_nor_warnings(reports, tmp_path):
    java = shutil.which("java") or pytest.skip("no Java was found (Debian: default-jre-headless): HTML was not checked")
    jar = installed(HERE, "the Nu checker") / "vnu-jar/build/dist/vnu.jar"
    (tmp_path / "form.html").write_bytes(render_page(form_of()))
    (tmp_path / "paper.html").write_bytes(render_paper(form_of(), "fr"))
    (tmp_path / "wrong.html").write_text("<!doctype html><html lang=en><title>x</title><p><div></p>", "utf-8")
    pages = [*reports, tmp_path / "form.html", tmp_path / "paper.html", tmp_path / "wrong.html"]
    # The words of the language for tests are English, whatever it is called: what they sound like is not asked.
    command = [java, "-Xss8m", "-jar", jar, "--no-langdetect", "--format", "json", "--stdout", *pages]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    told = json.loads(ended.stdout)["messages"]
    assert [one for one in told if "wrong.html" in one["url"]]
    assert [one for one in told if "wrong.html" not in one["url"] and OF_POLICY not in one["message"]] == []


def _headings(report):
    for section in report.sections:
        yield str(section.heading)
        for block in section.blocks:
            if block.kind in ("table", "questions"):
                yield str(block.title)
            if block.kind == "questions":
                yield from (f"{question.code} {question.text}" for question in block.entries)


@pytest.mark.browser
def test_nothing_breaks_a_page_on_the_screen_in_print_or_in_the_pdf(look, tmp_path):
    """No overflow, no text over other text, no blank page, no heading at the foot of a page."""
    made = {}
    for number, name in enumerate(cases(tmp_path)):
        page = tmp_path / f"{number}.html"
        made[name] = (page, strained(tmp_path / str(number), name, "full"))
        page.write_text(render_html(made[name][1]), "utf-8")
    told = look([page for page, _ in made.values()], STRAINS, printed=["A4"])
    found = list(told["found"])
    for name, (page, report) in made.items():
        pdf = page.with_suffix(".pdf")
        pdf.write_bytes(render("pdf", report, Setting(shipped_theme())))
        for path in (pdf, Path(f"{page}.A4.pdf")):
            found += [f"{name}, {path.name}: {fault}" for fault in faults(pages_of(path), list(_headings(report)))]
    assert found == []
    assert told["measured"] == len(made) * len(STRAINS)
