"""Markdown: a questionnaire that GitHub, a mail program and a linter can read, with boxes to mark."""

import re

from forms.making import form_of
from markdown_it import MarkdownIt

from nlcaudit.forms.writing import render_markdown

BOX = re.compile(r"^- \[ \] (\S+) ", re.MULTILINE)


def page(language: str = "en", **wished):
    return render_markdown(form_of(**wished), language).decode("utf-8")


def test_each_question_has_a_box_for_each_answer_and_none_is_marked():
    form, text = form_of(), page(groups=())
    questions = text.split("\n### ")[1:]
    assert [part.split(".")[0] for part in questions] == [question.code for question in form.questions]
    for part in questions:
        assert BOX.findall(part) == ["0", "1", "2", "3", "d", "o", "n"]
    assert "[x]" not in text.split("## T ·")[1]


def test_the_consent_text_comes_before_the_first_question():
    text = page("fr")
    assert text.index("Avant de répondre") < text.index("Votre groupe") < text.index("### T1.")


def test_a_single_group_is_marked():
    assert "- [x] youth-work: " in page(groups=("youth-work",))


def test_it_is_markdown_as_it_was_meant():
    tokens = MarkdownIt("commonmark").parse(page())
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings.count("h1") == 1
    assert headings.count("h3") == 18 + 1
    assert [token for token in tokens if token.type == "html_block"] == [tokens[0]]
