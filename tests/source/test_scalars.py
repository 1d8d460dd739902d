"""Plain scalars mean what YAML 1.2 says, not what PyYAML would make of them."""

import pytest

from nlcaudit.source import read_document


def value_of(plain: str) -> object:
    document, found = read_document(f"a: {plain}\n".encode(), "a.yaml")
    assert found == []
    assert document is not None
    return document.data["a"]


@pytest.mark.parametrize("plain", ["no", "No", "NO", "yes", "on", "off", "y", "n"])
def test_norway_and_its_neighbours_are_texts(plain):
    assert value_of(plain) == plain


@pytest.mark.parametrize(
    "plain", ["12:30", "1:2:3", "2026-11-14", "2026-11-14T10:00:00Z", "1_000", "0b101", "0777_1", "<<", "="]
)
def test_times_dates_underscores_and_merges_are_texts(plain):
    assert value_of(plain) == plain


@pytest.mark.parametrize(
    ("plain", "value"),
    [("0123", 123), ("0o17", 15), ("0x1F", 31), ("+12", 12), ("-0", 0), ("19999999999999999999", 19999999999999999999)],
)
def test_integers(plain, value):
    assert value_of(plain) == value
    assert isinstance(value_of(plain), int)


@pytest.mark.parametrize(
    ("plain", "value"), [("1.10", 1.1), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("-1.5E-2", -0.015)]
)
def test_floats(plain, value):
    assert value_of(plain) == value
    assert isinstance(value_of(plain), float)


@pytest.mark.parametrize("plain", ["true", "True", "TRUE"])
def test_true_has_three_spellings(plain):
    assert value_of(plain) is True


@pytest.mark.parametrize("plain", ["", "~", "null", "Null", "NULL"])
def test_nothing_has_five_spellings(plain):
    assert value_of(plain) is None


@pytest.mark.parametrize(
    "plain", ["tRue", "nULL", ".inf", "-.INF", ".nan", "1e999", "0o8", "0xG", "1.2.3", "-", "+", "e3", "9" * 41]
)
def test_what_is_no_number_of_ours_stays_text(plain):
    assert value_of(plain if plain != "-" else "'-'") == plain


@pytest.mark.parametrize("quoted", ['"no"', "'12'", '"true"', "'~'", '"0x1F"'])
def test_quotes_make_a_text_of_anything(quoted):
    assert value_of(quoted) == quoted[1:-1]


def test_a_merge_key_is_an_ordinary_key():
    document, found = read_document(b"base: &base {a: 1}\nmore:\n  <<: *base\n", "a.yaml")
    assert found == []
    assert document.data["more"] == {"<<": {"a": 1}}
