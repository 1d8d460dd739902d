"""Persons and institutions are never averaged together; nothing is shown that rests on too few."""

from fractions import Fraction

import pytest
from scoring.making import engagement, engagement_from, toolkit

from nlcaudit.scoring import score
from nlcaudit.scoring.scorecard import Measure

KIT = toolkit("""
    sides: [n, l]
    groups: {m: n, p: n, y: l, s: l}
    frameworks: {trust: {t1: [a, b]}}
""")
BODY = {"voice": "institution", "name": "Ministry of the Interior", "respondent": "interior"}


def card(sheets, *, protect=True, **file):
    return score(KIT, engagement_from(KIT, sheets, **file), protect=protect)


def persons(number, **answers):
    return [answers] * number


def states(node):
    measures = {"": node.estimate, **node.sides, **node.groups}
    return {name: measure.state for name, measure in measures.items()}


def test_scores_use_persons_where_there_are_any_and_institutions_stand_beside():
    found = card({"m": [{"a": 0, "_": {**BODY, "released": True}}, {"a": 3}]}, protect=False)
    assert (found.voice, found.respondents, found.node("a").estimate.value) == ("person", 1, 1)
    (beside,) = found.institutions
    assert (beside.respondent, beside.name, beside.group, beside.ratings) == (
        "interior", "Ministry of the Interior", "m", {"a": 0}
    )  # fmt: skip


def test_where_there_are_no_persons_institutions_make_the_scores():
    found = card({"m": [{"a": 2, "_": BODY}]}, protect=False)
    assert (found.voice, found.node("a").estimate.value) == ("institution", Fraction(2, 3))


def test_an_engagement_may_score_institutions_only():
    found = card({"m": [{"a": 0, "_": BODY}, {"a": 3}]}, protect=False, score_institutions=True)
    assert (found.voice, found.respondents, found.node("a").estimate.value) == ("institution", 1, 0)


@pytest.mark.parametrize("fields", [{}, {"released": True, "name": None}])
def test_an_institution_is_shown_only_by_name_and_with_its_consent(fields):
    assert card({"m": [{"a": 0, "_": {**BODY, **fields}}, *persons(5, a=3)]}).institutions == ()


def test_an_institution_that_released_its_answers_may_be_scored_alone():
    released = {**BODY, "released": True}
    found = card({"m": [{"a": 2, "b": 2, "_": released}]})
    assert (found.node("a").estimate, found.node("a").groups["m"].value) == (
        Measure(Fraction(2, 3), "shown"),
        Fraction(2, 3),
    )


def test_institutions_that_released_theirs_do_not_make_a_crowd_for_one_that_did_not():
    sheets = [{"a": 3, "_": {**BODY, "respondent": f"body-{n}", "released": True}} for n in range(5)]
    closed = {"a": 0, "_": {**BODY, "respondent": "closed"}}
    assert card({"m": [*sheets, closed]}).node("a").estimate.state == "withheld"
    assert card({"m": sheets, "y": [closed]}).node("a").estimate.state == "withheld"


def test_presence_counts_persons_and_institutions_apart():
    (row,) = card({"m": [{"a": 1, "_": BODY}, {"a": 1}, {"a": 2}]}).presence
    assert (row.group, row.persons, row.institutions, row.unheard) == ("m", 2, 1, False)


@pytest.mark.parametrize(("number", "state"), [(4, "withheld"), (5, "shown")])
def test_nothing_is_shown_of_fewer_than_five_persons(number, state):
    found = card({"m": persons(number, a=1, b=2)})
    for node in found.node("trust").walk():
        assert set(states(node).values()) == {state}
        assert (node.lowest.state, node.highest.state) == (state, state)


@pytest.mark.parametrize(("asked", "least"), [(None, 5), (3, 3), (4, 4), (9, 9)])
def test_an_engagement_may_set_the_threshold_but_never_below_three(asked, least):
    found = card({"m": persons(least - 1, a=1, b=2)}, **({"privacy_threshold": asked} if asked else {}))
    assert (found.threshold, found.node("a").estimate.state) == (least, "withheld")


def test_the_toolkits_minimum_binds_the_engagement():
    kit = toolkit("{privacy: {threshold: 6, minimum: 4}, frameworks: {trust: {t1: [a]}}}")
    thresholds = [engagement(kit, "null: [{a: 1}]", **file).threshold(kit) for file in ({}, {"privacy_threshold": 3})]
    assert thresholds == [6, 4]


def test_unprotected_shows_everything_and_says_so():
    found = card({"m": [{"a": 1, "b": 2}]}, protect=False)
    assert found.protected is False
    assert set(states(found.node("a")).values()) == {"shown"}
    assert found.node("a").kinds.ratings == (0, 1, 0, 0)


def test_a_protected_scorecard_tells_how_many_rated_but_not_how():
    found = card({"m": persons(6, a=1, b="dk")})
    assert (found.protected, found.node("trust").kinds.ratings, found.node("trust").kinds.dont_know) == (True, (6,), 6)


def test_a_small_group_counts_inside_its_side_and_is_not_shown():
    found = card({"m": persons(5, a=3, b=3), "y": persons(4, a=0, b=2), "s": persons(5, a=1, b=2)}).node("a")
    assert states(found) == {"": "shown", "n": "shown", "l": "shown", "m": "shown", "y": "withheld", "s": "withheld"}
    assert found.sides["l"].value == Fraction(1, 6)


def test_a_group_is_given_up_where_its_side_would_tell_the_rest():
    found = card({"y": persons(1, a=1, b=1), "s": persons(9, a=3, b=3)}).node("trust")
    assert states(found)["l"] == "shown"
    assert (states(found)["y"], states(found)["s"]) == ("withheld", "withheld")


@pytest.mark.parametrize(("rating", "state"), [(0, "withheld"), (3, "withheld"), (1, "shown"), (2, "shown")])
def test_a_side_at_an_end_of_the_scale_is_withheld_if_a_small_group_is_in_it(rating, state):
    found = card({"y": persons(2, a=rating, b=1), "s": persons(4, a=rating, b=2), "m": persons(5, a=1, b=1)})
    assert states(found.node("a"))["l"] == state


@pytest.mark.parametrize(("rating", "state"), [(0, "withheld"), (1, "shown")])
def test_what_others_rated_beside_a_body_that_released_its_answer_is_taken_for_known(rating, state):
    """Its 3 can be taken off; the rest of the side would then be 0, which no small group may be seen to be."""
    closed = [{"a": rating, "_": {**BODY, "respondent": f"x{n}"}} for n in range(6)]
    sheets = {"y": [*closed[:2], {"a": 3, "_": {**BODY, "released": True}}], "s": closed[2:], "m": [
        {"a": 1, "_": {**BODY, "respondent": f"z{n}"}} for n in range(5)
    ]}  # fmt: skip
    assert states(card(sheets).node("a"))["l"] == state


def test_a_lower_bound_of_0_is_withheld_if_a_small_group_is_behind_it():
    sheets = {"y": [{"a": 0}, {"a": "dk"}, {"a": "dk"}, {"a": "dk"}], "s": [{"a": 0}] * 4 + [{"a": "dk"}] * 8}
    assert card(sheets).node("a").lowest.state == "withheld"


def test_where_the_exact_bounds_would_tell_wider_ones_are_shown():
    sheets = {"m": persons(5, a=1), "y": [{"a": 2}] * 4 + [{"a": "dk"}], "s": persons(5, a=2)}
    plain, safe = (card(sheets, protect=protect).node("a") for protect in (False, True))
    assert safe.widened
    assert (plain.widened, safe.estimate.value) == (False, plain.estimate.value)
    assert safe.lowest.value == plain.estimate.value - Fraction(1, 20) < plain.lowest.value
    assert safe.highest.value == plain.estimate.value + Fraction(1, 20) > plain.highest.value


def test_a_figure_over_a_small_group_is_never_exact():
    found = card({"m": persons(5, a=3, b=3), "y": persons(2, a=0, b=2), "s": persons(3, a=1, b=2)}).node("trust")
    assert (found.estimate.state, found.estimate.exact, found.lowest.exact, found.highest.exact) == (
        "shown",
        False,
        False,
        False,
    )
    assert (found.sides["n"].exact, found.groups["m"].exact, found.sides["l"].exact) == (True, True, False)


def test_scores_are_from_0_to_100_and_levels_from_0_to_the_highest_rating():
    shown = Measure(Fraction(1, 3), "shown")
    assert (shown.score, shown.level(3), Measure(None, "none").score, Measure(None, "none").level(3)) == (
        Fraction(100, 3), 1, None, None
    )  # fmt: skip
