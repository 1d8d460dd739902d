"""Which of two submissions counts: by the moment, by the server's word, by the day, or nobody knows."""

import pytest
from importers.making import response

from nlcaudit.engagement import ImportRecord
from nlcaudit.importers.ageing import age_of
from nlcaudit.importers.identity import Identity
from nlcaudit.importers.submissions import Submission

FIRST = frozenset({"trust-obstacles-named"})
HASH = {key: key * 64 for key in "abc"}


def came(moment="", asked=FIRST, row=2, ids=("a",), corrects=()):
    identity = Identity(
        tuple(HASH[one] for one in ids), own=True, content="", moment=moment, corrects=tuple(HASH[o] for o in corrects)
    )
    return Submission("a.csv", "", row, response(), asked, identity)


def imported(day=None, ids=("b",)):
    record = {"source": HASH["a"], "submission": tuple(HASH[one] for one in ids), "content": HASH["c"]}
    return response(imported=(ImportRecord.model_validate({**record, **({"day": day} if day else {})}),))


@pytest.mark.parametrize(("now", "before", "age"), [
    ("2026-11-14 10:00:00", "2026-11-14 09:00:00", "newer"), ("2026-11-14 09:00:00", "2026-11-14 10:00:00", "older"),
])  # fmt: skip
def test_of_two_in_one_import_the_moment_tells(now, before, age):
    assert age_of(came(now), response(), came(before)) == age


def test_of_two_in_one_import_that_asked_other_things_nobody_needs_to_know():
    assert age_of(came(), response(), came(asked=frozenset({"trust-partners-training"}))) == "unknown"


def test_of_two_in_one_import_that_asked_the_same_at_no_known_moment_one_has_to_go():
    problem = age_of(came(row=3), response(), came(row=2))
    assert (problem.place, problem.message, problem.hint) == (
        "a.csv, row 3", "the same respondent stands in a.csv, row 2, with other answers",
        "nothing says which is newer; keep one of the two")  # fmt: skip


@pytest.mark.parametrize(("submission", "there", "age"), [
    (came("2026-11-15"), imported("2026-11-14"), "newer"), (came("2026-11-13"), imported("2026-11-14"), "older"),
    (came("2026-11-14"), imported("2026-11-14"), "unknown"), (came("2026-11-14"), imported(), "unknown"),
    (came(), imported("2026-11-14"), "unknown"), (came("2026-11-14"), response(), "unknown"),
    (came("2026-11-01", corrects=("b",)), imported("2026-11-14"), "newer"),
    (came("2026-11-20", corrects=("c",)), imported("2026-11-14", ("b", "a")), "older"),
    (came("2026-11-20", corrects=("c",)), imported("2026-11-14"), "newer"),
])  # fmt: skip
def test_against_what_is_there_the_servers_word_goes_before_the_day(submission, there, age):
    assert age_of(submission, there, None) == age
