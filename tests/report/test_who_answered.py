"""What a report says of those who answered: people or institutions, of a side or of neither, few or many enough."""

from dataclasses import replace

import pytest
from report.ferry import engaged, ferry, institutions, report_of, toolkit
from report.reading import section, words

ALL = "12312312"


def with_policy(kit=None, **parts):
    kit = kit or toolkit()
    return replace(kit, policy=kit.policy.model_copy(update=parts))


def lead(report):
    return words(section(report, "summary").blocks[0])


@pytest.mark.parametrize(
    ("sheets", "language", "said"),
    [
        (
            {"crews": ALL},
            "en",
            "One institution answered. Only one side has answered: Port. There is nothing to compare yet.",
        ),
        (
            {"crews": ALL},
            "fr",
            "Une institution a répondu. Un seul côté a répondu\u202f: Port. Il n’y a encore rien à comparer.",
        ),
        (
            {"crews": ALL, "coast-guard": ALL},
            "en",
            (
                "2 institutions answered. Nowhere do the two sides differ by 1 level or more whichever single group is "
                "left out. Smaller differences are in the full edition."
            ),
        ),
    ],
)
def test_institutions_that_answer_alone_are_counted_as_such(sheets, language, said):
    assert lead(report_of(institutions(sheets), language=language)) == said


def test_institutions_that_answer_alone_are_not_called_people():
    found = section(report_of(institutions({"crews": "11111111 22222222", "coast-guard": "33333333"})), "differences")
    [agreement, findings] = found.blocks
    assert str(agreement.paragraphs[0]) == (
        "Two institutions of the same side differ by 1.0 level on average, two from opposite sides by 1.5."
    )
    assert str(findings.entries[0].statement) == "Ministry: 3.0 (Shared). Port: 1.5 (Monthly)."


def test_people_of_groups_on_neither_side_are_counted_apart():
    kit = toolkit()
    groups = tuple(group.model_copy(update={"side": None}) if group.id == "crews" else group for group in kit.groups)
    sheets = dict.fromkeys(("shipping-ministry", "harbour-office", "crews"), f"{ALL} " * 5)
    assert lead(report_of(ferry(sheets), replace(kit, groups=groups))).startswith(
        "15 people answered. People of the ministry: 5. People of the port: 5. On neither side: 5."
    )


def test_sides_of_few_people_have_nothing_to_compare_yet():
    few = ferry({"crews": f"{ALL} " * 2, "coast-guard": "22222222 " * 4})
    assert words(section(report_of(few), "differences").blocks) == (
        "The values of the two sides cannot be shown yet, so there is nothing to compare."
    )


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("222222-- ", "All 50 answers asked for on the competencies are ratings."),
        ("2-2222-- ", "Of 50 answers asked for on the competencies, 40 are ratings."),
    ],
)
def test_how_many_of_the_answers_are_ratings(sheet, said):
    found = report_of(ferry(dict.fromkeys(("shipping-ministry", "harbour-office"), sheet * 5)))
    assert said in [str(one) for one in section(found, "trust").blocks[0].entries]


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (("kueche",), "Fewer than 5 people: Küche. The group counts inside the whole and is never shown alone."),
        (
            ("kueche", "schule"),
            "Fewer than 5 people each: Küche and Schule. They count inside the whole and are never shown alone.",
        ),
    ],
)
def test_where_there_are_no_sides_small_groups_count_inside_the_whole(groups, said):
    kit = toolkit("kitchen")
    sheets = {"eltern": "123 " * 6} | dict.fromkeys(groups, "123 123")
    told = section(report_of(engaged(kit, sheets), kit, language="en"), "trust").blocks[0].entries
    assert said in [str(one) for one in told]


# -- the grades of trust -----------------------------------------------------------------------------------------


def wanting(engagement, kit=None, language="en"):
    """What keeps the first competency from the next grade."""
    [table] = section(report_of(engagement, kit, edition="full", language=language), "trust-grades").blocks
    return str(table.rows[0].cells[2].text)


@pytest.mark.parametrize(
    ("engagement", "language", "said"),
    [
        (ferry({"crews": f"{ALL} " * 6}), "en", "C asks for more: Ministry: nobody answered, one is needed"),
        (
            ferry({"crews": f"{ALL} " * 6}),
            "fr",
            "C demande davantage\u202f: Ministère\u202f: personne n’a répondu, il en faut une",
        ),
        (
            ferry({"crews": f"{ALL} " * 6, "coast-guard": ALL}, groups=[]),
            "en",
            "B asks for more: Ministry: one person answered, 5 are needed",
        ),
        (
            institutions({"crews": f"{ALL} {ALL}", "coast-guard": ALL}),
            "en",
            (
                "B asks for more: Ministry: one institution answered, 5 are needed; Port: 2 "
                "institutions answered, 5 are "
                "needed; a group that was expected has not been heard"
            ),
        ),
        (
            ferry({"crews": f"{ALL} " * 6, "coast-guard": f"{ALL} " * 4}, groups=[]),
            "fr",
            "B demande davantage\u202f: Ministère\u202f: 4 personnes ont répondu, il en faut 5",
        ),
    ],
)
def test_how_many_more_are_needed_for_the_next_grade(engagement, language, said):
    assert wanting(engagement, language=language) == said


def test_the_best_grade_lacks_nothing_and_what_a_grade_does_not_ask_for_is_not_listed():
    kit = toolkit()
    rule = kit.policy.trust.rules[0].model_copy(update={"persons_per_side": 0, "seen_evidence": 0})
    trust = kit.policy.trust.model_copy(update={"rules": (rule,)})
    lenient = with_policy(kit, trust=trust)
    answered = ferry(dict.fromkeys(("shipping-ministry", "harbour-office"), f"{ALL} " * 6), groups=[])
    assert wanting(answered, lenient) == "Nothing: there is no better"
    [table] = section(report_of(answered, lenient, edition="full"), "trust-grades").blocks
    assert str(table.how) == (
        "A asks for 90% of the answers; otherwise the grade is D. While an expected group is not heard, it is no "
        "better than C."
    )


# -- one number for everything -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mean", "language", "said"),
    [
        (
            "geometric",
            "en",
            (
                "All competencies together: 59.5 of 100; as a plain average: 60.2. One number hides what the profile "
                "shows."
            ),
        ),
        (
            "arithmetic",
            "en",
            "All competencies together: 60.2 of 100, a plain average. One number hides what the profile shows.",
        ),
        (
            "arithmetic",
            "fr",
            (
                "Toutes compétences confondues\u202f: 60,2 sur 100, en simple moyenne. Un "
                "chiffre unique cache ce que le "
                "profil montre."
            ),
        ),
    ],
)
def test_one_number_for_everything_stands_where_the_toolkit_asks_for_it(mean, language, said):
    overall = toolkit().policy.overall.model_copy(update={"show": True, "mean": mean})
    report = report_of(ferry(), with_policy(overall=overall), edition="full", language=language)
    assert words(section(report, "profile").blocks[1]) == said
    assert section(report_of(ferry(), edition="full"), "profile").blocks[1].kind == "table"
