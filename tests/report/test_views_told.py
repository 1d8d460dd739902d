"""What the view of one side or group says of itself, of the others and of what it can do, sentence by sentence."""

import pytest
from report.ferry import ferry, toolkit
from report.reading import section, words

from nlcaudit.report import Beside, Options, build_report
from nlcaudit.scoring import score
from nlcaudit.scoring.viewing import view_of


def both(ministry, port, **file):
    return ferry({"shipping-ministry": f"{ministry} " * 6, "harbour-office": f"{port} " * 6}, **file)


def seen(engagement, name="ministry", language="en", edition="short"):
    kit, card = toolkit(), score(toolkit(), engagement)
    options = Options(language, edition)
    return build_report(kit, engagement.file, card, options, Beside(view=view_of(kit, engagement, card, name)))


@pytest.mark.parametrize(
    ("engagement", "name", "language", "said"),
    [
        (both("33322222", "11122222"), "port", "en", "Seen highest: “Safety”; with most room to grow: “Timetable”"),
        (
            both("33322222", "11122222"),
            "port",
            "fr",
            (
                "Vu le plus haut\u202f: «\u202fSécurité\u202f»\u202f; avec le plus de marge de progression\u202f: "
                "«\u202fHoraires\u202f»"
            ),
        ),
        (both("22222222", "11111111"), "port", "en", "All competencies that can be shown are seen alike, at level 1.0"),
        (both("22222222", "222-----"), "port", "en", "Of the competencies, one can be shown: “Timetable”"),
        (both("22222222", "--------"), "port", "en", "No competency can be shown for Port alone"),
        (
            both("22222222", "--------"),
            "port",
            "fr",
            "Aucune compétence ne peut être montrée pour ce seul ensemble\u202f: Port",
        ),
    ],
)
def test_the_table_is_headed_by_what_is_seen_highest_and_lowest_as_far_as_it_can_be_shown(
    engagement, name, language, said
):
    [_, table] = section(seen(engagement, name, language), "summary").blocks
    assert str(table.title) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "On no question that can be shown do they differ from the others by 1 level or more."),
        ("fr", "Sur aucune question qui peut être montrée, l’écart avec les autres n’atteint 1 niveau."),
    ],
)
def test_a_view_that_the_others_share_says_so(language, said):
    assert words(section(seen(both("22222222", "22222222"), language=language), "differences").blocks) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No step that follows from the answers is theirs to lead."),
        ("fr", "Aucune démarche qui découle des réponses ne leur revient."),
    ],
)
def test_at_the_highest_level_nothing_is_left_for_them_to_lead(language, said):
    assert words(section(seen(both("33333333", "33333333"), language=language), "first-steps").blocks) == said


def test_what_is_there_is_told_of_what_is_theirs_to_lead():
    def there(report):
        return words(section(report, "solid").blocks).splitlines()

    assert there(seen(both("22222222", "22222222"))) == [
        "Highest among what is theirs to lead, as everybody together describes it:",
        "T2 · Timetable",
        "Are changes told a week ahead?",
        "66.7 of 100. Closest level “Monthly”: One notice is kept every month.",
    ]
    unrated = both("2-2--222", "2-2--222")
    assert there(seen(unrated)) == ["Nothing can be named here, because no score can be shown yet."]
    weather = dict.fromkeys(("coast-guard", "harbour-office"), "-------2 " * 6)
    only_weather = ferry(weather)
    responses = tuple(one.model_copy(update={"frameworks": ("weather",)}) for one in only_weather.responses)
    assert there(seen(type(only_weather)(only_weather.file, responses), "coast-guard")) == [
        "Nothing that was asked is theirs to lead."
    ]


def test_a_view_without_any_reply_has_no_section_of_them():
    named = [[part.id for part in seen(both("33322222", "11122222", replies=given)).sections]
             for given in ([], [{"side": "port", "text": "We agree."}])]  # fmt: skip
    assert [("replies" in ids) for ids in named] == [False, True]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "A next stage waits for a step that is theirs to lead: Are changes told a week ahead?",
                (
                    "The others see less of it than they do, and the next step is theirs to lead: Are changes told a "
                    "week ahead?"
                ),
                "Ministry: evidence is asked for that others have not seen yet, on: Are changes told a week ahead?",
            ],
        ),
        (
            "fr",
            [
                (
                    "Une étape suivante attend une démarche qui leur revient\u202f: Les changements sont-ils annoncés "
                    "une semaine avant ?"
                ),
                (
                    "Les autres en voient moins qu’eux, et la prochaine démarche leur revient\u202f: Les changements "
                    "sont-ils annoncés une semaine avant ?"
                ),
                (
                    "Ministère\u202f: des preuves que les autres n’ont pas encore vues sont demandées sur\u202f: Les "
                    "changements sont-ils annoncés une semaine avant ?"
                ),
            ],
        ),
    ],
)
def test_what_is_expected_of_them_is_what_waits_for_them_what_others_do_not_see_and_what_they_are_to_show(
    language, said
):
    [bullets] = section(seen(both("12000000", "10000000"), language=language), "expected").blocks
    assert [str(one) for one in bullets.entries] == said
