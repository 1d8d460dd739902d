"""Agreement and ranges as the scorecard holds them: rounded, refused with a reason, cleared by the privacy rules."""

from fractions import Fraction

import pytest
from scoring.making import engagement_from, toolkit, toolkit_from

from nlcaudit.errors import UserError
from nlcaudit.messages import half_up
from nlcaudit.scoring import score
from nlcaudit.scoring.agreement import gwet, krippendorff, standard_error, units_of
from nlcaudit.scoring.contrasts import contrast

F = Fraction
KIT = toolkit("""
    sides: [n, l]
    groups: {m: n, p: n, y: l, s: l}
    frameworks: {trust: {t: [a, b, c, d, e, f]}}
""")
QUESTIONS = "abcdef"


def sheets(**rows):
    """Sheets by group: one word a person, a digit a question; `.` is not answered."""
    return {
        group: [{q: int(sign) for q, sign in zip(QUESTIONS, word, strict=False) if sign != "."} for word in row.split()]
        for group, row in rows.items()
    }


def diagnosed(kit=KIT, *, protect=False, **rows):
    return score(kit, engagement_from(kit, sheets(**rows)), protect=protect).diagnosis


def test_distances_are_in_levels_and_to_a_tenth():
    found = diagnosed(m="333333 323333", y="111111 111111 011111").agreement
    assert (found.same_side.value, found.same_group.value) == (F("0.1"), F("0.1"))
    assert found.opposite.value == F("2.0")
    assert (found.people, found.questions, found.partial) == (5, 6, False)


def test_a_group_alone_on_its_side_has_no_opposite():
    found = diagnosed(m="333333 323333").agreement
    assert (found.opposite.value, found.opposite.reason) == (None, "one-side")


def test_people_on_neither_side_are_in_no_distance_across():
    kit = toolkit("{sides: [n, l], groups: {m: n, y: l, w: null}, frameworks: {trust: {t: [a, b, c, d, e, f]}}}")
    with_others, without = diagnosed(kit, m="33", y="22", w="00"), diagnosed(kit, m="33", y="22")
    assert with_others.agreement.opposite == without.agreement.opposite


def test_a_toolkit_without_sides_compares_any_two():
    kit = toolkit("{sides: [], groups: {m: null, y: null}, frameworks: {trust: {t: [a, b, c, d, e, f]}}}")
    assert diagnosed(kit, m="333333", y="111111").agreement.same_side.value == 2


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ({"m": "012301 123012", "y": "230123 301230"}, "few-respondents"),
        ({"m": "0123 1230 2301", "y": "3012 0123"}, "few-shared-questions"),
        ({"m": "111111 111111 111111", "y": "111111 111111"}, "no-variation"),
        ({"m": "012301 123012 230123", "y": "301230 012301"}, None),
    ],
)
def test_a_coefficient_is_refused_with_its_reason(rows, reason):
    found = diagnosed(**rows).by_framework["trust"]
    assert (found.alpha.reason, found.ac2.reason) == (reason, reason)
    assert (found.alpha.value is None) == (reason is not None)
    assert (found.alpha.error is None) == (reason is not None)


def test_coefficients_and_their_errors_are_told_in_hundredths():
    rows = {"m": "012301 123012 230123", "y": "301230 012301"}
    made = [sheet for group in sheets(**rows).values() for sheet in group]
    found = diagnosed(**rows).by_framework["trust"]
    for told, coefficient in ((found.alpha, krippendorff(4)), (found.ac2, gwet(4))):
        exact, error = (
            coefficient.value(units_of(made, QUESTIONS, 4).values()),
            standard_error(coefficient, made, QUESTIONS, 4),
        )
        assert told.value == F(half_up(exact, 2)) != F(half_up(exact, 3))
        assert told.error == float(half_up(error, 2)) != float(half_up(error, 3))


@pytest.mark.parametrize(("shared", "reason"), [("", "few-shared-questions"), ("1", None)])
def test_five_questions_that_two_or_more_rated_are_enough_for_a_coefficient(shared, reason):
    rows = {"m": f"0123{shared} 1230{shared} 2301", "y": "3012 0123"}
    assert diagnosed(**rows).by_framework["trust"].alpha.reason == reason


@pytest.mark.parametrize(
    ("number", "people", "taking_part"), [(10, (5, 5, 4), 14), (9, (5, 5, 4), 5), (30, (4, 5, 4), 5)]
)
def test_a_distance_is_over_everybody_where_five_answers_may_move_within_its_tenth(number, people, taking_part):
    """With five people a side and ten questions an answer is in a fiftieth of the pairs across; four are too few."""
    names = [f"q{n}" for n in range(number)]
    kit = toolkit_from({
        "sides": ["n", "l"], "groups": {"m": "n", "y": "l", "w": None}, "frameworks": {"trust": {"t": names}}
    })  # fmt: skip
    rows = {group: [{q: (at + n) % 4 for n, q in enumerate(names)} for at in range(size)]
            for group, size in zip("myw", people, strict=True)}  # fmt: skip
    found = score(kit, engagement_from(kit, rows)).diagnosis.agreement
    assert (found.people, found.partial) == (taking_part, taking_part < sum(people))


def test_two_people_have_an_average_deviation():
    assert diagnosed(m="3 1").spread["a"].deviation.value == 1


def test_the_spread_of_a_question_is_over_everybody_and_between_the_sides():
    spread = diagnosed(m="3 3", y="1 0 3").spread["a"]
    assert (spread.people, spread.deviation.value, spread.delta.value) == (5, F(1), F("0.67"))
    assert diagnosed(m="3 3").spread["a"].delta.reason == "one-side"
    assert diagnosed(m="3").spread["a"].deviation.reason == "no-pairs"


def test_chance_is_told_of_a_competency_whose_sides_are_both_shown():
    far = diagnosed(m="333333 333333 333333 333333 333333", y="000000 000000 000000 000000 000000", protect=True)
    assert far.chance["trust"].value < F(1, 10)
    assert diagnosed(m="333333", y="000000", protect=True).chance == {}
    assert diagnosed(m="222222 222222", y="222222").chance["trust"].value == 1


OPEN = "321032 210321 103210 032103 321032"


def test_a_small_group_takes_part_in_nothing_that_is_told_of_single_answers():
    small = {"m": OPEN, "y": OPEN, "s": "000000 333333"}
    otherwise = {**small, "s": "333333 000000"}
    one, other = (diagnosed(protect=True, **rows) for rows in (small, otherwise))
    assert one.by_framework["trust"].alpha == other.by_framework["trust"].alpha
    assert one.spread == other.spread
    assert one.spread["a"].people == 5, "y counts as closed too: its own value would give that of s away"


def test_without_a_group_that_may_be_shown_the_annex_is_withheld():
    found = diagnosed(m="3210 2103 1032", p="3210 2103", y="3210 2103 1032", s="0123 1230", protect=True)
    assert found.sampling["trust"].interval.reason in {"withheld", "no-score"}
    assert found.spread["a"].deviation.reason == "withheld"


def test_many_answers_let_the_distance_over_everybody_be_told_in_a_small_city():
    kit = toolkit(
        "{sides: [n, l], groups: {m: n, p: n, y: l, s: l}, frameworks: {trust: {t: ["
        + ", ".join(f"q{n}" for n in range(30))
        + "]}}}"
    )
    rows = {g: [{f"q{n}": (n + k + i) % 4 for n in range(30)} for k in range(3)] for i, g in enumerate("mpys")}
    found = score(kit, engagement_from(kit, rows)).diagnosis.agreement
    assert (found.partial, found.opposite.value is not None) == (False, True)
    few = {g: [dict(list(s.items())[:4]) for s in sheets_] for g, sheets_ in rows.items()}
    assert score(kit, engagement_from(kit, few)).diagnosis.agreement.opposite.value is None


def test_ranges_are_rounded_outwards_while_protected():
    bare, safe = (diagnosed(m=OPEN, y=OPEN[::-1], protect=p).sampling["trust"] for p in (False, True))
    assert safe.without_person.low <= bare.without_person.low <= bare.without_person.high <= safe.without_person.high
    assert (100 * safe.without_person.low).denominator == 1


def test_a_framework_without_a_score_has_no_ranges():
    found = diagnosed(m="......", y="......").sampling["trust"]
    assert {found.without_person.reason, found.without_group.reason, found.interval.reason} == {"no-score"}


def compared(first, second, *, protect=False, **rows):
    return contrast(KIT, engagement_from(KIT, sheets(**rows)), first, second, protect=protect)


def test_any_two_groups_or_sides_are_set_side_by_side():
    found = compared("m", "y", m="333333", p="000000", y="111111")
    ((framework, differences),) = found.frameworks
    assert (framework, differences[0].levels, differences[0].to_discuss) == ("trust", 2, True)
    ((_, sides),) = compared("n", "y", m="333333", p="000000", y="111111").frameworks
    assert (sides[0].levels, sides[0].to_discuss) == (F("0.5"), False)


def test_a_side_is_tried_without_each_of_its_groups():
    ((_, wide),) = compared("n", "y", m="333333", p="111111", y="111111").frameworks
    assert (wide[0].levels, wide[0].to_discuss) == (1, False)
    ((_, steady),) = compared("n", "y", m="333333", p="222222", y="111111").frameworks
    assert steady[0].to_discuss


def test_groups_that_are_too_small_are_not_compared():
    ((_, found),) = compared("m", "y", protect=True, m=OPEN, y="333333 333333").frameworks
    assert found == ()


@pytest.mark.parametrize(("first", "second", "named"), [("m", "m", "itself"), ("m", "q", "q"), ("x", "m", "x")])
def test_what_cannot_be_compared_is_refused_by_name(first, second, named):
    with pytest.raises(UserError, match=named):
        compared(first, second, m="333333", y="111111")
