"""What no output prints is not computed; what is looked at is computed once."""

from scoring.making import engagement_from, toolkit

from nlcaudit.messages import Messages
from nlcaudit.results.scorecards import render_scorecard, scorecard_json
from nlcaudit.scoring import score
from nlcaudit.scoring.deferred import Deferred, Later

KIT = toolkit("""
    sides: [n, l]
    groups: {m: n, y: l}
    frameworks: {trust: {t: [a, b]}}
""")
SHEETS = {"m": [{"a": 3, "b": 2}] * 5, "y": [{"a": 0, "b": 1}] * 5}
PARTS = ("by_framework", "sampling", "spread", "strips", "chance")


def made(card):
    return {part for part in PARTS if "_made" in vars(getattr(card.diagnosis, part))}


def test_contents_are_made_at_the_first_look_and_once():
    looks = []
    found = Deferred(lambda: looks.append("made") or {"trust": 1})
    assert looks == []
    assert (found["trust"], list(found), len(found), found.get("other")) == (1, ["trust"], 1, None)
    assert looks == ["made"]


def test_it_equals_a_mapping_with_its_contents():
    assert Deferred(lambda: {"trust": 1}) == {"trust": 1} == Deferred(lambda: {"trust": 1})
    assert Deferred(lambda: {"trust": 1}) != {"trust": 2}
    assert not Deferred(dict)


def test_a_value_is_made_once_and_equals_another_with_its_value():
    looks = []
    found = Later(lambda: looks.append("made") or 1)
    assert looks == []
    assert (found.value, found.value) == (1, 1)
    assert looks == ["made"]
    assert found == Later(lambda: 1) != Later(lambda: 2)
    assert len({found, Later(lambda: 1)}) == 1


def test_the_text_for_the_terminal_resamples_nothing():
    card = score(KIT, engagement_from(KIT, SHEETS))
    assert "differ by" in render_scorecard(card, KIT, Messages("score", "en"))
    assert made(card) == set()


def test_the_json_tells_everything():
    card = score(KIT, engagement_from(KIT, SHEETS))
    scorecard_json(card, KIT)
    assert made(card) == set(PARTS)
