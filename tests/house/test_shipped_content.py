"""The shipped toolkit: complete, traceable, and in two languages."""

from pathlib import Path

import pytest

from nlcaudit.loader import load_toolkit
from nlcaudit.rules.wording import words
from nlcaudit.traceability import trace
from nlcaudit.validation import validate_paths

ROOT = Path(__file__).parents[2]
COMPETENCIES = ["trust", "inclusivity", "coordination", "communication", "capacity", "sustainability"]
MODULES = {"information-sharing": 6, "coordination-functions": 6, "local-networks": 6, "private-sector": 5}


@pytest.fixture(scope="module")
def toolkit():
    return load_toolkit("nlc").value


def test_the_shipped_frameworks_have_no_finding_of_any_kind():
    assert validate_paths([ROOT / "frameworks"]).diagnostics == ()


def test_each_competency_asks_eight_questions_three_of_them_core_in_three_or_four_themes(toolkit):
    competencies = toolkit.with_role("competency")
    assert [framework.id for framework in competencies] == COMPETENCIES
    assert {len(list(framework.questions)) for framework in competencies} == {8}
    assert {sum(question.core for question in framework.questions) for framework in competencies} == {3}
    assert {len(framework.themes) for framework in competencies} <= {3, 4}


def test_the_quick_version_has_18_questions_and_the_full_one_48(toolkit):
    assert len(list(toolkit.asked(COMPETENCIES, "quick", "civil-society"))) == 18
    assert sum(len(list(framework.questions)) for framework in toolkit.with_role("competency")) == 48


def test_there_are_ten_lessons_and_the_modules(toolkit):
    assert [len(list(f.questions)) for f in toolkit.with_role("lessons")] == [10]
    assert {f.id: len(list(f.questions)) for f in toolkit.with_role("module")} == MODULES


def test_each_competency_has_a_gate_for_each_stage(toolkit):
    for framework in toolkit.with_role("competency"):
        assert sorted(q.gate.stage for q in framework.questions if q.gate) == [1, 2, 3], framework.id


def test_core_questions_are_put_to_everybody(toolkit):
    assert [q.id for q in toolkit.by_id.values() if q.core and q.asked_of] == []


def test_every_point_of_the_sources_is_asked_about(toolkit):
    traced = list(trace(toolkit))
    assert len(traced) == 51
    assert [f"{row.source.id}#{row.point.id}" for row in traced if not row.covered] == []


def test_the_coverage_page_is_what_the_command_prints(nlcaudit):
    assert (ROOT / "docs/coverage.md").read_text(encoding="utf-8") == nlcaudit("frameworks", "coverage", "nlc").out


def test_every_lesson_is_served_by_two_questions_of_the_competencies(toolkit):
    lessons = [question.id for framework in toolkit.with_role("lessons") for question in framework.questions]
    served = dict.fromkeys(lessons, 0)
    for framework in toolkit.with_role("competency"):
        for question in framework.questions:
            for lesson in question.lessons:
                served[lesson] += 1
    assert {lesson: number for lesson, number in served.items() if number < 2} == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_question_and_its_levels_stay_under_130_words(toolkit, language):
    for question in toolkit.by_id.values():
        texts = [question.text, *(level.text for level in question.levels)]
        assert sum(words(text.get(language)) for text in texts) < 130, question.id


def test_every_question_names_evidence_that_suffices_and_evidence_that_does_not(toolkit):
    for question in toolkit.by_id.values():
        assert len(question.evidence.sufficient) >= 2, question.id
        assert len(question.evidence.insufficient) >= 1, question.id
        assert question.lever is not None, question.id


def test_the_quick_version_can_be_read_aloud_in_a_quarter_of_an_hour(toolkit):
    asked = list(toolkit.asked(COMPETENCIES, "quick", "health"))
    spoken = sum(words(text.get("en")) for q in asked for text in [q.text, *(level.text for level in q.levels)])
    assert spoken / 130 < 15


def test_arabic_is_a_draft_that_nobody_can_choose_by_accident(toolkit):
    assert toolkit.selectable_languages == ("en", "fr")
    assert [known.id for known in toolkit.languages if known.status == "draft"] == ["ar"]
