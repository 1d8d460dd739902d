"""A sheet that is typed twice becomes the response that stands on it; anything else is refused, and changes nothing."""

import pytest
from forms.making import kit
from hypothesis import given
from hypothesis import strategies as st
from keying.typing import COUNT, MARKS, finished, plan, play, refusals, said

from nlcaudit.engagement import Answer
from nlcaudit.keying import Keying, Mark, Refused, render, step
from nlcaudit.keying.events import Differs, PassEnded, Recorded
from nlcaudit.rules.answers import check_response

SHEET = st.lists(MARKS, min_size=COUNT, max_size=COUNT)
BEGIN = ["7", "crews"]


def answers(marks):
    questions = Keying(plan(), number="7", group="crews").questions
    return {q.id: answer for q, mark in zip(questions, marks, strict=True) if (answer := mark.answer())}


@given(SHEET)
def test_a_sheet_typed_twice_alike_is_the_response_that_stands_on_it(marks):
    state, events = play([*BEGIN, *map(said, marks), *map(said, marks)])
    [response] = finished(events)
    assert response.answers == answers(marks)
    assert (response.respondent, response.group, response.depth) == ("sheet-7", "crews", "full")
    assert list(check_response(response, kit("harbour"))) == []
    assert (state.phase, state.number, "sheet-7" in state.taken) == ("number", "", True)


@given(SHEET, SHEET, SHEET)
def test_what_differs_is_shown_and_settled_before_there_is_a_response(first, second, third):
    state, events = play([*BEGIN, *map(said, first), *map(said, second)])
    differing = [i for i in range(COUNT) if first[i].key != second[i].key]
    assert len(finished(events)) == (not differing)
    settled = list(first)
    for left, place in enumerate(differing):
        shown = next(event for event in reversed(events) if isinstance(event, Differs))
        assert (shown.first, shown.second, shown.left) == (first[place], second[place], len(differing) - left)
        assert finished(events) == []
        state, events = play([said(third[place])], state)
        settled[place] = third[place]
    [response] = finished(events)
    assert response.answers == answers(settled)


@given(SHEET, st.integers(0, 2 * COUNT + 2))
def test_what_was_typed_until_any_moment_leads_back_to_the_same_state(marks, moment):
    lines = [*BEGIN, *map(said, marks), *map(said, marks)]
    before, _ = play(lines[:moment])
    again, _ = play(lines[:moment])
    assert before == again
    assert play(lines[moment:], again)[0] == play(lines)[0]


@given(st.text(max_size=30))
def test_no_line_breaks_the_machine_and_a_refused_one_changes_nothing(line):
    for begun in ([], ["7"], BEGIN, [*BEGIN, *["1"] * COUNT], [*BEGIN, *["1"] * COUNT, *["2"] * COUNT]):
        state, _ = play(begun)
        after, events = step(state, line)
        if refusals(events):
            assert after == state
        assert all(isinstance(text, str) for event in events for text in render(event, after))


def test_several_marks_on_a_line_are_those_of_as_many_lines():
    one, _ = play([*BEGIN, "2 0, d;-"])
    assert one.first == play([*BEGIN, "2", "0", "d", "-"])[0].first


def test_a_code_goes_to_its_question_and_the_order_goes_on_behind_it():
    codes = [question.code for question in Keying(plan(), number="7", group="crews").questions]
    state, events = play([*BEGIN, f"{codes[2].lower()} 3", "1"])
    assert [(e.code, e.mark.key) for e in events if isinstance(e, Recorded)] == [(codes[2], "3"), (codes[3], "1")]
    again, events = play([f"{codes[2]}=0 {codes[0]} d"], state)
    assert [e.done for e in events if isinstance(e, Recorded)] == [2, 3]
    assert again.first[again.questions[2].id] == Mark("0")


def test_the_count_tells_how_many_are_typed():
    _, events = play([*BEGIN, *["1"] * COUNT])
    assert [event.done for event in events if isinstance(event, Recorded)] == list(range(1, COUNT + 1))
    assert isinstance(events[-1], PassEnded)


@pytest.mark.parametrize(("line", "reason"), [
    ("", "mark"), ("4", "level"), ("12", "mark"), ("yes", "mark"), ("Z9 1", "not-on-sheet"), ("n", "no-reason"),
    ("1 2 x2", "not-on-sheet"), ("٢", "mark"), ("b", "nothing-before"), ("c 2", "nothing-marked"),
    ("t hm", "nothing-marked"),
    ("2\x07", "mark"), ("1" * 2001, "too-long"),
])  # fmt: skip
def test_a_line_that_does_not_fit_is_refused_whole(line, reason):
    state, _ = play(BEGIN)
    after, events = step(state, line)
    assert refusals(events) == [reason]
    assert after == state


@pytest.mark.parametrize(("line", "reason"), [
    ("0", "number"), ("-1", "number"), ("seven", "number"), ("100000", "number"), ("8", "taken"), ("008", "taken"),
])  # fmt: skip
def test_a_number_that_is_none_or_taken_is_refused(line, reason):
    assert refusals(step(Keying(plan(), frozenset({"sheet-8"})), line)[1]) == [reason]


def test_back_types_the_last_question_anew():
    state, _ = play([*BEGIN, "1", "2", "b", "3"])
    assert [mark.key for mark in state.first.values()] == ["1", "3"]
    assert state.at == 2


def test_confidence_and_note_stand_beside_the_answer_and_are_typed_once():
    marks = ["2", *["-"] * (COUNT - 1)]
    _, events = play([*BEGIN, "2", "c 3", "t Seen in March", *marks[1:], "t last one", *marks])
    [response] = finished(events)
    first, *_, last = Keying(plan(), number="7", group="crews").questions
    assert response.answers[first.id] == Answer(rating=2, confidence="high", note="Seen in March")
    assert response.answers[last.id] == Answer(note="last one")


def test_a_sheet_put_aside_leaves_nothing():
    number = BEGIN[0]
    state, _ = play([*BEGIN, "1 2", f"x {number}"])
    assert state == Keying(plan())


@pytest.mark.parametrize("line", ["x", "x 8", "x 1 2"])
def test_a_cross_alone_deletes_nothing(line):
    before, _ = play([*BEGIN, "1 2"])
    assert step(before, line) == (before, (Refused("drop", BEGIN[0]),))


def test_one_group_for_all_sheets_is_not_asked_for():
    state, _ = play(["7", "1"], Keying(plan(group="crews")))
    assert (state.phase, len(state.first)) == ("first", 1)


@pytest.mark.parametrize("line", ["0000011", "0000001", "100000000", "0", "99999"])
def test_a_group_is_chosen_by_a_number_of_the_list_and_by_no_longer_one(line):
    state, events = play(["7", line])
    assert (state.phase, state.group, refusals(events)) == ("group", None, ["group"])


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([*BEGIN, "b"], ["There is nothing to go back to here."]),
        ([*BEGIN, "t a note"], ["Nothing recorded: type a mark first; this goes beside it."]),
        ([*BEGIN, "1", "c 9"], ["Nothing recorded: type c 1 low, c 2 medium or c 3 high."]),
        ([*BEGIN, "1", "t a note"], ["  Beside T1."]),
        ([*BEGIN, "x 8"], ["Nothing deleted: to delete what was typed of sheet 7, type x 7."]),
        ([*BEGIN, "x 7"], ["Sheet 7 is put aside."]),
    ],
)
def test_what_the_typist_is_told_on_the_last_line(lines, said):
    before, _ = play(lines[:-1])
    state, events = step(before, lines[-1])
    assert [line for event in events for line in render(event, state)] == said
