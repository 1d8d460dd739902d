"""The gate ladder, cumulative as in C2M2 (version 2.1, section 4.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring.making import engagement, engagement_from, toolkit

from nlcaudit.scoring import score
from nlcaudit.scoring.counts import Tally
from nlcaudit.scoring.panel import Panel
from nlcaudit.scoring.stages import StageRange, lower_median, side_states

LADDER = """
sides: [n, l]
groups: {m: n, y: l, s: l, w: null}
stages: [one, two, three]
frameworks:
  trust:
    t1:
      - {id: a, gate: {stage: 1, at_least: 2}}
      - {id: b, gate: {stage: 2, at_least: 2}}
      - {id: c, gate: {stage: 3, at_least: 2}}
      - d
"""
KIT = toolkit(LADDER)


def stage(sheets, kit=KIT, *, protect=False, **file):
    return score(kit, engagement(kit, sheets, **file), protect=protect).result("trust").stage


def everybody(**answers):
    return engagement_from(KIT, {"m": [answers], "y": [answers]})


def reached(found):
    return found.lowest, found.highest, [(b.question, b.stage, b.at_least, b.known) for b in found.blockers]


YES, NO, OPEN = 2, 1, "dk"


@pytest.mark.parametrize(
    ("first", "second", "third", "lowest", "highest", "blockers"),
    [
        (NO, NO, NO, 0, 0, ["a"]),
        (NO, YES, YES, 0, 0, ["a"]),
        (NO, NO, YES, 0, 0, ["a"]),
        (YES, NO, NO, 1, 1, ["b"]),
        (YES, NO, YES, 1, 1, ["b"]),
        (YES, YES, NO, 2, 2, ["c"]),
        (YES, YES, YES, 3, 3, []),
        (OPEN, YES, YES, 0, 3, ["a"]),
        (OPEN, NO, YES, 0, 1, ["a"]),
        (YES, OPEN, YES, 1, 3, ["b"]),
        (YES, OPEN, NO, 1, 2, ["b"]),
        (YES, YES, OPEN, 2, 3, ["c"]),
        (NO, OPEN, OPEN, 0, 0, ["a"]),
        (OPEN, OPEN, OPEN, 0, 3, ["a"]),
    ],
)
def test_a_stage_needs_every_gate_up_to_it(first, second, third, lowest, highest, blockers):
    found = score(KIT, everybody(a=first, b=second, c=third, d=3), protect=False).result("trust").stage
    assert (found.lowest, found.highest, [b.question for b in found.blockers]) == (lowest, highest, blockers)


def test_a_blocker_says_its_stage_what_it_takes_and_whether_it_is_known():
    assert reached(stage("{m: [{a: 1, b: 2, c: 2, d: 2}], y: [{a: 2, b: 2, c: 2, d: 2}]}")) == (
        0, 0, [("a", 1, 2, True)]
    )  # fmt: skip
    assert reached(stage("{m: [{a: dk, b: 2, c: 2, d: 2}], y: [{a: 2, b: 2, c: 2, d: 2}]}")) == (
        0, 3, [("a", 1, 2, False)]
    )  # fmt: skip


@pytest.mark.parametrize("low", ["m", "y", "w"])
def test_a_gate_must_hold_on_each_side_and_among_those_on_none(low):
    sheets = {group: [{"a": 1 if group == low else 3, "b": 3, "c": 3, "d": 3}] for group in ("m", "y", "w")}
    found = score(KIT, engagement_from(KIT, sheets), protect=False).result("trust").stage
    assert (found.lowest, found.highest) == (0, 0)


def test_a_side_is_judged_by_the_lower_median_of_its_people():
    rest = "b: 3, c: 3, d: 3"
    assert stage(f"m: [{{a: 2, {rest}}}, {{a: 1, {rest}}}]").lowest == 0
    assert stage(f"m: [{{a: 2, {rest}}}, {{a: 2, {rest}}}, {{a: 1, {rest}}}]").lowest == 3
    assert stage(f"{{y: [{{a: 0, {rest}}}], s: [{{a: 2, {rest}}}, {{a: 3, {rest}}}]}}").lowest == 3


def test_a_side_that_says_it_is_outside_its_powers_is_left_out():
    assert stage("{m: [{a: out, b: 2, c: 2, d: 2}], y: [{a: 2, b: 2, c: 2, d: 2}]}").lowest == 3


def test_a_gate_that_applies_to_nobody_leaves_a_range():
    found = stage("{m: [{a: na, b: 2, c: 2, d: 2}], y: [{a: out, b: 2, c: 2, d: 2}]}")
    assert reached(found) == (0, 3, [("a", 1, 2, False)])


def test_a_gate_that_nobody_was_asked_leaves_a_range():
    kit = toolkit(LADDER.replace("{id: b,", "{id: b, core: false,").replace("- d", "- {id: d, core: true}"))
    found = stage("m: [{_: {depth: quick}, d: 3}]", kit)
    assert (found.lowest, found.highest, [b.question for b in found.blockers]) == (0, 3, ["a"])


def test_under_the_coverage_threshold_the_stage_holds_whatever_is_missing():
    assert reached(stage("m: [{a: 3}, {a: 3}, {a: 3}, {}]"))[:2] == (1, 3)
    assert reached(stage("m: [{a: 3}, {a: 3}, {}, {}]"))[:2] == (0, 3)
    assert reached(stage("m: [{a: 0}, {a: 0}, {a: 0}, {}]"))[:2] == (0, 0)
    assert reached(stage("m: [{a: 0}, {a: 0}, {}, {}]"))[:2] == (0, 0)
    assert reached(stage("m: [{a: 0}, {}, {}, {}]"))[:2] == (0, 3)


@given(
    st.dictionaries(
        st.sampled_from(["m", "y", "s", "w"]),
        st.tuples(st.tuples(*[st.integers(0, 2)] * 4), st.integers(0, 3), st.integers(0, 1)),
    ),
    st.integers(0, 3),
)
def test_where_too_few_answered_a_gate_holds_if_it_holds_with_all_missing_answers_lowest_and_fails_if_even_highest(
    groups, at_least
):
    """Both ends tried by hand, for each side; one of which nobody rated anything is not known."""
    sides = {"m": "n", "y": "l", "s": "l", "w": "none"}
    tallies = {g: Tally(ratings, dont_know=dk, unanswered=un) for g, (ratings, dk, un) in groups.items()}
    by_side = {}
    for group, tally in tallies.items():
        if tally.cells:
            given_ratings, missing = by_side.setdefault(sides[group], ([], []))
            given_ratings += [rating for rating, n in enumerate(tally.ratings) for _ in range(n)]
            missing += [None] * (tally.dont_know + tally.unanswered)

    def middle(rated):
        return sorted(rated)[(len(rated) - 1) // 2]

    expected = {}
    for side, (rated, missing) in by_side.items():
        worst, best = (middle(rated + [end] * len(missing)) for end in (0, 3))
        expected[side] = None if not rated or worst < at_least <= best else best >= at_least
    panel = Panel(sides, {}, {})
    assert side_states(tallies, panel, at_least, 4, cautious=True, least=1) == expected


def test_with_enough_answers_the_missing_ones_do_not_matter():
    kit = toolkit("{stages: [one], frameworks: {trust: {t1: [{id: a, gate: {stage: 1, at_least: 3}}]}}}")
    assert reached(stage("null: [{a: 3}, {a: 3}, {a: dk}]", kit)) == (1, 1, [])


def test_several_gates_of_a_stage_all_have_to_hold_and_those_that_do_not_are_named():
    kit = toolkit("""
        stages: [one, two]
        frameworks: {trust: {t1: [
          {id: a, gate: {stage: 1, at_least: 1}}, {id: b, gate: {stage: 1, at_least: 3}},
          {id: c, gate: {stage: 1, at_least: 1}}, {id: d, gate: {stage: 2, at_least: 3}}]}}
    """)
    found = stage("null: [{a: 1, b: 2, c: 0, d: 0}]", kit)
    assert reached(found) == (0, 0, [("b", 1, 3, True), ("c", 1, 1, True)])


def test_a_stage_without_gates_is_reached_with_the_one_before():
    kit = toolkit("{stages: [one, two, three], frameworks: {trust: {t1: [{id: a, gate: {stage: 2, at_least: 1}}]}}}")
    assert stage("null: [{a: 0}]", kit) == StageRange(1, 1, stage("null: [{a: 0}]", kit).blockers)
    assert stage("null: [{a: 1}]", kit) == StageRange(3, 3, ())


def test_a_framework_without_gates_has_no_stage():
    kit = toolkit("{stages: [one], frameworks: {trust: {t1: [a]}}}")
    assert stage("null: [{a: 3}]", kit) is None


def test_a_toolkit_without_stages_has_none():
    kit = toolkit("{frameworks: {trust: {t1: [{id: a, gate: {stage: 1, at_least: 1}}]}}}")
    assert stage("null: [{a: 3}]", kit) is None


def test_gates_never_change_a_mean():
    bare = toolkit(LADDER.replace("gate: {stage: 1, at_least: 2}", "weight: 1"))
    sheets = "{m: [{a: 0, b: 3, c: 1, d: 2}]}"
    values = [score(kit, engagement(kit, sheets), protect=False).node("trust").estimate for kit in (KIT, bare)]
    assert values[0] == values[1]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [((0, 0), None), ((1, 1), 0), ((1, 2), 1), ((1, 0, 0, 1), 0), ((1, 0, 1, 2), 2), ((0, 0, 0, 4), 3), ((2, 0, 3), 2)],
)
def test_the_lower_median_is_the_lower_of_the_two_in_the_middle(counts, expected):
    assert lower_median(counts) == expected


ALL_THREE = "{a: 3, b: 3, c: 3, d: 3}"
LOW = "{a: 0, b: 3, c: 3, d: 3}"


def many(sheet, number):
    return ", ".join([sheet] * number)


@pytest.mark.parametrize("only", [ALL_THREE, LOW])
def test_the_stage_does_not_tell_what_a_side_of_too_few_persons_answered(only):
    found = stage(f"{{m: [{many(only, 4)}], y: [{many(ALL_THREE, 5)}]}}", protect=True)
    assert reached(found) == (0, 3, [("a", 1, 2, False)])


def test_a_side_that_is_shown_may_close_a_gate_on_which_the_other_is_silent():
    silent = "{a: dk, b: 3, c: 3, d: 3}"
    found = stage(f"{{m: [{many(silent, 5)}], y: [{many(LOW, 5)}]}}", protect=True)
    assert reached(found) == (0, 0, [("a", 1, 2, True)])


def test_two_sides_of_enough_persons_make_a_stage():
    assert stage(f"{{m: [{many(ALL_THREE, 5)}], y: [{many(ALL_THREE, 5)}]}}", protect=True).lowest == 3


def test_there_is_no_stage_of_too_few_persons():
    assert stage(f"m: [{many(ALL_THREE, 4)}]", protect=True) is None
    assert stage(f"m: [{many(ALL_THREE, 5)}]", protect=True).lowest == 3
