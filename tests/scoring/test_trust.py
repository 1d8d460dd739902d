"""Trust grades by the declared rules, what keeps a result from the next, and which evidence to ask for."""

from fractions import Fraction

import pytest
from scoring.making import engagement_from, toolkit

from nlcaudit.scoring import score

KIT = toolkit("sides: [n, l]\ngroups: {m: n, y: l, s: l}\nframeworks: {trust: {t1: [a, b]}}")
SHOWN = {"what": "minutes", "seen_by": "l"}


def rated(rating, *, seen=False, side="l"):
    return {"rating": rating, "evidence": [{"what": "minutes", "seen_by": side}]} if seen else {"rating": rating}


def people(number, choice=2, *, seen=0, side="l"):
    return [{q: rated(choice, seen=at < seen, side=side) for q in "ab"} for at in range(number)]


def counsel(sheets, *, protect=False, kit=KIT, **file):
    return score(kit, engagement_from(kit, sheets, **file), protect=protect).counsel


def trust(sheets, **options):
    return counsel(sheets, **options).trust["trust"]


def missing(found):
    return [(one.demand, one.side, one.have, one.need) for one in found.shortfalls]


def test_with_enough_people_answers_and_seen_evidence_the_grade_is_a_and_nothing_is_missing():
    found = trust({"m": people(5, seen=5), "y": people(5)})
    assert (found.grade, found.following, found.shortfalls, found.hear) == ("A", None, (), ())


def test_half_of_the_high_ratings_is_enough_and_less_is_not():
    enough = trust({"m": people(6, seen=6), "y": people(6)})
    less = trust({"m": people(6, seen=5), "y": people(6)})
    assert (enough.grade, less.grade, missing(less)) == (
        "A", "B", [("evidence", None, Fraction(2, 5), Fraction(1, 2))]
    )  # fmt: skip


def test_evidence_that_the_own_side_has_seen_shows_nothing_to_the_other():
    assert trust({"m": people(5, seen=5, side="n"), "y": people(5)}).seen.value == 0


@pytest.mark.parametrize(("choice", "share"), [(1, 0), (2, 1), (3, 1)])
def test_only_ratings_worth_half_the_scale_ask_for_evidence(choice, share):
    assert trust({"m": people(5, choice, seen=5), "y": people(5, choice, seen=5, side="n")}).seen.value == share


def test_four_people_on_a_side_are_not_five():
    found = trust({"m": people(4), "y": people(5)}, groups=[{"id": "m", "expected": 5}, {"id": "y", "expected": 9}])
    assert (found.grade, found.following, missing(found), found.hear) == (
        "C", "B", [("persons", "n", 4, 5)], ("m",)
    )  # fmt: skip


def test_a_missing_side_is_d_and_its_expected_groups_are_to_be_heard():
    found = trust({"y": people(9)}, groups=[{"id": "m", "expected": 3}])
    assert (found.grade, found.following, missing(found), found.hear) == ("D", "C", [("persons", "n", 0, 1)], ("m",))


def test_too_few_answers_are_d_with_the_share_that_is_there():
    sheets = [{"a": 2, "b": "dk"}] * 5
    assert missing(trust({"m": sheets, "y": sheets})) == [
        ("score", None, None, None), ("coverage", None, Fraction(1, 2), Fraction(2, 3))
    ]  # fmt: skip


def test_a_group_that_was_expected_and_not_heard_caps_the_grade_at_c():
    found = trust({"m": people(5, seen=5), "y": people(5)}, groups=[{"id": "s", "expected": 1}])
    assert (found.grade, missing(found), found.hear) == ("C", [("unheard", None, None, None)], ("s",))


def test_without_sides_everybody_counts_together():
    kit = toolkit("frameworks: {trust: {t1: [a, b]}}")
    found = trust({None: people(4)}, kit=kit)
    assert (found.grade, missing(found)) == ("C", [("persons", None, 4, 5)])


def test_high_ratings_are_counted_as_far_as_they_may_be_told():
    """The two people of a small group who rate 0 and 3 stand at what their side's value leaves for them."""
    big = {"m": people(5, seen=5), "y": people(5)}
    seen = {"b": rated(1), "a": rated(3, seen=True, side="n")}
    one, other = ({**big, "s": rows} for rows in ([{**seen, "a": rated(0)}, seen], [seen, {**seen, "a": rated(0)}]))
    assert [trust(sheets).seen.value for sheets in (one, other)] == [Fraction(5, 10)] * 2  # 11 of 21, downwards
    for rows in ([{"a": 0, "b": 1}, {"a": 3, "b": 1}], [{"a": 1, "b": 1}, {"a": 2, "b": 1}]):
        assert trust({**big, "s": rows}, protect=True).seen.value == Fraction(5, 10)  # none of “b” is high: 10 of 20


def test_the_share_is_withheld_where_no_rating_may_be_told():
    assert trust({"m": people(4, seen=4), "y": people(3)}, protect=True, privacy_threshold=8).seen.reason == "withheld"


def test_nobody_learns_that_no_rating_is_high():
    assert trust({"m": people(5, 1), "y": people(5, 1)}).seen.value == 0


def asked(found):
    return [(one.question, one.side, one.differs, one.named) for one in found.evidence]


def test_evidence_is_asked_for_where_a_side_rates_high_and_has_shown_nothing():
    assert asked(counsel({"m": [{"a": 2, "b": 1}] * 5, "y": [{"a": 1, "b": 1}] * 5})) == [("a", "n", True, False)]
    shown = [{"a": rated(2, seen=True), "b": 1}] * 5
    assert asked(counsel({"m": shown, "y": [{"a": 1, "b": 1}] * 5})) == []


def test_what_differs_is_asked_first_then_what_is_rated_highest_and_never_more_than_declared():
    kit = toolkit("sides: [n, l]\ngroups: {m: n, y: l}\nevidence: {ask_from: 0.5, ask_for: 2}\n"
                  "frameworks: {trust: {t1: [a, b, c]}}")  # fmt: skip
    found = counsel({"m": [{"a": 2, "b": 3, "c": 2}] * 5, "y": [{"a": 2, "b": 3, "c": 1}] * 5}, kit=kit)
    assert asked(found) == [("c", "n", True, False), ("b", "n", False, False)]


def test_evidence_that_is_named_and_not_seen_is_said_so():
    named = [{"a": {"rating": 2, "evidence": [{"what": "minutes"}]}, "b": 1}] * 5
    assert asked(counsel({"m": named, "y": [{"a": 1, "b": 1}] * 5})) == [("a", "n", True, True)]


def test_what_is_worth_exactly_as_much_as_the_policy_says_is_high():
    kit = toolkit("levels: 3\nsides: [n, l]\ngroups: {m: n, y: l}\nframeworks: {trust: {t1: [a, b]}}")
    middle = {"m": people(5, 1, seen=5), "y": people(5, 1)}
    assert trust(middle, kit=kit).seen.value == Fraction(1, 2)
    assert asked(counsel(middle, kit=kit)) == [("a", "l", False, False), ("b", "l", False, False)]


def test_of_what_is_rated_high_the_highest_as_printed_comes_first_and_what_is_printed_alike_as_it_was_asked():
    rows = [{"a": 2, "b": 2, "c": 2}] * 22 + [{"a": 2, "b": 2, "c": 3}] * 2 + [{"a": 2, "b": 3, "c": 3}]
    kit = toolkit("frameworks: {trust: {t1: [a, b, c]}}")
    assert [(q, side) for q, side, *_ in asked(counsel({None: rows}, kit=kit))] == [
        ("c", None), ("a", None), ("b", None)  # 2.12 is printed 2.1, 2.04 like 2
    ]  # fmt: skip


def test_without_sides_what_anybody_named_is_named():
    kit = toolkit("frameworks: {trust: {t1: [a, b]}}")
    named = [{"a": {"rating": 2, "evidence": [{"what": "minutes"}]}, "b": 1}, {"a": 2, "b": 1}]
    assert asked(counsel({None: named}, kit=kit)) == [("a", None, False, True)]


def test_evidence_is_asked_for_from_shown_values_only():
    assert asked(counsel({"m": [{"a": 3, "b": 3}] * 4, "y": [{"a": 1, "b": 1}] * 5}, protect=True)) == []


def test_just_as_many_answers_as_a_grade_asks_for_are_enough():
    half = [{"a": 2, "b": "dk"}] * 5
    found = trust({"m": people(5), "y": half})
    assert (found.grade, missing(found)[0]) == ("B", ("coverage", None, Fraction(3, 4), Fraction(9, 10)))


def test_a_group_that_came_as_expected_need_not_be_heard_again():
    found = trust({"m": people(4), "y": people(5)}, groups=[{"id": "m", "expected": 4}, {"id": "y", "expected": 9}])
    assert (missing(found), found.hear) == ([("persons", "n", 4, 5)], ())
