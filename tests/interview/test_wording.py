"""What is said, in English and in French, and that every sentence is there in both."""

from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from interview.making import after, begun

import nlcaudit
from nlcaudit.interview import render
from nlcaudit.interview.events import Reason, Refused
from nlcaudit.interview.sentences import INVITATIONS, PROMPTS, REFUSALS
from nlcaudit.interview.state import Awaited

ROOT = Path(nlcaudit.__file__).parent
CATALOGUE = ROOT / "locale" / "fr" / "LC_MESSAGES"
ROOMS = ("interview", "prompts", "sitting", "engagement_texts")


def said(state, *lines):
    state, events = after(state, *lines)
    return [paragraph.text for event in events for paragraph in render(event, state)]


def sentences():
    found = [
        entry for room in ROOMS for entry in extract_from_dir(ROOT / room, keywords={"text": None, "plural": (1, 2)})
    ]
    return {message[0] if isinstance(message, tuple) else message for _, _, message, _, _ in found}


def test_the_french_catalogue_holds_every_sentence_of_the_questionnaire():
    with (CATALOGUE / "interview.po").open("rb") as file:
        french = read_po(file)
    ours = {message.id[0] if isinstance(message.id, tuple) else message.id: message for message in french if message.id}
    assert sentences() - set(ours) == set()  # those around it share the catalogue; tests/text keeps that exact
    assert [name for name, message in ours.items() if not all(message.string) or message.fuzzy] == []


def test_the_french_sentences_hold_the_same_wildcards():
    with (CATALOGUE / "interview.po").open("rb") as file:
        wrong = [(message.id, str(error)) for message, errors in read_po(file).check() for error in errors]
    assert wrong == []


def test_the_compiled_catalogue_is_the_written_one():
    with (CATALOGUE / "interview.po").open("rb") as file:
        write_mo(compiled := BytesIO(), read_po(file, locale="fr"))
    assert compiled.getvalue() == (CATALOGUE / "interview.mo").read_bytes()


def test_every_refusal_and_every_request_has_its_sentence():
    assert set(REFUSALS) == set(get_args(Reason))
    assert set(INVITATIONS) | {"command", "more-note"} == set(get_args(Awaited))
    assert set(PROMPTS) | {"command"} == set(get_args(Awaited))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_refusal_can_be_said_at_a_question_and_in_the_review(trees, language):
    for state in (begun(trees, language=language), begun(trees, *("1" * 6), language=language)):
        for why in get_args(Reason):
            (paragraph,) = render(Refused(why, "{x}"), state)
            assert paragraph.text.strip()


def test_a_question_is_shown_with_its_number_its_levels_and_nothing_preset(trees):
    assert said(begun(trees), "1") == [
        "Recorded, O1: 1 Grade 1.",
        "",
        "Question 2 of 6 · O2 · Orchards · Trees",
        "",
        "How is tree 2?",
        "",
        "0 Grade 0: Tree 2 bears 0 pears.",
        "1 Grade 1: Tree 2 bears 1 pears.",
        "2 Grade 2: Tree 2 bears 2 pears.",
        "3 Grade 3: Tree 2 bears 3 pears.",
        "",
    ]


def test_a_question_that_has_an_answer_shows_it_with_all_that_was_said_beside(trees):
    shown = said(
        begun(trees), "2", "b", "c 3", "f", "t One", "t two", "e A list", "-", "2026-11-12", "-", "2", "-", "l", "l"
    )
    assert shown[-5:] == [
        "Your answer: 2 Grade 2. Confidence: high. Flagged to come back to.",
        "Note: One",
        "two",
        "Evidence: A list · 12 November 2026 · a document says so",
        "",
    ]


def test_the_review_lists_what_is_open_and_what_was_flagged(trees):
    assert said(begun(trees), "2", "f", "d", "s", "n Not here at all.", "s", "s") == [
        "",
        "Review: this was the last question.",
        "",
        "3 of 6 questions have an answer.",
        "With a level: 1. Don't know, outside our powers or does not apply: 2.",
        "",
        "Without an answer:",
        "O3  How is tree 3?",
        "O5  How is tree 5?",
        "O6  How is tree 6?",
        "",
        "Flagged to come back to:",
        "O2  How is tree 2?",
        "",
        "Type a code to go to that question, j for the next without an answer, q to finish.",
    ]


def test_a_text_that_is_missing_in_the_language_names_the_one_it_is_in(trees):
    state = begun(trees, language="fr")
    assert said(state, "w")[1:3] == ["Pourquoi cette question", "Trees differ."]


def test_switching_the_language_switches_questions_and_interface_at_once(trees):
    assert said(begun(trees), "l")[1] == "Question 1 sur 6 · O1 · Orchards · Trees"


def test_no_score_is_ever_shown(trees):
    everything = " ".join(said(begun(trees, "3", "3", "3"), *"333", "b", "?"))
    assert "%" not in everything
    assert "score" not in everything.lower()
