"""How firmly the first steps stand: three statements, each in shares of all its variations."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scoring.making import engagement_from, toolkit, toolkit_from
from scoring.test_properties import chance, many, some

from nlcaudit.engagement import Rated
from nlcaudit.scoring import score
from nlcaudit.scoring.building import grounds_of, trees_of
from nlcaudit.scoring.counsel import Firmness
from nlcaudit.scoring.counts import EVERYONE, count
from nlcaudit.scoring.firmness.choices import tried_on_choices
from nlcaudit.scoring.firmness.counting import NEVER, Count, among_first, place
from nlcaudit.scoring.firmness.field import Field
from nlcaudit.scoring.firmness.room import _without
from nlcaudit.scoring.overall import power_mean
from nlcaudit.scoring.priorities import candidates_of
from nlcaudit.scoring.told import between
from nlcaudit.scoring.trees import ALL

GATED = "[{id: a, effort: 1, gate: {stage: 1, at_least: 2}}, {id: b, effort: 2}]"

places = st.lists(st.integers(-8, 17), min_size=1, max_size=12)


def firmness(questions, sheets, *, protect=False, first=1, groups="{g: null, h: null}", **file):
    kit = toolkit(
        f"priorities: {{first: {first}, quick_win: {{need: 2, effort: 1}}, seed: 1, draws: 300, weights: 0.25}}\n"
        f"groups: {groups}\nstages: [one, two]\nframeworks: {{trust: {{t1: {questions}}}}}"
    )
    return score(kit, engagement_from(kit, sheets, **file), protect=protect).counsel.firmness


def shares(found):
    return {q: (f.choices.value, f.room.value, f.unanswered.value) for q, f in found.steps.items()}


ORDERS = [(unblocks, size, effort) for unblocks in (True, False) for size in (1, 2, 3) for effort in (1, 2, 3)]


def test_steps_compete_in_the_order_in_which_they_are_printed():
    """Needed before the next stage, then the class of need, then effort; nothing else, and no two places coincide."""
    made = [place(unblocks=unblocks, need_class=size, effort=effort) for unblocks, size, effort in ORDERS]
    assert [ORDERS[made.index(one)] for one in sorted(made)] == sorted(
        ORDERS, key=lambda order: (not order[0], -order[1], order[2])
    )
    assert len({*made}) == len(made) == sum(one < NEVER for one in made)


@given(places, st.integers(1, 6))
def test_the_first_are_those_before_whom_fewer_come(given_places, first):
    expected = [sum(other < one for other in given_places) < first for one in given_places]
    assert among_first(given_places, first) == expected


def test_what_has_no_step_to_offer_is_never_among_the_first():
    assert among_first([NEVER, 3], 5) == [False, True]
    assert among_first([NEVER, 3, NEVER], 2) == [False, True, False]
    assert among_first([NEVER], 1) == [False]


@given(places, st.data())
def test_leaving_one_out_moves_the_others_up_and_is_counted_for_all(given_places, data):
    out = data.draw(st.integers(0, len(given_places) - 1))
    count = Count(len(given_places), 2)
    count.add_without(given_places, out)
    rest = [one for at, one in enumerate(given_places) if at != out]
    expected = [
        sum(other < one for other in (given_places if at == out else rest)) < 2 for at, one in enumerate(given_places)
    ]
    assert (count.variations, count.stayed) == (1, [int(one) for one in expected])


@pytest.mark.parametrize(("exponent", "share"), [(1, 2 / 3), (0, 1 / 2)])
def test_rank_acceptability_is_the_share_of_the_weights_that_favour_one(exponent, share):
    """A = (4, 1) against B = (2, 2), weight uniform: analytic 2/3 and 1/2."""
    dice, count, draws = Random(7), Count(2, 1), 4000  # noqa: S311 - repeatable, not secret
    for _ in range(draws):
        weight = dice.random()
        a, b = (power_mean(pair, exponent, (weight, 1 - weight)) for pair in ((4, 1), (2, 2)))
        count.add([0 if a > b else 1, 0 if b > a else 1])
    assert count.variations == draws
    assert abs(count.stayed[0] / draws - share) < 0.02
    assert sum(count.stayed) == draws


def test_a_step_that_is_ahead_by_effort_alone_stays_whoever_comes():
    found = firmness("[a, {id: b, effort: 3}]", {"g": [{"a": 0, "b": 2}] * 6, "h": [{"a": 0, "b": 2}] * 6})
    assert list(found.steps) == ["a"]
    assert shares(found)["a"][1:] == (1, 1)
    assert 0.75 < found.steps["a"].choices.value < 1
    assert (found.people, found.groups, found.draws) == (12, 2, 300)


def test_where_all_fit_among_the_first_nothing_is_tried_out():
    found = firmness("[a, b]", {"g": [{"a": 0, "b": 1}] * 5}, first=2)
    assert found == Firmness(first=2, steps={}, draws=300, people=0, groups=0)


@pytest.mark.parametrize(
    ("ratings", "levels", "weights", "others", "target", "share"),
    [
        ("0", 4, 0, 1, None, (8 / 9) ** 2),  # 3·v₁ ≥ 1/3
        ("1", 4, 0, 1, None, (8 / 9) ** 2),  # 3·(v₂ - v₁) ≥ 1/3
        ("2", 4, 0, 1, None, (8 / 9) ** 2),  # 3·(1 - v₂) ≥ 1/3
        ("01", 4, 0, 1, None, (7 / 9) ** 2),  # 3·v₁/2 ≥ 1/3
        ("0033", 4, 0, 1, None, (7 / 18) ** 2),  # 3·(v₁ - 1/2) ≥ 1/3, mostly there is no need at all
        ("0000001111", 2, 0.25, 2, None, (5 / 4 - 10 / 9) / (1 / 2)),  # 0.6·u/2 ≥ 1/3
        ("0", 2, 0.25, 3, None, 1 / 2),  # u/3 ≥ 1/3
        ("0", 4, 0.25, 3, 3, 1 / 2),  # the same: three levels are needed, and one is the most that counts
    ],
)  # fmt: skip
def test_choices_are_drawn_evenly(ratings, levels, weights, others, target, share):
    """Weights from U(1 - w, 1 + w), levels as sorted uniform numbers: in what share a question needs a third or more.

    It takes more effort than two others, whose need is always small, and which are not left out both at once.
    """
    kit = toolkit_from({
        "levels": levels, "frameworks": {"trust": {"t": [
            {"id": "a", "weight": 10, "effort": 3}, "b", "c", {"id": "d", "weight": 10 * others, "steps": False},
        ]}},
        "priorities": {"first": 1, "quick_win": {"need": 2, "effort": 1}, "seed": 1, "draws": 3000, "weights": weights},
    })  # fmt: skip
    sheets = {None: [{"a": int(sign), "b": 0, "c": 0, "d": 0} for sign in ratings]}
    found = engagement_from(kit, sheets, **({} if target is None else {"targets": {"trust": target}}))
    (ground,) = grounds_of(kit, found, count(kit, found.scored), protect=False)
    field = Field(kit, candidates_of(kit, [ground]), {"trust": ground}, 0)
    assert [one.question for one in field.candidates] == ["a", "b", "c"]
    tried = tried_on_choices(field, kit.policy.priorities)
    assert tried.stayed[0] / tried.variations == pytest.approx(share, abs=0.03)


def test_weights_move_a_step_that_leads_by_a_hair():
    sheets = {"g": [{"a": 0, "b": 0}] * 7 + [{"a": 1, "b": 1}] * 3}
    found = firmness("[{id: a, effort: 1}, {id: b, effort: 2}]", sheets, groups="{g: null}")
    assert 0 < found.steps["a"].choices.value < 1
    assert found.steps["a"].unanswered.value == 1


def test_one_person_can_move_a_step():
    sheets = {"g": [{"a": 0, "b": 0}, {"a": 0, "b": 0}, {"a": 1, "b": 0}]}
    found = firmness("[{id: a, effort: 1}, {id: b, effort: 2}]", sheets, groups="{g: null}")
    assert found.steps["a"].room.value == Fraction(33, 100)
    assert (found.people, found.groups) == (3, 0)


def test_a_gate_that_one_person_keeps_closed_opens_without_them():
    """Then nothing waits for its question any more, and another comes first."""
    found = firmness(GATED, {"g": [{"a": 1, "b": 0}, {"a": 2, "b": 0}]}, groups="{g: null}")
    assert list(found.steps) == ["a"]
    assert found.steps["a"].room.value == Fraction(1, 2)


def test_of_as_few_as_may_be_told_a_gate_is_tried_without_each():
    """Six people under a threshold of six: the median is 1, and 2 without any of the three who chose 1."""
    sheets = {"g": [{"a": 1, "b": 0}] * 3 + [{"a": 2, "b": 0}] * 3}
    found = firmness(GATED, sheets, groups="{g: null}", protect=True, privacy_threshold=6)
    assert (found.people, found.steps["a"].room.value) == (6, Fraction(1, 2))


def test_a_gate_that_is_silent_on_a_released_body_stays_so_whoever_is_left_out():
    """Three of six keep it closed. Without one of them it opens, if only their side is asked, whose state is told."""
    kit = toolkit(
        "priorities: {first: 1, quick_win: {need: 2, effort: 1}, seed: 1, draws: 20, weights: 0}\n"
        f"sides: [n, l]\ngroups: {{m: n, y: l}}\nstages: [one]\nframeworks: {{trust: {{t1: {GATED}}}}}"
    )
    body = {"voice": "institution", "name": "Police", "released": True, "respondent": "police"}
    rows = [{"a": 1 + n % 2, "b": 0, "_": {"voice": "institution", "respondent": f"x{n}"}} for n in range(6)]
    for sheets, share in (({"y": rows}, Fraction(1, 2)), ({"y": rows, "m": [{"a": 2, "b": 0, "_": body}]}, 1)):
        found = score(kit, engagement_from(kit, sheets)).counsel.firmness
        assert found.people >= 6
        assert found.steps["a"].room.value == share


def test_how_a_group_answered_one_by_one_whose_value_is_withheld_changes_nothing_either():
    """What ten people say of “a” is withheld beside two others; of “b”, which those were not asked, it is shown."""
    questions = GATED.replace("id: b", "id: b, asked_of: [g]")
    few = {"h": [{"a": 1}] * 2}
    alike, apart = ([{"a": rating, "b": 0} for rating in row] for row in ([2] * 10, [1, 3] * 5))
    one, other = (firmness(questions, {"g": rows, **few}, protect=True) for rows in (alike, apart))
    assert one.people == 10
    assert shares(one) == shares(other)


def test_how_a_group_answered_of_which_too_few_did_is_tried_on_no_gate():
    """Six of ten rated “a”: too few for a value, and so for their answers one by one."""
    questions = GATED.replace("effort: 1", "effort: 3").replace("id: b", "id: b, asked_of: [h]")
    known = {"h": [{"a": 1 + at % 2, "b": 0} for at in range(6)]}
    alike, apart = ([{"a": one} for one in row] + [{"a": "dk"}] * 4 for row in ([2] * 6, [1, 3] * 3))
    one, other = (firmness(questions, {"g": rows, **known}, protect=True) for rows in (alike, apart))
    assert one.people == 6
    assert shares(one) == shares(other)


def test_whoever_closes_a_gate_by_leaving_takes_a_step_of_the_next_stage_from_the_first():
    """“b” is first while the gate of “a” is open: without either of the two who chose 2 it is not."""
    gates = ["gate: {stage: 1, at_least: 2}", "gate: {stage: 2, at_least: 2}"]
    questions = f"[{{id: a, effort: 3, {gates[0]}}}, {{id: b, effort: 2, {gates[1]}}}, {{id: c, effort: 1}}]"
    sheets = {"g": [{"a": 2, "b": "dk", "c": 0}, {"a": 2, "b": 0, "c": 0}, {"a": 1, "b": 0, "c": 0}]}
    found = firmness(questions, sheets, groups="{g: null}")
    assert {q: step.room.value for q, step in found.steps.items()} == {"b": Fraction(33, 100)}


def test_missing_answers_at_the_lowest_raise_a_need():
    """Of “a” two thirds of a level are needed, a whole one if all who are missing chose 0; of “b” half a level."""
    rows = [{"a": 1, "b": 1}] * 3 + [{"a": 2, "b": 2}] * 3 + [{"a": 1, "b": 1}, {"b": 2}, {"b": 1}, {"b": 2}]
    found = firmness("[{id: a, effort: 2}, {id: b, effort: 1}]", {"g": rows}, groups="{g: null}")
    assert list(found.steps) == ["b"]
    assert found.steps["b"].unanswered.value == pytest.approx(0.5, abs=0.08)


@pytest.mark.parametrize(
    ("at_least", "ratings", "effort", "first"),
    [(1, [0, 1, 1, "dk"], 3, "b"), (3, [2, 3, "dk"], 1, "a")],
)
def test_missing_answers_are_tried_at_the_very_ends_of_a_gate(at_least, ratings, effort, first):
    """It closes only if the one who is missing chose 0; it opens only if they chose 3."""
    rows = [{"a": rating, "b": 0} for rating in ratings]
    gated = GATED.replace("effort: 1", f"effort: {effort}").replace("at_least: 2", f"at_least: {at_least}")
    found = firmness(gated, {"g": rows}, groups="{g: null}")
    assert list(found.steps) == [first]
    assert found.steps[first].unanswered.value == pytest.approx(0.5, abs=0.08)


def test_missing_answers_to_a_gate_are_left_out_where_enough_were_given():
    """1, 2, 2 and one who does not know: it holds, but without either who chose 2 it does not."""
    sheets = {"g": [{"a": 1, "b": 0}, {"a": 2, "b": 0}, {"a": 2, "b": 0}, {"a": "dk", "b": 0}]}
    found = firmness(GATED.replace("effort: 1", "effort: 3"), sheets, groups="{g: null}")
    assert {q: step.room.value for q, step in found.steps.items()} == {"b": Fraction(1, 2)}


def test_gates_of_a_toolkit_without_stages_unblock_nothing():
    kit = toolkit(f"priorities: {{first: 1, quick_win: {{need: 2, effort: 1}}, seed: 1, draws: 20, weights: 0}}\n"
                  f"frameworks: {{trust: {{t1: {GATED.replace('effort: 1', 'effort: 3')}}}}}")  # fmt: skip
    found = score(kit, engagement_from(kit, {None: [{"a": 1, "b": 1}] * 2}), protect=False).counsel.firmness
    assert [(q, f.room.value, f.unanswered.value) for q, f in found.steps.items()] == [("b", 1, 1)]


def test_who_did_not_answer_the_question_of_a_gate_leaves_it_as_it_is():
    """Of two who answered, of one who did not, of one and a group that were not asked, one holds the gate closed."""
    sheets = {"g": [{"a": 1, "b": 0}, {"a": 2, "b": 0}, {"b": 0}], "h": [{"b": 0}]}
    found = firmness(GATED.replace("id: a", "id: a, asked_of: [g]"), sheets)
    assert (found.people, found.groups) == (4, 2)
    assert found.steps["a"].room.value == Fraction(83, 100)  # of 6 variations


@many
@given(chance)
def test_a_score_without_a_person_or_a_group_is_what_the_others_make(dice):
    kit, found = some(dice, 14)
    ground = dice.choice(grounds_of(kit, found, count(kit, found.scored), protect=False))
    framework, rated = ground.trees.framework, sorted(ground.trees.unknowns)
    assume(rated)
    question, group = dice.choice(rated)
    raters = [r for r in found.scored if (r.group or EVERYONE) == group and isinstance(r.choice(question), Rated)]
    one = dice.choice(raters)
    for left_out, rating in (([one], one.answers[question].rating), (raters, None)):
        counts = count(kit, [response for response in found.scored if response not in left_out])
        means = trees_of(kit, found, framework, counts).means.get(question, {})
        told = _without(ground, question, group, rating)
        assert told in (None, means[ALL].estimate if ALL in means else None)


def test_missing_answers_can_move_a_step():
    sheets = {"g": [{"a": 0, "b": 0}] * 9 + [{"b": 0}] * 4}
    found = firmness("[{id: a, effort: 1}, {id: b, effort: 2}]", sheets, groups="{g: null}")
    assert 0.4 < found.steps["a"].unanswered.value < 0.6
    assert found.steps["a"].smallest <= found.steps["a"].unanswered.value


def test_the_same_seed_gives_the_same_shares_and_the_order_of_people_none_other():
    sheets = {"g": [{"a": 0, "b": 1}, {"a": 1, "b": 0}, {"a": 2, "b": 0}] * 2, "h": [{"a": 1, "b": 1}] * 5}
    turned = {"h": sheets["h"], "g": sheets["g"][::-1]}
    assert shares(firmness("[a, b]", sheets)) == shares(firmness("[a, b]", turned))


def test_how_the_people_of_a_small_group_answered_one_by_one_changes_nothing():
    """Only their sum enters the printed score, and nothing else of them may move a share."""
    big = {"g": [{"a": 1, "b": 0}] * 8 + [{"a": 0, "b": 1}] * 2}
    one, other = ({**big, "h": rows} for rows in ([{"a": 0, "b": 1}, {"a": 2, "b": 1}], [{"a": 1, "b": 1}] * 2))
    questions = "[{id: a, effort: 1}, {id: b, effort: 2}]"
    assert shares(firmness(questions, one, protect=True)) == shares(firmness(questions, other, protect=True))


def test_nobody_of_a_small_group_is_left_out():
    found = firmness(
        "[a, {id: b, effort: 3}]", {"g": [{"a": 0, "b": 1}] * 6, "h": [{"a": 1, "b": 1}] * 2}, protect=True
    )
    assert found.people <= 6


@given(st.fractions(0, 1))
def test_a_value_lies_between_the_two_levels_next_to_it(value):
    values = (Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1))
    (low, share), (high, rest) = between(values, value)
    assert (high, share + rest, share * values[low] + rest * values[high]) == (low + 1, 1, value)
    assert share >= 0 <= rest
