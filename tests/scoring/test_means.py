"""From ratings to the scores of questions, themes and competencies (docs/method.md, section 1, steps 0 to 2)."""

from fractions import Fraction

import pytest
from scoring.making import engagement, engagement_from, toolkit

from nlcaudit.scoring import score
from nlcaudit.scoring.counts import Tally, count, merge

TWO_SIDES = """
sides: [national, local]
groups: {ministry: national, police: national, youth: local, schools: local, region: null, church: null}
frameworks: {trust: {t1: [a, b]}}
"""


def value(kit, found, node="a"):
    return score(kit, found, protect=False).node(node).estimate.value


def asking(weights="{}", groups="{ministry: national, police: national, youth: local, schools: local}"):
    return toolkit(f"""
        sides: [national, local]
        groups: {groups}
        weights: {weights}
        frameworks: {{trust: {{t1: [a]}}}}
    """)


def test_a_rating_is_worth_its_part_of_the_highest():
    assert asking().values == (0, Fraction(1, 3), Fraction(2, 3), 1)


def test_levels_have_the_values_they_declare():
    kit = toolkit("{levels: [0, 0.25, 1], frameworks: {trust: {t1: [a]}}}")
    assert value(kit, engagement(kit, "null: [{a: 1}, {a: 2}]")) == Fraction(5, 8)


def test_a_groups_value_is_the_mean_of_its_ratings():
    kit = asking()
    assert value(kit, engagement(kit, "youth: [{a: 0}, {a: 1}, {a: 3}]")) == Fraction(4, 9)


def test_twenty_police_officers_do_not_outvote_two_associations():
    kit = asking()
    found = engagement_from(kit, {"police": [{"a": 3}] * 20, "youth": [{"a": 0}] * 2})
    assert value(kit, found) == Fraction(1, 2)


def test_nine_groups_of_one_side_do_not_outvote_one_of_the_other():
    local = {f"g{n}": "local" for n in range(9)}
    kit = asking(groups=str({"ministry": "national", **local}).replace("'", ""))
    found = engagement_from(kit, {"ministry": [{"a": 3}], **{group: [{"a": 0}] for group in local}})
    assert value(kit, found) == Fraction(1, 2)


def test_groups_without_a_side_form_one_of_their_own():
    kit = toolkit(TWO_SIDES)
    found = engagement(kit, "{ministry: [{a: 3}], youth: [{a: 3}], region: [{a: 0}], church: [{a: 3}]}")
    node = score(kit, found, protect=False).node("a")
    assert node.estimate.value == Fraction(5, 6)
    assert {side: measure.value for side, measure in node.sides.items()} == {
        "national": 1, "local": 1, "none": Fraction(1, 2)
    }  # fmt: skip


def test_a_toolkit_without_sides_takes_the_mean_of_its_groups():
    kit = toolkit("{groups: {a1: null, a2: null}, frameworks: {trust: {t1: [a]}}}")
    node = score(kit, engagement(kit, "{a1: [{a: 3}, {a: 3}], a2: [{a: 0}]}"), protect=False).node("a")
    assert (node.estimate.value, node.one_sided) == (Fraction(1, 2), False)


def test_a_toolkit_without_groups_takes_the_mean_of_everybody():
    kit = toolkit("{frameworks: {trust: {t1: [a]}}}")
    assert value(kit, engagement(kit, "null: [{a: 3}, {a: 0}, {a: 0}]")) == Fraction(1, 3)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ("{}", Fraction(3, 4)),
        ("{sides: {national: 3}}", Fraction(7, 8)),
        ("{sides: {local: 0}}", Fraction(1)),
        ("{sides: {national: 0}}", Fraction(1, 2)),
        ("{groups: {youth: 3}}", Fraction(5, 8)),
        ("{groups: {youth: 0}}", Fraction(1)),
        ("{groups: {youth: 1, schools: 3}}", Fraction(7, 8)),
    ],
)
def test_declared_weights_of_sides_and_groups_count(weights, expected):
    kit = asking(weights)
    found = engagement(kit, "{ministry: [{a: 3}], youth: [{a: 0}], schools: [{a: 3}]}")
    assert value(kit, found) == expected


def test_weights_renormalise_over_those_with_a_rating():
    kit = asking("{sides: {national: 3}, groups: {youth: 3}}")
    found = engagement(kit, "{ministry: [{a: dk}], youth: [{a: dk}, {a: null}], schools: [{a: 2}]}")
    card = score(kit, found, protect=False)
    assert card.node("a").lowest.value == Fraction(1, 4) * Fraction(1, 4) * Fraction(2, 3)
    assert card.node("a").sides["local"].state == "none", "three of four quarters of that side are missing"
    assert card.node("a").status == "too-few-answers"


def test_if_all_who_answered_weigh_nothing_there_is_no_score():
    kit = asking("{sides: {local: 0}}")
    assert score(kit, engagement(kit, "youth: [{a: 3}]"), protect=False).node("a").estimate.state == "none"


def themes(theme="[{id: a, weight: 1}, {id: b, weight: 3}]", other="[c, d]"):
    return toolkit(f"frameworks: {{trust: {{t1: {theme}, t2: {other}}}}}")


def test_weights_of_1_and_3_give_a_quarter_and_three_quarters():
    kit = themes()
    assert value(kit, engagement(kit, "null: [{a: 3, b: 0, c: 0, d: 0}]"), "t1") == Fraction(1, 4)


def test_a_weight_of_0_stays_0():
    kit = themes("[{id: a, weight: 0}, b]")
    card = score(kit, engagement(kit, "null: [{a: 3, b: 1, c: 1, d: 1}]"), protect=False)
    assert (card.node("t1").estimate.value, card.node("a").estimate.value) == (Fraction(1, 3), 1)
    assert card.node("trust").estimate.value == Fraction(1, 3)


def test_a_theme_weighs_the_sum_of_its_questions():
    kit = themes()
    card = score(kit, engagement(kit, "null: [{a: 3, b: 3, c: 0, d: 0}]"), protect=False)
    assert [theme.weight for theme in card.node("trust").children] == [4, 2]
    assert card.node("trust").estimate.value == Fraction(4, 6)


@pytest.mark.parametrize(("weight", "expected"), [(1, Fraction(1, 3)), (0, 0), (6, Fraction(3, 4))])
def test_a_theme_weighs_what_it_declares(weight, expected):
    kit = themes(f"{{weight: {weight}, questions: [a, b, e]}}")
    found = engagement(kit, "null: [{a: 3, b: 3, e: 3, c: 0, d: 0}]")
    assert value(kit, found, "trust") == expected


def test_a_question_without_cells_leaves_the_sum_of_its_theme():
    kit = themes("[a, b, e]", "[c]")
    found = engagement(kit, "null: [{a: 3, b: na, e: out, c: 0}]")
    card = score(kit, found, protect=False)
    assert card.node("t1").weight == 1
    assert card.node("trust").estimate.value == Fraction(1, 2)


def test_a_question_that_nobody_was_asked_leaves_the_sum_of_its_theme():
    kit = toolkit("""
        groups: {youth: null, police: null}
        frameworks: {trust: {t1: [a, {id: b, asked_of: [police]}], t2: [c]}}
    """)
    card = score(kit, engagement(kit, "youth: [{a: 3, c: 0}]"), protect=False)
    assert (card.node("trust").estimate.value, card.node("b").status) == (Fraction(1, 2), "not-asked")


def test_a_group_without_weight_gives_a_theme_none():
    kit = toolkit("""
        groups: {youth: null, guests: null}
        weights: {groups: {guests: 0}}
        frameworks: {trust: {t1: [a, {id: b, asked_of: [guests]}], t2: [c]}}
    """)
    found = engagement(kit, "{youth: [{a: 3, c: 0}], guests: [{b: 3}]}")
    assert value(kit, found, "trust") == Fraction(1, 2)


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ("{ministry: [{a: 3}]}", True),
        ("{ministry: [{a: 3}], youth: [{a: dk}]}", True),
        ("{ministry: [{a: 3}], youth: [{a: 0}]}", False),
        ("{ministry: [{a: dk}], youth: [{a: dk}]}", False),
        ("{region: [{a: 1}]}", False),
    ],
)
def test_a_question_rated_by_one_side_only_is_one_sided(sheets, expected):
    kit = toolkit(TWO_SIDES)
    assert score(kit, engagement(kit, sheets), protect=False).node("a").one_sided is expected


def test_a_side_counts_as_heard_although_too_few_of_it_answered_for_a_score():
    kit = toolkit(TWO_SIDES)
    node = score(kit, engagement(kit, "{ministry: [{a: 3}], youth: [{a: 0}, {}]}"), protect=False).node("a")
    assert (node.sides["local"].state, node.one_sided) == ("none", False)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [({}, Fraction(1, 3)), ({"side": "national"}, Fraction(5, 12)), ({"side": "none"}, Fraction(4, 9))],
)
def test_an_engagement_maps_its_own_groups(declared, expected):
    kit = asking()
    sheets = "{ministry: [{a: 0}], youth: [{a: 1}], schools: [{a: 3}]}"
    assert value(kit, engagement(kit, sheets, groups=[{"id": "schools", **declared}])) == expected


def test_the_sides_of_an_engagement_are_those_it_maps():
    kit = asking()
    found = engagement(
        kit, "{ministry: [{a: 0}], schools: [{a: 3}], youth: [{a: 2}]}", groups=[{"id": "schools", "side": "none"}]
    )
    assert set(score(kit, found, protect=False).node("a").sides) == {"national", "local", "none"}


def test_the_cells_are_those_that_depth_group_and_frameworks_ask_for():
    kit = toolkit("""
        groups: {youth: null, police: null}
        frameworks:
          trust: {t1: [{id: a, core: true}, b, {id: c, asked_of: [police]}]}
          more: {t2: [d]}
    """)
    found = engagement(
        kit,
        """
        youth: [{_: {depth: quick}, a: 1, b: 3}, {_: {frameworks: [more]}, a: 3}, {c: 3}]
        police: [{}]
    """,
    )
    asked = count(kit, found.persons)
    none = (0, 0, 0, 0)
    assert asked == {
        "a": {"youth": Tally((0, 1, 0, 0), unanswered=1), "police": Tally(none, unanswered=1)},
        "b": {"youth": Tally(none, unanswered=1), "police": Tally(none, unanswered=1)},
        "c": {"police": Tally(none, unanswered=1)},
        "d": {"youth": Tally(none, unanswered=3), "police": Tally(none, unanswered=1)},
    }


def test_the_five_kinds_of_answer_are_never_merged():
    kit = toolkit("{frameworks: {trust: {t1: [a]}}}")
    found = engagement(kit, "null: [{a: 0}, {a: 3}, {a: 3}, {a: dk}, {a: out}, {a: out}, {a: na}, {}, {}, {}]")
    tally = count(kit, found.persons)["a"][""]
    assert tally == Tally((1, 0, 0, 2), dont_know=1, unanswered=3, outside_powers=2, not_applicable=1)
    assert (tally.rated, tally.missing, tally.cells) == (3, 4, 7)


def test_counts_of_two_files_add_up():
    kit = toolkit("{groups: {youth: null, police: null}, frameworks: {trust: {t1: [a, b]}}}")
    one = engagement(kit, "youth: [{a: 3, b: dk}, {a: 1}]").persons
    other = engagement(kit, "{youth: [{a: 0, b: out}], police: [{a: na}]}").persons
    assert merge(count(kit, one), count(kit, other)) == count(kit, [*one, *other])


def test_where_there_is_one_side_only_nothing_is_one_sided():
    kit = toolkit("{sides: [local], groups: {youth: local}, frameworks: {trust: {t1: [a]}}}")
    assert score(kit, engagement(kit, "youth: [{a: 1}]"), protect=False).node("a").one_sided is False


def test_a_node_says_its_weight_in_the_mean_above_it():
    kit = toolkit("{frameworks: {trust: {t1: [a, {id: b, weight: 3}], t2: {weight: 2, questions: [c]}}}}")
    found = score(kit, engagement(kit, "null: [{a: 1, b: 2, c: 3}]"), protect=False).node("trust")
    assert {node.id: node.weight for node in found.walk()} == {"trust": 1, "t1": 4, "a": 1, "b": 3, "t2": 2, "c": 1}
