"""What a report does not say."""

import re
from dataclasses import replace

import pytest
from report.ferry import SHEETS, ferry, report_of, toolkit
from report.reading import render_html, render_markdown, section, words

from nlcaudit.report import Options, build_report
from nlcaudit.scoring import score

SMALL = {"crews": "12321012", "harbour-office": "01310111 10311112 11301101 01d1111- 11311-11"}


def figures(report) -> list[str]:
    return re.findall(r"\d+\.\d", words(report.sections).replace("0.1.0", "").replace("2.0", ""))


@pytest.mark.parametrize("edition", ["short", "full"])
def test_under_the_threshold_no_figure_is_printed(edition):
    report = report_of(ferry({"crews": "12321012 21230121 01210121"}), edition=edition)
    told = tuple(part for part in report.sections if part.id != "method")
    assert figures(replace(report, sections=told)) == []
    assert "asked:" not in words(report.sections)


def test_a_report_says_no_more_than_its_scorecard():
    """Two engagements that give one scorecard give one report: nothing is read from the responses."""
    engagement = ferry()
    card = score(toolkit(), engagement)
    options = Options("en", "full", "draft", engagement.file.date)
    report = build_report(toolkit(), engagement.file, card, options)
    hidden = replace(card, institutions=(), frameworks=())
    assert "2.9" in words(report.sections)
    assert "2.9" not in words(build_report(toolkit(), engagement.file, hidden, options).sections)


def test_no_small_group_has_a_value_of_its_own():
    report = report_of(ferry(), edition="full")
    groups = [str(fact.value) for block in section(report, "questions").blocks for entry in block.entries
              for fact in entry.facts if str(fact.label) == "Groups, in levels"]  # fmt: skip
    assert any("Coast guard" in told for told in groups)
    assert not any("Crews" in told for told in groups)


def test_without_protection_every_page_says_so():
    report = report_of(ferry(SMALL), protect=False)
    assert str(report.watermark) == "Not protected"
    assert "Not protected: shows figures that rest on fewer than 5 people." in words(report.marks)


@pytest.mark.parametrize(("release", "watermark"), [("draft", "Draft"), ("participants", ""), ("public", "")])
def test_a_draft_carries_its_watermark(release, watermark):
    assert str(report_of(ferry(), release=release).watermark) == watermark


def public():
    return report_of(ferry(), release="public", edition="full")


def test_the_public_edition_has_no_view_by_side_or_group():
    said = words(public().sections)
    for name in (
        "People of the ministry",
        "People of the port",
        "Coast guard alone",
        "Groups, in levels",
        "Sides, in levels",
    ):
        assert name not in said
    assert {"differences", "both-sides"}.isdisjoint(part.id for part in public().sections)
    assert 'class="mark-' not in "".join(
        part for part in render_html(public()).split("<svg")[1:] if 'class="bar"' in part
    )


def test_the_public_edition_names_no_sensitive_question_and_no_reply_to_one():
    for page in (render_html(public()), render_markdown(public())):
        assert "complaints about officers" not in page
        assert "We open the files in June" not in page
        assert "Read the file together" not in page


def test_the_score_of_a_sensitive_question_cannot_be_worked_out_from_the_public_edition():
    """Safety has two questions; the score of the open one would give that of the other away."""
    card = score(toolkit(), ferry())
    open_one = card.node("safety-joint-drill").estimate.value
    assert f"{float(100 * open_one):.1f}" not in set(figures(public()))
    assert "48.9" in set(figures(report_of(ferry(), edition="full")))


def test_the_public_edition_calls_nothing_alike_that_the_sides_describe_differently():
    assert "Do port and ministry draft" not in words(section(public(), "solid"))


def test_the_public_edition_prints_the_replies_of_both_sides():
    said = words(public().sections)
    for reply in ("We were not invited.", "We will drill in May.", "We agree with the rest."):
        assert said.count(reply) == 1


def test_the_short_public_edition_prints_the_replies_too():
    said = words(report_of(ferry(), release="public").sections)
    for reply in ("We were not invited.", "We will drill in May.", "We agree with the rest."):
        assert said.count(reply) == 1


def test_notes_reasons_and_evidence_of_respondents_are_never_printed():
    engagement = ferry()
    noted = [
        r.model_copy(
            update={"answers": {q: a.model_copy(update={"note": "SECRET NOTE"}) for q, a in r.answers.items()}}
        )
        for r in engagement.responses
    ]
    page = render_html(report_of(type(engagement)(engagement.file, tuple(noted)), edition="full"))
    assert "SECRET" not in page
    assert "no harbour" not in page
    assert not any(f"{group}-0" in page for group in SHEETS)
