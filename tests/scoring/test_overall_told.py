"""The one number for everything, on the terminal; and how old evidence is, in words."""

from dataclasses import replace
from datetime import date

import pytest
from report.ferry import ferry, toolkit

from nlcaudit.engagement import EvidenceRecord
from nlcaudit.messages import Messages, tell
from nlcaudit.results.scorecards import render_scorecard
from nlcaudit.rules.evidence import check_age
from nlcaudit.scoring import score


def with_policy(**parts):
    return replace(toolkit(), policy=toolkit().policy.model_copy(update=parts))


@pytest.mark.parametrize(
    ("mean", "language", "said"),
    [
        ("geometric", "en", "Overall: 59.5 (arithmetic mean: 60.2)"),
        ("geometric", "fr", "Ensemble\u202f: 59,5 (moyenne arithmétique\u202f: 60,2)"),
        ("arithmetic", "en", "Overall: 60.2"),
        ("arithmetic", "fr", "Ensemble\u202f: 60,2"),
    ],
)
def test_the_plain_mean_is_not_told_twice(mean, language, said):
    kit = with_policy(overall=toolkit().policy.overall.model_copy(update={"show": True, "mean": mean}))
    assert said in render_scorecard(score(kit, ferry()), kit, Messages("score", language)).splitlines()


@pytest.mark.parametrize(
    ("months", "language", "said"),
    [
        (1, "en", "evidence for safety-drills is older than one month"),
        (1, "fr", "une preuve pour safety-drills date de plus d’un mois"),
        (24, "en", "evidence for safety-drills is older than 24 months"),
    ],
)
def test_the_age_of_evidence_is_counted_in_words(months, language, said):
    kit = with_policy(evidence=toolkit().policy.evidence.model_copy(update={"months": months}))
    record = EvidenceRecord(what="Minutes", date="2020-01-01")
    [found] = check_age(record, ("answers", "safety-drills"), date(2026, 11, 20), kit)
    assert tell(found.message, language) == said
