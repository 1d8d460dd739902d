"""Which version a change asks for."""

import pytest
from evolution.making import kit, migration

from nlcaudit.evolution.changes import Change
from nlcaudit.evolution.verdict import judge
from nlcaudit.evolution.versions import dotted, number, pending, raised


@pytest.mark.parametrize(("text", "expected"), [
    ("1", (1, 0, 0)), ("2026.1", (2026, 1, 0)), ("1.10.3", (1, 10, 3)), ("01.2", None), ("1.2.3.4", None), ("v1", None),
    ("1.0.0-rc1", None), ("", None), ("1.", None), ("١.٠", None),
])  # fmt: skip
def test_a_version_is_one_to_three_numbers(text, expected):
    assert number(text) == expected


@pytest.mark.parametrize(("version", "weight", "expected"), [
    ("1.2.3", "major", "2.0.0"), ("1.2.3", "minor", "1.3.0"), ("1.2.3", "patch", "1.2.4"),
    ("0.2.3", "major", "0.3.0"), ("0.2.3", "minor", "0.2.4"), ("0.2.3", "patch", "0.2.4"),
])  # fmt: skip
def test_each_weight_raises_its_number(version, weight, expected):
    assert dotted(raised(number(version), weight)) == expected


NO_NUMBER = "from spring: “spring” is not a version of one to three numbers, so nobody can tell which one is needed"


def change(weight):
    return Change(weight, "question", "a", "edited", "why")


@pytest.mark.parametrize(("old", "new", "weights", "enough", "text"), [
    ("1.0.0", "1.1.0", ["minor", "major"], False, "from 1.0.0: needs at least 2.0.0 (major); the file says 1.1.0"),
    ("1.0.0", "2.0.0", ["major"], True, "from 1.0.0: needs at least 2.0.0 (major); the file says 2.0.0"),
    ("1.0.0", "3.0", ["patch"], True, "from 1.0.0: needs at least 1.0.1 (patch); the file says 3.0"),
    ("1.0.0", "1.0.0", [], True, "from 1.0.0: nothing changed"),
    ("1.1.0", "1.0.0", [], False, "nothing changed, but 1.0.0 is lower than 1.1.0"),
    ("spring", "summer", ["major"], True,
     f"{NO_NUMBER}; the file says summer"),
    ("spring", "spring", ["patch"], False,
     f"{NO_NUMBER}; the file says spring"),
])  # fmt: skip
def test_the_verdict_says_what_is_needed_and_whether_it_is_there(old, new, weights, enough, text):
    verdict = judge(old, new, [change(weight) for weight in weights])
    assert (verdict.enough, verdict.text) == (enough, text)


def test_the_migrations_that_lie_ahead_come_oldest_first():
    steps = [migration(to=version) for version in ("1.10.0", "1.2.0", "1.0.0", "odd")]
    toolkit = kit("1.10.0", ["a"], *steps)
    assert [step.to for step in pending(toolkit, "1.0.0")] == ["1.2.0", "1.10.0"]
    assert pending(toolkit, "spring") == ()
