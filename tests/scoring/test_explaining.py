"""Every score can be explained: terms and weights that sum to it exactly."""

from fractions import Fraction

import pytest
from scoring.making import engagement, toolkit

from nlcaudit.errors import UserError
from nlcaudit.scoring.explaining import explain

KIT = toolkit("""
    sides: [n, l]
    groups: {m: n, y: l, s: l, w: null}
    weights: {sides: {n: 3}, groups: {y: 2}}
    frameworks: {trust: {t1: [a, {id: b, weight: 3}, {id: c, weight: 0}], t2: [d]}, other: {t3: [e]}}
""")
SHEETS = """
m: [{a: 3, b: 1, c: 3, d: 2}, {a: 2, b: 1, c: 3, d: 2}]
y: [{a: 0, b: 1, d: na, c: 0}]
s: [{a: 1, b: 3, c: 1, d: 0}]
w: [{a: 0, b: 2, c: 1, d: 3}]
"""


def explained(wanted, sheets=SHEETS, *, protect=False):
    return explain(KIT, engagement(KIT, sheets), wanted, protect=protect)


@pytest.mark.parametrize(
    ("wanted", "kind", "ids"),
    [
        ("trust", "themes", ["t1", "t2"]), ("t1", "questions", ["a", "b"]), ("a", "sides", ["l", "n", "none"]),
        ("a@l", "groups", ["s", "y"]), ("a@none", "groups", ["w"]), ("trust@l", "themes", ["t1", "t2"]),
        ("t1@y", "questions", ["a", "b"]), ("a@m", "ratings", ["2", "3"]),
    ],
)  # fmt: skip
def test_the_terms_sum_to_the_score(wanted, kind, ids):
    found = explained(wanted)
    assert (found.kind, sorted(term.id for term in found.terms)) == (kind, ids)
    assert sum(term.share for term in found.terms) == 1
    assert sum(term.share * term.measure.value for term in found.terms) == found.measure.value


@pytest.mark.parametrize("figure", ["lowest", "highest", "coverage", "lowest-applicable"])
def test_the_terms_of_bounds_and_coverage_sum_to_them_too(figure):
    missing = SHEETS.replace("b: 3", "b: dk").replace("d: 0", "d: dk")
    found = explained(f"trust/{figure}", missing)
    assert (found.kind, [term.id for term in found.terms]) == ("themes", ["t1", "t2"])
    assert sum(term.share * term.measure.value for term in found.terms) == found.measure.value < 1
    inside = explained(f"t1/{figure}", missing)
    assert (inside.kind, [term.id for term in inside.terms]) == ("questions", ["a", "b"]), "c has no weight"
    assert sum(term.share * term.measure.value for term in inside.terms) == inside.measure.value


@pytest.mark.parametrize(
    ("figure", "parts"),
    [("lowest", (1, 0, 0)), ("highest", (1, Fraction(2, 3), 0)), ("coverage", (1, Fraction(1, 3), 1)),
     ("lowest-applicable", (1, 0, 0))],
)  # fmt: skip
def test_what_each_group_adds_to_a_bound_of_a_question_is_over_its_cells(figure, parts):
    found = explained(f"d/{figure}", "{m: [{d: 3}], y: [{d: 0}, {d: dk}, {d: dk}, {d: out}], s: [{d: 0}, {d: na}]}")
    assert (found.kind, {term.id: term.measure.value for term in found.terms}) == (
        "groups", dict(zip("mys", parts, strict=True))
    )  # fmt: skip
    assert sum(term.share * term.measure.value for term in found.terms) == found.measure.value


def test_not_applicable_counts_as_0_in_the_lowest_applicable_bound():
    found = explained("d/lowest-applicable", "{m: [{d: 3}, {d: na}, {d: na}], y: [{d: na}]}")
    assert {term.id: term.measure.value for term in found.terms} == {"m": Fraction(1, 3), "y": 0}


@pytest.mark.parametrize("figure", ["lowest", "highest", "lowest-applicable", "coverage"])
def test_a_bound_that_gives_nobody_away_is_told_while_protected(figure):
    sheets = "{m: [" + "{d: 3}, " * 5 + "{d: dk}], y: [" + "{d: 1}, " * 5 + "{d: na}]}"
    bare, safe = (explained(f"d/{figure}", sheets, protect=protect).measure for protect in (False, True))
    assert (safe.state, safe.value) == ("shown", bare.value)


def test_node_and_scope_are_named():
    assert (explained("a@l").node, explained("a@l").scope, explained("a").scope) == ("a", "l", "")


def test_declared_weights_are_the_shares():
    assert {term.id: term.share for term in explained("a").terms} == {
        "n": Fraction(3, 5), "l": Fraction(1, 5), "none": Fraction(1, 5)
    }  # fmt: skip
    assert {term.id: term.share for term in explained("a@l").terms} == {"y": Fraction(2, 3), "s": Fraction(1, 3)}


def test_under_the_coverage_threshold_there_is_nothing_to_explain():
    found = explained("t1", "m: [{a: 3}]")
    assert (found.measure.state, [(term.id, term.measure.value) for term in found.terms]) == ("none", [("a", 1)])
    assert explained("a", "m: [{a: 3}, {}]").measure.state == "none"


def test_what_nobody_rated_has_no_terms():
    assert explained("a@m", "m: [{a: dk}]").terms == ()


def test_of_a_bound_or_the_coverage_what_each_group_adds_is_for_the_analyst_alone():
    five = SHEETS.replace("m: [", "m: [" + "{a: 3, b: 1}, " * 5)
    for figure in ("lowest", "highest", "lowest-applicable", "coverage"):
        bare, safe = (explained(f"a/{figure}", five, protect=protect) for protect in (False, True))
        assert {term.measure.state for term in bare.terms} == {"shown"}
        assert {term.measure.state for term in safe.terms} == {"withheld"}
    assert (explained("a/coverage").measure.exact, explained("a/coverage", protect=True).measure.exact) == (True, False)


def test_unless_it_is_said_otherwise_an_explanation_is_protected():
    found = engagement(KIT, SHEETS)
    assert explain(KIT, found, "a") == explain(KIT, found, "a", protect=True) != explain(KIT, found, "a", protect=False)


def test_protected_terms_are_withheld_like_everywhere_else():
    assert [term.measure.state for term in explained("a", protect=True).terms] == ["withheld"] * 3
    assert (explained("a@m", protect=True).terms, explained("a@m", protect=True).measure.state) == ((), "withheld")


@pytest.mark.parametrize(("wanted", "named"), [("trsut", "trsut"), ("a@q", "q"), ("a@", None)])
def test_what_is_not_there_is_refused_by_name(wanted, named):
    if named is None:
        assert explained(wanted).scope == ""
        return
    with pytest.raises(UserError, match=named):
        explained(wanted)


@pytest.mark.parametrize("wanted", ["e", "t3", "other"])
def test_what_nobody_was_asked_about_has_no_score(wanted):
    sheets = "m: [{_: {frameworks: [trust]}, a: 3}]"
    assert (explained(wanted, sheets).measure.state, explained(wanted, sheets).terms) == ("none", ())


@pytest.mark.parametrize("figure", ["lowest", "highest", "coverage", "lowest-applicable"])
def test_a_question_that_applies_to_nobody_weighs_only_where_it_counts_as_0(figure):
    kit = toolkit("{groups: {m: null}, frameworks: {trust: {t1: [a, {id: b, weight: 2}], t2: [c]}}}")
    found = explain(
        kit, engagement(kit, "{m: [{a: 3, b: na, c: dk}, {a: 3, b: na, c: 3}]}"), f"trust/{figure}", protect=False
    )
    expected = Fraction(3, 4) if figure == "lowest-applicable" else Fraction(1, 2)
    assert {term.id: term.share for term in found.terms} == {"t1": expected, "t2": 1 - expected}
    assert sum(term.share * term.measure.value for term in found.terms) == found.measure.value
