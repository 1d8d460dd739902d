"""Where two sides describe things differently (docs/method.md, section 2)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from nlcaudit.framework.policy import Differences
from nlcaudit.messages import half_up
from nlcaudit.scoring.scorecard import Difference, Node


def printed_level(value: Fraction, top: int) -> Fraction:
    """Return a value from 0 to 1 in levels as it is printed: one decimal, half up."""
    return Fraction(half_up(top * value, 1))


def difference(
    node: Node, sides: tuple[str, str], without: Iterator[Mapping[str, Fraction]], top: int, policy: Differences
) -> Difference | None:
    """Return how far the two sides are apart at a node, or None when one of them is not shown.

    Args:
        node: with the values of the sides.
        sides: the first and the second.
        without: the sides' values with each single group left out in turn; a side may be missing.
        top: the highest rating.
        policy: what counts as something to discuss.
    """
    first, second = (node.sides.get(side) for side in sides)
    if first is None or second is None or first.value is None or second.value is None:
        return None
    shown = (printed_level(first.value, top), printed_level(second.value, top))
    apart = shown[0] - shown[1]
    sign = 1 if apart >= 0 else -1
    to_discuss = abs(apart) >= policy.at_least and all(
        sign * top * (values[sides[0]] - values[sides[1]]) >= policy.without_any_group
        for values in without
        if sides[0] in values and sides[1] in values
    )
    return Difference(node.id, ((sides[0], shown[0]), (sides[1], shown[1])), apart, to_discuss)
