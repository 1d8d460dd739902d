"""What each key does, and what it leaves alone."""

import pytest
from interview.making import after, begun, orchard, response_for

from nlcaudit.engagement import Answer, EvidenceRecord
from nlcaudit.interview import begin, leave, render
from nlcaudit.interview.events import Asked, Ended, Explained, Helped, Invited, Recorded, Refused, Returned, Undone


def reason(events):
    return next((event.reason for event in events if isinstance(event, Refused)), None)


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (["2"], Answer(rating=2)),
        (["0"], Answer(rating=0)),
        (["d"], Answer(dont_know=True)),
        (["D"], Answer(dont_know=True)),
        (["o"], Answer(outside_powers=True)),
        (["n", "There is no orchard."], Answer(not_applicable="There is no orchard.")),
        (["n There is no orchard."], Answer(not_applicable="There is no orchard.")),
        (["٢"], Answer(rating=2)),
        (["  3  "], Answer(rating=3)),
    ],
)
def test_each_kind_of_answer_is_recorded_and_leads_to_the_next_question(trees, lines, answer):
    state, events = after(begun(trees), *lines)
    assert state.response.answers == {"tree-1": answer}
    assert state.at == 1
    assert events == (Recorded("tree-1", answer, "choice"), Asked())


@pytest.mark.parametrize(
    "line", ["", "   ", "4", "9", "x", "22", "d d", "2 3", "yes", "0x1", "²", "é", "-1", "s 1", "-", "."]
)
def test_what_is_no_command_is_refused_and_changes_nothing(trees, line):
    before = begun(trees, "1")
    state, events = after(before, line)
    assert state == before
    assert reason(events) in {"empty", "unknown"}


@pytest.mark.parametrize("line", ["\x1b[A", "a\x00b", "a\nb", "a\rb", "t \ud800"])
def test_a_line_with_a_control_character_is_refused(trees, line):
    before = begun(trees)
    assert after(before, line) == (before, (Refused("character"),))


def test_a_changed_answer_keeps_note_evidence_confidence_and_flag(trees):
    state = begun(trees, "t The old trees.", "e A count", ".", "c 2", "f", "1", "b", "d")
    assert state.response.answers["tree-1"] == Answer(
        dont_know=True,
        note="The old trees.",
        evidence=(EvidenceRecord(what="A count"),),
        confidence="medium",
        flag=True,
    )


def test_skipping_an_answered_question_leaves_its_answer(trees):
    state = begun(trees, "2", "b", "s")
    assert (state.at, state.response.answers) == (1, {"tree-1": Answer(rating=2)})


def test_back_at_the_first_question_is_refused(trees):
    assert after(begun(trees), "b")[1] == (Refused("first-question"),)


@pytest.mark.parametrize("line", ["j O4", "j o4", "j tree-4", "j 4", "O4", "tree-4"])
def test_a_jump_takes_a_code_an_id_or_a_number(trees, line):
    assert begun(trees, line).question.id == "tree-4"


def test_a_jump_that_was_asked_for_waits_for_the_place(trees):
    state, events = after(begun(trees), "j")
    assert (state.awaited, events) == ("question", (Invited(),))
    assert after(state, "O99")[1] == (Refused("no-question", "O99"),)
    assert after(state, ".")[0].awaited == "command"
    assert after(state, "O5")[0].at == 4


def test_jumping_to_the_next_unanswered_question_goes_round(trees):
    state = begun(trees, "1", "1", "s", "1", "1")
    assert (state.question.id, after(state, "j j")[0].question.id) == ("tree-6", "tree-3")
    assert after(state, "j j", "1", "j j")[0].question.id == "tree-6"
    assert reason(after(state, "j j", "1", "j j", "j j")[1]) == "already-answered"
    assert reason(after(state, "1", "j j", "1", "j j")[1]) == "everything-answered"


def test_a_question_that_is_not_put_to_the_group_cannot_be_jumped_to(trees):
    state, events = after(begun(trees, group="pickers"), "j O3")
    assert [q.id for q in state.questions] == ["tree-1", "tree-2", "tree-4", "tree-5", "tree-6"]
    assert reason(events) == "not-asked"


def test_undo_restores_the_answer_and_the_place_of_the_last_change(trees):
    state, events = after(begun(trees, "2", "3", "j O6"), "u")
    assert (state.question.id, state.response.answers) == ("tree-2", {"tree-1": Answer(rating=2)})
    assert events == (Undone("tree-2"), Asked())
    assert after(state, "u", "u")[1] == (Refused("nothing-to-undo"),)


def test_undo_takes_back_a_whole_note_and_a_whole_piece_of_evidence(trees):
    noted = begun(trees, "t One", "t", "two", "three", ".")
    assert noted.answer.note == "One\ntwo\nthree"
    assert after(noted, "u")[0].answer.note == "One"
    shown = begun(trees, "e", "A list", "The office", "2026-11-12", "-", "2", "-")
    assert after(shown, "u")[0].response.answers == {}


def test_undo_keeps_the_language(trees):
    assert begun(trees, "1", "l", "u").response.language == "fr"


def test_evidence_is_asked_for_field_by_field_and_stored_at_once(trees):
    expected = EvidenceRecord(
        what="A list", where="The office", date="2026-11-12", owner="The grower", strength="observed"
    )
    state = begun(trees, "e", "A list")
    assert state.answer.evidence == (EvidenceRecord(what="A list"),)
    state = after(state, "The office", "2026-11-12", "The grower", "3", "-")[0]
    assert (state.awaited, state.answer.evidence) == ("command", (expected,))


@pytest.mark.parametrize(("lines", "wrong"), [
    (["-", "12/11/2026"], "date"), (["-", "2026-02-30"], "date"), (["-", "-", "-", "5"], "strength"),
    (["-", "-", "-", ""], "strength"), ([""], "blank"), (["x"], "one-letter"), (["-", "-", "-", "2", "/etc/a"], "file"),
    (["-", "-", "-", "2", "C:\\a.pdf"], "file"), (["-", "-", "-", "2", ""], "blank"),
])  # fmt: skip
def test_a_field_of_evidence_that_does_not_fit_is_asked_again(trees, lines, wrong):
    before = begun(trees, "e", "A list", *lines[:-1])
    assert after(before, lines[-1])[0] == before
    assert reason(after(before, lines[-1])[1]) == wrong


def test_the_last_piece_of_evidence_can_be_taken_away(trees):
    state = begun(trees, "e One basket", ".", "e Two baskets", ".", "e", "-")
    assert [record.what for record in state.answer.evidence] == ["One basket"]
    assert reason(after(begun(trees), "e", "-")[1]) == "nothing-to-remove"


@pytest.mark.parametrize(("line", "confidence"), [("c 1", "low"), ("c 2", "medium"), ("c 3", "high")])
def test_confidence_is_recorded_and_can_be_taken_away(trees, line, confidence):
    state = begun(trees, line)
    assert (state.at, state.answer.confidence) == (0, confidence)
    assert after(state, "c", "-")[0].response.answers == {}


def test_a_note_keeps_its_empty_lines_inside_and_loses_those_at_its_end(trees):
    assert begun(trees, "t", "One", "", "two", "", "", ".").answer.note == "One\n\ntwo"


def test_a_note_that_is_cut_off_keeps_what_was_typed(trees):
    cut = leave(begun(trees, "t", "One", "two", ""))
    assert (cut.answer.note, cut.ended) == ("One\ntwo", True)


def test_a_note_is_added_below_the_one_before_and_can_be_deleted(trees):
    state = begun(trees, "t One.", "t Two.")
    assert state.answer.note == "One.\nTwo."
    assert after(state, "t", "-")[0].response.answers == {}


def test_a_single_letter_is_never_taken_for_a_text(trees):
    for command in ("n", "t", "e"):
        state, events = after(begun(trees), command, "x")
        assert (state.response.answers, reason(events)) == ({}, "one-letter")


def test_a_full_stop_leaves_every_text_without_recording(trees):
    for command in ("n", "t", "e", "c", "j"):
        state, events = after(begun(trees), command, ".")
        assert (state, events) == (begun(trees), (Returned(),))


ASKING = [["n"], ["t"], ["t", "One"], ["e"], ["e", "A list"], ["e", "A list", "-", "-", "-"], ["c"], ["y"], ["j"],
          ["e", "A list", "-", "-", "-", "2"]]  # fmt: skip


@pytest.mark.parametrize("lines", ASKING, ids=" ".join)
def test_wherever_something_is_asked_for_a_question_mark_says_what_and_q_leaves_with_all_that_was_typed(trees, lines):
    asked = begun(trees, "2", "b", *lines)
    assert after(asked, " ? ") == (asked, (Helped(), Invited()))
    said = [paragraph.text for event in (Helped(), Invited()) for paragraph in render(event, asked)]
    assert said[1] == "O1 · How is tree 1?"
    assert any("“q” saves and leaves" in one for one in said)
    left, events = after(asked, "Q")
    assert (left.ended, left.response, events[-1]) == (True, leave(asked).response, Ended())
    told = [event.part for event in events if isinstance(event, Recorded)]
    assert told == (["note"] if "One" in lines else ["evidence"] if "A list" in lines else [])


def test_q_does_not_leave_empty_lines_at_the_end_of_a_note(trees):
    assert after(begun(trees), "t", "One", "", "q")[0].response.answers["tree-1"].note == "One"


def test_a_file_of_evidence_is_a_path_from_the_engagement_s_folder(trees):
    state = begun(trees, "e", "A list", "-", "-", "-", "2", "evidence/list.pdf")
    assert (state.awaited, state.answer.evidence[0].file) == ("command", "evidence/list.pdf")


def test_the_language_switches_between_two_and_asks_among_more(trees):
    assert begun(trees, "l").response.language == "fr"
    more = begun(trees, languages=("en", "fr", "de"))
    assert after(more, "l")[0].awaited == "language"
    assert after(more, "l", "de")[0].response.language == "de"
    assert reason(after(more, "l it")[1]) == "language"
    assert reason(after(begun(trees, languages=("en",)), "l")[1]) == "one-language"


def test_why_and_help_change_nothing(trees):
    before = begun(trees, "1")
    assert after(before, "w") == (before, (Explained(),))
    assert after(before, "?") == (before, (Helped(), Asked()))


def test_leaving_ends_the_interview_on_the_question_it_was_left_at(trees):
    state, events = after(begun(trees, "1", "2"), "q")
    assert (state.ended, state.response.resume_at, events) == (True, "tree-3", (Ended(),))


def test_in_the_review_only_moving_and_leaving_are_possible(trees):
    review = begun(trees, *("1" * 6))
    assert review.question is None
    assert review.response.resume_at is None
    for line in ("2", "d", "s", "n no", "w", "", "x", "f"):
        assert after(review, line) == (review, (Refused("not-here", line.split(" ")[0]),))
    assert after(review, "b")[0].question.id == "tree-6"
    assert after(review, "O2")[0].question.id == "tree-2"
    assert after(review, "u")[0].question.id == "tree-6"


def test_a_response_resumes_where_it_was_left(trees):
    state, _ = begin(trees, response_for(trees, resume_at="tree-5"), ("en",))
    assert state.question.id == "tree-5"


def test_a_response_that_does_not_say_where_it_was_left_resumes_at_its_first_gap(trees):
    answers = {"tree-1": Answer(rating=1), "tree-2": Answer(note="Later.")}
    assert begin(trees, response_for(trees, answers=answers), ("en",))[0].question.id == "tree-2"


def test_answers_to_questions_that_the_toolkit_does_not_know_are_kept(trees):
    answers = {"an-older-question": Answer(rating=3), "tree-4": Answer(rating=0)}
    state = begun(trees, "2", answers=answers, resume_at="tree-1")
    assert list(state.response.answers.items()) == [
        ("tree-1", Answer(rating=2)), ("tree-4", Answer(rating=0)), ("an-older-question", Answer(rating=3)),
    ]  # fmt: skip


@pytest.mark.parametrize("levels", [2, 7, 10])
def test_a_scale_of_two_to_ten_levels_without_groups_is_rated_with_its_digits(tmp_path, levels):
    toolkit = orchard(tmp_path, questions=2, levels=levels, groups=("everybody",))
    assert begun(toolkit, str(levels - 1)).response.answers == {"tree-1": Answer(rating=levels - 1)}
    if levels < 10:
        assert reason(after(begun(toolkit), str(levels))[1]) == "unknown"


def test_a_note_or_a_line_beyond_all_measure_is_refused(trees):
    assert reason(after(begun(trees), "t " + "a" * 30_000)[1]) == "too-long"
    state = begun(trees, *["t " + "a" * 4_000] * 4)
    assert reason(after(state, "t " + "a" * 4_000)[1]) == "too-much"
