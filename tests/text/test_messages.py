"""Numbers, dates and lists in the reader's language."""

from datetime import date
from fractions import Fraction

import pytest
from babel.dates import format_date
from babel.lists import format_list

from nlcaudit.messages import Messages, half_up

EN, FR = Messages("report", "en"), Messages("report", "fr")


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0.5, 0, "1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(1, 3), 1, "0.3"),
        (Fraction(5, 100), 1, "0.1"),
        (-0.5, 0, "-1"),
    ],
)
def test_halves_go_up_away_from_zero(value, decimals, expected):
    assert str(half_up(value, decimals)) == expected


def test_numbers_have_the_marks_of_their_language():
    assert (EN.number(Fraction(12345, 10), 1), FR.number(Fraction(12345, 10), 1)) == ("1,234.5", "1\u202f234,5")


def test_dates_are_written_in_full():
    assert (EN.date(date(2026, 11, 14)), FR.date(date(2026, 11, 14))) == ("14 November 2026", "14 novembre 2026")


def test_lists_end_with_an_and():
    assert (EN.listing(["a", "b", "c"]), FR.listing(["a", "b", "c"])) == ("a, b and c", "a, b et c")
    assert EN.listing([]) == ""


@pytest.mark.parametrize("month", range(1, 13))
def test_dates_are_as_cldr_writes_them(month):
    day = date(2026, month, month)
    assert [m.date(day) for m in (EN, FR)] == [format_date(day, "d MMMM y", locale=name) for name in ("en_GB", "fr")]


@pytest.mark.parametrize("entries", ["a", "ab", "abc", "abcd"])
def test_english_lists_are_as_cldr_joins_them(entries):
    assert EN.listing(list(entries)) == format_list(list(entries), locale="en_GB")


def test_a_language_without_a_catalogue_speaks_english():
    assert Messages("report", "x-rtl").text("nothing like this is in a catalogue: {what}", what=1).endswith(": 1")


def test_the_direction_comes_with_the_language():
    assert (EN.direction, Messages("report", "ar").direction) == ("ltr", "rtl")


@pytest.mark.parametrize("number", [0, 1, 2])
def test_none_is_never_told_as_one_where_the_language_has_one_form_for_both(number):
    said = FR.plural("one group", "{number} groups", number)
    assert said == ["0 groupes", "un groupe", "2 groupes"][number]
