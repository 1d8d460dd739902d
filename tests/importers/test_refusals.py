"""What an import does not understand: each refusal word for word, and nothing is guessed."""

import pytest
from forms.making import kit
from importers.making import plan_of

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
