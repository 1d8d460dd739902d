"""How many chose which level: of answers that may be looked into alone, in pieces that point at nobody."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring.making import engagement_from, toolkit_from

from nlcaudit.scoring import score
from nlcaudit.scoring.diagnosis import Piece
from nlcaudit.scoring.strips import pieces_of

COUNTS = st.lists(st.integers(0, 9), min_size=2, max_size=6)


def told(pieces):
    return " ".join(f"{p.low}-{p.high}:{p.people}" for p in pieces)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((5, 6, 7, 8), "0-0:5 1-1:6 2-2:7 3-3:8"),
        ((2, 5, 6, 2), "0-1:7 2-3:8"),
        ((0, 0, 9, 0), "0-0:0 1-1:0 2-2:9 3-3:0"),
        ((4, 0, 0, 1), "0-3:5"),
        ((9, 1, 9, 9), "0-0:9 1-2:10 3-3:9"),
        ((1, 1, 1, 1), ""),
    ],
)
def test_neighbouring_levels_come_together_until_each_piece_has_enough_people_or_nobody(counts, expected):
    assert told(pieces_of(counts, 5)) == expected


@given(COUNTS, st.integers(0, 6))
def test_pieces_are_all_levels_in_order_as_many_as_can_be_and_of_those_the_most_even(counts, least):
    pieces = pieces_of(counts, least)
    allowed = [cuts for cuts in product((False, True), repeat=len(counts) - 1) if fits(counts, cuts, least)]
    assert len(pieces) == max((sum(cuts) + 1 for cuts in allowed), default=0)
    evenness = [sum(n * n for n in sums(counts, cuts)) for cuts in allowed if sum(cuts) + 1 == len(pieces)]
    assert sum(piece.people**2 for piece in pieces) == min(evenness, default=0)
    if pieces:
        assert (pieces[0].low, pieces[-1].high) == (0, len(counts) - 1)
        assert all(after.low == before.high + 1 for before, after in pairwise(pieces))
        assert all(piece.people == sum(counts[piece.low : piece.high + 1]) for piece in pieces)
        assert all(piece.people == 0 or piece.people >= least for piece in pieces)


def sums(counts, cuts):
    found = [counts[0]]
    for cut, number in zip(cuts, counts[1:], strict=True):
        if cut:
            found.append(number)
        else:
            found[-1] += number
    return found


def fits(counts, cuts, least):
    return all(number == 0 or number >= least for number in sums(counts, cuts))


KIT = toolkit_from({
    "levels": 4, "sides": ["state", "city"],
    "groups": {"police": "state", "guard": "state", "school": "city", "club": "city"},
    "frameworks": {"trust": {"talks": ["meet", "write"]}},
})  # fmt: skip


def sheets(**signs):
    return {group: [{"meet": int(sign), "write": 1} for sign in row] for group, row in signs.items()}


LARGE = {"police": "00111", "school": "22333"}


def strips(*, protect=True, **signs):
    return score(KIT, engagement_from(KIT, sheets(**signs)), protect=protect).diagnosis.strips


def test_a_strip_counts_those_whose_group_may_be_shown_alone_and_nobody_else():
    alone = strips(**LARGE)["meet"]
    assert (alone.people, told(alone.pieces)) == (10, "0-1:5 2-3:5")
    for others in ("0", "3", "33", "03"):
        assert strips(**LARGE, guard=others, club=others).get("meet") in (alone, None)


def test_under_twice_the_threshold_there_is_no_strip():
    assert strips(police="00111", club="222") == {}
    assert strips(police="1" * 9) == {}
    assert strips(police="1" * 10)["meet"].people == 10


def test_where_all_levels_would_be_one_piece_there_is_no_strip():
    assert "meet" not in strips(police="00012", school="00013")
    assert strips(police="00011", school="11111")["write"].pieces == (
        Piece(0, 0, 0), Piece(1, 1, 10), Piece(2, 2, 0), Piece(3, 3, 0),
    )  # fmt: skip


def test_without_protection_every_level_is_told():
    assert told(strips(protect=False, police="01", club="3")["meet"].pieces) == "0-0:1 1-1:1 2-2:0 3-3:1"
    assert told(strips(protect=False, police="1")["meet"].pieces) == "0-0:0 1-1:1 2-2:0 3-3:0"
    found = score(KIT, engagement_from(KIT, {"police": [{"write": 1}]}), protect=False)
    assert found.diagnosis.strips.keys() == {"write"}
