"""Nobody's text becomes markup, in HTML or in Markdown."""

from collections import Counter
from functools import cache
from itertools import count, pairwise

import mistune
import pytest
from markdown_it import MarkdownIt
from report.ferry import ferry, report_of, toolkit
from report.hostile import CORPUS, made, swapping
from report.reading import Elements, render_html, render_markdown
from selectolax.lexbor import LexborHTMLParser

from nlcaudit.report import Options, build_report
from nlcaudit.scoring import score

SHIFTS = range(len(CORPUS))
READERS = (
    MarkdownIt("commonmark", {"html": True}).enable("table"),
    MarkdownIt("gfm-like", {"html": True, "linkify": False}),
)


ANOTHER = mistune.create_markdown(renderer="ast", plugins=["table", "strikethrough", "footnotes"])
"""A renderer that shares no code with the other two."""


def report(folder, swap, language="en"):
    kit, engagement = made(folder, swap)
    options = Options(language, "full", "draft", engagement.file.date)
    return build_report(kit, engagement.file, score(kit, engagement), options)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The report whose texts begin at one place of the corpus."""
    return cache(lambda shift: report(tmp_path_factory.mktemp("hostile") / "kit", swapping(shift)))


@pytest.fixture(scope="module")
def benign(tmp_path_factory):
    numbers = count()
    return report(tmp_path_factory.mktemp("benign") / "kit", lambda _: f"Plain words {next(numbers)}")


def tokens(page: str, reader: MarkdownIt) -> Counter[str]:
    found: Counter[str] = Counter()
    for token in reader.parse(page):
        found[token.type] += 1
        found.update(inner.type for inner in token.children or () if inner.type not in {"text", "text_special"})
    return found


def kinds(found: list[dict]) -> Counter[str]:
    """Count what the other renderer found, whatever lies in it."""
    counted: Counter[str] = Counter()
    for token in found:
        counted += kinds(token.get("children") or [])
        counted[token["type"]] += token["type"] not in {"text", "blank_line"}
    return counted


def elements(page: str) -> Counter[tuple[str, ...]]:
    """Count elements as a third parser of HTML sees them, beside Python’s and a browser’s."""
    nodes = LexborHTMLParser(page).root.traverse()
    return Counter((node.tag, *sorted(node.attributes)) for node in nodes if node.tag != "wbr")


def test_there_are_at_least_sixty_hostile_texts_and_no_two_alike():
    assert len(set(CORPUS)) == len(CORPUS) >= 60


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_texts_yield_no_element_attribute_or_address(hostile, benign, shift):
    page, expected = Elements(render_html(hostile(shift))), Elements(render_html(benign))
    assert page.elements == expected.elements
    assert page.addresses == expected.addresses
    assert page.declared == []
    assert elements(render_html(hostile(shift))) == elements(render_html(benign))


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_texts_yield_no_markdown(hostile, benign, shift):
    page, expected = render_markdown(hostile(shift)).replace("<!-- -->", ""), render_markdown(benign)
    for reader in READERS:
        assert tokens(page, reader) == tokens(expected, reader)
    assert kinds(ANOTHER(page)) == kinds(ANOTHER(expected))


def test_every_hostile_text_that_can_be_seen_is_printed_as_it_is(hostile):
    page = "".join(render_html(hostile(shift)) for shift in range(0, len(CORPUS), 9))
    assert "&lt;script&gt;document.title=" in page
    assert "{{ 7 * 7 }}" in page
    assert "&amp;lt;script&amp;gt;" in page
    assert "\u202e" not in page


@pytest.mark.parametrize("language", ["en", "fr", "x-rtl"])
@pytest.mark.parametrize("edition", ["short", "full"])
def test_the_page_is_built_as_the_accessibility_rules_want_it(edition, language):
    page = Elements(render_html(report_of(ferry(), edition=edition, language=language)))
    names = [tag for tag, _ in page.tree]
    attributes = {name for _, given in page.tree for name in given}
    assert not {name for name in attributes if name.startswith("on") or name in {"style", "src"}}
    assert names.count("h1") == names.count("main") == names.count("header") == names.count("footer") == 1
    assert "script" not in names
    ids = [given["id"] for _, given in page.tree if "id" in given]
    assert len(ids) == len(set(ids))
    assert {given["aria-labelledby"] for _, given in page.tree if "aria-labelledby" in given} <= set(ids)
    assert {address.removeprefix("#") for address in page.addresses} <= set(ids)
    written = {"lang": "und-x-rtl", "dir": "rtl"} if language == "x-rtl" else {"lang": language, "dir": "ltr"}
    assert page.tree[0] == ("html", written)
    assert page.tree[names.index("body") + 1] == ("a", {"class": "skip", "href": "#content"})
    assert all(given.get("aria-hidden") == "true" for tag, given in page.tree if tag == "svg")
    assert all(given.get("scope") in {"row", "col"} for tag, given in page.tree if tag == "th")
    assert names.count("table") == names.count("caption") == names.count("thead")
    foreign = [given for tag, given in page.tree if tag == "span" and "lang" in given]
    assert all(given["dir"] in {"ltr", "rtl"} for given in foreign)
    assert bool(foreign) == (language == "x-rtl")


@pytest.mark.parametrize("edition", ["short", "full"])
def test_no_heading_skips_a_level(edition):
    page = Elements(render_html(report_of(ferry(), edition=edition)))
    levels = [int(tag[1]) for tag, _ in page.tree if tag[0] == "h" and tag[1:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_text_in_another_language_carries_it():
    page = Elements(render_html(report_of(ferry(), language="fr")))
    assert {given.get("lang") for tag, given in page.tree if tag == "span"} == {None}
    kit = toolkit("kitchen")
    engagement = ferry().__class__(None, ())
    spans = Elements(render_html(report_of(engagement, kit))).tree
    assert ("span", {"lang": "de", "dir": "ltr"}) in spans


def test_numbers_keep_their_order_where_the_text_runs_from_right_to_left():
    page = render_html(report_of(ferry(), language="x-rtl", edition="full"))
    assert '<html lang="und-x-rtl" dir="rtl">' in page
    assert '<bdi dir="ltr">71.1</bdi>' in page
    assert '<span lang="en" dir="ltr">Timetable</span>' in page


def test_a_colon_keeps_the_space_that_the_language_puts_before_it():
    assert "- Pilotage\u202f: Capitainerie\n" in render_markdown(report_of(ferry(), language="fr"))
    assert "- Lead: Harbour office\n" in render_markdown(report_of(ferry()))
