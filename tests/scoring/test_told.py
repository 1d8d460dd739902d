"""Medians, gates and shared views: of ratings as far as they may be told."""

from fractions import Fraction

import pytest
from scoring.making import POLICY, engagement_from, toolkit, toolkit_from

from nlcaudit.scoring import score
from nlcaudit.scoring.building import grounds_of
from nlcaudit.scoring.counts import count
from nlcaudit.scoring.firmness.choices import rating_shares
from nlcaudit.scoring.told import nearest

TEXT = """
sides: [n, l]
groups: {m: n, y: l, s: l, w: null}
stages: [one]
frameworks: {trust: {t1: [{id: a, gate: {stage: 1, at_least: 2}}]}}
"""
KIT = toolkit(TEXT)


def rows(*ratings):
    return [{"a": rating} for rating in ratings]


def scored(sheets, kit=KIT, *, protect=True):
    return score(kit, engagement_from(kit, sheets), protect=protect)


def told(sheets, kit=KIT, *, protect=True):
    """What stands for each group: its ratings, from the lowest level up."""
    found = engagement_from(kit, sheets)
    (ground,) = grounds_of(kit, found, count(kit, found.scored), protect=protect)
    return {group: tally.ratings for group, tally in ground.told.counts["a"].items()}


BIG = {"m": rows(2, 2, 2, 2, 2), "y": rows(2, 2, 2, 2, 2)}


@pytest.mark.parametrize(
    ("value", "expected"), [("0", 0), ("1/6", 0), ("1/5", 1), ("1/3", 1), ("1/2", 1), ("2/3", 2), ("9/10", 3), ("1", 3)]
)
def test_a_mean_stands_for_the_level_next_to_it_and_for_the_lower_of_two(value, expected):
    assert nearest(Fraction(value), (Fraction(0), Fraction(1, 3), Fraction(2, 3), Fraction(1))) == expected


def test_what_may_be_looked_into_is_told_as_it_is():
    assert told({"m": rows(0, 1, 2, 3, 3)}) == {"m": (1, 1, 1, 2)}
    assert told({**BIG, "s": rows(3, 0, 0)}, protect=False)["s"] == (2, 0, 0, 1)


def test_a_small_group_and_what_would_give_it_away_stand_at_what_their_side_leaves():
    """Side l is (2 + 1) ÷ 2 = 1.5: four of its eight people at 1, four at 2, one group after the other."""
    found = told({**BIG, "s": rows(3, 0, 0)})
    assert found == {"m": (0, 0, 5, 0), "s": (0, 2, 1, 0), "y": (0, 2, 3, 0)}


def test_what_the_side_shows_of_others_is_taken_off():
    kit = toolkit(TEXT.replace("s: l,", "s: l, u: l,"))
    found = told({"m": rows(2, 2, 2, 2, 2), "y": rows(0, 0, 1, 0, 0), "s": rows(3, 3, 3), "u": rows(3, 3, 0)}, kit)
    assert found["y"] == (4, 1, 0, 0)
    assert (found["s"], found["u"]) == ((0, 0, 2, 1), (0, 0, 1, 2))  # the mean of 3 and 2


def test_where_only_the_whole_is_shown_its_mean_stands_for_everybody():
    assert told({"m": rows(3, 3, 3), "y": rows(0, 0, 0)}) == {"m": (0, 2, 1, 0), "y": (0, 1, 2, 0)}


def test_where_nothing_is_shown_nothing_is_told():
    assert told({"m": rows(3, 3), "y": rows(0, 0)}) == {"m": (0, 0, 0, 0), "y": (0, 0, 0, 0)}


def test_a_small_group_without_weight_is_not_told_and_hides_nothing_of_its_side():
    kit = toolkit(TEXT + "weights: {groups: {s: 0}}")
    sheets = {**BIG, "s": rows(0, 0, 0)}
    assert told(sheets, kit) == {"m": (0, 0, 5, 0), "y": (0, 0, 5, 0), "s": (0, 0, 0, 0)}
    assert scored(sheets, kit).result("trust").stage.lowest == 1


ONE_BY_ONE = [rows(3, 0, 0), rows(1, 1, 1)]
"""The same sum, another median."""


@pytest.mark.parametrize("small", ONE_BY_ONE)
def test_stage_and_step_do_not_hang_on_how_the_people_of_a_small_group_answered_one_by_one(small):
    found = scored({**BIG, "s": small})
    stage, (step,) = found.result("trust").stage, found.steps
    assert (stage.lowest, stage.highest, step.rating, step.unblocks) == (0, 0, 2, True)


def test_unprotected_they_do():
    for small in ONE_BY_ONE:
        found = scored({**BIG, "s": small}, protect=False)
        assert (found.result("trust").stage.lowest, found.steps[0].rating) == (1, 2)


def test_a_side_of_which_nothing_is_shown_leaves_its_gate_open():
    stage = scored({"m": rows(3, 3, 3), "y": rows(3, 3, 3)}).result("trust").stage
    assert (stage.lowest, stage.highest, [blocker.known for blocker in stage.blockers]) == (0, 1, [False])


def test_two_camps_are_told_where_the_sides_show_them_and_not_inside_a_small_group():
    """Of six people, three at each end: said of groups that may not be looked into, it would give their sums away."""
    sides = {"m": rows(3, 3, 3, 3, 3), "y": rows(0, 0, 0, 0, 0)}
    inside = {"y": rows(0, 0, 3), "s": rows(3, 3, 0)}
    assert [scored(sheets).node("a").band.shared_view for sheets in (sides, inside)] == [False, True]
    assert scored(inside, protect=False).node("a").band.shared_view is False


def test_a_year_ago_is_withheld_where_only_a_small_group_has_weight():
    kit = toolkit(TEXT + "weights: {groups: {y: 0}}")
    back = {"rating": 2, "then": 1}
    sheets = {"y": [{"a": back}] * 5, "s": [{"a": back}] * 4}
    assert scored(sheets, kit).counsel.remembered["a"].value.reason == "withheld"
    assert scored(sheets, kit, protect=False).counsel.remembered["a"].value.value == Fraction(333, 1000)


def test_how_ratings_spread_makes_the_printed_score_whatever_may_be_looked_into():
    kit = toolkit(TEXT.replace("s: l,", "s: l, u: l,"))
    sheets = {"m": rows(2, 2, 2, 1, 2), "y": rows(0, 0, 1, 0, 0), "s": rows(3, 3, 3), "u": rows(3, 3, 0)}
    found = engagement_from(kit, sheets)
    (ground,) = grounds_of(kit, found, count(kit, found.scored), protect=True)
    score_of = ground.nodes["a"].estimate.value
    shares = rating_shares(ground, "a", score_of)
    assert (len(ground.closed), sum(shares)) == (2, pytest.approx(1))
    assert sum(share * value for share, value in zip(shares, kit.values, strict=True)) == pytest.approx(float(score_of))


def test_a_gate_that_one_person_closes_moves_the_first_steps():
    kit = toolkit_from({
        "stages": ["one"], "priorities": {**POLICY["priorities"], "first": 1},
        "frameworks": {"trust": {"t1": [{"id": "a", "effort": 3, "gate": {"stage": 1, "at_least": 2}}, "b"]}},
    })  # fmt: skip
    sheets = {None: [{"a": 2, "b": 0}, {"a": 2, "b": 0}, {"a": 1, "b": 0}]}
    found = scored(sheets, kit, protect=False).counsel.firmness
    assert found.steps["b"].room.value == Fraction(33, 100)  # without either 2, what stage one waits for comes first
