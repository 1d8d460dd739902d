"""A report does not hang on how the people of a small group answered one by one, in no format, edition or language.

The two engagements differ in every rating of a group under the threshold and have the same sum on each question. So
all that is printed (decimals, whole numbers, lengths of bars, words, order) has to be the same, to the last byte.
"""

import pytest
from report.ferry import SHEETS, ferry, report_of, toolkit

from nlcaudit.loader.themes import shipped_theme
from nlcaudit.messages import Messages
from nlcaudit.rendering import FORMATS, Setting, render
from nlcaudit.results.derivations import derivation_json, derive
from nlcaudit.results.scorecards import render_scorecard, scorecard_json
from nlcaudit.scoring import score

LOOK = Setting(shipped_theme())
ONE = ferry(SHEETS)
OTHER = ferry({**SHEETS, "crews": "20321000 0210000d 0130-031"})
FIGURES = ("step", "firmness", "band", "average-deviation", "cliffs-delta", "difference", "bounds", "answers")


def test_the_two_differ_where_nothing_is_protected():
    cards = [score(toolkit(), found, protect=False) for found in (ONE, OTHER)]
    assert cards[0].diagnosis.agreement != cards[1].diagnosis.agreement
    assert scorecard_json(cards[0], toolkit()) != scorecard_json(cards[1], toolkit())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("edition", "release", "language"),
    [("short", "draft", "en"), ("full", "draft", "fr"), ("full", "public", "en"), ("short", "public", "fr")],
)
def test_a_report_is_the_same_to_the_last_byte(name, edition, release, language):
    one, other = (report_of(found, edition=edition, release=release, language=language) for found in (ONE, OTHER))
    assert render(name, one, LOOK) == render(name, other, LOOK)


def test_text_json_and_explanations_are_the_same():
    kit = toolkit()
    one, other = (score(kit, found) for found in (ONE, OTHER))
    assert scorecard_json(one, kit) == scorecard_json(other, kit)
    for language in ("en", "fr"):
        assert render_scorecard(one, kit, Messages("score", language)) == render_scorecard(
            other, kit, Messages("score", language)
        )
    for question in kit.by_id:
        for figure in FIGURES:
            wanted = f"{question}/{figure}"
            assert derivation_json(derive(one, kit, wanted)) == derivation_json(derive(other, kit, wanted))
