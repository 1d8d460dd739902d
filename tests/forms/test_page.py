"""The offline page as a file: one, small, and shut to everything that did not come with it."""

import base64
import hashlib
import json
import re

import pytest
from forms.making import form_of
from report.reading import Elements

from nlcaudit.forms.page import render_page
from nlcaudit.forms.page_words import WORDS
from nlcaudit.messages import Messages

ELEMENT = re.compile(r'<script type="application/json" id="content">(.*?)</script>', re.DOTALL)
LIMIT = 120_000


def page(**wished) -> str:
    return render_page(form_of(**wished)).decode("utf-8")


def hashed(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("languages", [("en",), ("fr",), ("en", "fr")])
def test_the_full_version_is_at_most_120_kilobytes(languages):
    form = form_of(depth="full", languages=languages)
    assert sum(1 for _ in form.questions) == 48
    assert len(render_page(form)) <= LIMIT


def test_script_and_style_are_let_in_by_their_hashes_and_nothing_else_is():
    text = page()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    [script] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert f"script-src 'sha256-{hashed(script)}';" in policy
    assert f"style-src 'sha256-{hashed(style)}';" in policy
    assert policy.startswith("default-src 'none'; connect-src 'none'; ")
    assert "unsafe" not in policy


def test_the_file_names_no_address_and_has_no_element_that_loads():
    read = Elements(page())
    assert read.addresses == []
    assert {tag for tag, _ in read.tree} <= {
        "html", "head", "meta", "title", "style", "body", "div", "noscript", "p", "script",
    }  # fmt: skip
    assert not re.search(
        r"innerHTML|document\.write|eval\(|fetch\(|XMLHttpRequest|new Function|https?://", page(depth="quick")
    )


def test_the_content_cannot_end_its_element():
    text = "</script><script>document.title='owned'</script><!--\u2028"
    form = form_of(consent={"en": text})
    found = ELEMENT.search(render_page(form).decode())[1]
    assert "<" not in found
    assert json.loads(found)["consent"][0][0][1][0].startswith("</script><script>")


def test_the_same_form_is_the_same_bytes():
    assert render_page(form_of()) == render_page(form_of())


def test_every_sentence_is_used_by_the_script_and_every_used_one_is_there():
    script = re.search(r"<script>(.*?)</script>", page(), re.DOTALL)[1]
    outside = {"old", "noScript"}
    used = set(re.findall(r'"(\w+)"', script)) | set(re.findall(r"\.(notSaid)\b", script))
    assert set(WORDS) - outside - used == set()
    assert set(re.findall(r'\bw\("(\w+)"', script)) <= set(WORDS)


def test_french_fills_in_the_same_places():
    for message in WORDS.values():
        places = sorted(re.findall(r"\{\w+\}", message))
        assert sorted(re.findall(r"\{\w+\}", Messages("forms", "fr").verbatim(message))) == places
