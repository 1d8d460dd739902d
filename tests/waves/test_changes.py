"""What is told of two moments, and what is not."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring.making_random import random_toolkit
from waves.making import PROOF, compared, kit, random_waves, sheets, wave

from nlcaudit.engagement import engagement_of
from nlcaudit.errors import UserError
from nlcaudit.framework import Migration
from nlcaudit.text import LocalizedText

CITY = kit()
SEEDS = st.integers(0, 10_000).map(Random)
few = settings(max_examples=5, deadline=None)


def line(changes, name):
    return next(one for framework in changes.lines for one in framework.walk() if one.id == name)


def told(changes):
    return {one.id: (one.verdict, one.why) for framework in changes.lines for one in framework.walk()}


def moves(changes, name):
    return {pair.kind: pair.change(CITY.top) for pair in line(changes, name).pairs}


def then_and_now(before, after, **more):
    return wave(CITY, sheets(before), "2025-11-14"), wave(CITY, sheets(after, **more))


# -- what must hold ----------------------------------------------------------------------------------------------


@few
@given(SEEDS)
def test_between_a_wave_and_itself_nothing_changed(dice):
    toolkit = random_toolkit(dice)
    _, now = random_waves(dice, toolkit)
    changes = compared(toolkit, now, now)
    assert all(one.verdict == "none" for framework in changes.lines for one in framework.walk())
    assert {
        pair.change(toolkit.top) for framework in changes.lines for one in framework.walk() for pair in one.pairs
    } <= {None, 0}
    assert changes.stayed == changes.now


@pytest.mark.parametrize("before", [0, 1, 2])
def test_everybody_a_level_higher_with_evidence_is_a_rise_of_exactly_one_level(before):
    changes = compared(CITY, *then_and_now(before, before + 1, evidence=[PROOF]))
    assert set(told(changes).values()) == {("risen", "")}
    assert all(set(moves(changes, name).values()) == {Fraction(1)} for name in told(changes))


@few
@given(SEEDS)
def test_the_order_of_responses_and_questions_changes_nothing(dice):
    toolkit = random_toolkit(dice)
    then, now = random_waves(dice, toolkit)
    mixed = [replace(one, responses=tuple(dice.sample(one.responses, len(one.responses)))) for one in (then, now)]
    assert compared(toolkit, *mixed) == compared(toolkit, then, now)


@few
@given(SEEDS)
def test_new_pseudonyms_for_all_who_stayed_leave_the_values_of_everybody(dice):
    toolkit = random_toolkit(dice)
    then, now = random_waves(dice, toolkit)
    named = {r.respondent: f"other-{place}" for place, r in enumerate(then.responses)}
    renamed = engagement_of([r.model_copy(update={"respondent": named[r.respondent]}) for r in then.responses])
    before, after = compared(toolkit, then, now), compared(toolkit, renamed, now)
    assert after.stayed == 0
    for one, other in zip(before.lines, after.lines, strict=True):
        assert [q.pair("everybody") for q in one.lines] == [q.pair("everybody") for q in other.lines]
        assert not any(q.pair("people").shown for q in other.lines)


@few
@given(SEEDS)
def test_turning_time_around_turns_every_change_around(dice):
    toolkit = random_toolkit(dice)
    then, now = random_waves(dice, toolkit)
    there, back = compared(toolkit, then, now, protect=False), compared(toolkit, now, then, protect=False)
    forth = {q.id: [pair.change(toolkit.top) for pair in q.pairs] for one in there.lines for q in one.lines}
    for one in back.lines:
        for question in one.lines:
            changes = [pair.change(toolkit.top) for pair in question.pairs]
            assert [None if c is None else -c for c in changes] == forth[question.id]


# -- what counts as a change -------------------------------------------------------------------------------------


def test_without_new_evidence_a_rise_is_not_told():
    assert told(compared(CITY, *then_and_now(1, 2)))["names"] == ("none", "evidence")


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        ({"strength": "document", "date": "2025-11-14"}, ""),
        ({"strength": "document"}, ""),
        ({"strength": "document", "date": "2025-11-13"}, "evidence"),
        ({"strength": "claim", "date": "2026-06-01"}, "evidence"),
    ],
)
def test_evidence_is_new_unless_it_is_older_than_the_earlier_wave_or_a_mere_claim(evidence, why):
    assert told(compared(CITY, *then_and_now(1, 2, evidence=[{"what": "minutes", **evidence}])))["names"][1] == why


def test_evidence_that_was_named_then_already_is_not_new_whoever_has_seen_it_since():
    then = wave(CITY, sheets(1, evidence=[{**PROOF, "what": "Minutes  of May"}]), "2025-11-14")
    now = wave(CITY, sheets(2, evidence=[{**PROOF, "what": "minutes of May", "seen_by": "north"}]))
    assert told(compared(CITY, then, now))["names"] == ("none", "evidence")


def test_a_fall_is_told_where_evidence_is_gone():
    then = wave(CITY, sheets(2, evidence=[PROOF]), "2025-11-14")
    assert told(compared(CITY, then, wave(CITY, sheets(1))))["names"] == ("fallen", "")


def test_exactly_half_a_level_is_too_small():
    then = wave(CITY, sheets(1), "2025-11-14")
    rows = {group: [{"names": {"rating": 1 + n % 2, "evidence": [PROOF]}} for n in range(6)]
            for group in ("police", "city")}  # fmt: skip
    found = compared(CITY, then, wave(CITY, rows))
    assert moves(found, "names")["people"] == Fraction(1, 2)
    assert told(found)["names"] == ("none", "small")


def test_who_came_new_makes_no_change():
    """Those who stayed see it as they did; the newcomers see it two levels higher."""
    then = wave(CITY, sheets(0, 6), "2025-11-14")
    rows = {group: [{"names": {"rating": 0 if n < 6 else 3, "evidence": [PROOF]}} for n in range(12)]
            for group in ("police", "city")}  # fmt: skip
    found = compared(CITY, then, wave(CITY, rows))
    assert moves(found, "names") == {"people": 0, "mix": Fraction(3, 2), "everybody": Fraction(3, 2)}
    assert told(found)["names"] == ("none", "small")


def test_a_group_that_did_not_come_again_makes_no_change():
    then = wave(CITY, sheets(2) | sheets(0, 6, groups=["youth"]), "2025-11-14")
    named = {**sheets(2, evidence=[PROOF])}
    for rows in named.values():
        for number, row in enumerate(rows):
            row["_"] = {"respondent": f"new-{id(rows) % 97}-{number}"}
    found = compared(CITY, then, wave(CITY, named))
    assert moves(found, "names") == {"people": None, "mix": 0, "everybody": Fraction(1, 2)}
    assert told(found)["names"] == ("none", "small")


def test_comparisons_that_disagree_are_no_change():
    then = wave(CITY, sheets(1, 6), "2025-11-14")
    rows = {group: [{"names": {"rating": 2 if n < 6 else 0, "evidence": [PROOF]}} for n in range(20)]
            for group in ("police", "city")}  # fmt: skip
    assert told(compared(CITY, then, wave(CITY, rows)))["names"] == ("none", "disagree")


def test_a_person_who_changed_groups_is_not_the_same_person():
    then = wave(CITY, {"police": [{"names": 1, "_": {"respondent": f"a-{n}"}} for n in range(6)]}, "2025-11-14")
    now = wave(CITY, {"city": [{"names": 1, "_": {"respondent": f"a-{n}"}} for n in range(6)]})
    assert compared(CITY, then, now).stayed == 0


# -- what can be compared ----------------------------------------------------------------------------------------


def reasons(changes):
    return {one.id: one.apart for one in changes.unmatched}


def with_question(toolkit, name, **update):
    def changed(question):
        return question.model_copy(update=update) if question.id == name else question

    frameworks = tuple(
        framework.model_copy(update={"themes": tuple(
            theme.model_copy(update={"questions": tuple(changed(q) for q in theme.questions)})
            for theme in framework.themes
        )})
        for framework in toolkit.frameworks
    )  # fmt: skip
    return replace(toolkit, frameworks=frameworks, version="2", fingerprint="1" * 64)


def test_a_question_with_other_words_is_listed_and_not_compared():
    newer = with_question(CITY, "names", text=LocalizedText.of("Was it so?"))
    found = compared(newer, *then_and_now(1, 2), old=CITY)
    assert reasons(found) == {"names": "reworded"}
    assert "names" not in told(found)


def test_a_new_translation_changes_nothing():
    spoken = with_question(CITY, "names", text=LocalizedText.of({"en": "Is it so?"}))
    newer = with_question(spoken, "names", text=LocalizedText.of({"en": "Is it so?", "fr": "Est-ce ainsi ?"}))
    assert reasons(compared(newer, *then_and_now(1, 2), old=spoken)) == {}


def test_a_level_with_other_words_needs_a_declared_map():
    levels = CITY.by_id["names"].levels
    other = (levels[0].model_copy(update={"text": LocalizedText.of("Nothing.")}), *levels[1:])
    newer = with_question(CITY, "names", levels=other)
    assert reasons(compared(newer, *then_and_now(1, 2), old=CITY)) == {"names": "levels"}
    mapped = replace(newer, migrations=(Migration(to="2", levels={"names": (1, 2, 3, None)}),))
    found = compared(mapped, *then_and_now(1, 2, evidence=[PROOF]), old=CITY)
    assert reasons(found) == {}
    assert moves(found, "names") == {"people": 0, "mix": 0, "everybody": None}


def test_a_renamed_question_is_followed_by_its_migration():
    newer = with_question(CITY, "names", id="called")
    migrated = replace(newer, migrations=(Migration(to="2", renamed={"names": "called"}),))
    now = wave(migrated, sheets(2, questions=("called", "list", "meets"), evidence=[PROOF]))
    found = compared(migrated, then_and_now(1, 2)[0], now, old=CITY)
    assert told(found)["called"] == ("risen", "")
    assert reasons(compared(newer, then_and_now(1, 2)[0], now, old=CITY)) == {"called": "new", "names": "gone"}


def test_an_answer_to_another_wording_keeps_its_question_out():
    then, now = then_and_now(1, 2)
    marked = wave(CITY, sheets(1, wording="0.9"), "2025-11-14")
    assert set(reasons(compared(CITY, marked, now)).values()) == {"reworded"}
    assert reasons(compared(CITY, then, now)) == {}


def test_a_question_that_nobody_answered_then_is_listed():
    then = wave(CITY, sheets(1, questions=("names",)), "2025-11-14")
    assert reasons(compared(CITY, then, wave(CITY, sheets(1)))) == {"list": "not-asked-then", "meets": "not-asked-then"}


def test_another_toolkit_is_refused():
    other = replace(CITY, id="other")
    with pytest.raises(UserError, match="answers the toolkit “other”, not “kit”"):
        compared(CITY, *then_and_now(1, 2), old=other)
