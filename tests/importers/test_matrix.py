"""Every shape of export, in every encoding and language: taken over rightly or refused, never wrongly."""

from io import BytesIO

import pytest
from forms.making import kit
from importers.making import plan_of, response, table, without_trace
from importers.servers import SHAPES, WRITTEN
from openpyxl import Workbook

from nlcaudit.importers.declaring import Declared
from nlcaudit.importers.reporting import render_plan

FILLED = [
    response(respondent="mk-5927", language="fr"),
    response({"trust-obstacles-named": {"rating": 3, "note": "déjà « fait », oui;\nà “revoir”"},
              "trust-partners-training": {"rating": 0}}, respondent="kt-4272", group="justice", language="fr"),
]  # fmt: skip


def expected(shape, filled, language):
    """What the shape can hold: a form that was made by hand has no notes, and its frameworks are those it asks."""
    if not shape.startswith(("Google", "Microsoft")):
        return {without_trace(one) for one in filled}
    nothing_beside = {"note": None, "confidence": None}
    bare = [
        one.model_copy(
            update={
                "answers": {q: answer.model_copy(update=nothing_beside) for q, answer in one.answers.items()},
                "language": language,
                "respondent": "x",
            }
        )
        for one in filled
    ]
    return {without_trace(one) for one in bare}


def verdict(shape, written, language):
    name, raw = WRITTEN[written](SHAPES[shape](FILLED, language))
    plan = plan_of(raw, name)
    if plan.problems:
        return f"refused: {plan.problems[0].place}: {plan.problems[0].message}"
    given = [outcome.response for outcome in plan.outcomes]
    if shape.startswith(("Google", "Microsoft")):
        given = [one.model_copy(update={"respondent": "x"}) for one in given]
    right = {without_trace(one) for one in given} == expected(shape, FILLED, language)
    return "mapped" if right and len(given) == len(FILLED) else "wrong"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("shape", SHAPES)
def test_what_servers_write_is_taken_over_as_it_was_answered(shape, language):
    assert {written: verdict(shape, written, language) for written in WRITTEN} == dict.fromkeys(WRITTEN, "mapped")


QUESTION = "Do national and local partners name together what stands in the way of their cooperation?"
LEVEL = "In the last twelve months, the two levels discussed the obstacles in at least one meeting."
DOUBTFUL = {
    "a scale from 1 to 4 under a question's text": ({QUESTION: "3"}, "bare number"),
    "a scale under a code with other words": ({"[T1] Rate it": "3"}, "bare number"),
    "a level beyond the scale": ({"T1": "4"}, "there is no level 4"),
    "half a level": ({"T1": "1.5"}, "is no answer"),
    "two levels": ({"T1": "1, 2"}, "is no answer"),
    "a level's text that was shortened": ({"T1": LEVEL[:50]}, "is no answer"),
    "a level's text without its not": ({"T1": "The list is public"}, "is no answer"),
    "the text of another question's level": ({"T5": LEVEL}, "is no answer"),
    "a number with the word of another level": ({"T1": "2 – Starting"}, "is no answer"),
    "yes": ({QUESTION: "Yes"}, "is no answer"),
    "the letter o, which is also oui": ({QUESTION: "o"}, "is no answer"),
    "n/a, which may mean two things": ({"T1": "n/a"}, "is no answer"),
    "does not apply, without a reason": ({"T1": "n"}, "no reason"),
    "a reason without does not apply": ({"T1": "2", "T1_reason": "because"}, "is not answered with"),
    "a code with the text of another question": ({f"[T2] {QUESTION}": LEVEL}, "has the code of"),
    "two columns for one question": ({"T1": "2", QUESTION: LEVEL}, "are both"),
    "a code that the toolkit does not have": ({"T99": "2", "T1": "2"}, "nothing says"),
    "a comment of no question": ({"T1": "2", "Comments": "hm"}, "nothing says"),
    "a group that nobody knows": ({"T1": "2", "group": "Fire brigade"}, "there is no group"),
    "no group": ({"T1": "2", "group": ""}, "which group"),
    "a consent that is neither": ({"T1": "2", "consent": "perhaps"}, "neither yes nor no"),
    "a consent left open": ({"T1": "2", "consent": ""}, "neither agreed nor refused"),
    "a name where a code belongs": ({"T1": "2", "respondent": "Jean Dupont"}, "not the code"),
    "a day that countries read differently": ({"T1": "2", "T1_what": "a note", "T1_date": "03/04/2026"}, "is no day"),
    "evidence without saying what": ({"T1": "2", "T1_where": "office"}, "does not say what"),
    "a form of another toolkit": ({"T1": "2", "toolkit": "kitchen"}, "asks the toolkit"),
    "a form of a later major version": ({"T1": "2", "version": "2.0.0"}, "was made with version"),
}


@pytest.mark.parametrize("doubtful", DOUBTFUL)
@pytest.mark.parametrize("written", WRITTEN)
def test_what_is_in_doubt_is_refused_with_its_place_and_a_way_out(doubtful, written):
    row, said = DOUBTFUL[doubtful]
    name, raw = WRITTEN[written]([{"group": "justice", "x": ""} | row])
    [problem] = plan_of(raw, name).problems
    assert said in problem.message
    assert problem.hint
    assert problem.row or problem.column


def test_a_number_counts_from_where_the_user_says():
    raw = table([{"group": "justice", QUESTION: "3"}])
    given = {
        begin: [outcome.response.answers["trust-obstacles-named"].rating for outcome in plan_of(
            raw, "a.csv", declared=Declared(numbers_from=begin)).outcomes]
        for begin in (0, 1)
    }  # fmt: skip
    assert given == {0: [3], 1: [2]}


def test_words_that_the_user_declares_are_taken():
    declared = Declared(answers={"yes quite": 2, "cant say": "dont_know"}, groups={"town hall": "justice"})
    raw = table([{"group": "Town Hall", "T1": "Yes, quite!", "T5": "Can't say"}])
    [outcome] = plan_of(raw, "a.csv", declared=declared).outcomes
    assert [a.rating or a.dont_know for a in outcome.response.answers.values()] == [2, True]


def test_respondents_who_refused_leave_nothing():
    raw = table([{"group": "justice", "T1": "2", "consent": "non"}, {"group": "justice", "T1": "1", "consent": "oui"}])
    plan = plan_of(raw, "a.csv")
    assert [place[2] for place in plan.declined] == [2]
    assert [outcome.submission.row for outcome in plan.outcomes] == [3]


PERSONAL = ["Email Address", "Adresse e-mail", "Nom", "Your name", "Prénom", "deviceid", "_submitted_by", "Start time",
            "Heure de fin", "IP Address", "Téléphone", "phonenumber", "_geolocation", "Username"]  # fmt: skip


@pytest.mark.parametrize("head", PERSONAL)
def test_what_says_who_somebody_is_is_left_out_and_told(head):
    raw = table([{head: "Jean Dupont", "group": "justice", "T1": "2"}])
    plan = plan_of(raw, "a.csv")
    assert plan.problems == []
    assert "left out: says who somebody is" in render_plan(plan, kit())
    assert "Dupont" not in render_plan(plan, kit()) + without_trace(plan.outcomes[0].response)


def test_a_formula_in_a_workbook_is_refused_with_its_address():
    book = Workbook()
    book.active.append(["group", "T1", "T1_note"])
    book.active.append(["justice", 2, '=HYPERLINK("http://x")'])
    file = BytesIO()
    book.save(file)
    [problem] = plan_of(file.getvalue(), "a.xlsx").problems
    assert (problem.place, problem.message) == ("a.xlsx, sheet “Sheet”, row 2, column C", "C2 holds a formula")


def test_a_formula_in_a_csv_file_is_a_text():
    plan = plan_of(table([{"group": "justice", "T1": "2", "T1_note": '=HYPERLINK("http://x")'}]), "a.csv")
    assert plan.outcomes[0].response.answers["trust-obstacles-named"].note == '=HYPERLINK("http://x")'
