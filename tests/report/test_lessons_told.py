"""What a report says of lessons: which stand highest, and which their questions contradict."""

from dataclasses import replace

import pytest
from report.ferry import ferry, report_of, toolkit
from report.reading import section


def contradicting_from(questions):
    """The harbour toolkit, which takes so many questions for enough."""
    kit = toolkit()
    lessons = kit.policy.lessons.model_copy(update={"questions": questions})
    return replace(kit, policy=kit.policy.model_copy(update={"lessons": lessons}))


def lessons_of(signs, language="en", questions=2):
    engagement = ferry(dict.fromkeys(("shipping-ministry", "harbour-office"), f"{signs} " * 6))
    report = report_of(engagement, contradicting_from(questions), edition="full", language=language)
    return section(report, "lessons-of-two-lessons").blocks


@pytest.mark.parametrize(
    ("signs", "language", "said"),
    [
        (
            "00200330",
            "en",
            [
                "“Listen First” is rated at level 3.0 directly; the 2 questions that serve it stand lower, at 0.0.",
                "“Write It Down” is rated at level 3.0 directly; the 2 questions that serve it stand lower, at 0.0.",
            ],
        ),
        (
            "33233010",
            "en",
            [
                "“Listen First” is rated at level 0.0 directly; the 2 questions that serve it stand higher, at 3.0.",
                "“Write It Down” is rated at level 1.0 directly; the 2 questions that serve it stand higher, at 3.0.",
            ],
        ),
        (
            "33230130",
            "fr",
            [
                (
                    "«\u202fÉcouter d’abord\u202f» est placée directement au niveau 1,0\u202f; les 2 questions qui la "
                    "servent sont plus haut, à 3,0."
                ),
            ],
        ),
    ],
)
def test_a_lesson_that_its_questions_contradict_is_told_in_levels(signs, language, said):
    rule = {
        "en": "A contradiction is named when the two lie 1 level or more apart and at least 2 of the questions that "
        "serve the lesson have a score. It is a reason to ask what people had in mind.",
        "fr": "Une contradiction est relevée quand les deux s’écartent de 1 niveau ou plus et qu’au moins 2 des "
        "questions qui servent la leçon ont une note. C’est une raison de demander à quoi chacun pensait.",
    }
    assert [str(entry) for entry in lessons_of(signs, language)[2].entries] == [*said, rule[language]]


def test_where_one_question_is_enough_it_is_told_as_one():
    [first, *_] = lessons_of("-0--0330", questions=1)[2].entries
    assert str(first) == (
        "“Listen First” is rated at level 3.0 directly; the question that serves it stands lower, at 0.0."
    )


@pytest.mark.parametrize(
    ("signs", "language", "said"),
    [
        ("22222120", "en", "Rated highest: “Write It Down”, at 66.7 of 100"),
        ("22222120", "fr", "Au plus haut\u202f: «\u202fTout écrire\u202f», à 66,7 sur 100"),
        ("22222--0", "en", "What the competency questions say of each lesson"),
        ("22222220", "en", "Every lesson that has a score of its own is rated alike, at 66.7 of 100"),
        ("222222-0", "en", "Rated highest: “Listen First”, at 66.7 of 100"),
    ],
)
def test_the_table_is_headed_by_what_stands_highest_or_that_all_are_alike(signs, language, said):
    assert str(lessons_of(signs, language)[1].title) == said


def test_without_any_figure_there_is_no_table():
    few = report_of(ferry({"crews": "33233000"}), edition="full")
    said = [str(one) for block in section(few, "lessons-of-two-lessons").blocks for one in block.paragraphs]
    assert said == ["Two lessons from other ports.", "No score that belongs to a lesson can be shown yet."]
