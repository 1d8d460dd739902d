"""The whole sentences in which a report tells what became of an earlier wave, in both languages."""

from dataclasses import replace

import pytest
from report.ferry import CITY, KINDS, toolkit
from report.reading import section, words
from scoring.making import engagement_from
from waves.making import PROOF

from nlcaudit.engagement import engagement_of
from nlcaudit.framework import Migration
from nlcaudit.report import Beside, Options, build_report
from nlcaudit.scoring import score
from nlcaudit.waves import compare_waves

KIT = toolkit()
RULE = (
    "A rise or a fall is told only where the same people and the same groups, or the first two comparisons that can be "
    "shown, moved the same way by more than half a level, and where evidence on it changed. A smaller difference can "
    "come from who was there."
)
TWELVE = "12 people answered then, 12 answer now; 12 of them both times, in the same group."


def moment(ministry="", port="", day="2026-11-14", people=6, evidence=(), kit=KIT):
    """So many people of a group of each side, who all answer alike: one sign a question, in the toolkit’s order."""
    rows = {
        group: [{q: KINDS.get(sign, {"rating": 0 if sign in KINDS else int(sign), "evidence": list(evidence)})
                 for q, sign in zip(kit.by_id, signs, strict=False)}] * people
        for group, signs in (("shipping-ministry", ministry), ("harbour-office", port)) if signs
    }  # fmt: skip
    return engagement_from(kit, rows, **{key: value for key, value in CITY.items() if key != "replies"}, date=day)


def before(ministry="", port="", **more):
    return moment(ministry, port, "2025-11-14", **more)


def report_of(then, now, edition="short", language="en", *, kit=KIT, old=None):
    card = score(kit, now)
    changes = compare_waves(kit, now, card, (old or kit, then))
    options = Options(language, edition, day=now.file.date if now.file else None)
    return build_report(kit, now.file, card, options, Beside(changes))


def told(then, now, **more):
    """What the section of the summary says, line by line."""
    return words(section(report_of(then, now, **more), "changes").blocks).splitlines()


def chapter(then, now, **more):
    return section(report_of(then, now, "full", **more), "waves")


@pytest.mark.parametrize(
    ("then", "now", "language", "said"),
    [
        (before(), moment("22222222"), "en", "Nobody had answered then."),
        (before(), moment("22222222"), "fr", "Personne n’avait répondu alors."),
        (before("22222222"), moment(), "en", "Nobody has answered this time."),
        (before("22222222"), moment(), "fr", "Personne n’a répondu cette fois."),
    ],
)
def test_where_nobody_answered_at_one_of_the_moments_that_is_said(then, now, language, said):
    nothing = {
        "en": "No question of then can be compared with one of now.",
        "fr": "Aucune question d’alors ne peut être comparée à une question d’aujourd’hui.",
    }
    assert told(then, now, language=language) == [said, nothing[language]]
    found = chapter(then, now, language=language)
    assert [block.kind for block in found.blocks] == ["prose", "prose", "bullets"]


def test_a_chapter_of_which_everything_can_be_compared_ends_with_its_table():
    found = chapter(before("22222222", "22222222"), moment("22222222", "22222222"))
    assert [block.kind for block in found.blocks] == ["prose", "table"]
    assert str(found.blocks[1].title) == "No question shows a rise or a fall that these answers can bear"


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (("22222222", "22222222"), ("22222222", "22222222"), "The two sides are about as far apart as they were."),
        (("33222222", "11222222"), ("33222222", "31222222"), "On one question the two sides came closer: T1."),
        (("22222222", "22222222"), ("33222222", "11222222"), "On 2 questions the two sides moved apart: T1 and T2."),
        (
            ("33222222", "11222222"),
            ("33322222", "31122222"),
            "On one question the two sides came closer: T1. On one they moved apart: T3.",
        ),
        (
            ("33322222", "11222222"),
            ("33332222", "33112222"),
            "On 2 questions the two sides came closer: T1 and T2. On 2 they moved apart: T3 and S1.",
        ),
    ],
)
def test_on_which_questions_the_sides_came_closer_or_moved_apart(then, now, said):
    """It is no rise and no fall: these are told of everybody together, and only with evidence."""
    assert told(before(*then), moment(*now)) == [
        f"{TWELVE} {said}", "No rise and no fall that these answers can show.", RULE,
    ]  # fmt: skip


def test_the_same_in_french():
    assert told(before("22222222", "22222222"), moment("33222222", "11222222"), language="fr") == [
        (
            "12 personnes avaient répondu alors, 12 répondent aujourd’hui, dont 12 les deux fois, dans le même groupe. "
            "Sur 2 questions, les deux côtés se sont éloignés\u202f: T1 et T2."
        ),
        "Ni hausse ni baisse que ces réponses puissent montrer.",
        (
            "Une hausse ou une baisse n’est annoncée que si les mêmes personnes et les mêmes groupes, ou les deux "
            "premières comparaisons qui peuvent être montrées, vont dans le même sens de plus d’un demi-niveau, et si "
            "les preuves ont changé. Une différence plus faible peut tenir aux personnes présentes."
        ),
    ]


def test_another_distance_is_told_in_levels():
    changes = KIT.policy.changes.model_copy(update={"more_than": KIT.policy.changes.more_than * 3})
    wide = replace(KIT, policy=KIT.policy.model_copy(update={"changes": changes}))
    for language, said in (("en", "by more than 1.5 levels, and"), ("fr", "de plus de 1,5 niveau, et")):
        rule = told(before("22222222"), moment("33333333"), kit=wide, language=language)[-1]
        assert said in rule


def test_where_nobody_came_back_under_the_same_pseudonym_the_groups_are_compared():
    then = before("11111111", "11111111")
    others = replace(then, responses=tuple(
        one.model_copy(update={"respondent": f"other-{number}"}) for number, one in enumerate(then.responses)
    ))  # fmt: skip
    found = told(others, moment("21111111", "21111111", evidence=[PROOF]))
    assert found == [
        (
            "12 people answered then, 12 answer now; nobody under the same pseudonym. The two sides are about as far "
            "apart as they were."
        ),
        "T1 · Timetable",
        "Do port and ministry draft the timetable together?",
        (
            "Risen. The same groups: from 1.0 (When asked) to 2.0 (Monthly). To thank first, because such a step is "
            "theirs to lead: Harbour office."
        ),
        "Levels 0 to 3: Never, When asked, Monthly and Shared.",
        "14 November 2025",
        "14 November 2026",
    ]


def test_one_who_came_both_times_is_told_as_one():
    found = told(before("22222222", people=1), moment("22222222", "22222222"))
    assert found[0] == "One person answered then, 12 answer now; one of them both times, in the same group."


def test_no_more_changes_are_announced_than_the_full_edition_has_beside_these():
    then, three = before("11111111", "11111111"), moment("22211111", "22211111", evidence=[PROOF])
    assert [line for line in told(then, three) if "full edition" in line] == []
    assert [block.kind for block in chapter(then, three).blocks] == ["prose", "table"]
    five = moment("22222111", "22222111", evidence=[PROOF])
    assert told(then, five)[-1] == "2 more changes are in the full edition."
    further = chapter(then, five).blocks[1]
    assert [str(one.context) for one in further.entries] == ["S1 · Safety", "S2 · Safety"]


def test_nobody_is_thanked_for_a_rise_that_no_step_leads_to():
    framework = KIT.frameworks[0]
    theme = framework.themes[0]
    first = theme.questions[0]
    leaderless = first.model_copy(update={"levels": tuple(
        level.model_copy(update={"next_step": level.next_step and level.next_step.model_copy(update={"lead": ()})})
        for level in first.levels
    )})  # fmt: skip
    themes = (theme.model_copy(update={"questions": (leaderless, *theme.questions[1:])}), *framework.themes[1:])
    kit = replace(KIT, frameworks=(framework.model_copy(update={"themes": themes}), *KIT.frameworks[1:]))
    then, now = before("11111111", "11111111"), moment("21111111", "21111111", evidence=[PROOF])
    assert told(then, now, kit=kit)[3] == "Risen. The same people: from 1.0 (When asked) to 2.0 (Monthly)."


def test_two_moments_without_a_date_are_then_and_now():
    then, now = (engagement_of(one.responses) for one in (before("11111111"), moment("21111111", evidence=[PROOF])))
    found = section(report_of(then, now), "changes")
    assert str(found.heading) == "What changed since the earlier wave"
    assert [str(key.label) for key in found.blocks[1].keys] == ["Then", "Now"]
    assert str(chapter(then, now).heading) == "4. Then and now, question by question"


def test_what_has_left_the_toolkit_is_listed_by_what_it_asked():
    framework = KIT.frameworks[0]
    theme = framework.themes[0]
    fewer = theme.model_copy(update={"questions": theme.questions[1:]})
    kit = replace(
        KIT,
        version="2.1",
        fingerprint="1" * 64,
        migrations=(Migration(to="2.1", removed={"timetable-draft": "no longer asked"}),),
        frameworks=(framework.model_copy(update={"themes": (fewer, *framework.themes[1:])}), *KIT.frameworks[1:]),
    )
    found = chapter(before("11111111", "11111111"), moment("1111111", "1111111", kit=kit), kit=kit, old=KIT)
    assert words(found.blocks[-2:]).splitlines() == [
        "What cannot be compared:",
        "No longer in the toolkit: Do port and ministry draft the timetable together?",
    ]
