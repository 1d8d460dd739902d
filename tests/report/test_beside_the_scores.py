"""What stands beside the scores in a report: agreed ratings, institutions, how it was a year ago."""

from dataclasses import replace
from functools import cache

import pytest
from report.ferry import ferry, report_of, toolkit
from report.placing import places_of_html, places_of_markdown
from report.reading import render_html, render_markdown, section, words
from scoring.making import shaped

from nlcaudit.engagement import Engagement, Workshop
from nlcaudit.scoring import score

ASKED = "timetable-draft"
TEXT = str(toolkit().by_id[ASKED].text.spoken(["en"]))
RECORD = {
    "schema": "nlcaudit/workshop/1", "toolkit": {"id": toolkit().id, "version": toolkit().version},
    "agreed": {
        ASKED: {
            "rating": 2, "reason": "The draft came late, but it came.", "date": "2026-11-18",
            "sides": ("ministry", "port"), "evidence": ({"what": "Minutes of 3 May"},),
        }
    },
}  # fmt: skip


@cache
def told() -> Engagement:
    """The ferry, with an institution, then-ratings of everybody on one question, and the record of a talk."""
    found = ferry()
    back = tuple(
        response.model_copy(
            update={"answers": {**response.answers, ASKED: response.answers[ASKED].model_copy(update={"then": 1})}}
        )
        for response in found.responses
    )
    office = next(r for r in back if r.group == "harbour-office").model_copy(
        update={"respondent": "zz-office", "voice": "institution", "name": "Port authority", "released": True}
    )
    return replace(found, responses=(*back, office), workshop=shaped(Workshop, RECORD))


@cache
def report(release="draft", edition="full"):
    return report_of(told(), edition=edition, release=release)


def test_neither_moves_a_score():
    kit = toolkit()
    assert [r.node.estimate for r in score(kit, told()).frameworks] == [
        r.node.estimate for r in score(kit, ferry()).frameworks
    ]


def test_an_agreed_rating_stands_beside_the_first_answers_with_reason_day_sides_and_evidence():
    said = words(section(report(), "agreed"))
    for part in (
        "2 Monthly",
        "The draft came late, but it came.",
        "18 November 2026",
        "Minutes of 3 May",
        "2.9",
        "0.6",
    ):
        assert part in said


def test_an_institution_is_shown_by_name_and_how_far_it_is_from_people():
    said = words(section(report(), "institutions"))
    assert "Port authority" in said
    assert "2 lie 1 level or more from what people say" in said
    assert said.count("Port authority: 0 Never") == 2
    assert "zz-office" not in render_html(report())


def test_how_it_was_a_year_ago_is_said_with_its_question_and_by_how_many():
    for places in (places_of_html(render_html(report())), places_of_markdown(render_markdown(report()))):
        assert [text for about, label, text in places if label == "A year ago"] == [
            "1.0 of 3, as 18 people remember it today"
        ]


@pytest.mark.parametrize("edition", ["short", "full"])
def test_a_public_report_has_neither_agreed_ratings_nor_a_year_ago_nor_institutions(edition):
    page = render_html(report("public", edition))
    for word in ("The draft came late", "remember it today", "Minutes of 3 May"):
        assert word not in page
