"""A statistic or the reason why there is none: undefined is a value of its own, neither 0 nor 1."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Reason = Literal[
    "few-respondents", "few-shared-questions", "no-variation", "no-pairs", "one-side", "no-score", "withheld"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statistic:
    """A figure of the annex.

    Attributes:
        value: None when there is none; its unit is that of the field it stands in.
        reason: why there is none.
        error: standard error over respondents, where one is given.
    """

    value: Fraction | float | None
    reason: Reason | None = None
    error: float | None = None


def none_for(reason: Reason) -> Statistic:
    """Return a statistic that is not there."""
    return Statistic(None, reason)


@dataclass(frozen=True, slots=True)
class Span:
    """The lowest and the highest of something, or the reason why it is not told.

    Attributes:
        low: None when there is none.
        high: as `low`.
        reason: why there is none.
        among: over how many persons or groups.
    """

    low: Fraction | float | None
    high: Fraction | float | None
    reason: Reason | None = None
    among: int = 0


def no_span(reason: Reason) -> Span:
    """Return a span that is not there."""
    return Span(None, None, reason)
