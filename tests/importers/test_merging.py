"""The same answers twice count once; a correction leaves a trace; what a hand wrote is never overwritten in silence."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importers.making import free_name, kit, plan_of, reference, response, table

from nlcaudit.engagement import Answer
from nlcaudit.errors import UserError
from nlcaudit.importers.declaring import Declared
from nlcaudit.importers.merging import Rules
from nlcaudit.importers.planning import RESPONSE_FILE, Source, plan_import
from nlcaudit.importers.preferring import NOBODY_SAID, Preference, parse_preference
from nlcaudit.importers.reporting import render_plan, render_plan_json
from nlcaudit.importers.submissions import Setting

T1, T5 = "trust-obstacles-named", "trust-partners-training"


def row(**cells):
    return {"group": "justice", "T1": "1", "T5": "2", "_uuid": "a", "_submission_time": "2026-11-14T09:00:00", **cells}


def after(*rows, there=(), name="a.csv", **rules):
    """What becomes of each row, the problems, and the responses afterwards."""
    return became(plan_of(table(rows), name, *there, **rules), there)


def became(plan, there):
    book = {one.respondent: one for one in there}
    book |= {outcome.respondent: outcome.response for outcome in plan.outcomes if outcome.response is not None}
    return [outcome.what for outcome in plan.outcomes], [p.message for p in plan.problems], tuple(book.values())


def ratings(response):
    return {question: answer.rating for question, answer in response.answers.items()}


def test_the_same_export_again_changes_nothing():
    _, _, there = after(row(), row(_uuid="b", T1="0"))
    assert after(row(), row(_uuid="b", T1="0"), there=there) == (["same", "same"], [], there)


def test_a_corrected_submission_takes_the_place_of_the_old_one_and_leaves_a_trace():
    _, _, there = after(row())
    what, problems, [now] = after(row(T1="3", T5="", _submission_time="2026-11-15T09:00:00"), there=there)
    assert (what, problems) == (["corrected"], [])
    assert ratings(now) == {T1: 3}
    assert now.imported[-1].replaced == {T1: Answer(rating=1), T5: Answer(rating=2)}
    assert [str(record.day) for record in now.imported] == ["2026-11-14", "2026-11-15"]


def test_an_older_export_does_not_undo_a_correction():
    _, _, there = after(row())
    _, _, there = after(row(T1="3", _submission_time="2026-11-15T09:00:00"), there=there)
    assert after(row(), there=there) == (["older"], [], there)
    assert after(row(T1="0", _submission_time="2026-11-13T09:00:00"), there=there) == (["older"], [], there)


def test_of_two_rows_of_one_submission_the_one_sent_later_counts_wherever_it_stands():
    late, early = row(T1="3", _submission_time="2026-11-14T10:00:00"), row()
    assert [ratings(after(*rows)[2][0])[T1] for rows in ((late, early), (early, late))] == [3, 3]
    _, [said], _ = after(row(T1="3"), row())
    assert "the same respondent stands in" in said


TAKE_IT = Preference("import")
KEEP_IT = Preference("file")


def test_kobo_s_number_knows_a_submission_whose_id_changed_when_it_was_edited():
    _, _, there = after(row(_id="77"))
    assert after(row(_id="77", _uuid="b", T1="0"), there=there, prefer=TAKE_IT)[0] == ["corrected"]
    assert after(row(_id="78", _uuid="b", T1="0"), there=there)[0] == ["new"]


def test_odk_s_deprecated_id_says_what_is_corrected():
    _, _, there = after(row())
    assert after(row(_uuid="b", **{"meta/deprecatedID": "uuid:a"}, T1="0"), there=there)[0] == ["corrected"]


def test_of_what_the_server_says_was_corrected_the_last_stands_in_whatever_order_it_comes():
    first, second = row(_id="77"), row(_id="77", _uuid="b", **{"meta/deprecatedID": "uuid:a"}, T1="0")
    third = row(_id="77", _uuid="c", **{"meta/deprecatedID": "uuid:b"}, T1="3")
    _, _, there = after(first)
    _, _, [now] = after(third, there=there, prefer=TAKE_IT)  # the second never came in
    assert after(second, there=[now]) == (["older"], [], (now,))


@pytest.mark.parametrize("moment", ["2026-11-14T09:00:00", "2026-11-14T18:00:00", ""])
def test_another_word_of_the_same_day_is_a_doubt_until_the_user_says_which_is_newer(moment):
    _, _, [there] = after(row(T1="3"))
    other = row(T1="1", _submission_time=moment)
    what, [said], unchanged = after(other, there=[there])
    assert (what, unchanged) == ([], (there,))
    assert said == "this says otherwise than new-0, and nothing says which is newer (T1: 3 → 1)"
    assert after(other, there=[there], prefer=KEEP_IT) == (["same"], [], (there,))
    assert ratings(after(other, there=[there], prefer=TAKE_IT)[2][0])[T1] == 1


def drafted(*there, prefer=NOBODY_SAID, **given):
    """What becomes of a response file, as the offline page saves it."""
    filled = response({T1: {"rating": 1}, T5: {"rating": 2}}, group="justice")
    came = filled.model_copy(update={"answers": {q: Answer(rating=rating) for q, rating in given.items()}})
    plan = plan_import([Source("draft.yaml", RESPONSE_FILE, response=came)], there, Setting(kit(), reference(), "en"),
                       Declared(), Rules(kit(), {"draft.yaml": "0" * 64}, prefer), free_name)  # fmt: skip
    return plan, became(plan, there)


def test_an_older_draft_that_comes_after_a_newer_one_never_takes_answers_back_in_silence():
    _, (_, _, [newer]) = drafted(**{T1: 3, T5: 2})
    plan, (what, [said], there) = drafted(newer, **{T1: 1})
    assert (what, there) == ([], (newer,))
    assert said == "this says otherwise than mk-5927, and nothing says which is newer (T1: 3 → 1)"
    assert plan.problems[0].hint == (
        "say which counts: --prefer mk-5927=file keeps what is there, --prefer mk-5927=import takes this"
    )
    assert drafted(newer, prefer=Preference(None, {"other": "import"}), **{T1: 1})[1][0] == []
    assert drafted(newer, prefer=Preference(None, {"mk-5927": "file"}), **{T1: 1})[1] == (["same"], [], (newer,))
    plan, (what, _, [now]) = drafted(newer, prefer=Preference("file", {"mk-5927": "import"}), **{T1: 1})
    assert (what, ratings(now)) == (["corrected"], {T1: 1, T5: 2})
    assert now.imported[-1].replaced == {T1: Answer(rating=3)}
    assert "T1: 3 → 1" in render_plan(plan, kit())


def test_what_only_adds_to_a_draft_is_no_doubt():
    _, (_, _, [draft]) = drafted(**{T1: 3})
    assert drafted(draft, **{T1: 3, T5: 0})[1][0] == ["added"]


def test_what_a_later_file_does_not_say_stays_and_is_told():
    _, (_, _, [there]) = drafted(**{T1: 3, T5: 2})
    plan, (what, problems, now) = drafted(there, **{T1: 3})
    assert (what, problems, now) == (["same"], [], (there,))
    assert "says nothing to T5: older, or taken away; what is there stays" in render_plan(plan, kit())
    assert json.loads(render_plan_json(plan, kit(), written=False))["submissions"][0]["silent"] == [T5]


@pytest.mark.parametrize("words", [["both"], ["=file"], ["mk-5927"], ["file", "import"], ["a=file", "a=import"]])
def test_a_preference_that_says_nothing_is_refused(words):
    with pytest.raises(UserError, match="--prefer"):
        parse_preference(words)


def test_a_respondent_s_code_joins_what_came_on_two_forms():
    _, _, there = after({"respondent": "mk-5927", "group": "justice", "T1": "1"})
    what, _, [now] = after({"respondent": "MK-5927", "group": "justice", "I1": "2"}, there=there, name="b.csv")
    assert what == ["added"]
    assert ratings(now) == {T1: 1, "inclusivity-joint-diagnosis": 2}
    assert now.frameworks == ("trust", "inclusivity")
    assert after({"respondent": "mk-5927", "group": "justice", "T1": "1"}, there=[now])[0] == ["same"]


def edited(one, **answers):
    return one.model_copy(update={"answers": {**one.answers, **answers}})


def test_an_answer_that_was_edited_by_hand_is_a_conflict_until_the_user_decides():
    _, _, [there] = after(row())
    by_hand = edited(there, **{T1: Answer(rating=0)})
    new = row(T1="3", _submission_time="2026-11-15T09:00:00")
    what, [said], _ = after(new, there=[by_hand])
    edit = "new-0 was edited by hand since the last import, and this says otherwise (T1: 0 → 3)"
    assert (what, said) == ([], edit)
    assert ratings(after(new, there=[by_hand], prefer=TAKE_IT)[2][0])[T1] == 3
    assert ratings(after(new, there=[by_hand], prefer=KEEP_IT)[2][0])[T1] == 0


def test_a_response_that_was_never_imported_is_a_hand_s_work_too():
    typed = response({T1: {"rating": 0}}, respondent="mk-5927", group="justice")
    new = {"respondent": "mk-5927", "group": "justice", "T1": "2", "T5": "1"}
    assert "edited by hand" in after(new, there=[typed])[1][0]
    what, _, [now] = after({**new, "T1": "0"}, there=[typed])
    assert (what, ratings(now)) == (["added"], {T1: 0, T5: 1})


def test_two_submissions_that_no_server_tells_apart_and_that_say_the_same_are_a_question_for_the_user():
    rows = [{"group": "justice", "T1": "1"}] * 2
    _, [said], _ = after(*rows)
    assert "the same person twice, or two persons?" in said
    assert after(*rows, same="once")[0] == ["new", "same"]
    assert after(*rows, same="each")[0] == ["new", "new"]
    _, _, there = after(*rows, same="each")
    assert after(*rows, there=there)[0] == ["same", "same"]


def test_equal_rows_of_one_table_that_were_sent_at_two_moments_are_two_persons():
    rows = [{"Timestamp": f"2026/11/14 9:0{n}:00 AM", "group": "justice", "T1": "1"} for n in range(3)]
    what, problems, there = after(*rows)
    assert (what, problems) == (["new", "new", "new"], [])
    assert after(*rows, there=there) == (["same", "same", "same"], [], there)


def test_a_row_that_was_corrected_in_the_table_itself_is_not_taken_for_another_person():
    full = {"Timestamp": "2026/11/14 9:00:00 AM", "group": "justice", **{f"T{n}": "1" for n in range(1, 9)}}
    _, _, there = after(full)
    fixed = {**full, "T8": "2"}
    assert "corrected, or another person?" in after(fixed, there=there)[1][0]
    assert after(fixed, there=there, same="once")[0] == ["corrected"]
    assert after(fixed, full, there=there)[0] == ["new", "same"]


def test_another_group_for_a_known_respondent_is_refused():
    _, _, there = after(row())
    assert after(row(group="local-police", T1="0"), there=there)[1] == [
        "new-0 answers for justice, and this says local-police"
    ]


def test_nothing_that_a_server_knows_is_kept_but_fingerprints_and_the_day():
    _, _, [there] = after(row(_submitted_by="jdupont", deviceid="collect:77", start="2026-11-14T08:41:00"))
    kept = there.model_dump_json()
    assert [word for word in ("jdupont", "collect", "09:00", "08:41", '"a"') if word in kept] == []


SENT = st.fixed_dictionaries({"T1": st.sampled_from("0123"), "T5": st.sampled_from(["", "d", "2"])})


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from("abc"), SENT), min_size=1, max_size=6), st.data())
def test_however_often_and_in_whatever_order_exports_come_in_the_newest_answers_stand(sent, data):
    rows = [
        row(_uuid=who, _submission_time=f"2026-11-{10 + day}T09:00:00", **said) for day, (who, said) in enumerate(sent)
    ]
    newest = dict(sent)
    there = ()
    for chosen in data.draw(st.lists(st.sampled_from(rows), max_size=6)) + rows:
        _, problems, there = after(chosen, there=there, name=f"{len(there)}.csv")
        assert problems == []
    expected = sorted((said["T1"], said["T5"]) for said in newest.values())
    told = {"": "", "d": "d", "2": "2"}
    stands = sorted(
        (str(one.answers[T1].rating), told["" if T5 not in one.answers else "d" if one.answers[T5].dont_know else "2"])
        for one in there
    )
    assert stands == expected


@pytest.mark.parametrize("moment", ["14/11/2026 09:00", "11/14/26 9:00:00", "yesterday"])
def test_a_moment_that_countries_read_differently_is_not_read(moment):
    _, _, [there] = after(row(_submission_time=moment))
    assert there.imported[0].day is None


def test_an_institution_is_not_corrected_by_a_person_of_the_same_code():
    there = response(respondent="mk-5927", group="justice", voice="institution", name="Probation")
    [said] = after({"respondent": "mk-5927", "group": "justice", "T1": "3"}, there=[there])[1]
    assert "answers as another than this" in said
