"""Words for scores: only where both bounds share one, and where people share a view."""

from fractions import Fraction

import pytest
from scoring.making import engagement, engagement_from, toolkit

from nlcaudit.framework.policy import SharedView
from nlcaudit.scoring import score
from nlcaudit.scoring.banding import band_of, has_shared_view

KIT = toolkit("{frameworks: {trust: {t1: [a, {id: b, weight: 0}]}}}")
SIX_IN_TEN = SharedView(share="3/5", within=1)


def band(sheets, node="a", kit=KIT):
    return score(kit, engagement(kit, sheets), protect=False).node(node).band


def words(found):
    return (found.low and found.low.id, found.high and found.high.id, found.shared_view)


@pytest.mark.parametrize(
    ("points", "expected"),
    [(0, "quarter-1"), (24, "quarter-1"), (25, "quarter-2"), (75, "quarter-4"), (100, "quarter-4")],
)  # fmt: skip
def test_a_band_begins_at_its_threshold(points, expected):
    assert band_of(Fraction(points), KIT.policy.bands).id == expected


def test_a_band_is_printed_where_both_bounds_share_it():
    assert words(band("null: [{a: 2}, {a: 2}, {a: 2}, {a: 2}, {a: 2}, {a: 2}, {a: 2}, {a: dk}]")) == (
        "quarter-3", "quarter-3", True
    )  # fmt: skip


def test_where_the_bounds_differ_the_band_lies_between_two():
    assert words(band("null: [{a: 2}, {a: 2}, {a: dk}]")) == ("quarter-2", "quarter-4", True)


def test_two_camps_have_no_band():
    assert words(band("null: [{a: 0}, {a: 0}, {a: 3}, {a: 3}]")) == (None, None, False)


@pytest.mark.parametrize(
    ("ratings", "shared"),
    [
        ([0, 0, 0, 3, 3], True),
        ([0, 0, 0, 3, 3, 3], False),
        ([0, 1, 2, 3, 3], True),
        ([0, 0, 2, 2], True),
        ([0], True),
        ([], True),
        ([0, 0, 5, 5, 9], False),
    ],
)
def test_a_view_is_shared_if_six_in_ten_lie_within_a_step_of_one_rating(ratings, shared):
    assert has_shared_view([Fraction(r) for r in ratings], 9 if 9 in ratings else 3, SIX_IN_TEN) is shared


def test_a_step_is_a_rating_whatever_the_levels_are_worth():
    kit = toolkit("{levels: [0, 0.9, 1], frameworks: {trust: {t1: [a]}}}")
    assert words(band("null: [{a: 0}, {a: 1}, {a: 1}, {a: 0}]", kit=kit))[2] is True


def test_a_question_without_weight_does_not_divide_people_over_its_theme():
    sheets = "null: [{a: 2, b: 0}, {a: 2, b: 0}, {a: 2, b: 3}, {a: 2, b: 3}]"
    assert words(band(sheets, "b")) == (None, None, False)
    assert words(band(sheets, "trust")) == words(band(sheets, "t1")) == ("quarter-3", "quarter-3", True)


def test_people_are_compared_by_their_means_over_a_theme():
    kit = toolkit("{frameworks: {trust: {t1: [a, b]}}}")
    assert band("null: [{a: 0, b: 3}, {a: 3, b: 0}]", "t1", kit).shared_view is True
    assert band("null: [{a: 0, b: 0}, {a: 3, b: 3}]", "t1", kit).shared_view is False


def test_a_band_says_nothing_where_there_are_too_few_answers():
    assert words(band("null: [{a: 3}, {a: dk}, {}]")) == (None, None, True)


def test_a_band_is_that_of_the_score_up_to_its_last_digit():
    """Of 250 ratings from 0 to 1, 124 at the top are 49.6 of 100: still under 50."""
    kit = toolkit("{levels: 2, frameworks: {trust: {t1: [a]}}}")
    sheets = {None: [{"a": int(n < 124)} for n in range(250)]}
    found = score(kit, engagement_from(kit, sheets), protect=False).node("a").band
    assert words(found) == ("quarter-2", "quarter-2", True)
