"""The opt-in overall score, against published values."""

from fractions import Fraction

import pytest
from scoring.making import engagement, toolkit

from nlcaudit.scoring import score
from nlcaudit.scoring.overall import overall, power_mean


@pytest.mark.parametrize(("p", "expected"), [(1, 2.25), (0, 2.059767), (-1, 1.846154), (0.5, 2.159662)])
def test_power_means_are_those_of_coinr(p, expected):
    assert power_mean([1, 2, 3], p, [1, 1, 2]) == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize(
    ("values", "arithmetic", "geometric"), [((21, 1, 1, 1), 6, 2.140695), ((6, 6, 6, 6), 6, 6)]
)  # fmt: skip
def test_compensability_is_that_of_the_handbook_page_103(values, arithmetic, geometric):
    assert power_mean(values, 1) == pytest.approx(arithmetic, abs=1e-12)
    assert power_mean(values, 0) == pytest.approx(geometric, abs=5e-7)


@pytest.mark.parametrize("values", [(0, 1), (-1, 2), (0,)])
@pytest.mark.parametrize("p", [0, -1])
def test_a_geometric_mean_of_nothing_positive_is_refused_never_dropped(values, p):
    with pytest.raises(ValueError, match="above 0"):
        power_mean(values, p)


def test_an_arithmetic_mean_takes_zeros():
    assert power_mean([0, 1], 1) == 0.5


@pytest.mark.parametrize(("values", "weights"), [((), None), ((1, 2), (0, 0))])
def test_a_mean_of_nothing_is_refused(values, weights):
    with pytest.raises(ValueError, match="nothing"):
        power_mean(values, 1, weights)


def test_the_geometric_overall_is_taken_on_lifted_scores_and_mapped_back():
    assert overall([Fraction(0), Fraction(1)], "geometric", 3) == pytest.approx(
        ((1 / 4 * 1) ** 0.5 * 4 - 1) / 3, abs=1e-12
    )


def test_the_harmonic_overall_is_taken_on_lifted_scores_and_mapped_back():
    assert overall([Fraction(0), Fraction(1)], "harmonic", 3) == pytest.approx((2 / (4 + 1) * 4 - 1) / 3, abs=1e-12)


def test_arithmetic_overall_and_minimum_are_exact():
    scores = [Fraction(1, 3), Fraction(1, 7)]
    assert overall(scores, "arithmetic", 3) == Fraction(5, 21)
    assert overall(scores, "minimum", 3) == Fraction(1, 7)


@pytest.mark.parametrize("mean", ["arithmetic", "geometric", "harmonic", "minimum"])
def test_equal_scores_have_their_own_value_overall(mean):
    assert overall([Fraction(2, 7)] * 3, mean, 3) == Fraction(2, 7)


@pytest.mark.parametrize("scores", [[], [None], [Fraction(1), None]])
def test_a_competency_without_a_score_leaves_no_overall(scores):
    assert overall(scores, "geometric", 3) is None


KIT = """
overall: {{show: {show}, mean: geometric}}
roles: {{lessons: lessons}}
frameworks: {{trust: {{t1: [a]}}, care: {{t2: [b]}}, lessons: {{t3: [c]}}}}
"""


def both(sheets, show="true", **options):
    kit = toolkit(KIT.format(show=show))
    card = score(kit, engagement(kit, sheets), **options)
    return card.overall, card.overall_arithmetic


def test_only_competencies_enter_the_overall_and_the_arithmetic_mean_stands_beside():
    geometric, arithmetic = both("null: [{a: 3, b: 0, c: 3}]", protect=False)
    assert (geometric, arithmetic) == (pytest.approx(1 / 3, abs=1e-12), Fraction(1, 2))


def test_the_overall_is_shown_only_to_who_asks_for_it():
    assert both("null: [{a: 3, b: 0, c: 3}]", show="false", protect=False) == (None, None)


@pytest.mark.parametrize(
    "sheets", ["null: [{a: 3, b: dk}]", "null: [{a: 3, b: na}]", "null: [{_: {frameworks: [trust]}, a: 3}]"]
)
def test_a_competency_unscored_or_unasked_leaves_no_overall(sheets):
    assert both(sheets, protect=False) == (None, None)


def test_a_withheld_competency_leaves_no_overall():
    assert both("null: [{a: 3, b: 0}, {a: 1, b: 2}]") == (None, None)
