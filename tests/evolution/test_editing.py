"""Single words of an engagement's file change; everything else stays as it is written."""

import pytest
from evolution.making import kit, migration

from nlcaudit.engagement import EngagementFile
from nlcaudit.evolution.editing import edited
from nlcaudit.evolution.engagements import Edit, engagement_edits
from nlcaudit.evolution.migrating import Stuck
from nlcaudit.shape import shape
from nlcaudit.source import read_document

FILE = """\
# The city of Port-Azur.
schema: nlcaudit/engagement/1
city: Port-Azur   # g is not a group here
date: 2026-11-14
toolkit: {id: kit, version: "1.0.0"}
languages: [en]
modules: ['f']
groups:
  - {id: g, side: north}
  - id: "h"
targets:
  f: 2
replies:
  - side: north
    about: a
    text: We say g.
"""


def document(text=FILE):
    read, found = read_document(text.encode(), "engagement.yaml")
    assert (found, read is None) == ([], False)
    return read


def moved(text, toolkit):
    read = document(text)
    file, findings = shape(EngagementFile, read.data)
    assert findings == []
    return engagement_edits(file, toolkit), read


def test_ids_targets_and_the_version_change_where_they_stand():
    step = migration(to="2.0.0", renamed={"a": "x"}, groups={"g": "k", "h": "m"}, sides={"north": "up"},
                     frameworks={"f": "e"}, scale=[0, 1, 3, 4])  # fmt: skip
    new = kit("2.0.0", [], step, frameworks={"e": {"t": ["x"]}}, levels=5)
    edits, read = moved(FILE, new)
    expected = (
        FILE.replace('"1.0.0"', '"2.0.0"').replace("['f']", "['e']")
        .replace("{id: g, side: north}", "{id: k, side: up}")
        .replace('id: "h"', 'id: "m"').replace("f: 2", "e: 3").replace("side: north\n", "side: up\n")
        .replace("about: a", "about: x")
    )  # fmt: skip
    assert edited(read, edits) == expected


def test_at_the_same_version_nothing_changes():
    edits, read = moved(FILE, kit("1.0.0", ["a"]))
    assert (edits, edited(read, edits)) == ((), FILE)


def test_two_groups_that_became_one_are_for_a_person_to_join():
    edits, _ = moved(FILE, kit("1.1.0", ["a"], migration(to="1.1.0", groups={"g": "h"})))
    assert isinstance(edits, Stuck)
    assert edits.reason == "several of its groups became “h”"


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_break_is_counted(line_break):
    text = line_break.join(["a: 1", "b: {c: old}", ""])
    assert edited(document(text), [Edit(("b", "c"), "old", "new")]) == text.replace("old", "new")


@pytest.mark.parametrize("written", ["*it", '"\\x6fld"', "old-er", "|-\n  old\n"])
def test_a_word_that_does_not_stand_as_itself_is_left_to_a_person(written):
    text = f"first: &it old\nsecond: {written}\n"
    assert edited(document(text), [Edit(("second",), "old", "new")]) is None
