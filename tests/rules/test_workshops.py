"""What does not fit in the record of a workshop, and what to write instead."""

import yaml
from scoring.making import frozen, shaped, toolkit

from nlcaudit.engagement import Workshop
from nlcaudit.rules.workshops import check_workshop

KIT = toolkit("""
levels: 4
sides: [north, south]
groups: {police: north, city: south}
frameworks:
  trust:
    one: [names, list]
""")
AGREED = """
rating: 2
reason: We looked at the minutes.
date: 2026-11-18
sides: [north, south]
"""


def found_in(text="", *, kit="kit", **agreed):
    """Code, route, message and hint of each finding in a record of these lines, with one agreed rating for each key."""
    entry = yaml.safe_load(AGREED) | {"date": "2026-11-18"}
    record = {
        "schema": "nlcaudit/workshop/1", "toolkit": {"id": kit, "version": KIT.version},
        "agreed": {question: entry | changed for question, changed in agreed.items()}, **(yaml.safe_load(text) or {}),
    }  # fmt: skip
    findings = check_workshop(shaped(Workshop, frozen(record)), KIT)
    return [(one.rule.code, one.route, str(one.message), str(one.hint)) for one in findings]


def test_a_record_that_fits_is_passed_in_silence():
    assert found_in("hands: [{question: list, date: '2026-11-18', counts: [0, 3, 4, 1]}]", names={}) == []


def test_the_record_of_another_toolkit_is_told_once_and_nothing_in_it_is_judged():
    assert found_in(kit="harbour", nmaes={"rating": 9}) == [
        ("NLC503", ("toolkit", "id"), "this file answers “harbour”, not “kit”", "name the engagement’s toolkit"),
    ]


def test_an_unknown_question_is_told_with_the_one_that_was_meant():
    assert found_in("hands: [{question: lits, date: '2026-11-18', counts: [0, 3, 4, 1]}]", nmaes={}) == [
        ("NLC501", ("hands", 0, "question"), "there is no question “lits”", "did you mean “list”?"),
        ("NLC501", ("agreed", "nmaes"), "there is no question “nmaes”", "did you mean “names”?"),
    ]


def test_a_rating_above_the_scale_and_an_unknown_side_are_told_where_they_stand():
    assert found_in(names={"rating": 4, "sides": ["north", "sotuh"]}) == [
        ("NLC502", ("agreed", "names", "rating"), "the rating of names is 4", "write 0 to 3"),
        ("NLC510", ("agreed", "names", "sides", 1), "there is no side “sotuh”", "did you mean “south”?"),
    ]
