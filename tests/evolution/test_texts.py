"""Whether two texts say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlcaudit.evolution.texts import difference, is_correction
from nlcaudit.text import LocalizedText


@pytest.mark.parametrize(("before", "after"), [
    ("The plan is public.", "the plan is public"),
    ("The mayor’s plan", "The mayor's plan"),
    ("A plan ; written", "A plan; written"),
    ("Partners recieve it", "Partners receive it"),
    ("The goverment agrees", "The government agrees"),
    ("Two  spaces\nand a line", "Two spaces and a line"),
])  # fmt: skip
def test_spelling_is_no_new_question(before, after):
    assert is_correction(before, after)


@pytest.mark.parametrize(("before", "after"), [
    ("The plan is not public", "The plan is now public"),
    ("The police may join", "The police must join"),
    ("A formal agreement", "An informal agreement"),
    ("A moral duty", "An amoral duty"),
    ("The local council", "The vocal council"),
    ("Under 10.5 million", "Under 105 million"),
    ("Fewer than < 5 people", "Fewer than > 5 people"),
    ("Since 2019", "Since 2018"),
    ("recieve goverment", "receive government"),
    ("The council meets", "The council meets monthly"),
])  # fmt: skip
def test_what_can_change_the_meaning_is_no_spelling(before, after):
    assert not is_correction(before, after)


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("Yes?", "Yes?", ("same", ())),
    ("Yes?", {"en": "Yes?"}, ("same", ())),
    ("Yes?", {"en": "Yes?", "fr": "Oui ?"}, ("translated", ("fr",))),
    ({"en": "Yes?", "fr": "Oui ?"}, {"en": "No?", "fr": "Non ?"}, ("reworded", ("en", "fr"))),
    ({"en": "Yes?", "fr": "Oui ?"}, {"fr": "Oui ?"}, ("reworded", ("en",))),
    ({"en": "Yes?"}, {"en": "yes"}, ("corrected", ("en",))),
])  # fmt: skip
def test_a_text_changes_where_its_source_does(old, new, expected):
    assert difference(LocalizedText.of(old), LocalizedText.of(new), "en") == expected


@given(st.text(min_size=1), st.text(min_size=1))
def test_what_is_a_correction_one_way_is_one_the_other_way(one, other):
    assert is_correction(one, other) == is_correction(other, one)
    assert is_correction(one, one)
