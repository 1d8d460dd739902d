"""What is not known widens the result instead of lowering it: coverage, bounds, N/A, no score."""

from fractions import Fraction

import pytest
from scoring.making import engagement, toolkit

from nlcaudit.scoring import score

ONE = "{frameworks: {trust: {t1: [a, b]}}}"
SIDES = "{sides: [n, l], groups: {m: n, y: l, s: l}, frameworks: {trust: {t1: [a, {id: b, weight: 3}]}}}"


def node(text, sheets, name="a", **policy):
    kit = toolkit(text)
    return score(kit, engagement(kit, sheets, **policy), protect=False).node(name)


def bounds(found):
    return found.lowest.value, found.highest.value


@pytest.mark.parametrize("kind", ["na", "out"])
def test_not_applicable_and_outside_our_powers_remove_their_cell(kind):
    found = node(ONE, f"null: [{{a: 3}}, {{a: {kind}}}]")
    assert (found.estimate.value, found.coverage, *bounds(found)) == (1, 1, 1, 1)


@pytest.mark.parametrize("kind", ["dk", "null"])
def test_dont_know_and_no_answer_stay_in_the_bounds_and_out_of_the_score(kind):
    found = node(ONE, f"null: [{{a: 3}}, {{a: 1}}, {{a: {kind}}}]")
    assert (found.estimate.value, found.coverage) == (Fraction(2, 3), Fraction(2, 3))
    assert bounds(found) == (Fraction(4, 9), Fraction(7, 9))


def test_a_competency_that_applies_to_nobody_has_no_score_which_is_not_0():
    kit = toolkit(ONE)
    card = score(kit, engagement(kit, "null: [{a: na, b: out}, {a: na, b: na}]"), protect=False)
    for name in ("a", "b", "t1", "trust"):
        found = card.node(name)
        assert (found.status, found.estimate.state, found.lowest.state, found.coverage) == (
            "not-applicable", "none", "none", None
        )  # fmt: skip


def test_a_question_that_nobody_could_rate_has_bounds_from_0_to_100_and_no_score():
    found = node(ONE, "null: [{a: dk}, {}]")
    assert (found.status, found.estimate.state, found.coverage, *bounds(found)) == ("no-ratings", "none", 0, 0, 1)


def test_rated_by_some_and_not_applicable_to_others_is_scored_and_the_wide_bound_shows_what_that_hides():
    found = node(SIDES, "{m: [{a: 3}], y: [{a: na}], s: [{a: 3}]}")
    assert (found.estimate.value, *bounds(found)) == (1, 1, 1)
    assert found.lowest_applicable.value == Fraction(1, 2) + Fraction(1, 4)
    assert found.kinds.not_applicable == 1


def test_without_not_applicable_there_is_no_wide_bound():
    assert node(ONE, "null: [{a: 3}]").lowest_applicable.state == "none"


def test_a_theme_that_applies_to_nobody_is_0_in_the_wide_bound_of_its_competency():
    text = "{frameworks: {trust: {t1: [a], t2: [b, c]}}}"
    found = node(text, "null: [{a: 3, b: na, c: na}]", "trust")
    assert (found.estimate.value, found.lowest.value, found.lowest_applicable.value) == (1, 1, Fraction(1, 3))


def test_coverage_is_weighted_by_questions_and_groups():
    sheets = "{m: [{a: 3, b: 3}, {a: dk}], y: [{a: 3, b: 1}], s: [{b: out}, {}]}"
    # a: m 1/2, y 1, s 0 of two;  b: m 1/2, y 1, s 0 of one (the other says: outside our powers)
    assert node(SIDES, sheets, "a").coverage == Fraction(1, 2) * Fraction(1, 2) + Fraction(1, 4)
    assert node(SIDES, sheets, "trust").coverage == Fraction(1, 2)
    assert node(SIDES, "{m: [{a: 3}], y: [{a: 3, b: 1}]}", "trust").coverage == Fraction(1 + 3 * 1, 4) - Fraction(3, 8)


@pytest.mark.parametrize(("missing", "status"), [(1, "scored"), (2, "too-few-answers")])
def test_under_two_thirds_there_is_no_score_and_no_band_but_bounds(missing, status):
    found = node(ONE, "null: [{a: 3}, {a: 3}" + ", {a: dk}" * missing + "]")
    assert found.status == status
    assert (found.estimate.value, found.band.low is None) == ((1, False) if status == "scored" else (None, True))
    assert found.lowest.value == Fraction(2, 2 + missing)


def test_the_coverage_threshold_is_the_toolkits():
    found = node("{coverage: {threshold: 0.5}, frameworks: {trust: {t1: [a]}}}", "null: [{a: 3}, {a: dk}]")
    assert (found.status, found.estimate.value) == ("scored", 1)


def test_one_answered_question_of_forty_does_not_print_the_top_level():
    one, two = (", ".join(f"q{n}" for n in numbers) for numbers in (range(20), range(20, 40)))
    text = f"{{sides: [n, l], groups: {{m: n, y: l}}, frameworks: {{trust: {{t1: [{one}], t2: [{two}]}}}}}}"
    found = node(text, "{m: [{q0: 3}], y: [{q0: 3}]}", "trust")
    assert (found.status, found.estimate.state, found.band.low) == ("too-few-answers", "none", None)
    assert {measure.state for measure in [*found.sides.values(), *found.groups.values()]} == {"none"}
    assert bounds(found) == (Fraction(1, 40), 1)


def test_the_bounds_keep_cells_and_weights():
    found = node(SIDES, "{m: [{a: 3}], y: [{a: dk}], s: [{a: 0}, {a: dk}]}")
    assert bounds(found) == (Fraction(1, 2), Fraction(1, 2) + Fraction(1, 4) + Fraction(1, 8))


def test_the_bounds_of_a_theme_keep_the_weight_of_a_question_that_nobody_rated():
    found = node(SIDES, "{m: [{a: 3, b: dk}], y: [{a: 3, b: dk}]}", "t1")
    assert bounds(found) == (Fraction(1, 4), 1)


def test_a_sheet_broken_off_leaves_the_rest_unanswered():
    found = node(ONE, "null: [{_: {resume_at: b}, a: 3}, {a: 3, b: 3}, {a: 3, b: 3}]", "b")
    assert (found.kinds.unanswered, found.coverage) == (1, Fraction(2, 3))


def test_bounds_say_nothing_about_a_group_that_was_not_there():
    kit = toolkit(SIDES)
    found = engagement(kit, "{m: [{a: 3, b: 3}]}", groups=[{"id": "y", "expected": 4, "invited": 3, "declined": 2}])
    card = score(kit, found, protect=False)
    assert bounds(card.node("trust")) == (1, 1)
    heard = {row.group: row for row in card.presence}
    assert (heard["y"].unheard, heard["y"].expected, heard["y"].invited, heard["y"].declined) == (True, 4, 3, 2)
    assert (heard["m"].unheard, heard["m"].persons, heard["m"].side) == (False, 1, "n")
    assert list(heard) == ["m", "y"]
    assert (heard["m"].expected, heard["m"].invited, heard["m"].declined, heard["y"].persons) == (0, 0, 0, 0)


def test_a_group_that_nobody_expected_or_of_which_a_body_came_is_not_unheard():
    kit = toolkit(SIDES)
    found = engagement(kit, "m: [{_: {voice: institution, name: Ministry, respondent: x}, a: 3}]", groups=[
        {"id": "m", "expected": 2}, {"id": "y", "expected": 0}, {"id": "s", "expected": 1}
    ])  # fmt: skip
    assert [(row.group, row.unheard) for row in score(kit, found).presence] == [("m", False), ("y", False), ("s", True)]


def test_a_framework_that_nobody_was_asked_about_is_not_in_the_scorecard():
    kit = toolkit("{frameworks: {trust: {t1: [a]}, more: {t2: [b]}}}")
    card = score(kit, engagement(kit, "null: [{_: {frameworks: [trust]}, a: 3}]"), protect=False)
    assert [result.id for result in card.frameworks] == ["trust"]
    assert (card.result("more"), card.node("b")) == (None, None)


def test_kinds_raters_and_respondents_are_counted():
    kit = toolkit(ONE)
    card = score(kit, engagement(kit, "null: [{a: 3}, {a: dk, b: 1}, {b: na}]"), protect=False)
    found = card.node("trust")
    assert (card.respondents, found.raters, card.node("a").raters) == (3, 2, 1)
    assert (found.kinds.ratings, found.kinds.dont_know, found.kinds.unanswered, found.kinds.not_applicable) == (
        (0, 1, 0, 1), 1, 2, 1
    )  # fmt: skip
