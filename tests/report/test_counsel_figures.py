"""The figures of the counsel, as they stand in the JSON and where they come from, shown and not shown."""

from report.ferry import ferry, toolkit
from report.test_order_told import GAPS, UNEVEN, putting_first

from nlcaudit.messages import Messages
from nlcaudit.results.counsels import counsel_document, derivations_of
from nlcaudit.results.formulas import NONE as NO_FIGURE
from nlcaudit.results.formulas import worded
from nlcaudit.scoring import score

ASKED = "timetable-draft"
NONE = worded(NO_FIGURE)


def recalling(people):
    """The ferry of two groups, where the first people of each remember that it was at level 1 a year ago."""
    found = ferry(UNEVEN)
    firsts = {one.respondent for group in UNEVEN for one in [r for r in found.responses if r.group == group][:people]}
    said = tuple(
        one.model_copy(update={"answers": {**one.answers, ASKED: one.answers[ASKED].model_copy(update={"then": 1})}})
        if one.respondent in firsts
        else one
        for one in found.responses
    )
    return type(found)(found.file, said)


def year_ago(people):
    card = score(toolkit(), recalling(people))
    told, inputs = derivations_of(card, toolkit(), card.node(ASKED))["a-year-ago"]()
    return counsel_document(card.counsel, toolkit())["a_year_ago"], told, inputs


def test_a_year_ago_is_a_level_where_it_may_be_told_and_a_reason_where_it_may_not():
    shown, [level], [people] = year_ago(5)
    assert shown == {ASKED: {"people": 10, "level": "1.0"}}
    assert (level.shown(Messages("score", "en")), people.amount.value) == ("1.0", 10)
    few, [reason], [number] = year_ago(1)
    assert few == {ASKED: {"people": 2, "reason": "withheld"}}
    assert (reason.value, number.amount.value) == ("withheld", 2)
    nothing, [none], inputs = year_ago(0)
    assert (nothing, none.value, inputs) == ({}, NONE.value, ())


def test_a_question_that_is_not_among_the_first_steps_has_no_firmness():
    kit = putting_first(2)
    card = score(kit, ferry(GAPS))
    first, other = "timetable-log", "timetable-change"
    assert other not in card.counsel.firmness.steps
    [amount], inputs = derivations_of(card, kit, card.node(first))["firmness"]()
    assert amount.value == 70
    assert [one.amount.value for one in inputs[:3]] == [92, "withheld", 70]
    assert derivations_of(card, kit, card.node(other))["firmness"]() == ((NONE,), ())
