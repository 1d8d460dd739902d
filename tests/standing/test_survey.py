"""How far the example engagement is."""

from datetime import date
from pathlib import Path

import pytest

from nlcaudit.loader import load_engagement
from nlcaudit.standing import build_standing

PORT_AZUR = Path(__file__).parents[2] / "examples/port-azur"


@pytest.fixture(scope="module")
def loaded():
    return load_engagement(PORT_AZUR)


@pytest.fixture(scope="module")
def standing(loaded):
    return build_standing(loaded.toolkit, loaded.engagement, date(2026, 11, 26))


def test_whoever_was_invited_is_reminded_until_they_answer_or_decline(standing):
    waiting = {group.id: group.to_remind for group in standing.groups if group.to_remind}
    assert waiting == {"municipality-executive": 1, "civil-society": 2}


def test_an_institution_that_answered_is_heard_and_not_reminded(standing):
    [justice] = [group for group in standing.groups if group.id == "justice"]
    assert (justice.persons, justice.institutions, justice.invited) == (0, 1, 1)
    assert (justice.unheard, justice.to_remind) == (False, 0)
