"""Whole reports, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from report.ferry import ferry, report_of
from report.reading import render_html, render_markdown

from nlcaudit.engagement import Engagement
from nlcaudit.loader import load_engagement
from nlcaudit.publishing import Order, publish

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
PORT_AZUR = ROOT / "examples/port-azur"
RENDERERS = {"html": render_html, "md": render_markdown}
LARGEST = 175_000


@pytest.mark.parametrize("kind", RENDERERS)
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("edition", ["short", "full"])
def test_the_ferry_is_reported_as_it_was(golden, edition, language, kind):
    report = report_of(ferry(), edition=edition, language=language)
    golden(GOLDEN / f"ferry.{edition}.{language}.{kind}", RENDERERS[kind](report))


@pytest.mark.parametrize("kind", RENDERERS)
def test_the_public_edition_is_as_it_was(golden, kind):
    golden(GOLDEN / f"ferry.public.en.{kind}", RENDERERS[kind](report_of(ferry(), release="public", edition="full")))


@pytest.mark.parametrize("edition", ["short", "full"])
def test_the_reports_of_the_example_city_are_those_in_the_repository(golden, tmp_path, edition):
    loaded = load_engagement(PORT_AZUR)
    written = publish(loaded.toolkit, loaded.engagement, Order(tmp_path, languages="en,fr", edition=edition))
    assert len(written) == 4
    for path in written:
        golden(PORT_AZUR / "reports" / path.name, path.read_text("utf-8"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_full_report_of_the_example_city_is_small(language):
    assert (PORT_AZUR / f"reports/report-full.{language}.html").stat().st_size <= LARGEST


def test_the_order_of_the_responses_changes_nothing():
    engagement = ferry()
    turned = Engagement(engagement.file, tuple(reversed(engagement.responses)))
    assert render_html(report_of(turned, edition="full")) == render_html(report_of(engagement, edition="full"))


def test_folder_language_and_clock_of_the_machine_change_nothing(tmp_path):
    results = []
    for number, (locale, zone) in enumerate([("C", "UTC"), ("fr_FR.UTF-8", "Asia/Tokyo")]):
        place = tmp_path / str(number)
        place.mkdir()
        command = [sys.executable, "-m", "nlcaudit", "report", "--in", PORT_AZUR, "--out", place, "--edition", "full"]
        environment = {**os.environ, "LANG": locale, "LC_ALL": locale, "TZ": zone, "PYTHONHASHSEED": str(number)}
        subprocess.run(command, cwd=place, env=environment, check=True, capture_output=True)
        results.append({path.name: path.read_bytes() for path in sorted(place.iterdir())})
    assert len(results[0]) == 4
    assert results[0] == results[1]
