"""Bugs of other assessment tools, each of which a test of ours would catch.

They were read in the trackers of CISO Assistant, PKIMM, CSET, SAMM, DSOMM, RDMO, compliance-trestle, copier,
questionary and others. The table says where each is watched for; those that had no home are here.
"""

import ast
import html
import json
import re
import shutil
from pathlib import Path

import pytest
from cli.asking import run

from nlcaudit.loader import load_toolkit

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
PORT_AZUR = ROOT / "examples/port-azur"
MUSEUM = {
    "everything not applicable is no score, not 0, not 100 (mastg#881, kibana#285441)": [
        ("scoring/test_missing.py", "test_a_competency_that_applies_to_nobody_has_no_score_which_is_not_0"),
        ("report/test_sentences.py", "test_everything_not_applicable_is_no_score_and_no_zero"),
    ],
    "one answer of forty does not print the top level (PKIMM's rollup)": [
        ("scoring/test_missing.py", "test_one_answered_question_of_forty_does_not_print_the_top_level"),
    ],
    "a weight of 0 stays 0; 1 and 3 are 25 and 75 (ciso PR#4840)": [
        ("scoring/test_means.py", "test_a_weight_of_0_stays_0"),
        ("scoring/test_means.py", "test_weights_of_1_and_3_give_a_quarter_and_three_quarters"),
    ],
    "a target on one scale never leaks onto another (ciso PR#4173)": [
        ("scoring/test_steps.py", "test_a_target_of_one_competency_never_leaks_onto_another"),
    ],
    "thresholds live in YAML, never in code keyed by an id (CSET)": [
        ("cli/test_other_subjects.py", "test_no_id_of_the_shipped_toolkit_is_written_in_the_program"),
        ("scoring/test_missing.py", "test_the_coverage_threshold_is_the_toolkits"),
    ],
    "what is scored and what its maximum is made of are the same set (aia#1153)": [
        ("scoring/test_properties.py", "test_scores_lie_between_0_and_100_and_between_their_bounds"),
        ("scoring/test_properties.py", "test_every_figure_is_what_the_method_says_written_down_a_second_time"),
    ],
    "a question removed or renamed without a migration is refused (ciso PR#4017)": [
        ("cli/test_diff.py", "test_a_renaming_without_a_migration_stops_the_gate"),
        ("cli/test_diff.py", "test_a_removal_without_a_migration_stops_the_gate"),
    ],
    "out and in again is the same, byte for byte (ciso#3182, rdmo#464)": [
        ("store/test_canonical.py", "test_what_is_written_is_read_as_it_was_and_written_again_in_the_same_bytes"),
        ("evolution/test_migrating.py", "test_taken_away_and_given_back_is_the_same_file_byte_for_byte"),
    ],
    "translated levels and evidence appear where people read them (ciso#3410, #3411)": [
        ("museum/test_museum.py", "test_the_levels_that_were_asked_about_stand_in_the_french_report"),
        ("museum/test_museum.py", "test_translated_levels_steps_and_evidence_are_shown"),
    ],
    "the JSON Schema and the shipped data agree (DSOMM)": [
        ("schemas/test_schemas.py", "test_the_schemas_and_all_shipped_data_agree"),
    ],
    "Ctrl-C at question 37 loses nothing and resumes on 37 (copier#476)": [
        ("cli/test_assess_terminal.py", "test_ctrl_c_at_question_37_loses_nothing_and_resumes_on_37"),
    ],
    "two versions can be compared; what changed is marked (ciso)": [
        ("cli/test_diff.py", "test_two_revisions_are_compared_and_nothing_is_left_behind"),
        ("evolution/test_migrating.py", "test_an_answer_to_an_older_wording_is_kept_and_marked_once"),
    ],
    "notes long and empty, right to left, emoji (PKIMM)": [
        ("museum/test_museum.py", "test_notes_of_every_kind_are_kept_and_harm_nothing"),
    ],
    "all errors at once, each with file, line, column and what to do (trestle, ciso)": [
        ("museum/test_museum.py", "test_all_mistakes_are_told_at_once_with_place_and_advice"),
    ],
    "garbage on a pipe is refused, never taken as the first choice (questionary)": [
        ("cli/test_assess_pipe.py", "test_the_first_refused_line_of_a_pipe_ends_the_reading"),
        ("cli/test_assess_pipe.py", "test_garbage_without_end_is_refused_at_once"),
    ],
}
NOTES = {
    "trust-obstacles-named": "a" * 5000,
    "trust-partners-training": "",
    "trust-communities-police": "لا أعرف أي مذكرة من هذا النوع",
    "inclusivity-joint-diagnosis": "👩🏽‍🚒 ok 🇫🇷",
}


@pytest.mark.parametrize("bug", MUSEUM)
def test_every_bug_of_the_museum_is_watched_for(bug):
    for name, test in MUSEUM[bug]:
        tree = ast.parse((TESTS / name).read_text("utf-8"))
        assert test in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, (name, test)


def words(text):
    """The text without its markup, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html.unescape(text)).replace("\\", ""))


@pytest.mark.parametrize("kind", ["md", "html"])
def test_the_levels_that_were_asked_about_stand_in_the_french_report(kind):
    report = words((PORT_AZUR / f"reports/report-full.fr.{kind}").read_text("utf-8"))
    core = [q for f in load_toolkit("nlc").value.with_role("competency") for q in f.questions if q.core]
    levels = [level.text.get("fr") for question in core for level in question.levels]
    assert len(levels) == 72
    assert [text for text in levels if words(text) not in report] == []


def test_translated_levels_steps_and_evidence_are_shown(nlcaudit):
    [trust] = [f for f in load_toolkit("nlc").value.frameworks if f.id == "trust"]
    shown = words(nlcaudit("frameworks", "show", "trust", "--lang", "fr").out)
    texts = [
        text.get("fr")
        for question in trust.questions
        for text in (
            *(level.text for level in question.levels),
            *(level.next_step.action for level in question.levels if level.next_step),
            *question.evidence.sufficient,
            *question.evidence.insufficient,
        )
    ]
    assert len(texts) > 50
    assert [text for text in texts if words(text) not in shown] == []


def test_notes_of_every_kind_are_kept_and_harm_nothing(nlcaudit, tmp_path):
    city = tmp_path / "city"
    shutil.copytree(PORT_AZUR, city)
    answers = "".join(
        f"{key}:\n  rating: 0\n  note: {json.dumps(note, ensure_ascii=False)}\n" for key, note in NOTES.items()
    )
    (tmp_path / "a.yaml").write_text(answers, "utf-8")
    taken = nlcaudit("assess", "--in", city, "--respondent", "bamu-18", "--answers", tmp_path / "a.yaml")
    assert taken.code == 0, taken.err
    assert nlcaudit("validate", city).code == 0
    assert nlcaudit("report", "--in", city, "--edition", "full", "--lang", "fr", "--quiet").code == 0
    seen = run("assess", "--in", "city", "--respondent", "bamu-18", "--lang", "en", "--plain", folder=tmp_path,
               typed="".join(f"j {question}\n" for question in NOTES) + "q\n")  # fmt: skip
    assert seen.returncode == 0, seen.stderr
    shown = seen.stdout
    assert shown.count("a" * 20) > 100
    assert [note for note in list(NOTES.values())[2:] if note not in words(shown)] == []


def test_all_mistakes_are_told_at_once_with_place_and_advice(nlcaudit):
    shutil.copytree(ROOT / "tests/toolkits/kitchen", "kitchen")
    shutil.copytree(ROOT / "tests/toolkits/harbour", "harbour")
    toolkit = Path("kitchen/toolkit.yaml")
    toolkit.write_text(toolkit.read_text("utf-8").replace("scale:", "scael:", 1), "utf-8")
    weather = Path("harbour/weather.yaml")
    text = weather.read_text("utf-8")
    text = text.replace("effort: 1", "effort: 9", 1).replace("why:", "wyh:", 1)
    weather.write_text(text, "utf-8")
    Path("harbour/safety.yaml").write_text("schema: nlcaudit/framework/1\nid: [\n", "utf-8")
    found = json.loads(nlcaudit("validate", ".", "--format", "json").out)["findings"]
    errors = [one for one in found if one["severity"] == "error"]
    assert {Path(one["path"]).name for one in errors} == {"toolkit.yaml", "weather.yaml", "safety.yaml"}
    assert len(errors) == 4
    assert [one for one in errors if not (one["line"] >= 1 and one["column"] >= 1 and one["message"])] == []
    assert sum(bool(one["hint"]) for one in errors) >= 3
