"""What a report says of the order of the steps: how firmly the first stand, and of what not everybody was asked."""

from dataclasses import replace
from functools import cache

import pytest
from report.ferry import SHEETS, ferry, report_of, toolkit
from report.reading import section, words

UNEVEN = {
    "shipping-ministry": "22102011 00322222 12020303 22312203 21332021",
    "harbour-office": "23221022 22120312 01121021 03201301 01011322 01112202",
}
GAPS = {
    "shipping-ministry": "10202333 10-2-311 2120-2-2 -300-10- 2-12-313 03130-1-",
    "harbour-office": "32002122 1--101-0 22101-22 331-112- -2012133",
}
FIRM = dict.fromkeys(UNEVEN, "02222222 " * 6)


@cache
def putting_first(number):
    """The harbour toolkit, which calls so many steps the first."""
    kit = toolkit()
    priorities = kit.policy.priorities.model_copy(update={"first": number, "draws": 40})
    return replace(kit, policy=kit.policy.model_copy(update={"priorities": priorities}))


def headline(report):
    """The line under the first steps of the short edition."""
    return str(section(report, "first-steps").blocks[1].paragraphs[0])


@pytest.mark.parametrize(
    ("sheets", "first", "language", "said"),
    [
        (FIRM, 1, "en", "Whatever was varied, what comes first stays first."),
        (FIRM, 1, "fr", "Quoi que l’on fasse varier, ce qui vient en tête y reste."),
        (dict.fromkeys(UNEVEN, "02233033 " * 6), 2, "en", "Whatever was varied, the first 2 stay the first 2."),
        (
            UNEVEN,
            1,
            "en",
            "What comes first stays there in at least 92% of the cases in which one person or one group is left out.",
        ),
        (UNEVEN, 2, "en", "Each of the first 2 stays there in at least 32% of the variations of our weights."),
        (GAPS, 2, "en", "Each of the first 2 stays there in at least 70% of the ways to fill in what nobody answered."),
        (
            GAPS,
            2,
            "fr",
            (
                "Chacune des 2 premières démarches y reste dans au moins 70\u202f% des façons de compléter ce à quoi "
                "personne n’a répondu."
            ),
        ),
    ],
)
def test_the_short_edition_says_how_firmly_the_first_steps_stand(sheets, first, language, said):
    assert headline(report_of(ferry(sheets), putting_first(first), language=language)) == said


def standings(report):
    """Step → how firmly it stands, of those of which the full edition says it."""
    steps = [step for part in report.sections if part.id.startswith("steps-")
             for block in part.blocks if block.kind == "steps" for step in block.entries]  # fmt: skip
    return {str(step.context): str(fact.value) for step in steps for fact in step.facts if str(fact.label) == "Stands"}


def test_the_full_edition_says_of_each_step_that_is_not_firm_what_it_depends_on():
    told = standings(report_of(ferry(UNEVEN), putting_first(2), edition="full"))
    assert told == {
        "T1 · Timetable": "Among the first 2 in 92% of the cases in which one person or one group is left out",
        "S2 · Safety": "Among the first 2 in 32% of the variations of our weights",
    }


def test_a_public_edition_counts_nobody_who_was_left_out():
    told = section(report_of(ferry(UNEVEN), putting_first(2), edition="full", release="public"), "firmness")
    assert "Who was in the room: each person, then each group, is left out, as far as that may be told." in words(told)
    within = section(report_of(ferry(UNEVEN), putting_first(2), edition="full"), "firmness")
    assert "Who was in the room: 11 people and 2 groups, left out in turn, as far as that may be told." in words(within)


# -- when not everybody was asked everything ---------------------------------------------------------------------


def asking(sheets, **frameworks):
    """The ferry, where the people of some groups were asked about some frameworks only."""
    whole, home = ferry(sheets), toolkit().home
    asked = {group.replace("_", "-"): names for group, names in frameworks.items()}

    def narrowed(response):
        only = asked.get(response.group)
        if only is None:
            return response
        kept = {question: answer for question, answer in response.answers.items() if home[question][0].id in only}
        return response.model_copy(update={"frameworks": only, "answers": kept})

    return replace(whole, responses=tuple(map(narrowed, whole.responses)))


TOP = {"shipping-ministry": "33313333 " * 6, "harbour-office": "33313333 " * 6}
ASKED = {
    "everybody": (ferry(), {"en": None}),
    "others": (asking(SHEETS, crews=("timetable",)), {
        "en": "Not all questions were put to everybody. On those that were, the order begins with T2 and T1.",
        "fr": "Toutes les questions n’ont pas été posées à tous. Sur celles qui l’ont été, l’ordre commence par T2 et "
        "T1.",
    }),
    "alike": (asking(TOP | {"shipping-ministry": "11333333 " * 6}, harbour_office=("timetable",)), {
        "en": "Not all questions were put to everybody. On those that were, the order begins alike: T2.",
        "fr": "Toutes les questions n’ont pas été posées à tous. Sur celles qui l’ont été, l’ordre commence de "
        "même\u202f: T2.",
    }),
    "no step": (asking(TOP, harbour_office=("timetable",)), {
        "en": "Not all questions were put to everybody, and none of those that were offers a step.",
        "fr": "Toutes les questions n’ont pas été posées à tous, et celles qui l’ont été n’appellent aucune démarche.",
    }),
    "nothing": (asking(SHEETS, crews=("timetable",), coast_guard=("safety",)), {
        "en": "No question was put to everybody; each step rests on those who were asked about it.",
        "fr": "Aucune question n’a été posée à tous\u202f; chaque démarche repose sur les personnes interrogées à son "
        "sujet.",
    }),
}  # fmt: skip


@pytest.mark.parametrize("case", ASKED)
def test_where_not_everybody_was_asked_everything_the_order_is_told_of_what_all_were_asked(case):
    engagement, told = ASKED[case]
    for language, said in told.items():
        blocks = section(report_of(engagement, edition="full", language=language), "steps").blocks
        assert [block.kind for block in blocks] == ["prose", "table"] + ["prose"] * (said is not None)
        assert said is None or str(blocks[2].paragraphs[0]) == said
