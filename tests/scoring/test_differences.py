"""Where the two sides describe things differently: printed values, and whether one group makes the difference."""

from decimal import Decimal
from fractions import Fraction

import pytest
from scoring.making import engagement, toolkit

from nlcaudit.messages import half_up
from nlcaudit.scoring import score

KIT = toolkit("""
    sides: [n, l]
    groups: {m: n, p: n, y: l, s: l, w: null}
    frameworks: {trust: {t1: [a, b]}}
""")


def difference(sheets, node="a", kit=KIT, *, protect=False):
    found = score(kit, engagement(kit, sheets), protect=protect).result("trust").differences
    return next((one for one in found if one.node == node), None)


def test_a_difference_is_that_of_the_two_printed_values():
    # 2 1/4 is printed 2.3 and 1 1/8 is printed 1.1: 1.2 apart, although 1.125 would be printed 1.1
    found = difference(
        "{m: [{a: 2}, {a: 2}, {a: 2}, {a: 3}], y: [{a: 1}, {a: 1}, {a: 1}, {a: 1}, {a: 1}, {a: 1}, {a: 1}, {a: 2}]}"
    )
    assert found.values == (("n", Fraction(23, 10)), ("l", Fraction(11, 10)))
    assert found.levels == Fraction(12, 10)


def test_a_difference_has_the_sign_of_the_first_side_less_the_second():
    assert difference("{m: [{a: 0}], y: [{a: 2}]}").levels == -2


@pytest.mark.parametrize(
    ("value", "shown"), [("1/20", "0.1"), ("9/200", "0.0"), ("5/4", "1.3"), ("249/200", "1.2"), ("2/3", "0.7")]
)
def test_values_are_shown_half_up(value, shown):
    assert half_up(Fraction(value), 1) == Decimal(shown)


@pytest.mark.parametrize(
    ("first", "second", "listed"), [(2, 1, True), (1, 2, True), (2, 2, False), (3, 0, True), (0, 3, True)]
)
def test_a_level_apart_is_to_be_discussed(first, second, listed):
    assert difference(f"{{m: [{{a: {first}}}], y: [{{a: {second}}}]}}").to_discuss is listed


@pytest.mark.parametrize(("first", "second"), [(3, 2), (2, 3)])
def test_a_toolkit_may_discuss_half_a_level_in_either_direction(first, second):
    kit = toolkit("""
        sides: [n, l]
        groups: {m: n, p: n, y: l}
        differences: {at_least: 0.5, without_any_group: 0.5}
        frameworks: {trust: {t1: [a]}}
    """)
    group = f"[{{a: {first}}}, {{a: {second}}}]"
    found = difference(f"{{m: {group}, p: {group}, y: [{{a: {second}}}]}}", kit=kit)
    assert (abs(found.levels), found.to_discuss) == (Fraction(1, 2), True)


def test_nine_tenths_of_a_level_are_not():
    found = difference("{m: [" + "{a: 2}, " * 9 + "{a: 1}], y: [{a: 1}]}")
    assert (found.levels, found.to_discuss) == (Fraction(9, 10), False)


@pytest.mark.parametrize(
    ("sheets", "listed"),
    [
        ("{m: [{a: 3}], y: [{a: 3}], s: [{a: 0}]}", False),
        ("{m: [{a: 3}], p: [{a: 0}], y: [{a: 0}]}", False),
        ("{m: [{a: 0}], p: [{a: 3}], y: [{a: 3}]}", False),
        ("{m: [{a: 3}], y: [{a: 1}], s: [{a: 0}]}", True),
        ("{m: [{a: 3}, {a: 2}], y: [{a: 2}], s: [{a: 0}]}", True),
        ("{m: [{a: 2}], y: [{a: 2}], s: [{a: 0}]}", False),
        ("{m: [{a: 3}], y: [{a: 2}, {a: 3}], s: [{a: 0}]}", True),
        ("{m: [{a: 2}, {a: 3}], y: [{a: 2}, {a: 3}], s: [{a: 0}]}", False),
        ("{m: [{a: 0}], y: [{a: 1}, {a: 0}], s: [{a: 3}]}", True),
        ("{m: [{a: 3}], y: [{a: 1}], s: [{a: dk}]}", False),
    ],
)
def test_it_must_still_be_half_a_level_with_any_one_group_left_out(sheets, listed):
    kit = toolkit("""
        sides: [n, l]
        groups: {m: n, p: n, y: l, s: l}
        coverage: {threshold: 0.6}
        frameworks: {trust: {t1: [a]}}
    """)
    found = difference(sheets, kit=kit)
    assert (found is not None and found.to_discuss) is listed


def test_a_group_on_neither_side_does_not_touch_the_difference():
    assert difference("{m: [{a: 3}], y: [{a: 0}], w: [{a: 0}]}").levels == 3


def test_themes_and_competencies_have_differences_too():
    sheets = "{m: [{a: 3, b: 2}], y: [{a: 0, b: 2}]}"
    assert [difference(sheets, node).levels for node in ("a", "b", "t1", "trust")] == [
        3,
        0,
        Fraction(3, 2),
        Fraction(3, 2),
    ]


@pytest.mark.parametrize("sheets", ["{m: [{a: 3}]}", "{m: [{a: 3}], y: [{a: dk}]}", "{m: [{a: 3}], w: [{a: 0}]}"])
def test_one_side_alone_makes_no_difference(sheets):
    assert difference(sheets) is None


def test_a_side_that_is_withheld_makes_no_difference():
    assert difference("{m: [" + "{a: 3}," * 5 + "], y: [" + "{a: 0}," * 4 + "]}", protect=True) is None
    assert difference("{m: [" + "{a: 3}," * 5 + "], y: [" + "{a: 1}," * 5 + "]}", protect=True).levels == 2


@pytest.mark.parametrize("sides", ["[]", "[n]", "[n, l, r]"])
def test_differences_are_for_two_sides(sides):
    mapped = "{m: null, y: null}" if sides == "[]" else "{m: n, y: n}" if sides == "[n]" else "{m: n, y: l, q: r}"
    kit = toolkit(f"{{sides: {sides}, groups: {mapped}, frameworks: {{trust: {{t1: [a]}}}}}}")
    assert score(kit, engagement(kit, "{m: [{a: 3}], y: [{a: 0}]}"), protect=False).result("trust").differences == ()
