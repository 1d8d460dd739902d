"""Bytes that are no document, and where each is said to be wrong."""

import pytest

from nlcaudit.source import Limits, read_document


def findings(raw, **limits):
    text = raw if isinstance(raw, bytes) else raw.encode()
    _, found = read_document(text, "a.yaml", Limits(**limits) if limits else None)
    return [(one.line, one.column, one.code) for one in found]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n", "~\n", "\ufeff"])
def test_a_file_without_a_value_is_empty(text):
    assert findings(text) == [(1, 1, "NLC002")]


def test_a_byte_order_mark_is_no_part_of_the_first_key():
    document, found = read_document("\ufeffschema: x\n".encode(), "a.yaml")
    assert (document.data, found) == ({"schema": "x"}, [])
    assert document.locate(("schema",), key=True).column == 1


def test_a_byte_order_mark_inside_a_text_is_refused():
    assert findings("a: 1\n\ufeffb: 2\n") == [(2, 1, "NLC004")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_other_encodings_of_unicode_are_refused(encoding):
    assert findings("a: é\n".encode(encoding)) == [(1, 1, "NLC001")]


def test_utf_16_that_does_not_say_so_is_refused_at_its_first_zero():
    assert findings("a: 1\n".encode("utf-16-le")) == [(1, 2, "NLC004")]


def test_latin_1_is_refused_at_the_first_byte_that_is_not_utf_8():
    assert findings("a: 1\nb: déjà\n".encode("latin-1")) == [(2, 5, "NLC001")]


def test_a_binary_file_is_refused():
    assert findings(b"\x89PNG\r\n\x1a\n\x00\x00") == [(1, 1, "NLC001")]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b"])
def test_a_control_character_is_refused_where_it_stands(character):
    assert findings(f"a: 1\nb: x{character}y\n") == [(2, 5, "NLC004")]


@pytest.mark.parametrize("escape", [r"\0", r"\e[31m", r"\ud800"])
def test_an_escape_cannot_smuggle_a_control_character_in(escape):
    assert findings(f'a: "{escape}"\n') == [(1, 4, "NLC004")]


def test_windows_line_ends_count_as_one():
    assert findings("a: 1\r\nb: 2\r\na: 3\r\n") == [(3, 1, "NLC006")]


@pytest.mark.parametrize("end", ["\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_of_yaml_counts(end):
    assert findings(f"a: 'x{end}y'\nb: 1\nb: 2\n") == [(4, 1, "NLC006")]


@pytest.mark.parametrize("text", ["a:\tb\n", "a: b\tc\n", "a: 1\t\n", "a:\n\tb: 1\n", "a:\n -\tb\n", "a: {b:\t1}\n"])
def test_a_tab_that_separates_is_refused(text):
    assert [code for _, _, code in findings(text)] == ["NLC007"]


@pytest.mark.parametrize("text", ["a: 'x\ty'\n", 'a: "x\ty"\n', "a: |\n  x\ty\n", "a: 1 # x\ty\n"])
def test_a_tab_inside_a_text_or_a_remark_is_none_of_our_business(text):
    assert findings(text) == []


def test_one_byte_more_than_the_limit_is_refused():
    text = "a: " + "x" * 96
    assert findings(text, size=99) == []
    assert findings(text + "x", size=99) == [(1, 1, "NLC003")]


def test_one_level_more_than_the_limit_is_refused():
    assert findings("a: {b: {c: 1}}", depth=3) == []
    assert findings("a: {b: {c: {d: 1}}}", depth=3) == [(1, 13, "NLC003")]


def test_a_tower_of_a_hundred_thousand_brackets_is_refused_at_once():
    assert findings("a: " + "[" * 100_000) == [(1, 44, "NLC003")]


def test_an_alias_bomb_is_refused_before_it_grows():
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20)
    )
    assert [code for _, _, code in findings(bomb)] == ["NLC003"]


def test_too_many_aliases_are_refused_even_when_each_is_small():
    assert findings("a: &a 1\nb: [*a, *a]\n", aliases=2) == []
    assert findings("a: &a 1\nb: [*a, *a, *a]\n", aliases=2) == [(2, 13, "NLC003")]


def test_the_first_of_two_equal_keys_is_named():
    _, [found] = read_document(b"a: 1\nb: 2\na: 3\n", "a.yaml")
    assert (found.message, found.excerpt) == ("“a” is already a key here, on line 1", "a: 3")


def test_a_duplicate_inside_an_alias_is_found_once():
    assert findings("a: &x {b: 1, b: 2}\nc: *x\nd: *x\n") == [(1, 14, "NLC006")]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: &x 1\n? [b]\n: 2\n", 2, 3), ("? \n: 1\n", 1, 2), ("a: 1\n? {b: 1}\n: 2\n", 2, 3), ("{[a]: 1}\n", 1, 2)],
)
def test_a_key_is_a_word(text, line, column):
    assert findings(text) == [(line, column, "NLC010")]


def test_an_anchor_on_a_key_can_be_used():
    document, found = read_document(b"&x a: 1\nb: *x\n", "a.yaml")
    assert (document.data, found) == ({"a": 1, "b": "a"}, [])


def test_mistakes_before_a_syntax_error_are_found_with_it():
    assert findings("a: 1\na: 2\nb: [\n") == [(2, 1, "NLC006"), (4, 1, "NLC005")]


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("a: b: c\n", 1, 5, "a colon where no key can stand"),
        ("a: 'x\n", 1, 4, "a quote that was opened is never closed"),
        ("a: 1\nb\n", 2, 1, "a line without a colon where a key was expected"),
        ("a: [1\nb: 2\n", 1, 4, "a bracket that is not closed, or a comma that is missing"),
        ("a:\n  - 1\n  b: 2\n", 3, 3, "a line inside a list that does not begin with “- ”"),
        ("a: 1\n  b: 2\n", 2, 4, "a colon where no key can stand"),
        ("a: - b\n", 1, 4, "a list entry where none can stand"),
        ("a: @b\n", 1, 4, "a character that cannot begin a value"),
        ("a: >x\n  b\n", 1, 5, "a folded or literal text that does not begin as one"),
        ('a: "\\q"\n', 1, 6, "an unknown escape in a double-quoted text"),
        ('a: "\\UFFFFFFFF"\n', 1, 7, "an unknown escape in a double-quoted text"),
        ("  a: 1\n b: 2\n", 2, 2, "a line that does not fit its neighbours"),
    ],
)
def test_a_syntax_error_is_explained_in_our_words(text, line, column, said):
    _, [found] = read_document(text.encode(), "a.yaml")
    assert (found.line, found.column, found.code, found.message) == (line, column, "NLC005", said)
    assert found.hint


def test_what_is_shown_of_a_line_fits_a_terminal():
    _, [found] = read_document(f"a: {{x: {'x' * 300}, x: 1}}\n".encode(), "a.yaml")
    assert len(found.excerpt) == 160
