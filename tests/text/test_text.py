"""Texts in several languages."""

import pytest

from nlcaudit.text import LocalizedText, direction, preference

TEA = LocalizedText.of({"en": "Tea", "fr": "Thé"})


def test_a_text_is_spoken_in_the_first_language_that_it_has():
    spoken = TEA.spoken(["de", "fr", "en"])
    assert (spoken.text, spoken.language) == ("Thé", "fr")


def test_a_missing_translation_says_which_language_it_fell_back_to():
    assert TEA.spoken(["de"]).language == "en"


def test_a_plain_text_speaks_every_language():
    assert LocalizedText.of("Chai").get("fr") == "Chai"
    assert LocalizedText.of("Chai").spoken(["fr"]).language == "fr"


def test_a_text_that_is_shown_is_its_words():
    assert str(TEA.spoken(["fr"])) == "Thé"


def test_a_region_falls_back_to_its_language_and_then_to_the_others():
    assert preference("fr-CA", ["en", "fr", "ar"]) == ("fr-CA", "fr", "en", "ar")


@pytest.mark.parametrize("language", ["ar", "ar-MA", "fa", "he", "ur-PK", "x-rtl"])
def test_languages_written_from_right_to_left(language):
    assert direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "fr-CA", "x-test", "arn"])
def test_languages_written_from_left_to_right(language):
    assert direction(language) == "ltr"
