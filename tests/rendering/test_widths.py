"""How columns share out the width of a page."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nlcaudit.rendering.widths import longest_word, shared_out

COLUMNS = st.lists(st.tuples(st.floats(0.5, 5), st.floats(0, 200)), min_size=1, max_size=9)


@given(COLUMNS)
def test_columns_take_all_there_is_and_none_less_than_it_needs(columns):
    shares, needs = zip(*columns, strict=True)
    assume(sum(needs) < 500)
    widths = shared_out(500, shares, needs)
    assert sum(widths) == pytest.approx(500)
    assert all(width >= need - 1e-9 for width, need in zip(widths, needs, strict=True))


@given(COLUMNS)
def test_columns_above_their_need_keep_the_proportion_of_their_shares(columns):
    shares, needs = zip(*columns, strict=True)
    assume(sum(needs) < 500)
    widths = shared_out(500, shares, needs)
    free = [w / share for w, share, need in zip(widths, shares, needs, strict=True) if w > need + 1e-9]
    assert free == pytest.approx([free[0]] * len(free) if free else [])


def test_a_column_is_widened_at_the_cost_of_the_others_even_where_that_makes_another_one_short():
    assert shared_out(100, [1, 1, 2], [0, 0, 0]) == [25, 25, 50]
    assert shared_out(100, [1, 1, 2], [40, 0, 0]) == pytest.approx([40, 20, 40])
    assert shared_out(100, [1, 1, 2], [40, 24, 0]) == pytest.approx([40, 24, 36])


def test_where_all_need_more_than_there_is_the_needs_are_the_shares():
    assert shared_out(100, [5, 1], [50, 150]) == [25, 75]


def test_a_column_needs_room_for_its_longest_word_and_the_margins():
    assert longest_word("Questions sur les compétences", 10, 12) == pytest.approx(11 * 6.2 + 12)
    assert longest_word("", 10, 12) == 12
