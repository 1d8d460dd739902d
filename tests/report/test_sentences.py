"""What a report says, and when."""

import re

import pytest
from report.ferry import SHEETS, engaged, ferry, report_of, toolkit
from report.reading import section, words

LINES = "12321012 11111111 22222222 11111111 22222222 00012312"


def lead(report) -> str:
    return words(section(report, "summary").blocks[0])


OPENINGS = {
    "en": "18 people answered. People of the ministry: 10. People of the port: 8. On 4 points the two sides describe "
    "things differently, by 1 level or more. One step is needed before a next stage is reached.",
    "fr": "18 personnes ont répondu. Personnes du ministère : 10. Personnes du port : 8. Sur 4 points, les deux côtés "
    "décrivent les choses différemment, avec au moins 1 niveau d’écart. Une démarche est nécessaire avant l’étape "
    "suivante.",
}


@pytest.mark.parametrize("language", OPENINGS)
def test_the_opening_says_who_answered_and_what_follows(language):
    assert lead(report_of(ferry(), language=language)).replace("\u202f", " ") == OPENINGS[language]


def test_the_first_line_is_the_toolkits_notice_in_the_language_of_the_report():
    notice = {language: str(report_of(ferry(), language=language).notice) for language in ("en", "fr")}
    assert notice == {
        "en": "A toolkit for tests; nobody’s product.",
        "fr": "Un outil pour les essais ; il n’est le produit de personne.",
    }


def test_nobody_answered():
    assert lead(report_of(ferry({}))) == (
        "Nobody has answered yet. There is nothing to report before the first answers are in the folder “responses”."
    )


def test_one_person_gets_no_figure_and_is_told_why_and_what_to_do():
    report = report_of(ferry({"crews": "12321012"}), edition="full")
    assert lead(report) == (
        "One person answered. People of the ministry: 0. People of the port: 1. No figure is shown, because with fewer "
        "than 5 people a figure would tell what one of them said. Ask more people to answer, or hold a meeting in "
        "which each institution gives one answer that it releases."
    )
    assert "of 100" not in words(report.sections)
    assert "rating" not in words(section(report, "questions"))


def test_everything_not_applicable_is_no_score_and_no_zero():
    report = report_of(ferry({"crews": "nnnnnnnn " * 6}))
    assert lead(report).endswith(
        "Everything that was asked was called outside the powers of those who answered, or not applicable here."
    )
    assert "0.0" not in words(report.sections)


def test_nothing_answered_is_no_score():
    report = report_of(ferry({"crews": "-------- " * 6}))
    assert lead(report).endswith("There are too few ratings for a score.")
    assert "None of the 30 answers asked for on the competencies is a rating." in words(section(report, "trust"))


def test_one_side_alone_has_nothing_to_compare():
    differences = section(report_of(ferry({"crews": LINES})), "differences")
    assert words(differences.blocks) == "Only one side has answered: Port. There is nothing to compare yet."


def test_sides_that_agree_have_nothing_to_discuss():
    alike = {"shipping-ministry": "22222222 " * 5, "harbour-office": "22222222 " * 5}
    assert words(section(report_of(ferry(alike)), "differences").blocks).split("\n") == [
        "Two people differ by 0.0 levels on average, whether they are of the same side or of opposite sides.",
        (
            "Nowhere do the two sides differ by 1 level or more whichever single group is left out. Smaller "
            "differences are in the full edition."
        ),
    ]


def test_a_difference_is_told_in_levels_of_both_sides_and_with_the_reply_beside():
    found = section(report_of(ferry()), "differences").blocks[0].entries[0]
    assert str(found.statement) == "People of the ministry: 2.9 (Shared). People of the port: 0.6 (When asked)."
    assert [str(reply.text) for reply in found.replies] == ["We were not invited."]


def test_a_toolkit_without_sides_has_no_section_on_them():
    kit = toolkit("kitchen")
    report = report_of(engaged(kit, {"kueche": "123 211 321 443 012"}), kit, edition="full")
    assert {"differences", "both-sides"}.isdisjoint(part.id for part in report.sections)
    assert re.findall(r"\bsides?\b", words(report.sections)) == []


def test_steps_are_three_each_with_a_line_for_the_date():
    steps = section(report_of(ferry()), "first-steps").blocks[0].entries
    assert [(str(step.action), str(step.blank)) for step in steps] == [
        ("Read the notice together.", "By (date)"),
        ("Read the file together.", "By (date)"),
        ("Read the draft together.", "By (date)"),
    ]
    assert {str(fact.label): str(fact.value) for fact in steps[0].facts} == {
        "Lead": "Shipping ministry and Crews",
        "Effort": "A year, a budget or a formal decision",
        "In the power of": "the ministry",
        "Needed for": "Stage 2, “Sailing”, in Timetable",
    }


def test_steps_that_rank_alike_are_marked_in_the_full_edition():
    steps = [s for part in report_of(ferry(), edition="full").sections if part.id.startswith("steps-")
             for s in part.blocks[0].entries]  # fmt: skip
    assert sorted(str(step.rank) for step in steps) == ["1", "2=", "2=", "4"]


def test_at_the_highest_level_no_step_is_left():
    top = {"shipping-ministry": "33333333 " * 5, "harbour-office": "33333333 " * 5}
    assert words(section(report_of(ferry(top)), "first-steps").blocks) == (
        "No step is proposed: what was asked has reached the target or the highest level."
    )


def test_a_place_that_did_it_stands_at_the_step_and_in_the_annex():
    report = report_of(ferry(), edition="full")
    assert "Who did something like it: Northport: One table for two offices (see “Places that did it”)." in words(
        section(report, "steps-own")
    )
    assert "[G1]" in words(section(report, "places"))


def test_lessons_that_were_not_answered_are_said_to_be_so():
    sheets = {group: " ".join(w[:5] + "--" + w[7:] for w in sheet.split()) for group, sheet in SHEETS.items()}
    unanswered = ferry(sheets)
    answers = [r.model_copy(update={"frameworks": ("timetable", "safety")}) for r in unanswered.responses]
    report = report_of(type(unanswered)(unanswered.file, tuple(answers)), edition="full")
    assert "The questions on the lessons were not answered." in words(section(report, "lessons-of-two-lessons"))


def test_a_lesson_stands_beside_the_mean_of_the_questions_that_serve_it():
    rows = section(report_of(ferry(), edition="full"), "lessons-of-two-lessons").blocks[1].rows
    assert [[str(cell.text) for cell in row.cells] for row in rows] == [
        ["Listen First", "", "56.7", "60.3", "2 of 2"],
        ["Write It Down", "", "60.0", "55.3", "2 of 2"],
    ]


def test_a_module_has_a_section_of_its_own():
    module = section(report_of(ferry(), edition="full"), "module-weather")
    assert str(module.heading) == "7. Module: Weather"
    assert [str(block.title) for block in module.blocks] == [
        "Weather stands at 56.3 of 100", "Questions with a score stand at 56.3 of 100",
    ]  # fmt: skip


def test_equal_printed_scores_are_told_together():
    alike = {"shipping-ministry": "22222222 " * 5, "harbour-office": "22222222 " * 5}
    assert str(section(report_of(ferry(alike)), "summary").blocks[1].title) == (
        "“Timetable” and “Safety” stand at 66.7 of 100"
    )


def test_a_level_is_close_by_its_value_not_by_its_number():
    kit = toolkit("kitchen")  # values 0, 0.1, 1/3, 0.8 and 1
    report = report_of(engaged(kit, {"kueche": "222 222 222 333 333"}), kit)
    assert "52.0 of 100. Closest level “Häufig”" in words(section(report, "solid"))


def test_a_text_in_another_language_than_the_report_says_which():
    kit = toolkit("kitchen")
    report = report_of(engaged(kit, {"kueche": "222 222 222 333 333"}), kit)
    assert {run.language for run in section(report, "solid").blocks[1].entries[0].title.runs} == {"de"}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("edition", ["short", "full"])
def test_no_word_that_judges(edition, language):
    said = words(report_of(ferry(), edition=edition, language=language)).lower()
    for word in ("weakest", "worst", "significant", "significati", " wrong", "faible", "pire", "0 steps", "0 step "):
        assert word not in said
