"""A comparison of two versions in Markdown: its first sentence says what the version needs."""

import pytest
from evolution.making import kit, migration

from nlcaudit.evolution.comparing import compare
from nlcaudit.evolution.telling import render_markdown
from nlcaudit.evolution.verdict import judge

ONE = {"q": {}}
TWO = {"q": {}, "r": {}}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (kit("1.0", ONE), kit("1.0", ONE), "Nothing changed."),
        (kit("1.1", ONE), kit("1.0", ONE), "Nothing changed, but the version is lower."),
        (
            kit("spring", ONE),
            kit("summer", TWO),
            "The heaviest change is minor; nobody can tell which version that needs.",
        ),
        (
            kit("1.0", ONE),
            kit("1.0", TWO),
            "The heaviest change is minor: at least 1.1.0 is needed, so the version is **too low**.",
        ),
        (
            kit("1.0", ONE),
            kit("1.1", TWO),
            "The heaviest change is minor: at least 1.1.0 is needed, so the version is high enough.",
        ),
        (
            kit("1.0", TWO),
            kit("2.0", ONE, migration(to="2.0", removed={"r": "no longer asked"})),
            "The heaviest change is minor: at least 1.1.0 is needed, so the version is high enough.",
        ),
    ],
)
def test_what_the_version_needs_is_said_in_one_sentence(old, new, said):
    found = compare(old, new)
    page = render_markdown(found, judge(old.version, new.version, found.changes), "")
    assert page.splitlines()[:3] == [f"# Changes from `{old.version}` to `{new.version}`", "", said]
