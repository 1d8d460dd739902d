"""What institutions alone answered is told without a word of people, and what ties is not told as the widest."""

from dataclasses import replace

import pytest
from report.ferry import SHEETS, engaged, ferry, institutions, released, report_of, toolkit
from report.reading import section, words

from nlcaudit.messages import Messages
from nlcaudit.results.scorecards import render_scorecard
from nlcaudit.scoring import score

FEW = {"crews": "12312312", "coast-guard": "12312312"}


def table(report, name):
    return next(block for block in section(report, name).blocks if hasattr(block, "rows"))


def title(engagement, name, language="en", kit=None):
    return str(table(report_of(engagement, kit, edition="full", language=language), name).title)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "C asks for 67% of the answers and one institution on each side"),
        ("fr", "C demande 67\u202f% des réponses et une institution de chaque côté"),
    ],
)
def test_the_rules_of_trust_ask_for_institutions_where_they_alone_answered(language, said):
    report = report_of(institutions(SHEETS), edition="full", language=language)
    assert said in str(table(report, "trust-grades").how)
    assert "5 institutions" in str(table(report, "trust-grades").how)


def test_without_sides_the_rules_of_trust_ask_for_so_many_institutions_in_all():
    kit = toolkit("kitchen")
    found = released(engaged(kit, {"eltern": "123 " * 6}))
    assert "and 5 institutions; " in str(table(report_of(found, kit, edition="full"), "trust-grades").how)


@pytest.mark.parametrize("sheets", [SHEETS, FEW])
def test_the_figures_of_institutions_do_not_speak_of_people(sheets):
    report = report_of(institutions(sheets), edition="full")
    for name in ("agreement", "groups", "trust-grades", "others", "powers", "unknown", "inapplicable", "levels"):
        told = words(section(report, name))
        assert "people" not in told.casefold(), told
        assert "person" not in told.casefold(), told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "A group is shown alone if its institutions released their answers, or if at least 5 of them did not."),
        (
            "fr",
            (
                "Un groupe est montré seul si ses institutions ont accepté que leurs réponses soient diffusées, ou si "
                "5 au moins ne l’ont pas accepté."
            ),
        ),
    ],
)
def test_a_group_of_one_institution_that_released_its_answers_is_not_said_to_be_hidden(language, said):
    [groups] = section(report_of(institutions(FEW), edition="full", language=language), "groups").blocks
    assert [str(row.cells[1].text) for row in groups.rows] == (["2.0"] * 2 if language == "en" else ["2,0"] * 2)
    assert str(groups.how).endswith(said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "With any one institution or group left out, no score moves"),
        ("fr", "Sans l’une ou l’autre institution, ou l’un ou l’autre groupe, aucune note ne bouge"),
    ],
)
def test_scores_that_do_not_move_are_said_not_to_move(language, said):
    assert title(institutions(FEW), "others", language) == said


def test_how_to_read_the_table_of_agreement_is_said_once():
    found = table(report_of(institutions(FEW), edition="full"), "agreement")
    assert (str(found.title), str(found.how)) == ("How many levels two answers are apart, on average", "")


def both(ministry, port):
    return ferry({"shipping-ministry": f"{ministry} " * 6, "harbour-office": f"{port} " * 6})


@pytest.mark.parametrize(
    ("ministry", "port", "language", "said"),
    [
        ("33333333", "11111111", "en", "Groups are furthest apart on “Timetable” and “Safety”: by 2.0 levels on each"),
        (
            "33333333",
            "11111111",
            "fr",
            (
                "Les groupes s’écartent le plus sur «\u202fHoraires\u202f» et «\u202fSécurité\u202f»\u202f: de 2,0 "
                "niveaux à chaque fois"
            ),
        ),
        ("22222222", "22222222", "en", "The groups that can be shown alone give the same values"),
    ],
)
def test_competencies_on_which_groups_are_equally_far_apart_are_all_named(ministry, port, language, said):
    assert title(both(ministry, port), "groups", language) == said


@pytest.mark.parametrize(
    ("port", "language", "said"),
    [
        ("11222222", "en", ("The answers are furthest apart on “Do port and ministry draft the timetable together?” "
                           "and “Are changes told a week ahead?”")),
        ("12222222", "en", "The answers are furthest apart on “Do port and ministry draft the timetable together?”"),
        ("11122222", "en", "The answers are furthest apart, and equally far, on 3 of these questions"),
        ("11122222", "fr", "Sur 3 de ces questions, les réponses s’écartent le plus, et autant"),
        ("11111111", "en", "The answers are equally far apart on each of these questions"),
        ("11111111", "fr", "Les réponses s’écartent autant sur chacune de ces questions"),
        ("33333333", "en", "On each of these questions, the answers lie close to each other"),
    ],
)  # fmt: skip
def test_questions_on_which_the_answers_are_equally_far_apart_are_named_or_counted(port, language, said):
    assert title(both("33333333", port), "levels", language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "Two institutions of the same side differ by 0.4 levels on average, two from opposite sides by 1.5.",
                (
                    "Of institutions that did not release their answers, nothing is shown that rests on fewer than 5, "
                    "or would give it away."
                ),
            ],
        ),
        (
            "fr",
            [
                "Deux institutions du même côté sont séparées de 0,4 niveau en moyenne, deux de côtés opposés de 1,5.",
                (
                    "Des institutions qui n’ont pas accepté que leurs réponses soient diffusées, rien n’est montré qui "
                    "repose sur moins de 5, ou qui le laisserait deviner."
                ),
            ],
        ),
    ],
)
def test_on_the_terminal_institutions_are_not_called_people_either(language, said):
    found = score(toolkit(), institutions(SHEETS))
    assert render_scorecard(found, toolkit(), Messages("score", language)).splitlines()[-2:] == said


def unreleased(engagement):
    held = tuple(one.model_copy(update={"released": False}) for one in engagement.responses)
    return replace(engagement, responses=held)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "2 institutions answered. No figure is shown, because with fewer than 5 institutions a figure would "
                "tell what one of them said. Ask more of them to answer, or ask each to release its answers."
            ),
        ),
        (
            "fr",
            (
                "2 institutions ont répondu. Aucun chiffre n’est montré, car avec moins de 5 institutions un chiffre "
                "révélerait ce que l’une d’elles a répondu. Invitez-en davantage à répondre, ou demandez à chacune "
                "d’accepter que ses réponses soient diffusées."
            ),
        ),
    ],
)
def test_few_institutions_that_release_nothing_are_asked_to_release_it(language, said):
    report = report_of(unreleased(institutions(FEW)), language=language)
    assert words(section(report, "summary").blocks[0]) == said


@pytest.mark.parametrize(
    ("port", "said"),
    [
        ("00000000", "There is nothing yet that those who answered describe alike."),
        ("33333333", "Placed in the upper half of the scale, and described alike by those who answered:"),
    ],
)
def test_what_all_describe_otherwise_is_not_told_as_solid(port, said):
    assert words(section(report_of(both("33333333", port)), "solid").blocks[0]) == said
