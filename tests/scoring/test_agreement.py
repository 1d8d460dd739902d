"""Coefficients and distances: published values, the packages of the field, and what must hold for any table."""

import warnings
from fractions import Fraction
from random import Random

import krippendorff as peer
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlcaudit.scoring.agreement import (
    METRICS,
    average_deviation,
    between,
    cliffs_delta,
    distances,
    gwet,
    krippendorff,
    standard_error,
    units_of,
    within,
)  # fmt: skip
from nlcaudit.scoring.agreement.units import vary

DATA_C = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
TABLES, TOLERANCE = 1000, 1e-9
many = settings(max_examples=60, deadline=None, derandomize=True)


def sheets_of(table):
    rows = [line.split() for line in table.strip().splitlines()]
    return [{str(q): int(word) - 1 for q, word in enumerate(row) if word != "."} for row in rows]


def units(sheets, levels):
    questions = sorted({q for sheet in sheets for q in sheet})
    return list(units_of(sheets, questions, levels).values())


@pytest.mark.parametrize(
    ("metric", "expected"),
    [("nominal", Fraction(113, 152)), ("ordinal", Fraction(108577, 133160)), ("interval", Fraction(951, 1120))],
)
def test_alpha_of_krippendorffs_data_c_is_the_published_fraction(metric, expected):
    assert krippendorff(5, metric, range(1, 6)).value(units(sheets_of(DATA_C), 5)) == expected


def test_alpha_with_the_ratio_metric_is_the_published_value():
    found = krippendorff(5, "ratio", range(1, 6)).value(units(sheets_of(DATA_C), 5))
    assert float(found) == pytest.approx(0.797403, abs=5e-7)


def test_data_c_has_the_published_marginals():
    paired = [unit for unit in units(sheets_of(DATA_C), 5) if sum(unit) > 1]
    assert [sum(column) for column in zip(*paired, strict=True)] == [9, 13, 10, 5, 3]


@pytest.mark.parametrize(
    ("weighting", "expected"), [("identity", 0.77544), ("linear", 0.85874), ("quadratic", 0.91400)]
)
def test_ac2_of_the_same_data_is_that_of_gwet(weighting, expected):
    assert float(gwet(5, weighting).value(units(sheets_of(DATA_C), 5))) == pytest.approx(expected, abs=5e-6)


@pytest.mark.parametrize(("metric", "expected"), [("interval", 0.147308), ("ordinal", 0.109059)])
def test_alpha_is_about_absolute_agreement(metric, expected):
    sheets = [{str(q): row[rater] - 1 for q, row in enumerate(SHROUT_FLEISS)} for rater in range(4)]
    assert float(krippendorff(10, metric).value(units(sheets, 10))) == pytest.approx(expected, abs=5e-7)


def test_cliffs_delta_has_its_published_value():
    assert cliffs_delta((0, 0, 1, 2, 2), (0, 1, 2, 1, 0)) == Fraction(7, 10)


def random_sheets(seed):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    levels, questions = dice.randint(2, 7), dice.randint(2, 12)
    return levels, [
        {str(q): dice.choice([0, dice.randrange(levels)]) for q in range(questions) if dice.random() < 0.8}
        for _ in range(dice.randint(2, 12))
    ]


def as_rows(sheets, questions, *, blank):
    return [[sheet.get(q, blank) for q in questions] for sheet in sheets]


def test_alpha_is_that_of_the_package_krippendorff_on_a_thousand_tables_with_gaps():
    seen = 0
    for seed in range(TABLES):
        levels, sheets = random_sheets(seed)
        questions = sorted({q for sheet in sheets for q in sheet})
        for metric in ("ordinal", "nominal", "interval") if seed % 5 == 0 else ("ordinal",):
            ours = krippendorff(levels, metric).value(units_of(sheets, questions, levels).values())
            if ours is not None:
                theirs = peer.alpha(as_rows(sheets, questions, blank=float("nan")), level_of_measurement=metric,
                                    value_domain=range(levels))  # fmt: skip
                assert float(ours) == pytest.approx(float(theirs), abs=TOLERANCE), seed
                seen += 1
    assert seen > TABLES


def test_ac2_is_that_of_the_package_irrcac_on_a_thousand_tables_with_gaps():
    pandas = pytest.importorskip("pandas", reason="irrCAC was not installed (make test does): AC2 was not compared")
    raw = pytest.importorskip("irrCAC.raw", reason="irrCAC was not installed (make test does): AC2 was not compared")
    seen = 0
    for seed in range(TABLES):
        levels, sheets = random_sheets(seed)
        questions = sorted({q for sheet in sheets for q in sheet})
        ours = gwet(levels).value(units_of(sheets, questions, levels).values())
        frame = pandas.DataFrame(as_rows(sheets, questions, blank=None)).T
        if ours is not None and not frame.isna().all().any():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it divides by 0 for a confidence interval that is not used
                made = raw.CAC(frame, weights="quadratic", categories=list(range(levels)), digits=15)
                theirs = made.gwet()["est"]["coefficient_value"]
            assert float(ours) == pytest.approx(float(theirs), abs=TOLERANCE), seed
            seen += 1
    assert seen > 0.9 * TABLES


@pytest.mark.parametrize("sheets", [[{"a": 1}, {"a": 1}], [{"a": 0}, {"b": 1}], [{}, {}], []])
def test_without_pairs_or_variation_alpha_is_not_defined(sheets):
    assert krippendorff(3).value(units(sheets, 3)) is None


def test_alpha_collapses_where_nearly_all_choose_alike_and_ac2_does_not():
    sheets = [{str(q): 1 + (q == person) for q in range(20)} for person in range(10)]
    alpha, ac2 = (made.value(units(sheets, 4)) for made in (krippendorff(4), gwet(4)))
    assert alpha < Fraction(1, 10)
    assert ac2 > Fraction(9, 10)


tables = st.integers(0, 2**32).map(random_sheets)


@many
@given(tables)
def test_full_agreement_is_1_and_the_order_of_people_does_not_matter(table):
    levels, sheets = table
    found = units(sheets, levels)
    for made in (krippendorff(levels), gwet(levels)):
        assert made.value(units(sheets[::-1], levels)) == made.value(found)
    alike = [{str(q): q % levels for q in range(6)} for _ in range(3)]
    assert krippendorff(levels).value(units(alike, levels)) == gwet(levels).value(units(alike, levels)) == 1


@many
@given(tables)
def test_turning_the_scale_round_changes_no_agreement(table):
    levels, sheets = table
    turned = [{q: levels - 1 - rating for q, rating in sheet.items()} for sheet in sheets]
    for made in (*(krippendorff(levels, m) for m in METRICS if m != "ratio"), gwet(levels)):
        assert made.value(units(turned, levels)) == made.value(units(sheets, levels))


@many
@given(tables)
def test_the_jackknife_is_what_leaving_each_sheet_out_gives(table):
    levels, sheets = table
    questions = sorted({q for sheet in sheets for q in sheet})
    made = krippendorff(levels)
    found = [made.value(units_of([s for s in sheets if s is not out], questions, levels).values()) for out in sheets]
    error = standard_error(made, sheets, questions, levels)
    if None in found:
        assert error is None
        return
    mean = sum(found) / len(found)
    expected = float(sum((value - mean) ** 2 for value in found)) * (len(found) - 1) / len(found)
    assert error == pytest.approx(expected**0.5, abs=1e-9)


def pairs(ratings):
    return [abs(a - b) for at, a in enumerate(ratings) for b in ratings[at + 1 :]]


def unit(ratings, levels=4):
    return tuple(ratings.count(rating) for rating in range(levels))


ratings = st.lists(st.integers(0, 3), max_size=9)


@many
@given(ratings, ratings)
def test_distances_are_means_over_pairs_written_down(first, second):
    assert within(unit(first)) == (Fraction(sum(pairs(first)), len(pairs(first))) if len(first) > 1 else None)
    across = [abs(a - b) for a in first for b in second]
    assert between(unit(first), unit(second)) == (Fraction(sum(across), len(across)) if across else None)


@many
@given(ratings)
def test_the_average_deviation_is_least_around_the_median_and_0_at_a_consensus(given_ratings):
    found = average_deviation(unit(given_ratings))
    if not given_ratings:
        assert found is None
        return
    around = [Fraction(sum(abs(r - point) for r in given_ratings), len(given_ratings)) for point in range(4)]
    assert found == min(around)
    consensus = [round(sum(given_ratings) / len(given_ratings))] * len(given_ratings)
    assert average_deviation(unit(consensus)) == 0 <= found


SIDES = {"m": "n", "p": "n", "y": "l", "s": "l"}
grouped = st.lists(
    st.dictionaries(st.sampled_from([*SIDES, "w"]), st.lists(st.integers(0, 3), min_size=1, max_size=6)),
    min_size=1, max_size=5,
)  # fmt: skip


def measured(questions):
    return distances([{g: unit(rated) for g, rated in one.items()} for one in questions], SIDES)


@many
@given(grouped)
def test_sides_groups_and_questions_count_once_each(questions):
    sides, groups, across = [], [], []
    for one in questions:
        by_side = {side: [r for g, rs in one.items() if SIDES.get(g) == side for r in rs] for side in "nl"}
        sides.append([Fraction(sum(pairs(r)), len(pairs(r))) for r in by_side.values() if len(r) > 1])
        groups.append([Fraction(sum(pairs(r)), len(pairs(r))) for r in one.values() if len(r) > 1])
        apart = [abs(a - b) for a in by_side["n"] for b in by_side["l"]]
        across.append([Fraction(sum(apart), len(apart))] if apart else [])

    def mean(rows):
        known = [sum(row) / len(row) for row in rows if row]
        return sum(known) / len(known) if known else None

    found = measured(questions)
    assert (found.same_group, found.same_side, found.opposite) == (mean(groups), mean(sides), mean(across))


@many
@given(grouped, st.sampled_from(sorted(SIDES)))
def test_somebody_who_agrees_never_raises_the_distance_within_a_side(questions, group):
    before, more = measured(questions).same_side, []
    for one in questions:
        side = sorted(r for g, rated in one.items() if SIDES.get(g) == SIDES[group] for r in rated)
        middle = [side[len(side) // 2]] if side else []
        more.append({**one, group: [*one.get(group, []), *middle]} if middle else one)
    if before is not None:
        assert measured(more).same_side <= before


@many
@given(grouped, st.data())
def test_one_answer_moving_by_a_level_moves_no_distance_by_more_than_is_said(questions, data):
    before = measured(questions)
    places = [(q, g, i) for q, one in enumerate(questions) for g, rated in one.items() for i in range(len(rated))]
    if not places:
        return
    at, group, place = data.draw(st.sampled_from(places))
    rated = list(questions[at][group])
    rated[place] += 1 if rated[place] < 3 else -1
    after = measured([*questions[:at], {**questions[at], group: rated}, *questions[at + 1 :]])
    for name in ("same_group", "same_side", "opposite"):
        one, two = getattr(before, name), getattr(after, name)
        assert one is None or abs(one - two) <= before.moves


@pytest.mark.parametrize(
    ("questions", "moves"),
    [
        ([{"m": [1, 2], "y": [0, 1, 2, 3, 3]}], Fraction(1, 2)),
        ([{"m": [1, 2], "y": [0, 1, 2, 3, 3]}, {"m": [0], "y": [0]}], Fraction(1, 2)),
        ([{"m": [1, 2, 1, 2], "y": [0, 1, 2, 3, 3]}] * 4, Fraction(1, 16)),
        ([{"m": [1, 2, 3]}], Fraction(2, 3)),
        ([], 0),
    ],
)
def test_what_one_answer_may_move_is_what_the_smallest_set_says(questions, moves):
    assert measured(questions).moves == moves


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ([(1, 0, 1)], True),
        ([(1, 0, 0), (0, 0, 1)], False),
        ([(2, 0, 0), (0, 1, 0)], False),
        ([(2, 0, 0), (0, 2, 0)], True),
    ],
)  # fmt: skip
def test_ratings_vary_where_two_people_rated_and_not_all_alike(table, expected):
    assert vary(table) is expected
