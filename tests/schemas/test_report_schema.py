"""The schema of a report as data says what is written, of every kind of report."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from report.ferry import SHEETS, ferry, report_of, toolkit

from nlcaudit.engagement import Engagement
from nlcaudit.loader import load_engagement
from nlcaudit.loader.themes import shipped_theme
from nlcaudit.rendering import Setting, render
from nlcaudit.schemas import build_report_schema

PORT_AZUR = Path(__file__).parents[2] / "examples/port-azur"
REPORTS = {
    "short": lambda: report_of(ferry()),
    "full": lambda: report_of(ferry(), edition="full"),
    "French": lambda: report_of(ferry(), edition="full", language="fr"),
    "from right to left": lambda: report_of(ferry(), edition="full", language="x-rtl"),
    "public": lambda: report_of(ferry(), edition="full", release="public"),
    "unprotected": lambda: report_of(ferry(), edition="full", protect=False),
    "with a reply": lambda: report_of(ferry(replies=[{"side": "shore", "text": "Otherwise."}]), edition="full"),
    "one side": lambda: report_of(ferry({"crews": SHEETS["crews"]}), edition="full"),
    "nobody": lambda: report_of(ferry({}), edition="full"),
    "empty": lambda: report_of(Engagement(None, ()), toolkit(), edition="full"),
    "the example city, with a radar": lambda: _port_azur(radar=True),
}


def _port_azur(**options):
    loaded = load_engagement(PORT_AZUR)
    return report_of(loaded.engagement, loaded.toolkit, edition="full", **options)


@cache
def validator():
    Draft202012Validator.check_schema(build_report_schema())
    return Draft202012Validator(build_report_schema())


@cache
def written(name):
    return render("json", REPORTS[name](), Setting(shipped_theme()))


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_as_data_is_what_its_schema_says(name):
    assert [error.message for error in validator().iter_errors(json.loads(written(name)))] == []


def test_the_reports_hold_every_kind_of_block_and_chart_that_the_schema_knows():
    kinds = {
        spec["properties"]["kind"]["const"]
        for spec in build_report_schema()["$defs"].values()
        if "const" in spec["properties"].get("kind", {})
    }
    assert len(kinds) == 13
    assert {kind for kind in kinds if not any(f'"kind": "{kind}"' in written(name) for name in REPORTS)} == set()


@pytest.mark.parametrize("spoilt", [
    lambda report: report.pop("stamp"),
    lambda report: report.update(more="x"),
    lambda report: report["sections"][0].update(level="2"),
    lambda report: report["sections"][0]["blocks"].append({"kind": "song"}),
    lambda report: report["sections"][0]["blocks"].append({"kind": "prose", "paragraphs": [1], "role": ""}),
])  # fmt: skip
def test_what_is_no_report_is_refused(spoilt):
    document = json.loads(written("short"))
    spoilt(document["report"])
    assert not validator().is_valid(document)
