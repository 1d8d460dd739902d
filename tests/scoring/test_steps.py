"""What to do first: needed before the next stage, then need, then effort; ties are ties."""

from fractions import Fraction

import pytest
from scoring.making import engagement, engagement_from, toolkit

from nlcaudit.scoring import score
from nlcaudit.scoring.priorities import need_class


def steps(questions, sheets, roles="{}", **options):
    kit = toolkit(f"{{stages: [one], roles: {roles}, frameworks: {{trust: {{t1: {questions}}}}}}}")
    return score(kit, engagement(kit, sheets, **options), protect=False).steps


def test_the_step_leads_on_from_the_lower_median_rating():
    (step,) = steps("[a]", "null: [{a: 0}, {a: 1}, {a: 1}, {a: 2}]")
    assert (step.question, step.framework, step.rating) == ("a", "trust", 1)


@pytest.mark.parametrize(
    ("ratings", "need"), [((1,), 1), ((1, 2), Fraction(1, 2)), ((0, 0, 3, 3), 0), ((1, 1, 2), Fraction(2, 3))]
)
def test_need_is_the_way_to_the_next_level(ratings, need):
    found = steps("[a]", "null: [" + ",".join(f"{{a: {r}}}" for r in ratings) + "]")
    assert [step.need for step in found] == ([need] if need else [])


@pytest.mark.parametrize(("target", "need"), [(3, 1), (2, 1), (1, None), (0, None)])
def test_need_is_the_way_to_the_target_of_the_engagement_one_level_at_most(target, need):
    found = steps("[a]", "null: [{a: 1}]", targets={"trust": target})
    assert [step.need for step in found] == ([] if need is None else [need])


def test_a_target_of_one_competency_never_leaks_onto_another():
    kit = toolkit("frameworks: {trust: {t1: [a]}, care: {t2: [b]}}")
    found = score(kit, engagement(kit, "null: [{a: 1, b: 1}]", targets={"trust": 1}), protect=False)
    assert ([step.question for step in found.steps], found.result("trust").target, found.result("care").target) == (
        ["b"], 1, None
    )  # fmt: skip


def test_need_counts_the_weight():
    found = steps("[{id: a, weight: 2}, {id: b, weight: 5}, {id: c, weight: 0}]", "null: [{a: 1, b: 1, c: 1}]")
    assert [(step.question, step.need) for step in found] == [("b", 5), ("a", 2)]


@pytest.mark.parametrize(
    ("need", "largest", "expected"),
    [(0, 1, 1), ("1/4", 1, 1), ("1/3", 1, 2), ("1/2", 1, 2), ("2/3", 1, 3), (1, 1, 3), (1, 5, 1), (2, 5, 2), (0, 0, 1)],
)
def test_need_falls_into_thirds_of_the_largest_possible(need, largest, expected):
    assert need_class(Fraction(need), largest) == expected


def test_at_the_highest_level_there_is_no_step():
    assert steps("[a]", "null: [{a: 3}, {a: 3}, {a: 2}]") == ()


@pytest.mark.parametrize("sheets", ["null: [{a: dk}]", "null: [{a: na}]", "null: [{a: 1}, {}]"])
def test_without_a_score_there_is_no_step(sheets):
    assert steps("[a]", sheets) == ()


def test_a_level_without_a_step_offers_none():
    assert steps("[{id: a, steps: false}]", "null: [{a: 1}]") == ()


@pytest.mark.parametrize("role", ["lessons", "module"])
def test_only_competencies_offer_steps(role):
    assert steps("[a]", "null: [{a: 1}]", roles=f"{{trust: {role}}}") == ()


def test_what_the_next_stage_waits_for_comes_first_then_need_then_effort_and_ties_share_a_rank():
    questions = """[
        {id: late, effort: 3}, {id: dear, effort: 2, weight: 1}, {id: small}, {id: twin}, {id: much, effort: 3},
        {id: gate, effort: 3, gate: {stage: 1, at_least: 3}}]"""
    sheets = """null: [
        {late: 1, dear: 1, small: 1, twin: 1, much: 1, gate: 2},
        {late: 2, dear: 2, small: 1, twin: 1, much: 1, gate: 3}]
    """
    found = steps(questions, sheets)
    assert [(s.question, s.unblocks, s.need_class, s.effort, s.rank) for s in found] == [
        ("gate", True, 2, 3, 1), ("small", False, 3, 1, 2), ("twin", False, 3, 1, 2), ("much", False, 3, 3, 4),
        ("dear", False, 2, 2, 5), ("late", False, 2, 3, 6),
    ]  # fmt: skip


def test_a_blocking_step_is_offered_even_if_the_mean_is_already_there():
    found = steps("[{id: a, gate: {stage: 1, at_least: 2}}]", "null: [{a: 1}, {a: 3}]")
    assert [(s.question, s.unblocks, s.need, s.need_class) for s in found] == [("a", True, 0, 1)]


def test_a_withheld_question_offers_no_step():
    kit = toolkit("frameworks: {trust: {t1: [a]}}")
    assert score(kit, engagement_from(kit, {None: [{"a": 1}] * 4})).steps == ()
    assert len(score(kit, engagement_from(kit, {None: [{"a": 1}] * 5})).steps) == 1
