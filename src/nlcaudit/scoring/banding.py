"""Words for scores, and when there is none."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from nlcaudit.framework import Toolkit
from nlcaudit.framework.policy import Band, ScoringPolicy, SharedView
from nlcaudit.scoring.means import Branch
from nlcaudit.scoring.scorecard import BandRange, Node
from nlcaudit.scoring.sheets import Sheet, positions

NO_BAND = BandRange(None, None, shared_view=True)


def band_of(score: Fraction, bands: Sequence[Band]) -> Band:
    """Return the band of a score from 0 to 100."""
    return next(band for band in reversed(bands) if score >= band.at_least)


def has_shared_view(positions: Sequence[Fraction], top: int, policy: SharedView) -> bool:
    """Tell whether enough positions lie close to one rating; two camps have no view in common.

    Args:
        positions: the ratings of a question, or each respondent's mean over several.
        top: the highest rating.
        policy: how many are enough, and how close.
    """
    if not positions:
        return True
    parts = [(position.numerator, position.denominator) for position in positions]
    close = max(sum(abs(n - rating * d) <= policy.within * d for n, d in parts) for rating in range(top + 1))
    return Fraction(close, len(positions)) >= policy.share


def band_range(
    low: Fraction | None, high: Fraction | None, positions: Sequence[Fraction], top: int, policy: ScoringPolicy
) -> BandRange:
    """Return the bands that the bounds (0 to 1) allow."""
    if low is None or high is None:
        return NO_BAND
    if not has_shared_view(positions, top, policy.shared_view):
        return BandRange(None, None, shared_view=False)
    return BandRange(band_of(100 * low, policy.bands), band_of(100 * high, policy.bands), shared_view=True)


def banded(node: Node, branch: Branch, sheets: Sequence[Sheet], toolkit: Toolkit) -> Node:
    """Return a node and all below it with the words for their scores.

    Args:
        node: whose bounds say which words are possible.
        branch: its tree, which says which questions have weight.
        sheets: of the respondents, as far as their ratings may be told.
        toolkit: gives the bands.
    """
    band = NO_BAND
    if node.status == "scored":
        views = positions(sheets, _weighing(branch))
        band = band_range(node.lowest.value, node.highest.value, views, toolkit.top, toolkit.policy)
    pairs = zip(node.children, branch.children, strict=True)
    return replace(node, band=band, children=tuple(banded(one, own, sheets, toolkit) for one, own in pairs))


def _weighing(branch: Branch) -> list[str]:
    """Return the questions that have weight in a node; a question always has in itself."""
    if not branch.children:
        return [branch.id]
    return [question for child in branch.children if child.weight for question in _weighing(child)]
