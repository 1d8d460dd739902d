"""What may be said of two moments: a change only where the first two comparisons and the evidence agree."""

from collections.abc import Sequence
from fractions import Fraction

from nlcaudit.waves.changes import Pair, Verdict, Why
from nlcaudit.waves.showing import Shown

ENOUGH = 2
"""Comparisons that must agree; one alone may be a change of who was there."""


def judge(pairs: Sequence[Pair], shown: Shown, top: int, more_than: Fraction) -> tuple[Verdict, Why]:
    """Say what may be said.

    Args:
        pairs: in the order in which they count.
        shown: what became of the evidence.
        top: the highest rating.
        more_than: levels that a change must exceed.

    Returns:
        The verdict, and why it is none.
    """
    changes = [change for pair in pairs if (change := pair.change(top)) is not None][:ENOUGH]
    if len(changes) < ENOUGH:
        return "none", "few-comparisons"
    if max(changes) > 0 > min(changes):
        return "none", "disagree"
    if any(abs(change) <= more_than for change in changes):
        return "none", "small"
    up = changes[0] > 0
    if not shown.bears(up=up):
        return "none", "evidence"
    return ("risen" if up else "fallen"), ""
