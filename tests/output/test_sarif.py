"""SARIF: by the published schema, and with fingerprints that outlive a move."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import npm
import pytest
from output.making import HOSTILE, PLAIN, SEVERAL, UNOPENED, WARNING

from nlcaudit.output import render_sarif
from nlcaudit.output.sarif import fingerprints
from nlcaudit.rules.registry import RULES
from nlcaudit.validation import validate_paths

ROOT = Path(__file__).parents[2]
PUBLISHED = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="module")
def errors_in():
    """A function from a document to what the schema says against it."""
    modules = npm.installed(Path(__file__).parent, "the published schema of SARIF")
    schema = json.loads((modules / PUBLISHED).read_text("utf-8"))
    checker = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    return lambda text: [error.message for error in checker.iter_errors(json.loads(text))]


def test_the_output_is_valid_by_the_published_schema(errors_in):
    corpus = validate_paths([ROOT / "tests/corpus"]).diagnostics
    assert len(corpus) > 60
    for found in ([], SEVERAL, corpus):
        assert errors_in(render_sarif(found, UNOPENED)) == []


def test_the_schema_would_notice(errors_in):
    written = json.loads(render_sarif(SEVERAL))
    written["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert errors_in(json.dumps(written)) == ["0 is less than the minimum of 1"]


def run_of(text):
    [run] = json.loads(text)["runs"]
    return run


def test_every_result_leads_to_its_rule_with_its_help():
    run = run_of(render_sarif(SEVERAL))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)


def test_a_run_that_could_not_open_a_path_was_not_successful():
    assert run_of(render_sarif([]))["invocations"][0]["executionSuccessful"] is True
    failed = run_of(render_sarif([], UNOPENED))["invocations"][0]
    assert (failed["executionSuccessful"], failed["toolExecutionNotifications"][0]["message"]["text"]) == (
        False, UNOPENED[0],
    )  # fmt: skip


def test_a_path_is_a_relative_reference_with_its_marks_escaped():
    [result] = run_of(render_sarif([HOSTILE]))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%2C%20b%3Ac%25%0A%1B%5Dd.yaml"


def test_a_fingerprint_survives_a_moved_line_and_tells_equal_findings_apart():
    moved = replace(PLAIN, line=90, excerpt="  " + PLAIN.excerpt)
    assert fingerprints([PLAIN]) == fingerprints([moved])
    again = replace(HOSTILE, message=HOSTILE.message.replace("line 2", "line 7"))
    assert fingerprints([HOSTILE]) == fingerprints([again])
    assert len(set(fingerprints([PLAIN, moved, WARNING]))) == 3
    assert fingerprints([PLAIN]) != fingerprints([replace(PLAIN, message="tea-poured names the lever “garden”")])
