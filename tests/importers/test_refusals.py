"""What an import does not understand: each refusal word for word, and nothing is guessed."""

import pytest
from forms.making import kit
from importers.making import plan_of, table

from nlcaudit.engagement import Answer
from nlcaudit.importers.changing import Change, tell_change

FORM = "toolkit,version,depth,language,group,respondent,code,id,answer,note\r\n"


def problems(raw, name="a.csv", **more):
    return [(problem.place, problem.message, problem.hint) for problem in plan_of(raw, name, **more).problems]


def form(*rows):
    return (FORM + "".join(f"{line}\r\n" for line in rows)).encode()


def filled(code="T1", group="justice", version="1.0.0", respondent="mk-5927", named=""):
    return f"nlc,{version},quick,en,{group},{respondent},{code},{named},2,"


@pytest.mark.parametrize(("raw", "said"), [
    (form(filled(), filled("T99")), "there is no question T99 in this toolkit"),
    (form(filled(), filled("")), "an answer stands in a row without a code"),
    (form(filled(), filled("T5", named="trust-obstacles-named")),
     "T5 is trust-partners-training here, not trust-obstacles-named"),
    (form(filled(), filled("T5", group="police")), "the group is “police” here and “justice” above"),
    (form(filled(), filled("T5", respondent="mk-5928")), "the respondent is “mk-5928” here and “mk-5927” above"),
])  # fmt: skip
def test_a_form_in_a_table_that_contradicts_itself_or_the_toolkit_is_refused(raw, said):
    assert said in [message for _, message, _ in problems(raw)]


@pytest.mark.parametrize(("before", "after", "told"), [
    (Answer(rating=1), Answer(not_applicable="no harbour"), "T1: 1 → not applicable"),
    (Answer(dont_know=True), Answer(rating=0), "T1: don’t know → 0"),
    (Answer(outside_powers=True), None, "T1: outside our powers → no answer"),
    (Answer(rating=1), Answer(rating=1, note="so"), "T1: 1, and what was said beside it"),
])  # fmt: skip
def test_a_change_is_told_in_words(before, after, told):
    assert tell_change(Change("trust-obstacles-named", before, after), kit()) == told


def test_a_column_that_is_the_text_of_nothing_is_no_column_of_answers():
    plan = plan_of(table([{"group": "justice", "_uuid": "a"}]), "a.csv")
    assert [(problem.message, problem.hint) for problem in plan.problems] == [
        ("there is no column of answers in it",
         "its first row must hold the heads: codes (T1), or the questions’ texts"),
    ]  # fmt: skip


def test_a_table_with_heads_only_says_so():
    assert [problem.message for problem in plan_of(b"group,T1\r\n", "a.csv").problems] == [
        "there is no row below its heads"
    ]


def test_a_group_of_the_toolkit_that_this_engagement_does_not_have_is_refused():
    plan = plan_of(form(filled()), "a.csv", setting={"groups": ("health", "schools")})
    assert [(problem.message, problem.hint) for problem in plan.problems] == [
        (
            "the group “justice” is not one of this engagement",
            "add it to engagement.yaml, or write one of: health, schools",
        ),
    ]


def test_a_group_in_a_cell_that_is_not_the_one_given_for_all_is_refused():
    [problem] = plan_of(form(filled()), "a.csv", setting={"group": "health"}).problems
    assert (problem.message, problem.hint) == (
        "it says justice, and --group says health", "leave out --group, or correct the cell")  # fmt: skip


def test_a_form_of_an_older_minor_version_keeps_the_version_it_was_made_with():
    plan = plan_of(form(filled(version="1.7.0")), "a.csv")
    assert [outcome.response.toolkit.version for outcome in plan.outcomes] == ["1.7.0"]
    [problem] = plan_of(form(filled(version="2.0.0")), "a.csv").problems
    assert problem.message == f"the form was made with version 2.0.0 of the toolkit; this is {kit().version}"
