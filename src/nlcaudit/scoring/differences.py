"""Where two sides, or any two groups, describe things differently (docs/method.md)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from nlcaudit.framework.policy import Differences
from nlcaudit.messages import half_up
from nlcaudit.scoring.scorecard import Difference, Measure, Node
from nlcaudit.scoring.trees import Trees


def printed_level(value: Fraction, top: int) -> Fraction:
    """Return a value from 0 to 1 in levels as it is printed: one decimal, half up."""
    return Fraction(half_up(top * value, 1))


End = tuple[str, Measure | None]
"""The id of a side or a group, and its value."""


def difference(
    node: str, ends: tuple[End, End], without: Iterator[Mapping[str, Fraction]], top: int, policy: Differences
) -> Difference | None:
    """Return how far two sides or groups are apart at a node, or None when one of them is not shown.

    Args:
        node: question, theme or framework.
        ends: the first and the second.
        without: the values of both with each single group left out in turn; one may be missing.
        top: the highest rating.
        policy: what counts as something to discuss.
    """
    (first, one), (second, other) = ends
    if one is None or other is None or one.value is None or other.value is None:
        return None
    shown = (printed_level(one.value, top), printed_level(other.value, top))
    apart = shown[0] - shown[1]
    to_discuss = abs(apart) >= policy.at_least and all(
        apart * top * (values[first] - values[second]) >= abs(apart) * policy.without_any_group  # in the same direction
        for values in without
        if first in values and second in values
    )
    return Difference(node, ((first, shown[0]), (second, shown[1])), apart, to_discuss)


def differences_of(trees: Trees, root: Node, first: str, second: str) -> tuple[Difference, ...]:
    """Return the differences between two sides or groups at a node and at all below it."""
    toolkit = trees.toolkit
    found = (
        difference(
            node.id, ((first, _value(trees, node, first)), (second, _value(trees, node, second))),
            trees.without_each_group(node.id, (first, second)), toolkit.top, toolkit.policy.differences,
        )
        for node in root.walk()
    )  # fmt: skip
    return tuple(one for one in found if one is not None)


def _value(trees: Trees, node: Node, name: str) -> Measure | None:
    return node.sides.get(name) if name in trees.sides else node.groups.get(name)
