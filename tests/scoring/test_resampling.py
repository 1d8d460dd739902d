"""Deals, intervals, people and groups left out."""

from fractions import Fraction
from itertools import combinations, pairwise
from math import ceil, floor, inf
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm, t
from scoring.making import engagement, engagement_from, toolkit

from nlcaudit.messages import half_up
from nlcaudit.scoring import score
from nlcaudit.scoring.building import grounds_of
from nlcaudit.scoring.counts import count
from nlcaudit.scoring.resampling import Part, Sample, Seat, chances, interval, sample_of, without_each_person
from nlcaudit.scoring.resampling.bootstrap import _movements, _weights, _wider, student
from nlcaudit.scoring.resampling.deals import SHARE, _packed, _table
from nlcaudit.scoring.trying import _seats

many = settings(max_examples=40, deadline=None, derandomize=True)
F = Fraction


def seats(first, second):
    return [
        *(Seat(first=True, share=F(1, len(first)), answered={"a": value}) for value in first),
        *(Seat(first=False, share=F(1, len(second)), answered={"a": value}) for value in second),
    ]


def test_deals_come_close_to_the_share_of_all_deals():
    first, second = [F(1), F(1), F(2, 3), F(1, 3)], [F(0), F(1, 3), F(0), F(2, 3)]
    everybody = first + second
    apart = abs(sum(first) - sum(second)) / 4
    wide = [abs(2 * sum(everybody[i] for i in chosen) - sum(everybody)) / 4 for chosen in combinations(range(8), 4)]
    expected = F(sum(gap >= apart for gap in wide), len(wide))
    assert abs(chances(seats(first, second), ["a"], 5000, 1)["a"] - expected) < F(2, 100)


def test_the_same_seed_gives_the_same_deals_and_another_seed_others():
    made = seats([F(n, 9) for n in (9, 8, 7, 2)], [F(n, 9) for n in (1, 2, 7, 0)])
    assert chances(made, ["a"], 200, 1) == chances(made, ["a"], 200, 1)
    assert len({chances(made, ["a"], 200, seed)["a"] for seed in range(6)}) > 1


def test_sides_that_do_not_differ_are_as_wide_in_every_deal_and_full_separation_in_hardly_any():
    assert chances(seats([F(1, 2)] * 5, [F(1, 2)] * 5), ["a"], 100, 1) == {"a": 1}
    found = chances(seats([F(1)] * 8, [F(0)] * 8), ["a"], 999, 1)["a"]
    assert F(1, 1000) <= found < F(1, 100)


def test_a_competency_beside_a_wider_one_is_compared_with_the_widest():
    made = [
        Seat(first=side, share=F(1, 6), answered={"narrow": F(n % 2, 3), "wide": F(n % 3, 2)})
        for side in (True, False)
        for n in range(6)
    ]
    alone, beside = (chances(made, family, 500, 1)["narrow"] for family in (["narrow"], ["narrow", "wide"]))
    assert beside >= alone


def test_who_answered_nothing_there_is_not_counted_and_a_side_without_anybody_has_no_chance():
    made = [
        Seat(first=True, share=F(1, 2), answered={"a": F(1)}), Seat(first=True, share=F(1, 2), answered={}),
        Seat(first=False, share=F(1), answered={"a": F(0), "b": F(1)}),
    ]  # fmt: skip
    found = chances(made, ["a", "b"], 50, 1)
    assert "b" not in found
    assert chances([], ["a"], 50, 1) == {}


def test_a_seat_weighs_its_share():
    made = [
        Seat(first=True, share=F(9, 10), answered={"a": F(1, 2)}),
        Seat(first=True, share=F(1, 10), answered={"a": F(1)}),
        Seat(first=False, share=F(1), answered={"a": F(0)}),
    ]
    # 0.55 against 0; of the six deals, the two that set 0.5 alone are only 0.4 apart
    assert abs(chances(made, ["a"], 6000, 3)["a"] - F(4, 6)) < F(2, 100)


def test_a_deal_that_ties_but_for_the_rounding_of_shares_is_as_wide():
    """One person of eight differs, and sits on one of two seats of 2/3; shares of 1/15 round otherwise than of 1/3."""
    shares = [(True, F(2, 3)), (True, F(1, 3)), (False, F(2, 3)), *[(False, F(1, 15))] * 5]
    made = [Seat(first, share, {"a": F(at == 2)}) for at, (first, share) in enumerate(shares)]
    assert abs(chances(made, ["a"], 6000, 5)["a"] - F(2, 8)) < F(2, 100)


def test_sides_are_apart_by_the_means_of_those_who_answered_in_steps():
    made = [
        Seat(first=True, share=F(1, 3), answered={"a": F(1)}), Seat(first=True, share=F(2, 3), answered={}),
        Seat(first=False, share=F(1), answered={"a": F(1, 4), "b": F(1)}),
    ]  # fmt: skip
    family = ["a", "b"]
    assert _table(made, 2).apart([_packed(seat.answered, family) for seat in made]) == [F(3, 4) * SHARE, -inf]


VALUES = (F(0), F(1, 3), F(2, 3), F(1))
SHEETS = [("m", {"a": 3, "b": 2}), ("m", {"a": 1, "b": 2}), ("m", {"a": 2}), ("l", {"a": 0, "b": 1}), ("l", {"a": 1})]
WEIGHTS = {(q, g): F(1, 4) for q in "ab" for g in "ml"}
SCORE = F(1, 4) * (F(2, 3) + F(2, 3) + F(1, 6) + F(1, 3))


def sample(closed=frozenset()):
    return sample_of(SCORE, WEIGHTS, SHEETS, VALUES, frozenset(closed))


def test_influences_sum_to_nothing_within_a_group():
    found = sample()
    assert found.people == 5
    for part in found.parts.values():
        assert sum(part.influences) == pytest.approx(0, abs=1e-12)


def test_the_influence_of_a_full_sheet_is_its_weighted_distance_from_the_mean_of_its_group():
    rows = [("m", {"a": 3, "b": 3}), ("m", {"a": 0, "b": 0})]
    found = sample_of(F(1, 2), {("a", "m"): F(1, 2), ("b", "m"): F(1, 2)}, rows, VALUES, frozenset())
    assert found.parts["m"].influences == pytest.approx((-0.5, 0.5))


def test_residuals_are_stretched_to_the_spread_of_single_people():
    """Deviations from the mean of n people spread too little, by the root of (n - 1) ÷ n."""
    rows = [("m", {"a": 3}), ("m", {"a": 0}), ("m", {"a": 0})]
    found = sample_of(F(1, 3), {("a", "m"): F(1)}, rows, VALUES, frozenset())
    wanted = [factor * 1.5**0.5 for factor in (-1 / 3, -1 / 3, 2 / 3)]
    assert [row["a"] for row in found.residuals] == pytest.approx(wanted)


def test_a_mean_is_over_those_who_answered():
    """The first side is 1 on average, not 1/2: nothing is as far from the second, dealt anyhow, as that."""
    made = [
        Seat(first=True, share=F(1, 2), answered={"a": F(1)}), Seat(first=True, share=F(1, 2), answered={}),
        Seat(first=False, share=F(1, 2), answered={"a": F(0)}), Seat(first=False, share=F(1, 2), answered={"a": F(0)}),
    ]  # fmt: skip
    # Of the 12 deals of 1, nothing, 0, 0 those that put 1 with nothing are 1 apart; the rest 1/2, or 1 against nothing.
    assert abs(chances(made, ["a"], 6000, 5)["a"] - F(1, 3)) < F(2, 100)


def test_a_closed_group_has_no_influences_and_a_partly_open_one_counts_as_if_the_rest_spread_alike():
    found = sample({("a", "l"), ("b", "l")})
    assert (found.parts["l"].influences, found.parts["l"].people) == ((), 2)
    assert sample({("b", "m")}).parts["m"].influences == pytest.approx((-1 / 6, 0, 1 / 6))


def test_an_interval_holds_the_score_and_stays_on_the_scale():
    for seed in range(5):
        found = interval(sample(), 200, 0.95, 5, seed)
        assert 0 <= found.low <= SCORE <= found.high <= 1
        assert found == interval(sample(), 200, 0.95, 5, seed)
    assert interval(sample(), 200, 0.5, 5, 1).high < interval(sample(), 200, 0.95, 5, 1).high


def test_there_is_no_interval_under_five_people_or_where_nobody_may_be_looked_into():
    assert interval(sample(), 50, 0.95, 6, 1).reason == "few-respondents"
    assert interval(sample(WEIGHTS), 50, 0.95, 5, 1).reason == "withheld"


def test_weights_are_those_of_exponential_draws():
    """Of two people's weights, shared out, each is uniform: mean 1/2, variance 1/12."""
    shares = [first for first, _ in _weights(2, 4000, "1")]
    assert sum(shares) / 4000 == pytest.approx(1 / 2, abs=0.02)
    assert sum((share - 0.5) ** 2 for share in shares) / 4000 == pytest.approx(1 / 12, rel=0.05)


def test_an_interval_leaves_as_many_draws_out_on_either_end():
    part = Part(4, (-0.02, -0.01, 0.01, 0.02), {"a": 0.1})
    made = Sample(0.5, {"m": part}, ({"a": 0.1},))
    moved, wider = sorted(_movements(part, made, 200, "1 0")), _wider([part], made, 0.95)
    found = interval(made, 200, 0.95, 4, 1)
    assert (found.low, found.high) == (0.5 + wider * moved[5], 0.5 + wider * moved[-6])


def test_an_interval_has_the_width_of_a_mean_of_so_many():
    """Of n people with spread s the middle 95 % are 3.92 s ÷ √n wide."""
    rows = [("m", {"a": rating}) for rating in [0, 3] * 20]
    made = sample_of(F(1, 2), {("a", "m"): F(1)}, rows, VALUES, frozenset())
    found = interval(made, 4000, 0.95, 5, 1)
    assert found.high - found.low == pytest.approx(3.92 * 0.5 * (40 / 39) ** 0.5 / 40**0.5, rel=0.05)


@pytest.mark.parametrize("freedom", [3, 4, 6, 10, 25, 100])
@pytest.mark.parametrize("level", [0.5, 0.9, 0.95])
def test_few_people_widen_an_interval_as_student_does(level, freedom):
    wanted = t.ppf((1 + level) / 2, freedom) / norm.ppf((1 + level) / 2)
    assert student(level, freedom) == pytest.approx(wanted, rel=0.02)


@pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
def test_what_is_left_out_of_the_expansion_falls_with_the_fifth_power_of_the_degrees_of_freedom(level):
    """A wrong coefficient of an earlier term would leave an error that falls more slowly."""

    def error(freedom):
        return student(level, freedom) - t.ppf((1 + level) / 2, freedom) / norm.ppf((1 + level) / 2)

    assert error(20) / error(40) == pytest.approx(2**5, rel=0.25)


@pytest.mark.parametrize("level", [0.8, 0.95])
def test_the_expansion_is_students_quantile_up_to_the_fifth_power(level):
    """What the error times ν⁴ tends to (L. F. Richardson) is what the coefficient of ν⁻⁴ is off."""

    def off(freedom):
        return (student(level, freedom) - t.ppf((1 + level) / 2, freedom) / norm.ppf((1 + level) / 2)) * freedom**4

    limits = [off(10 * 2**n) for n in range(5)]
    for power in range(1, 5):
        limits = [(2**power * two - one) / (2**power - 1) for one, two in pairwise(limits)]
    assert limits == [pytest.approx(0, abs=3e-6)]


def test_groups_of_unlike_size_and_spread_share_their_degrees_of_freedom_as_satterthwaite_says():
    """Variances 0.02 ÷ (2 × 3) and 0.10 ÷ (4 × 5) of two and four degrees of freedom."""
    few, many_people = Part(3, (-0.1, 0.0, 0.1), {"a": 0.5}), Part(5, (-0.2, -0.1, 0.0, 0.1, 0.2), {"a": 0.5})
    one, other = 0.02 / 6, 0.10 / 20
    freedom = (one + other) ** 2 / (one**2 / 2 + other**2 / 4)
    assert _wider([few, many_people], Sample(0.5, {}, ()), 0.95) == pytest.approx(student(0.95, freedom), rel=1e-9)


def test_degrees_of_freedom_are_those_of_the_groups_together():
    """Two groups of 3 that spread alike have 4; one that does not spread adds none."""
    spread = Part(3, (-0.1, 0.0, 0.1), {"a": 0.5})
    still = Part(9, (0.0,) * 9, {"a": 0.5})
    sample_with = Sample(0.5, {}, ())
    assert _wider([spread, spread], sample_with, 0.95) == pytest.approx(student(0.95, 4))
    assert _wider([spread, still], sample_with, 0.95) == pytest.approx(student(0.95, 2))
    assert _wider([still], sample_with, 0.95) == _wider([spread], sample_with, 1.0) == 1


def test_a_closed_group_moves_as_its_size_and_the_spread_of_the_others_say():
    rows = [("m", {"a": rating}) for rating in [0, 3] * 20] + [("l", {"a": 1})] * 4
    made = sample_of(F(1, 2), {("a", "m"): F(1, 2), ("a", "l"): F(1, 2)}, rows, VALUES, frozenset({("a", "l")}))
    assert len(made.residuals) == 40
    borrowed = Sample(0.5, {"l": Part(4, (), {"a": 1.0})}, tuple({"a": d} for d in (-0.5, 0.5) * 20))
    found = interval(borrowed, 4000, 0.95, 4, 1)
    assert (found.low, found.high) == (0.0, 1.0)


def test_movements_of_a_group_spread_like_the_mean_of_so_many_people():
    """Its variance is Σx² ÷ (n (n - 1)); the bootstrap alone would give Σx² ÷ (n (n + 1))."""
    moved = _movements(Part(3, (-0.3, 0.0, 0.3), {"a": 1.0}), Sample(0.5, {}, ()), 20_000, "1")
    assert sum(m * m for m in moved) / len(moved) == pytest.approx(0.18 / 6, rel=0.03)


def test_two_people_have_one_degree_of_freedom_and_one_who_lends_none():
    pair, closed = Part(2, (-0.1, 0.1), {"a": 0.5}), Part(4, (), {"a": 0.5})
    assert _wider([pair], Sample(0.5, {}, ()), 0.95) == pytest.approx(student(0.95, 1))
    assert _wider([closed], Sample(0.5, {}, ({"a": 0.2},)), 0.95) == 1


def test_a_closed_group_moves_like_the_mean_of_as_many_of_the_others():
    lent = Sample(0.5, {}, tuple({"a": d} for d in (-0.5, 0.5) * 20))
    moved = _movements(Part(4, (), {"a": 0.1}), lent, 10_000, "1")
    assert sum(m * m for m in moved) / len(moved) == pytest.approx(0.05**2 / 4, rel=0.06)


def test_a_closed_group_does_not_move_on_what_it_was_not_asked():
    closed = {"l": Part(4, (), {"a": 0.1})}
    asked, more = (
        Sample(0.5, closed, tuple({"a": d, **other} for d in (-0.5, 0.5) * 20)) for other in ({}, {"b": 9.0})
    )
    assert interval(asked, 400, 0.95, 4, 1) == interval(more, 400, 0.95, 4, 1)


def test_seats_before_they_are_dealt_make_the_values_of_the_sides():
    """So the difference that is looked for in the deals is built as the printed one is."""
    kit = toolkit("{sides: [n, l], groups: {m: n, p: n, y: l, x: null}, weights: {groups: {p: 3}}, "
                  "frameworks: {trust: {t: [a, {id: b, weight: 2}]}, care: {u: [c]}}}")  # fmt: skip
    rows = {"m": [{"a": 3, "b": 1, "c": 0}, {"a": 2, "b": 0, "c": 1}], "p": [{"a": 0, "b": 1, "c": 3}],
            "y": [{"a": 1, "b": 3, "c": 1}, {"a": 0, "b": 3, "c": 2}], "x": [{"a": 0, "b": 0, "c": 0}]}  # fmt: skip
    found = engagement_from(kit, rows)
    family = grounds_of(kit, found, count(kit, found.scored), protect=False)
    made = _seats(family, ("n", "l"))
    for ground in family:
        name, sides = ground.result.id, ground.result.node.sides
        for first, side in ((True, "n"), (False, "l")):
            assert sum(s.share * s.answered[name] for s in made if s.first == first) == sides[side].value


def test_a_competency_is_dealt_only_where_its_own_difference_is_shown():
    """One side knew the answer to one question of two, which is too little for the competency."""
    kit = toolkit("{sides: [n, l], groups: {m: n, y: l}, frameworks: {trust: {t: [a, b]}, care: {u: [c]}}}")
    found = engagement_from(kit, {"m": [{"a": 3, "b": 3, "c": 3}] * 3, "y": [{"a": 1, "b": "dk", "c": 1}] * 3})
    card = score(kit, found, protect=False)
    assert [d.node for d in card.result("trust").differences] == ["a"]
    assert list(card.diagnosis.chance) == ["care"]


def test_chance_is_told_in_hundredths_of_the_deals():
    """With 40 deals the figures behind it are parts of 41."""
    kit = toolkit("{sides: [n, l], groups: {m: n, y: l}, frameworks: {trust: {t: [a, b]}}}")
    found = engagement_from(
        kit, {"m": [{"a": r, "b": 3} for r in (1, 2, 3)], "y": [{"a": r, "b": 1} for r in (0, 1, 2)]}
    )
    family = grounds_of(kit, found, count(kit, found.scored), protect=False)
    exact = chances(_seats(family, ("n", "l")), ["trust"], 40, kit.policy.resampling.seed)["trust"]
    told = score(kit, found, protect=False).diagnosis.chance["trust"].value
    assert exact.denominator == 41
    assert told == F(half_up(exact, 2)) != F(half_up(exact, 3))


def test_people_on_neither_side_are_not_dealt():
    kit = toolkit("{sides: [n, l], groups: {m: n, y: l, x: null}, frameworks: {trust: {t: [a, b]}}}")
    sheets = {"m": [{"a": r, "b": 3} for r in (1, 2, 3)], "y": [{"a": r, "b": 1} for r in (0, 1, 2)]}
    without, beside = (
        score(kit, engagement_from(kit, rows), protect=False).diagnosis.chance["trust"]
        for rows in (sheets, {**sheets, "x": [{"a": 0, "b": 0}] * 6})
    )
    assert without == beside


def test_leaving_a_person_out_is_scoring_without_them():
    kit = toolkit("{sides: [n, l], groups: {m: n, y: l}, frameworks: {trust: {t: [a, b, c]}}}")
    dice = Random(4)  # noqa: S311 - repeatable, not secret
    sheets = {g: [{q: dice.randint(0, 3) for q in "abc"} for _ in range(4)] for g in "my"}
    sheets["m"][0]["a"] = "dk"
    span = score(kit, engagement_from(kit, sheets), protect=False).diagnosis.sampling["trust"].without_person
    found = []
    for group in "my":
        for left in range(4):
            rest = {g: [s for n, s in enumerate(rows) if (g, n) != (group, left)] for g, rows in sheets.items()}
            found.append(score(kit, engagement_from(kit, rest), protect=False).node("trust").estimate.value)
    assert (float(span.low), float(span.high)) == (round(float(min(found)), 3), round(float(max(found)), 3))
    assert span.among == 8


def test_protected_ranges_are_whole_points_around_the_exact_ones():
    kit = toolkit("{groups: {m: null}, frameworks: {trust: {t: [a, b, c]}}}")
    rows = [("m", {"a": 3, "b": 2, "c": 0}), ("m", {"a": 0, "b": 3, "c": 1}), *[("m", {"a": 1, "b": 2, "c": 2})] * 5]
    card = score(kit, engagement_from(kit, {"m": [dict(row) for _, row in rows]}))
    exact = without_each_person(
        card.node("trust").estimate.value, {(q, "m"): F(1, 3) for q in "abc"}, rows, VALUES, frozenset()
    )
    told = card.diagnosis.sampling["trust"].without_person
    assert (told.low, told.high) == (F(floor(100 * exact.low), 100), F(ceil(100 * exact.high), 100))
    assert told.low < exact.low < exact.high < told.high


@pytest.mark.parametrize(("last", "among"), [(6, 3), (2, 0)])
def test_scores_without_a_group_are_told_as_far_as_they_give_nobody_away(last, among):
    rows = {"m": 6, "p": 7, "y": last}
    found = engagement_from(KIT, {g: [{"a": at % 4, "b": 1} for at in range(n)] for g, n in rows.items()})
    bare, safe = (score(KIT, found, protect=p).diagnosis.sampling["trust"].without_group for p in (False, True))
    assert (bare.among, safe.among) == (3, among)
    assert (safe == bare) is (among == 3)


def test_nobody_is_left_out_who_stands_for_a_group_alone_or_is_closed():
    only = [("m", {"a": 3}), ("l", {"a": 0}), ("l", {"a": 1})]
    weights = {("a", "m"): F(1, 2), ("a", "l"): F(1, 2)}
    found = without_each_person(F(7, 12), weights, only, VALUES, frozenset())
    assert (found.low, found.high, found.among) == (F(1, 2), F(2, 3), 2)
    hidden = without_each_person(F(7, 12), weights, only, VALUES, frozenset({("a", "l")}))
    assert (hidden.reason, hidden.among) == ("withheld", 0)


KIT = toolkit("{sides: [n, l], groups: {m: n, p: n, y: l}, frameworks: {trust: {t: [a, b]}}}")


def test_leaving_a_group_out_is_scoring_without_it():
    sheets = "{m: [{a: 3, b: 1}], p: [{a: 0, b: 2}], y: [{a: 1, b: 1}, {a: 2, b: 0}]}"
    found = score(KIT, engagement(KIT, sheets), protect=False).diagnosis.sampling["trust"].without_group
    values = [
        score(KIT, engagement(KIT, without), protect=False).node("trust").estimate.value
        for without in (
            "{p: [{a: 0, b: 2}], y: [{a: 1, b: 1}, {a: 2, b: 0}]}", "{m: [{a: 3, b: 1}], p: [{a: 0, b: 2}]}",
            "{m: [{a: 3, b: 1}], y: [{a: 1, b: 1}, {a: 2, b: 0}]}",
        )
    ]  # fmt: skip
    assert (float(found.low), float(found.high)) == (round(float(min(values)), 3), round(float(max(values)), 3))
    assert found.among == 3


@many
@given(st.integers(0, 2**32))
def test_raising_every_rating_of_one_side_by_a_level_moves_the_difference_by_exactly_one(seed):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    sheets = {g: [{q: dice.randint(0, 2) for q in "ab"} for _ in range(dice.randint(1, 4))] for g in "mpy"}
    raised = {g: [{q: r + (g != "y") for q, r in s.items()} for s in rows] for g, rows in sheets.items()}
    before, after = (score(KIT, engagement_from(KIT, rows), protect=False).result("trust") for rows in (sheets, raised))
    for one, other in zip(before.differences, after.differences, strict=True):
        assert other.levels - one.levels == 1


@many
@given(st.integers(0, 2**32))
def test_pseudonyms_and_their_order_change_no_figure(seed):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    sheets = {g: [{q: dice.randint(0, 3) for q in "ab"} for _ in range(dice.randint(1, 6))] for g in "mpy"}
    turned = {g: rows[::-1] for g, rows in sheets.items()}
    for protect in (True, False):
        one, other = (score(KIT, engagement_from(KIT, rows), protect=protect).diagnosis for rows in (sheets, turned))
        assert one == other
