"""Answers move to the version of now, and none is lost."""

from random import Random

import pytest
from evolution.making import kit, migration
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring.making import frozen, response, shaped

from nlcaudit.engagement import Answer, ImportRecord, Orphan, Response, Workshop, content_of
from nlcaudit.evolution.migrating import Moved, Stuck, migrate
from nlcaudit.evolution.talks import migrate_workshop
from nlcaudit.store import render_response

OLD = kit("1.0.0", ["a", "b", "c"])


def answered(toolkit=OLD, **answers):
    return response(toolkit, "kt-42", "g", answers)


def moved(given_to, toolkit):
    result = migrate(given_to, toolkit)
    assert isinstance(result, Moved), result
    return result


def told(result):
    return [(move.kind, move.subject, move.text) for move in result.moves]


def test_an_answer_moves_with_its_note_and_evidence_to_the_new_id():
    whole = {"rating": 2, "note": "see the minutes", "evidence": [{"what": "minutes", "strength": "document"}]}
    new = kit("1.1.0", ["x", "b", "c"], migration(to="1.1.0", renamed={"a": "x"}))
    result = moved(answered(a=whole, b=1), new)
    assert list(result.response.answers) == ["x", "b"]
    assert result.response.answers["x"] == answered(a=whole).answers["a"]
    assert result.response.toolkit.version == "1.1.0"
    assert told(result) == [("renamed", "a", "now x")]


def test_an_answer_to_a_removed_question_stays_as_an_orphan_as_it_was_given():
    new = kit("2.0.0", ["b", "c"], migration(to="2.0.0", removed={"a": "nobody knows"}, scale=[0, 0, 1, 3]))
    result = moved(answered(a=2, b=2), new)
    assert result.response.answers == {"b": Answer(rating=1)}
    assert result.response.orphaned == (Orphan(question="a", version="1.0.0", answer=Answer(rating=2)),)
    assert told(result) == [("orphaned", "a", "removed in 2.0.0: nobody knows"),
                            ("rescaled", "b", "rating 2 is now 1")]  # fmt: skip


def test_an_orphan_comes_back_at_its_place_on_the_scale_of_now_when_its_question_does():
    gone = migration(to="1.1.0", removed={"b": "too long"})
    wider = migration(to="2.0.0", scale=[0, 1, 3, 4])
    back = migration(to="2.1.0", restored=["b"])
    first = moved(answered(a=1, b=2, c=3), kit("1.1.0", ["a", "c"], gone)).response
    result = moved(first, kit("2.1.0", ["a", "b", "c"], gone, wider, back, levels=5))
    assert list(result.response.answers.items()) == [
        ("a", Answer(rating=1)), ("b", Answer(rating=3)), ("c", Answer(rating=4)),
    ]  # fmt: skip
    assert result.response.orphaned == ()
    assert ("restored", "b", "back under b") in told(result)


def test_without_a_migration_an_answer_is_an_orphan_until_one_is_declared():
    first = moved(answered(a=1), kit("1.1.0", ["x", "b", "c"]))
    assert told(first) == [("orphaned", "a", "there is no such question, and no migration says what became of it")]
    late = kit("1.1.1", ["x", "b", "c"], migration(to="1.1.0", renamed={"a": "x"}))
    assert moved(first.response, late).response.answers == {"x": Answer(rating=1)}


def test_a_removed_id_that_is_there_again_unsaid_does_not_take_the_answer():
    new = kit("1.1.0", ["a", "b", "c"], migration(to="1.1.0", removed={"a": "it asked two things"}))
    assert moved(answered(a=1), new).response.answers == {}


def test_a_level_that_nothing_stands_for_any_more_makes_an_orphan_and_no_false_rating():
    new = kit("2.0.0", ["a", "b", "c"], migration(to="2.0.0", scale=[0, None, 2, 3]))
    result = moved(answered(a=1, b=2, c="dk"), new)
    assert list(result.response.answers) == ["b", "c"]
    assert told(result) == [("orphaned", "a", "since 2.0.0 no level says what its rating 1 said")]


def test_a_map_of_one_question_stands_before_the_one_of_the_scale():
    step = migration(to="2.0.0", levels={"a": [0, 0, 0, 1]}, scale=[0, 1, 2, 2])
    assert moved(answered(a=3, b=3), kit("2.0.0", ["a", "b", "c"], step)).response.answers == {
        "a": Answer(rating=1), "b": Answer(rating=2),
    }  # fmt: skip


def test_of_two_answers_to_one_question_the_one_under_its_own_id_stays():
    new = kit("1.1.0", ["x", "c"], migration(to="1.1.0", renamed={"a": "x"}))
    result = moved(answered(a=1, x=3), new)
    assert result.response.answers == {"x": Answer(rating=3)}
    assert told(result) == [("orphaned", "a", "x has an answer of its own")]


def test_an_orphan_whose_question_was_answered_again_stays_an_orphan():
    orphan = Orphan(question="a", version="0.9.0", answer=Answer(rating=3))
    sheet = answered(a=1).model_copy(update={"orphaned": (orphan,)})
    after = moved(sheet, kit("1.1.0", ["a"])).response
    assert (after.answers, after.orphaned) == ({"a": Answer(rating=1)}, (orphan,))


def test_an_orphan_comes_back_without_a_new_version_too():
    orphan = Orphan(question="a", version="1.0.0", answer=Answer(rating=3))
    sheet = answered(b=1).model_copy(update={"orphaned": (orphan,)})
    after = moved(sheet, OLD).response
    assert (list(after.answers), after.orphaned) == (["a", "b"], ())


def test_an_answer_to_an_older_wording_is_kept_and_marked_once():
    first = migration(to="2.0.0", reworded=["a"])
    again = migration(to="3.0.0", reworded=["a"])
    once = moved(answered(a=1), kit("2.0.0", ["a"], first)).response
    assert once.answers == {"a": Answer(rating=1, wording="1.0.0")}
    assert moved(once, kit("3.0.0", ["a"], first, again)).response.answers == once.answers


def test_groups_frameworks_sides_and_the_place_to_resume_move_along():
    sheet = answered(a={"rating": 1, "evidence": [{"what": "minutes", "seen_by": "north"}]})
    sheet = sheet.model_copy(update={"resume_at": "a"})
    step = migration(to="1.1.0", renamed={"a": "x"}, groups={"g": "h"}, sides={"north": "south"}, frameworks={"f": "e"})
    new = kit("1.1.0", [], step, frameworks={"e": {"t": ["x"]}}, groups={"h": None}, sides=["south"])
    after = moved(sheet, new).response
    assert (after.group, after.frameworks, after.resume_at) == ("h", ("e",), "x")
    assert after.answers["x"].evidence[0].seen_by == "south"


def test_the_framework_of_an_answer_that_comes_back_is_asked_again():
    gone = migration(to="1.1.0", removed={"b": "too long"})
    two = {"e": {"s": ["b"]}, "f": {"t": ["a"]}}
    sheet = response(kit("1.0.0", [], frameworks=two), "kt-42", "g", {"a": 1, "b": 2})
    first = moved(sheet, kit("1.1.0", ["a"], gone)).response
    assert first.frameworks == ("f",)
    back = migration(to="1.2.0", restored=["b"])
    assert moved(first, kit("1.2.0", [], gone, back, frameworks=two)).response.frameworks == ("e", "f")


@pytest.mark.parametrize(("new", "reason"), [
    (kit("0.9.0", ["a"]), "it was written with version 1.0.0; the toolkit here is 0.9.0"),
    (kit("1.1.0", ["a"], groups={"h": None}), "its group “g” is gone"),
    (kit("1.1.0", [], frameworks={"e": {"t": ["a"]}}), "none of the frameworks it answers is left"),
])  # fmt: skip
def test_what_cannot_be_moved_says_why(new, reason):
    assert isinstance(stuck := migrate(answered(a=1), new), Stuck)
    assert (stuck.reason, bool(stuck.hint)) == (reason, True)


def test_another_toolkit_is_refused():
    other = answered(a=1)
    other = other.model_copy(update={"toolkit": other.toolkit.model_copy(update={"id": "tea"})})
    assert migrate(other, OLD) == Stuck("it answers the toolkit “tea”, not “kit”", "name its own toolkit")


def test_a_slip_in_a_file_of_the_version_of_now_is_left_for_validate():
    sheet = answered(aa=1)
    assert migrate(sheet, OLD) == Moved(sheet)


def test_a_version_that_is_no_number_is_not_guessed():
    sheet = answered(a=1)
    odd = sheet.model_copy(update={"toolkit": sheet.toolkit.model_copy(update={"version": "spring"})})
    new = kit("1.1.0", ["x"], migration(to="1.1.0", renamed={"a": "x"}))
    assert isinstance(migrate(odd, new), Stuck)


SCALED = migration(to="2.0.0", renamed={"a": "x"}, removed={"b": "no reason"}, scale=[0, 0, 1, None])


def test_the_rating_of_a_year_ago_is_rescaled_and_one_without_a_level_is_kept_by_itself():
    sheet = answered(a={"rating": 1, "then": 2}, c={"rating": 2, "then": 3})
    after = moved(sheet, kit("2.0.0", ["x", "c"], SCALED)).response
    assert (after.answers["x"].rating, after.answers["x"].then) == (0, 1)
    assert (after.answers["c"].rating, after.answers["c"].then) == (1, None)
    assert [(o.question, o.version, o.answer) for o in after.orphaned] == [("c", "1.0.0", Answer(then=3))]
    with_more = kit("3.0.0", ["x", "c"], SCALED, migration(to="3.0.0", renamed={}))
    assert moved(after, with_more).response.orphaned == after.orphaned


def imported(sheet, **replaced):
    trace = {"source": "0" * 64, "submission": ("1" * 64,), "content": content_of(sheet), "replaced": replaced}
    return sheet.model_copy(update={"imported": (ImportRecord.model_validate(trace),)})


def test_the_trace_of_an_import_moves_along_and_is_not_taken_for_an_edit_by_hand():
    new = kit("2.0.0", ["x", "c"], SCALED)
    sheet = imported(answered(a=2), a=Answer(rating=1), b=Answer(rating=0), c=Answer(rating=3))
    after = moved(sheet, new).response
    record = after.imported[0]
    assert record.replaced == {"x": Answer(rating=0)}
    assert {o.question: (o.version, o.answer.rating) for o in record.orphaned} == {"b": ("1.0.0", 0), "c": ("1.0.0", 3)}
    assert record.result == content_of(after)
    edited = moved(sheet.model_copy(update={"answers": {"a": Answer(rating=1)}}), new).response
    assert edited.imported[0].result is None


HANDS = {"question": "a", "date": "2026-11-14", "counts": [1, 2, 3, 0]}


def workshop(**said):
    values = {"schema": "nlcaudit/workshop/1", "toolkit": {"id": OLD.id, "version": "1.0.0"}, **said}
    return shaped(Workshop, frozen(values))


def test_a_show_of_hands_moves_with_its_levels_unless_hands_would_be_lost():
    new = kit("2.0.0", ["x", "c"], SCALED, levels=2)
    after = migrate_workshop(workshop(hands=[HANDS, {**HANDS, "question": "c", "counts": [0, 0, 0, 1]}]), new).workshop
    assert [(show.question, show.counts) for show in after.hands] == [("x", (3, 3))]
    assert [(part.question, part.hands.counts) for part in after.orphaned] == [("c", (0, 0, 0, 1))]


@settings(max_examples=100)
@given(st.integers(0, 10**9), st.booleans())
def test_nothing_that_was_said_in_a_workshop_is_lost_and_moving_twice_is_moving_once(seed, declared):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    versions = history(dice, declared=declared)
    said = {"date": "2026-11-14", "reason": "r"}
    first = [name for name in versions[0].by_id if dice.random() < 0.8]
    talk = workshop(hands=[{**HANDS, "question": q, "note": q, "counts": [dice.randint(0, 3) for _ in range(4)]}
                           for q in first],
                    agreed={q: {**said, "reason": q, "rating": dice.randint(0, 3)} for q in first})  # fmt: skip
    for toolkit in versions[1:]:
        talk = migrate_workshop(talk, toolkit).workshop
        orphans = [*talk.orphaned]
        kept = [*talk.hands, *(part.hands for part in orphans if part.hands)]
        assert sorted(show.note for show in kept) == sorted(first)
        agreed = [*talk.agreed.values(), *(part.agreed for part in orphans if part.agreed)]
        assert sorted(one.reason for one in agreed) == sorted(first)
        assert {*talk.agreed, *(show.question for show in talk.hands)} <= set(toolkit.by_id)
        assert all(len(show.counts) == len(toolkit.levels) for show in talk.hands)
        assert migrate_workshop(talk, toolkit).workshop is talk


# Random histories of a toolkit: each version renames, removes, restores, adds, rewords, rescales, declared or not.

KINDS = [
    {"rating": 0}, {"rating": 1}, {"rating": 2, "then": 0}, {"rating": 3, "then": 2}, {"dont_know": True},
    {"not_applicable": "no sea"},
]  # fmt: skip


def history(dice, *, declared):
    """Versions of one toolkit, oldest first."""
    alive, gone, steps, levels, fresh = [f"q{n}" for n in range(dice.randint(1, 7))], [], [], 4, 100
    versions = [kit("1.0.0", alive)]
    for number in range(1, dice.randint(2, 5)):
        said = {"to": f"{number + 1}.0.0", "renamed": {}, "removed": {}, "restored": [], "reworded": []}
        now = []
        for name in alive:
            roll = dice.random()
            if roll < 0.2:
                fresh += 1
                now.append(f"q{fresh}")
                said["renamed"][name] = f"q{fresh}"
            elif roll < 0.35:
                gone.append(name)
                said["removed"][name] = "no reason"
            else:
                now.append(name)
        back = [name for name in gone if name not in said["removed"] and dice.random() < 0.5]
        gone = [name for name in gone if name not in back]
        said["restored"] = back
        fresh += 1
        alive = [*now, *back, f"q{fresh}"]
        dice.shuffle(alive)
        said["reworded"] = [name for name in now if dice.random() < 0.2]
        if dice.random() < 0.3:
            before, levels = levels, dice.randint(2, 6)
            said["scale"] = sorted(dice.randint(0, levels - 1) for _ in range(before))
            if dice.random() < 0.5:
                said["scale"][dice.randrange(before)] = None
        if declared or dice.random() < 0.6:
            steps.append(migration(**said))
        versions.append(kit(said["to"], alive, *steps, levels=levels))
    return versions


def sheet_of(dice, toolkit):
    names = [name for name in toolkit.by_id if dice.random() < 0.8]
    return response(toolkit, "kt-42", "g", {name: {**dice.choice(KINDS), "note": f"note on {name}"} for name in names})


def going_on(dice, sheet, toolkit):
    """The same respondent, who answers what is open."""
    more = {name: Answer(rating=0, note=f"later note on {name} in {toolkit.version}")
            for name in toolkit.by_id if name not in sheet.answers and dice.random() < 0.3}  # fmt: skip
    return sheet.model_copy(update={"answers": {**sheet.answers, **more}})


def notes(sheet: Response):
    kept = [*sheet.answers.values(), *(orphan.answer for orphan in sheet.orphaned)]
    return sorted(str(answer.note) for answer in kept if answer.note)


def thens(sheet: Response):
    """How many ratings of a year ago it holds."""
    kept = [*sheet.answers.values(), *(orphan.answer for orphan in sheet.orphaned)]
    return sum(answer.then is not None for answer in kept)


@settings(max_examples=300)
@given(st.integers(0, 10**9), st.booleans())
def test_every_answer_is_kept_exactly_once_and_every_home_exists(seed, declared):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    versions = history(dice, declared=declared)
    sheet = sheet_of(dice, versions[0])
    before, years_ago = notes(sheet), thens(sheet)
    for toolkit in versions[1:]:
        if dice.random() < 0.7:
            sheet = moved(sheet, toolkit).response
            assert (notes(sheet), thens(sheet)) == (before, years_ago)
            assert all(a.then is None or a.then <= toolkit.top for a in sheet.answers.values())
            sheet = going_on(dice, sheet, toolkit)
            before = notes(sheet)
            assert set(sheet.answers) <= set(toolkit.by_id)
            assert all(a.rating is None or a.rating <= toolkit.top for a in sheet.answers.values())


@settings(max_examples=200)
@given(st.integers(0, 10**9), st.booleans())
def test_moving_twice_is_moving_once(seed, declared):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    versions = history(dice, declared=declared)
    once = moved(sheet_of(dice, versions[0]), versions[-1]).response
    again = moved(once, versions[-1])
    assert again == Moved(once)
    assert again.response is once


@settings(max_examples=200)
@given(st.integers(0, 10**9))
def test_version_by_version_comes_out_like_all_at_once(seed):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    versions = history(dice, declared=True)
    begun = sheet_of(dice, versions[0])
    stepwise = begun
    for toolkit in versions[1:]:
        stepwise = moved(stepwise, toolkit).response
    direct = moved(begun, versions[-1]).response

    def told_apart(sheet):
        return {name: (answer.rating, answer.then, answer.note) for name, answer in sheet.answers.items()}

    assert told_apart(stepwise) == told_apart(direct)


@settings(max_examples=200)
@given(st.integers(0, 10**9))
def test_there_and_back_by_inverse_names_is_the_same_file_byte_for_byte(seed):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    names = [f"q{n}" for n in range(dice.randint(1, 8))]
    there = {name: f"r{name}" for name in names if dice.random() < 0.6}
    back = {new: old for old, new in there.items()}
    go, come = migration(to="2.0.0", renamed=there), migration(to="3.0.0", renamed=back)
    old = kit("1.0.0", names)
    sheet = sheet_of(dice, old).model_copy(update={"resume_at": dice.choice(names)})
    halfway = moved(sheet, kit("2.0.0", [there.get(name, name) for name in names], go)).response
    home = moved(halfway, kit("3.0.0", names, go, come)).response
    assert render_response(home).replace('"3.0.0"', '"1.0.0"') == render_response(sheet)


@settings(max_examples=100)
@given(st.integers(0, 10**9))
def test_taken_away_and_given_back_is_the_same_file_byte_for_byte(seed):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    names = [f"q{n}" for n in range(dice.randint(2, 8))]
    lost = {name: "no reason" for name in names[1:] if dice.random() < 0.5}
    gone, back = migration(to="2.0.0", removed=lost), migration(to="3.0.0", restored=list(lost))
    sheet = sheet_of(dice, kit("1.0.0", names))
    halfway = moved(sheet, kit("2.0.0", [name for name in names if name not in lost], gone)).response
    assert [orphan.question for orphan in halfway.orphaned] == [name for name in sheet.answers if name in lost]
    home = moved(halfway, kit("3.0.0", names, gone, back)).response
    assert render_response(home).replace('"3.0.0"', '"1.0.0"') == render_response(sheet)
