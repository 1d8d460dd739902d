"""Hints name what was probably meant."""

import pytest

from nlcaudit.diagnostics import Diagnostic, Rule, did_you_mean, has_errors


@pytest.mark.parametrize(
    ("word", "choices", "hint"),
    [
        ("trsut", ["trust", "capacity"], "did you mean “trust”?"),
        ("xyz", ["trust", "capacity"], "write one of: capacity, trust"),
        ("xyz", [f"choice-{n}" for n in range(20)], ""),
        ("xyz", [], ""),
    ],
)
def test_the_closest_word_else_all_when_they_are_few(word, choices, hint):
    assert did_you_mean(word, choices) == hint


def test_a_hint_of_ones_own_stands_where_no_word_is_close():
    assert did_you_mean("xyz", ["trust"], "look at the list") == "look at the list"


def test_diagnostics_sort_by_path_line_column_and_code():
    places = [
        ("b.yaml", 1, 1, "NLC101"),
        ("a.yaml", 10, 1, "NLC101"),
        ("a.yaml", 2, 9, "NLC102"),
        ("a.yaml", 2, 9, "NLC101"),
    ]
    made = [Diagnostic(*place, "error", "x") for place in places]
    assert [(d.path, d.line, d.column, d.code) for d in sorted(made)] == sorted(places)


def test_a_warning_is_no_error():
    warning = Rule("NLC999", "example", "warning", "Example.")
    assert not has_errors([warning.at((), "x")])
    assert has_errors([warning.at((), "x"), Rule("NLC998", "other", "error", "Other.").at((), "x")])
