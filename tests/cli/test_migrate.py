"""`nlcaudit migrate` as real processes: saved answers survive a new version of their questions."""

import fcntl
import json
import os
from pathlib import Path

import pytest
from cli.asking import run

ROOT = Path(__file__).parents[2]
TEA = (ROOT / "tests/corpus/valid/tea.yaml").read_text(encoding="utf-8")
QUESTION = TEA[TEA.index("      - id: tea-boiled") :]
SWEET = QUESTION.replace("tea-boiled", "tea-sweet").replace("code: T1", "code: T2").replace("Is the water", "Is sugar")
STEP = """\
  migrations:
    - to: "2.0"
      renamed: {tea-boiled: tea-boiling}
      removed: {tea-sweet: Nobody takes sugar.}
      groups: {waiters: cooks}
      reworded: [tea-boiling]
"""
NEW = (
    TEA.replace("- id: tea-boiled", "- id: tea-boiling")
    .replace('version: "1.0"', 'version: "2.0"')
    .replace("    - {id: waiters, label: Waiters, side: kitchen}\n", "")
    .replace("[cooks, waiters]", "[cooks]")
    .replace("themes:", f"{STEP}themes:", 1)
)
BACK = NEW.replace('version: "2.0"', 'version: "2.1"').replace(
    "themes:", '    - to: "2.1"\n      restored: [tea-sweet]\nthemes:', 1
) + SWEET.replace("[cooks, waiters]", "[cooks]")
ENGAGEMENT = """\
# Tea in the north house.
schema: nlcaudit/engagement/1
city: North house
date: 2026-11-14
toolkit:
  id: tea
  version: "1.0"      # as agreed in spring
  path: tea.yaml
languages: [en]
groups:
  - {id: waiters, expected: 2}
"""
ANSWERS = """\
schema: nlcaudit/response/1
toolkit:
  id: tea
  version: "1.0"
  path: ../tea.yaml
respondent: NAME
voice: person
group: waiters
language: en
depth: full
frameworks: [tea]
answers:
  tea-boiled:
    rating: 2
    note: "Twice on Mondays."
    evidence:
      - what: "The order list."
        strength: document
  tea-sweet:
    dont_know: true
"""
MOVED = """\
schema: nlcaudit/response/1
toolkit:
  id: tea
  version: "2.0"
  path: "../tea.yaml"
respondent: mint-07
voice: person
group: cooks
language: en
depth: full
frameworks: [tea]
answers:
  tea-boiling:
    rating: 2
    note: "Twice on Mondays."
    evidence:
      - what: "The order list."
        strength: document
    wording: "1.0"
orphaned:
  - question: tea-sweet
    version: "1.0"
    answer:
      dont_know: true
"""
TOLD = """\
responses/mint-07.yaml: 1.0 → 2.0, 1 answer, 1 orphaned
  renamed    tea-boiled: now tea-boiling
  reworded   tea-boiled: kept; marked as an answer to the wording of 1.0
  orphaned   tea-sweet: removed in 2.0: Nobody takes sugar.
  regrouped  waiters: now cooks
"""


@pytest.fixture
def house(tmp_path):
    """An engagement with two responses, whose toolkit has become another."""
    (tmp_path / "responses").mkdir()
    (tmp_path / "tea.yaml").write_text(NEW, "utf-8")
    (tmp_path / "engagement.yaml").write_text(ENGAGEMENT, "utf-8")
    for name in ("mint-07", "sage-21"):
        (tmp_path / f"responses/{name}.yaml").write_text(ANSWERS.replace("NAME", name), "utf-8")
    return tmp_path


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_of_an_engagement_moves_and_says_what_moved(house):
    done = run("migrate", folder=house)
    assert done.returncode == 0, done.stderr
    other = TOLD.replace("mint-07", "sage-21")
    assert done.stdout == f"engagement.yaml: 1.0 → 2.0\n  note       waiters is now cooks\n{TOLD}{other}"
    assert done.stderr == "3 of 3 files changed\n"
    assert (house / "responses/mint-07.yaml").read_text("utf-8") == MOVED
    expected = ENGAGEMENT.replace('"1.0"', '"2.0"').replace("waiters", "cooks")
    assert (house / "engagement.yaml").read_text("utf-8") == expected
    assert sorted(contents(house)) == [
        "engagement.yaml",
        "responses/mint-07.yaml",
        "responses/sage-21.yaml",
        "tea.yaml",
    ]


def test_a_dry_run_tells_the_same_and_writes_nothing(house):
    before = contents(house)
    done = run("migrate", "--dry-run", folder=house)
    assert TOLD in done.stdout
    assert done.stderr == "3 of 3 files would change; nothing was written (--dry-run)\n"
    assert contents(house) == before


def test_moving_twice_changes_nothing_more(house):
    run("migrate", folder=house)
    once = contents(house)
    done = run("migrate", folder=house)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "0 of 3 files changed\n")
    assert contents(house) == once


def test_an_answer_comes_back_when_its_question_does(house):
    run("migrate", folder=house)
    (house / "tea.yaml").write_text(BACK, "utf-8")
    done = run("migrate", "responses/mint-07.yaml", folder=house)
    assert done.stdout == (
        "responses/mint-07.yaml: 2.0 → 2.1, 2 answers\n  restored   tea-sweet: back under tea-sweet\n"
    )
    after = (house / "responses/mint-07.yaml").read_text("utf-8")
    assert after.endswith('    wording: "1.0"\n  tea-sweet:\n    dont_know: true\n')
    assert "orphaned" not in after


def test_before_it_moves_a_response_is_neither_scored_nor_continued_and_the_way_out_is_named(house):
    before = contents(house)
    for command in (["score"], ["assess", "--respondent", "mint-07", "--answers", "tea.yaml"]):
        done = run(*command, folder=house)
        assert done.returncode == 1, done.stderr
    score = run("score", folder=house)
    assert "NLC612: given to 1.0, and 2.0 reads it otherwise: tea-boiled renamed" in score.stderr
    assert "nlcaudit migrate" in score.stderr
    assert contents(house) == before
    run("migrate", folder=house)
    assert run("score", folder=house).returncode == 0


def test_a_new_answer_takes_the_mark_of_the_older_wording_away(house):
    run("migrate", folder=house)
    asked = run("assess", "--respondent", "mint-07", folder=house, typed="j tea-boiling\n1\nq\n")
    assert asked.returncode == 0, asked.stderr
    after = (house / "responses/mint-07.yaml").read_text("utf-8")
    assert "rating: 1\n" in after
    assert "wording" not in after
    assert after.endswith(MOVED[MOVED.index("orphaned:") :])


def test_one_file_that_cannot_move_keeps_all_as_they_are(house):
    (house / "responses/sage-21.yaml").write_text(
        ANSWERS.replace("waiters", "gardeners").replace("NAME", "sage-21"), "utf-8"
    )
    before = contents(house)
    done = run("migrate", folder=house)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "nlcaudit: responses/sage-21.yaml: its group “gardeners” is gone\n"
        "    hint: declare “groups: {old: new}” in the toolkit's migrations\n"
        "nothing was written\n"
    )
    assert contents(house) == before


def test_a_broken_file_is_shown_and_nothing_moves(house):
    (house / "responses/sage-21.yaml").write_text(ANSWERS.replace("rating: 2", "rating: two"), "utf-8")
    before = contents(house)
    done = run("migrate", folder=house)
    assert done.returncode == 1
    assert "responses/sage-21.yaml:14:13: error NLC103" in done.stderr
    assert contents(house) == before


def test_a_file_that_is_open_elsewhere_is_left_alone_and_the_rest_follows_later(house):
    before = contents(house)
    lock = os.open(house / "responses/.sage-21.yaml.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)
    done = run("migrate", folder=house)
    assert done.returncode == 3
    assert "responses/sage-21.yaml is open in another nlcaudit" in done.stderr
    os.close(lock)
    assert contents(house)["responses/sage-21.yaml"] == before["responses/sage-21.yaml"]
    assert run("migrate", folder=house).returncode == 0
    assert (house / "responses/sage-21.yaml").read_text("utf-8") == MOVED.replace("mint-07", "sage-21")


def test_comments_that_get_lost_are_told(house):
    path = house / "responses/mint-07.yaml"
    path.write_text("# asked by telephone\n" + path.read_text("utf-8"), "utf-8")
    done = run("migrate", "responses/mint-07.yaml", folder=house)
    assert (
        "  note       comments (# …) are not kept; the file as it was stays beside it, ending in .by-hand\n"
        in done.stdout
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('version: "1.0" ', "version: &v '1.0'", "it is written in a way that only you can edit"),
        (
            "  - {id: waiters, expected: 2}",
            "  - {id: waiters}\n  - {id: cooks}",
            "several of its groups became “cooks”",
        ),
    ],
)
def test_an_engagement_that_only_a_person_can_edit_keeps_everything_as_it_is(house, before, after, said):
    text = ENGAGEMENT.replace(before, after)
    assert text != ENGAGEMENT
    (house / "engagement.yaml").write_text(text, "utf-8")
    kept = contents(house)
    done = run("migrate", folder=house)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"nlcaudit: engagement.yaml: {said}\n    hint: ")
    assert contents(house) == kept


def test_an_engagement_with_a_mistake_is_shown_and_nothing_moves(house):
    (house / "engagement.yaml").write_text(ENGAGEMENT.replace("date: 2026-11-14", "date: soon"), "utf-8")
    kept = contents(house)
    done = run("migrate", folder=house)
    assert done.returncode == 1
    assert "engagement.yaml:4:7: error NLC108" in done.stderr
    assert contents(house) == kept


def test_json_holds_the_same(house):
    written = json.loads(run("migrate", "--dry-run", "--format", "json", folder=house).stdout)
    assert (written["schema"], written["written"], len(written["files"])) == ("nlcaudit/migration/1", False, 3)
    first = written["files"][1]
    assert (first["path"], first["from"], first["to"], first["answers"], first["orphaned"]) == (
        "responses/mint-07.yaml", "1.0", "2.0", 1, 1,
    )  # fmt: skip
    assert [(move["kind"], move["id"]) for move in first["moves"]] == [
        ("renamed", "tea-boiled"), ("reworded", "tea-boiled"), ("orphaned", "tea-sweet"), ("regrouped", "waiters"),
    ]  # fmt: skip


def test_a_folder_that_is_no_engagement_is_told(tmp_path):
    done = run("migrate", "--in", tmp_path, folder=tmp_path)
    assert done.returncode == 3
    assert "there is no engagement.yaml" in done.stderr


def test_the_example_city_is_up_to_date(tmp_path):
    done = run("migrate", "--in", ROOT / "examples/port-azur", "--dry-run", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


TALK = """\
schema: nlcaudit/workshop/1
toolkit:
  id: tea
  version: "1.0"
  path: tea.yaml
hands:
  - question: tea-sweet
    date: 2026-11-14
    counts: [1, 0, 2]
  - question: tea-boiled
    date: 2026-11-14
    counts: [0, 4, 1]
agreed:
  tea-boiled:
    rating: 2
    reason: We watched the kettle
    date: 2026-11-14
    sides: [kitchen, guests]
  tea-sweet:
    rating: 1
    reason: Some do
    date: 2026-11-14
    sides: [kitchen, guests]
"""


def test_the_record_of_a_workshop_moves_along_keeps_everything_and_comes_back(house):
    (house / "workshop.yaml").write_text(TALK, "utf-8")
    assert run("migrate", folder=house).returncode == 0
    moved = (house / "workshop.yaml").read_text("utf-8")
    assert moved.count("tea-boiling") == 2
    assert moved.count('wording: "1.0"') == 2
    assert moved[moved.index("orphaned:") :].count("tea-sweet") == 3
    assert "NLC501" not in run("validate", ".", folder=house).stdout
    (house / "tea.yaml").write_text(BACK, "utf-8")
    done = run("migrate", folder=house)
    back = (house / "workshop.yaml").read_text("utf-8")
    assert (done.returncode, "restored   tea-sweet" in done.stdout, "orphaned" in back) == (0, True, False)
    for line in ("counts: [1, 0, 2]", "counts: [0, 4, 1]", 'reason: "Some do"', 'reason: "We watched the kettle"'):
        assert line in back
