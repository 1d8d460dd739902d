"""The audit of linear forms, and what follows from ratings lying between 0 and 1."""

import json
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scoring.making import engagement, engagement_from, toolkit
from scoring.making_random import random_engagement, random_toolkit

from nlcaudit.results.scorecards import scorecard_json
from nlcaudit.scoring import score
from nlcaudit.scoring.building import grounds_of, trees_of
from nlcaudit.scoring.counts import count
from nlcaudit.scoring.disclosure import Audit, Figure, People, release
from nlcaudit.scoring.exact import PRIME, fraction_of, residue, weighted_sum
from nlcaudit.scoring.forms import Key
from nlcaudit.scoring.limits import cornered

A, B, C, D = (("q", group) for group in "abcd")


def form(**weights):
    return {("q", group): residue(Fraction(weight)) for group, weight in weights.items()}


def test_a_sum_that_gives_a_protected_value_away_is_refused():
    audit = Audit.of([form(a=1)])
    assert [audit.admit(one) for one in (form(a="1/2", b="1/2"), form(b="2/3", c="1/3"), form(c=1), form(b=1))] == [
        True, True, False, False
    ]  # fmt: skip


def test_what_follows_from_the_rest_is_shown():
    audit = Audit.of([form(a=1)])
    assert [audit.admit(one) for one in (form(a=1, b=1), form(c=1), form(a=2, b=2, c=3))] == [True, True, True]


def test_a_refused_figure_leaves_no_trace():
    audit = Audit.of([form(a=1)])
    assert [audit.admit(one) for one in (form(a=1), form(b=1), form(a=1, c=1))] == [False, True, True]


def test_a_protected_sum_may_not_be_put_together_either():
    audit = Audit.of([form(a="1/3", b="2/3")])
    assert [audit.admit(one) for one in (form(a=1), form(b=1), form(a=1, b=1))] == [True, False, False]


def test_what_is_told_elsewhere_is_known_and_what_it_gives_away_is_not_protected_any_more():
    audit = Audit.of([form(a=1), form(b=1)])
    audit.take(form(a=1))
    assert [audit.admit(one) for one in (form(a=1, b=1), form(a=1, c=1), form(c=1))] == [False, True, True]
    audit.take(form(b=1))
    assert audit.admit(form(a=1, b=1))


def test_a_copy_goes_its_own_way():
    audit = Audit.of([form(a=1)])
    copy = audit.copy()
    assert (copy.admit(form(a=1, b=1)), audit.admit(form(b=1)), copy.admit(form(b=1))) == (True, True, False)


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [((5, 2, 2), ["whole"]), ((5, 2, 3), ["whole", "rest"]), ((5, 4, 5), ["whole", "rest"]), ((4, 2, 3), ["whole"])],
)
def test_what_a_sum_leaves_for_its_small_groups_together_rests_on_enough_people_or_is_not_told(sizes, shown):
    forms = {"whole": form(a="1/2", b="1/4", c="1/4"), "rest": form(a=1)}
    assert shown_of(crowd(**dict(zip("abc", sizes, strict=True))), **forms) == {*shown}


def crowd(released=(), **sizes):
    """People behind the unknowns of question q, by group; k is 5."""
    raters = {("q", group): frozenset(f"{group}-{n}" for n in range(size)) for group, size in sizes.items()}
    return People(raters, frozenset(name for group in released for name in raters["q", group]), {}, 5)


def shown_of(people, told=(), hidden=(), ends=(), end=0, **forms):
    figures = [Figure(Key(name, "estimate"), made, printable=name not in hidden) for name, made in forms.items()]
    values = {one: Fraction(end) if one[1] in ends else Fraction(1, 2) for one in people.raters}
    return {key.node for key in release(figures, people, values, told)}


def test_what_is_not_to_be_printed_or_rests_on_too_few_is_not_shown():
    small = crowd(a=5, b=5, c=2)
    forms = {"one": form(a=1), "other": form(b=1), "few": form(c=1)}
    assert shown_of(small, hidden=["one"], **forms) == {"other"}
    assert shown_of(crowd(a=5, b=5), hidden=["one"], one=form(a=1), other=form(b=1)) == {"other"}


def test_a_released_answer_is_known_whether_it_is_printed_or_not():
    forms = {"all": form(a=1, b=1, c=1), "most": form(c=1)}
    assert shown_of(crowd(a=3, b=2, c=5), **forms) == {"all", "most"}, "it leaves five people"
    assert shown_of(crowd(a=3, b=2, c=5, released=["a"]), **forms) == {"all"}, "of whom three can be taken off"


def test_what_is_told_elsewhere_counts_as_shown():
    people = crowd(a=5, b=2)
    assert shown_of(people, all=form(a=1, b=1)) == {"all"}
    assert shown_of(people, told=[form(a=1)], all=form(a=1, b=1)) == set()
    assert shown_of(people, told=[form(b=1)], all=form(a=1, b=1), big=form(a=1)) == {"all", "big"}


@pytest.mark.parametrize("end", [0, 1])
def test_what_is_told_elsewhere_may_leave_values_at_an_end_no_room(end):
    """Told that a and b are 0 together, both are known to be 0: with their sum with c, c would be."""
    people, forms = crowd(a=5, b=6, c=2), {"rest": form(b=1, c=1)}
    assert shown_of(people, told=[form(a=1, b=1)], ends="ab", end=end, **forms) == set()
    assert shown_of(people, told=[form(a=1, b=1)], ends="a", end=end, **forms) == {"rest"}


def test_a_sum_over_too_few_people_that_is_printed_nowhere_cannot_be_worked_out_either():
    people = crowd(a=2, b=2, c=5, d=2)
    forms = {"all": form(a=1, b=1, c=1, d=1), "rest": form(c=1, d=1)}
    assert shown_of(people, **forms, pair=form(a=1, b=1)) == {"all"}
    assert shown_of(people, **forms) == {"all", "rest"}


def held(values, *forms):
    ends = {unknown: value for unknown, value in values.items() if value in (0, 1)}
    audit = Audit.of([], ends)
    for one in forms:
        assert audit.admit(one)
    return "".join(sorted(group for _, group in cornered(audit.rows, ends)))


HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("values", "forms", "expected"),
    [
        ({A: 0, B: 0}, [form(a=1, b=1)], "ab"),
        ({A: 1, B: 1}, [form(a=1, b=1)], "ab"),
        ({A: 0, B: 1}, [form(a=1, b=1)], ""),
        ({A: 0, B: 1}, [form(a=1, b=-1)], "ab"),
        ({A: 0, B: HALF}, [form(a=1, b=1)], ""),
        ({A: 0, B: 0, C: HALF}, [form(a=1, b=1, c=1), form(c=1)], "ab"),
        ({A: 0, B: 0, C: HALF}, [form(a=1, c=1), form(b=1, c=-1)], "ab"),
        ({A: 0, B: 0, C: HALF}, [form(a=1, c=1), form(b=1, c=1)], ""),
        ({A: 0, B: 0, C: 0}, [form(a=1, b=1), form(b=1, c=1)], "abc"),
        ({A: 0, B: 0, C: 1, D: 0}, [form(a=1, b=1, c=1), form(c=1, d=-1)], "abcd"),
        ({A: 0, B: 0, C: 1, D: 0}, [form(a=1, b=1, c=1), form(c=1, d=1)], ""),
        ({A: 0, B: 0, C: 1, D: 0}, [form(a=1, b=2, c=1), form(c=-1, b=-1)], "abc"),
        ({A: 0, B: 0, C: 0, D: 0}, [form(a=1, b=1, c=-1), form(c=1, d=1)], "abcd"),
        ({A: 0}, [form(a=1)], ""),
    ],
)
def test_values_without_room_are_those_at_an_end_that_a_sum_of_one_sign_holds_there(values, forms, expected):
    assert held(values, *forms) == expected


def test_values_without_room_are_those_that_linear_programming_finds():
    for seed in range(400):
        dice = Random(seed)  # noqa: S311 - repeatable, not secret
        unknowns = [("q", group) for group in "abcdefghijkl"[: dice.randint(5, 12)]]
        ends = {unknown: Fraction(dice.randint(0, 1)) for unknown in unknowns if dice.random() < 0.95}
        audit = Audit.of([], ends)
        for row in rows_with_a_ray(dice, unknowns, ends):
            audit.admit({unknown: weight % PRIME for unknown, weight in row.items() if weight})
        rows = [{u: float(fraction_of(weight)) for u, weight in row.items()} for row in audit.rows.values()]
        alone = {unknown for row in rows if len(row) == 1 for unknown in row}
        assert cornered(audit.rows, ends) == growing(unknowns, rows, ends) - alone, seed


def rows_with_a_ray(dice, unknowns, ends):
    """Random rows, of which a combination of all has no wrong sign: none that only a few of them show."""
    rows = [{u: dice.randint(-2, 2) for u in unknowns if dice.random() < 0.6} for _ in range(dice.randint(1, 5))]
    ray = {u: dice.choice([0, 0, 1, 2]) * (1 if end == 0 else -1) for u, end in ends.items()}
    times = [dice.randint(1, 3) for _ in rows]
    return [*rows, {u: ray.get(u, 0) - sum(n * row.get(u, 0) for n, row in zip(times, rows, strict=True))
                    for u in unknowns}]  # fmt: skip


def growing(unknowns, rows, ends):
    """Return the values that can leave their ends together, where none may leave it on the wrong side.

    The variables are how often each row is taken, and of each distance so much as is below 1.
    """
    if not rows:
        return set()
    known, size = [*ends], len(rows) + len(ends)
    part, whole, none = [], [], []
    for unknown in unknowns:
        sign = -1.0 if ends.get(unknown) == 0 else 1.0
        weights = [sign * row.get(unknown, 0.0) for row in rows]
        if unknown not in ends:
            none.append(weights + [0.0] * len(known))
            continue
        whole.append(weights + [0.0] * len(known))
        part.append(weights + [float(one == unknown) for one in known])
    found = linprog(
        [0.0] * len(rows) + [-1.0] * len(known), A_ub=[*whole, *part], b_ub=[0.0] * 2 * len(known),
        A_eq=none or None, b_eq=[0.0] * len(none) or None,
        bounds=[(None, None)] * len(rows) + [(0, 1)] * (size - len(rows)),
    )  # fmt: skip
    return {unknown for unknown, value in zip(known, found.x[len(rows) :], strict=True) if value > 0.5}


@pytest.mark.parametrize("value", ["0", "1", "-1", "2/3", "-7/360", "123456789/987654321"])
def test_a_fraction_is_read_back_from_its_residue(value):
    assert fraction_of(residue(Fraction(value))) == Fraction(value)
    assert fraction_of(residue(Fraction(value)) - PRIME) == Fraction(value)


def test_a_weighted_sum_is_exact():
    assert weighted_sum([(2, Fraction(1, 3)), (Fraction(1, 7), Fraction(1, 2))]) == Fraction(2, 3) + Fraction(1, 14)
    assert weighted_sum([]) == 0


KIT = toolkit("""
    sides: [n, l]
    groups: {m: n, y: l, s: l}
    overall: {show: true, mean: arithmetic}
    frameworks: {trust: {t1: [a]}}
""")


def shown_as_json(sheets):
    card = score(KIT, engagement_from(KIT, sheets))
    return json.loads(scorecard_json(card, KIT))


def test_json_gives_the_exact_fraction_and_the_shown_value_half_up():
    found = shown_as_json({"m": [{"a": 1}] * 8, "y": [{"a": 0}] * 7 + [{"a": 1}]})
    assert found["frameworks"][0]["result"]["estimate"] == {
        "state": "shown", "score": "18.8", "level": "0.6", "exact": {"numerator": 3, "denominator": 16}
    }  # fmt: skip
    assert found["overall_arithmetic"] == {"percent": "18.8", "exact": {"numerator": 3, "denominator": 16}}


def test_json_gives_no_numerator_where_a_small_group_is_inside():
    found = shown_as_json({"m": [{"a": 1}] * 8, "y": [{"a": 0}] * 4, "s": [{"a": 2}] * 4})
    for measure in ("estimate", "lowest", "highest"):
        assert "exact" not in found["frameworks"][0]["result"][measure]
    assert "exact" not in found["overall_arithmetic"]
    assert "exact" in found["frameworks"][0]["result"]["sides"]["n"]


def test_what_is_of_most_use_is_cleared_first():
    """What is told first may not be told later of less: a score goes before the scores that it is made of."""
    kit = toolkit("{sides: [n, l], groups: {m: n, p: n, y: l}, frameworks: {zoo: {theme: [a, b]}}}")
    found = engagement(kit, "{m: [{a: 1, b: 2}], p: [{a: 2, b: dk}], y: [{a: 3, b: na}]}")
    (ground,) = grounds_of(kit, found, count(kit, found.scored), protect=True)
    keys = [figure.key for figure in ground.trees.figures()]
    kinds = [(key.figure, key.scope.partition(":")[0], key.node) for key in keys if key.node != "b"]
    assert list(dict.fromkeys(kinds)) == [
        ("estimate", "", "zoo"), ("lowest", "", "zoo"), ("estimate", "side", "zoo"), ("estimate", "", "a"),
        ("estimate", "", "theme"), ("estimate", "side", "a"), ("estimate", "side", "theme"),
        ("lowest_applicable", "", "zoo"), ("estimate", "group", "zoo"), ("lowest", "", "a"), ("lowest", "", "theme"),
        ("estimate", "group", "a"), ("estimate", "group", "theme"), ("lowest_applicable", "", "a"),
        ("lowest_applicable", "", "theme"), ("without", "group", "zoo"),
    ]  # fmt: skip


def check_forms(kit, found):
    [framework] = kit.frameworks
    trees = trees_of(kit, found, framework, count(kit, found.scored))
    for key, form in trees.forms.items():
        made = sum(fraction_of(weight) * trees.unknowns[unknown] for unknown, weight in form.items())
        assert made == getattr(trees.means[key.node][key.scope], key.figure), key


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 2**32))
def test_the_form_of_a_figure_makes_its_value_from_the_values_of_the_groups(seed):
    """Of a bound, too: a missing answer counts 0 there, so a group adds the share of its people who rated."""
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    kit = random_toolkit(dice)
    check_forms(kit, random_engagement(dice, kit, dice.randint(1, 12)))


def test_so_do_the_forms_of_a_theme_in_which_a_question_applies_to_nobody():
    kit = toolkit("{groups: {m: null, y: null}, frameworks: {trust: {t1: [a, {id: b, weight: 2}], t2: [c]}}}")
    check_forms(kit, engagement(kit, "{m: [{a: 3, b: na, c: 1}], y: [{a: 2, b: na, c: dk}, {a: 0, b: na, c: 3}]}"))
