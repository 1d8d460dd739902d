"""What stands beside the scores and never enters one: lessons, a year ago, what was agreed, the common questions."""

from fractions import Fraction

import pytest
from scoring.making import engagement, engagement_from, shaped, toolkit

from nlcaudit.engagement import Engagement, Workshop
from nlcaudit.scoring import score

LESSONS = toolkit("""
    roles: {ten: lessons}
    frameworks:
      trust: {t1: [{id: a, lessons: [lesson]}, {id: b, lessons: [lesson], weight: 2}, {id: c, lessons: [lesson]}]}
      ten: {t2: [lesson, alone]}
""")


def lesson(text):
    return score(LESSONS, engagement(LESSONS, text), protect=False).counsel.lessons[0]


def test_a_lesson_stands_beside_the_weighted_mean_of_what_serves_it():
    found = lesson("null: [{a: 0, b: 3, c: 0, lesson: 1, alone: 1}]")
    assert (found.direct, found.served, found.scored, found.serving) == (Fraction(1, 3), Fraction(1, 2), 3, 3)


@pytest.mark.parametrize(("direct", "contradicts"), [(1, True), (2, False), (3, True)])
def test_a_contradiction_is_named_from_a_level_on(direct, contradicts):
    assert lesson(f"null: [{{a: 2, b: 2, c: 2, lesson: {direct}, alone: 1}}]").contradicts == contradicts


def test_two_questions_do_not_make_a_contradiction():
    assert not lesson("null: [{a: 0, b: 0, c: na, lesson: 3, alone: 1}]").contradicts


def test_a_lesson_that_nothing_serves_has_no_other_value():
    found = score(LESSONS, engagement(LESSONS, "null: [{a: 1, lesson: 1, alone: 1}]"), protect=False).counsel.lessons[1]
    assert (found.id, found.served, found.serving, found.contradicts) == ("alone", None, 0, False)


KIT = toolkit("sides: [n, l]\ngroups: {m: n, y: l}\nframeworks: {trust: {t1: [a, b]}}")


def then(rating, before):
    return {"rating": rating, "then": before}


def remembered(sheets, *, protect=True):
    return score(KIT, engagement_from(KIT, sheets), protect=protect).counsel.remembered


def test_a_year_ago_is_weighed_as_a_score_and_enters_none():
    sheets = {"m": [{"a": then(3, 1)}] * 5, "y": [{"a": then(3, 2)}] * 10}
    found = score(KIT, engagement_from(KIT, sheets), protect=True)
    assert (found.counsel.remembered["a"].people, found.counsel.remembered["a"].value.value) == (15, Fraction(1, 2))
    assert found.node("a").estimate.value == 1
    assert "b" not in found.counsel.remembered


@pytest.mark.parametrize(("people", "reason"), [(4, "withheld"), (5, None)])
def test_what_fewer_than_five_people_remember_is_withheld(people, reason):
    assert remembered({"m": [{"a": then(3, 1)}] * people + [{"a": 2}] * 6})["a"].value.reason == reason


@pytest.mark.parametrize(
    ("before", "small", "reason"), [(0, 4, "withheld"), (3, 4, "withheld"), (1, 4, None), (0, 5, None), (3, 5, None)]
)
def test_where_all_remember_an_end_of_the_scale_a_small_group_is_kept(before, small, reason):
    found = remembered({"m": [{"a": then(2, before)}] * 5, "y": [{"a": then(2, before)}] * small})
    assert found["a"].value.reason == reason


def test_what_was_agreed_stands_beside_and_changes_no_score():
    first = engagement_from(KIT, {"m": [{"a": 3, "b": 1}] * 5, "y": [{"a": 0, "b": 1}] * 5})
    record = shaped(Workshop, {
        "schema": "nlcaudit/workshop/1", "toolkit": {"id": "kit", "version": "1"},
        "agreed": {"a": {"rating": 1, "reason": "We read the minutes.", "date": "2026-11-20", "sides": ("n", "l"),
                         "evidence": ({"what": "minutes of 3 May"},)}},
    })  # fmt: skip
    found = score(KIT, Engagement(first.file, first.responses, record))
    (agreed,) = found.counsel.agreed
    assert (agreed.question, agreed.rating, agreed.sides, agreed.evidence) == (
        "a",
        1,
        ("n", "l"),
        ("minutes of 3 May",),
    )
    assert found.frameworks == score(KIT, first).frameworks


def test_the_register_names_what_a_meeting_and_released_institutions_showed_and_nothing_of_a_person():
    shown = {"rating": 3, "evidence": ({"what": "a diary"},)}
    listed = {"rating": 2, "evidence": ({"what": "a list"},)}
    offices = [{"_": {"respondent": "office", "voice": "institution", "name": "Office", "released": True}, "b": listed},
               {"_": {"respondent": "bureau", "voice": "institution", "name": "Bureau"}, "b": listed}]  # fmt: skip
    first = engagement_from(KIT, {"m": [{"a": shown, "b": 1}] * 5 + offices, "y": [{"a": 0, "b": 1}] * 5})
    record = shaped(Workshop, {
        "schema": "nlcaudit/workshop/1", "toolkit": {"id": "kit", "version": "1"},
        "agreed": {"a": {"rating": 1, "reason": "Read.", "date": "2026-11-20", "sides": ("n", "l"),
                         "evidence": ({"what": "minutes"},)}},
    })  # fmt: skip
    found = score(KIT, Engagement(first.file, first.responses, record)).counsel.register
    assert [(one.question, one.institution, one.record.what) for one in found] == [
        ("a", None, "minutes"), ("b", "Office", "a list")]  # fmt: skip


def test_the_order_is_repeated_on_the_questions_that_everybody_was_asked():
    kit = toolkit("groups: {m: null, y: null}\nframeworks: {trust: {t1: [{id: a, asked_of: [m]}, {id: b, effort: 2}]}}")
    found = score(kit, engagement_from(kit, {"m": [{"a": 1, "b": 1}], "y": [{"b": 1}]}), protect=False)
    assert [(step.question, step.rank) for step in found.steps] == [("a", 1), ("b", 2)]
    assert [(step.question, step.rank) for step in found.common_steps] == [("b", 1)]


def test_where_everybody_was_asked_everything_there_is_one_order():
    assert score(KIT, engagement_from(KIT, {"m": [{"a": 1}]}), protect=False).common_steps is None


def test_quick_wins_have_some_need_and_little_effort():
    kit = toolkit("frameworks: {trust: {t1: [a, {id: b, effort: 2}, c]}}")
    sheets = [{"a": 0, "b": 0, "c": rating} for rating in (1, 1, 1, 2, 3, 3)]
    found = score(kit, engagement_from(kit, {None: sheets}), protect=False)
    assert {step.question: step.quick for step in found.steps} == {"a": True, "b": False, "c": False}
