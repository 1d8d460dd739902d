"""Whose view there is."""

import pytest
from scoring.making import engagement_from, toolkit

from nlcaudit.errors import UserError
from nlcaudit.scoring import score
from nlcaudit.scoring.viewing import view_of

KIT = toolkit("{sides: [n, l], groups: {m: n, p: n, y: l}, frameworks: {trust: {t: [a, b]}}}")
FOUND = engagement_from(KIT, {"m": [{"a": 3, "b": 2}] * 5, "p": [{"a": 1, "b": 2}] * 4, "y": [{"a": 0, "b": 1}] * 5})


def test_a_group_of_one_fewer_than_the_threshold_has_no_view_and_is_not_named_among_those_that_have():
    with pytest.raises(UserError) as refused:
        view_of(KIT, FOUND, score(KIT, FOUND), "p")
    assert str(refused.value.hint) == "look at its side instead, or write one of: n, m, l, y"


def test_a_group_of_as_many_as_the_threshold_has_a_view():
    view = view_of(KIT, FOUND, score(KIT, FOUND), "y")
    assert (view.side, view.groups, view.people, view.others) == ("l", ("y",), 5, ("n",))


def test_where_there_is_no_other_side_a_view_is_beside_the_other_groups():
    kit = toolkit("{sides: [], groups: {m: null, p: null, y: null}, frameworks: {trust: {t: [a, b]}}}")
    found = engagement_from(kit, {"m": [{"a": 3}] * 5, "p": [{"a": 1}] * 4, "y": [{"a": 0}] * 5})
    assert view_of(kit, found, score(kit, found), "m").others == ("y",)
    assert view_of(kit, found, score(kit, found, protect=False), "m").others == ("p", "y")
    alone = engagement_from(KIT, {"m": [{"a": 3}] * 5, "p": [{"a": 1}] * 5})
    assert view_of(KIT, alone, score(KIT, alone), "m").others == ("p",)


def test_without_protection_one_person_has_a_view():
    found = engagement_from(KIT, {"m": [{"a": 3}], "y": [{"a": 1}]})
    assert view_of(KIT, found, score(KIT, found, protect=False), "m").others == ("l",)


def test_a_side_sees_itself_with_all_its_people_beside_the_other():
    view = view_of(KIT, FOUND, score(KIT, FOUND), "n")
    assert (view.groups, view.people, view.others) == (("m", "p"), 9, ("l",))
