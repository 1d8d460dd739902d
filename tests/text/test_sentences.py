"""Sentences that can be said in another language."""

import copy
import pickle

import pytest

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.messages import tell
from nlcaudit.sentences import NOTHING, Sentence, counted


def test_a_sentence_is_its_english_text():
    said = Sentence("there is no {what} “{name}”", what="group", name="x")
    assert said == "there is no group “x”"
    assert {said: 1}["there is no group “x”"] == 1
    assert sorted([said, "a"]) == ["a", said]


def test_without_values_braces_stay_as_they_are():
    assert Sentence("write {a: b}") == "write {a: b}"
    assert tell(Sentence("write {a: b}"), "fr") == "write {a: b}"


def test_a_value_is_never_taken_for_a_template():
    assert Sentence("{name} is unknown", name="{0.__class__}") == "{0.__class__} is unknown"


@pytest.mark.parametrize(("number", "expected"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_a_number_chooses_the_form(number, expected):
    assert counted("{number} file", "{number} files", number) == expected


def test_a_list_is_joined_with_commas():
    assert Sentence("one of: {words}", words=["a", "b"]) == "one of: a, b"


def test_a_sentence_is_told_in_the_language_with_what_it_holds():
    inner = did_you_mean("trsut", ["trust"])
    assert tell(inner, "fr") == "vouliez-vous dire «\u202ftrust\u202f»\u202f?"
    outer = Sentence("hint: {advice}", advice=inner)
    assert tell(outer, "fr-CA") == "conseil\u202f: vouliez-vous dire «\u202ftrust\u202f»\u202f?"


def test_what_is_not_translated_stays_english():
    assert tell(Sentence("nobody has translated {this}", this="me"), "fr") == "nobody has translated me"
    assert tell("plain {text}", "fr") == "plain {text}"
    assert tell(NOTHING, "fr") == ""


def test_french_counts_nothing_in_the_singular():
    assert [tell(counted("{number} error", "{number} errors", n), "fr") for n in (0, 1, 2)] == [
        "0 erreur",
        "1 erreur",
        "2 erreurs",
    ]


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301
def test_a_copy_can_be_told_too(again):
    assert tell(again(did_you_mean("trsut", ["trust"])), "fr") == "vouliez-vous dire «\u202ftrust\u202f»\u202f?"
