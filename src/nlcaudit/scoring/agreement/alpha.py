"""Krippendorff's α: 1 minus observed over expected disagreement, with missing ratings.

K. Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011). The sums over questions are the marginals n_c and
the coincidences o_ck of unlike ratings; the metrics weigh how unlike they are.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Literal

from nlcaudit.scoring.agreement.units import PAIR, Coefficient, Number, Unit

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Apart = Callable[[Sequence[Number], Sequence[int], int, int], Number]
"""Squared difference of two ratings, from the marginals and the ratings' values."""


def _ordinal(marginals: Sequence[Number], _values: Sequence[int], low: int, high: int) -> Number:
    between = sum(marginals[low : high + 1])
    gap: Number = between - (marginals[low] + marginals[high]) / 2
    return gap * gap


def _interval(_marginals: Sequence[Number], values: Sequence[int], low: int, high: int) -> Number:
    return Fraction((values[low] - values[high]) ** 2)


def _ratio(_marginals: Sequence[Number], values: Sequence[int], low: int, high: int) -> Number:
    return Fraction(values[low] - values[high], values[low] + values[high]) ** 2


METRICS: Mapping[Metric, Apart] = {
    "nominal": lambda _marginals, _values, _low, _high: Fraction(1),
    "ordinal": _ordinal, "interval": _interval, "ratio": _ratio,
}  # fmt: skip


def krippendorff(levels: int, metric: Metric = "ordinal", values: Sequence[int] | None = None) -> Coefficient:
    """Return the coefficient for a scale.

    Args:
        levels: number of ratings.
        metric: how unlike two ratings are.
        values: of the ratings, for `interval` and `ratio`; 0 to the top by default. For `ratio` none is negative.
    """
    pairs = list(combinations(range(levels), 2))
    apart, worth = METRICS[metric], tuple(values if values is not None else range(levels))

    def parts(unit: Unit) -> tuple[Fraction, ...]:
        number = sum(unit)
        if number < PAIR:
            return (Fraction(0),) * (levels + len(pairs))
        unlike = (Fraction(unit[low] * unit[high], number - 1) for low, high in pairs)
        return (*map(Fraction, unit), *unlike)

    def finish(sums: Sequence[Number]) -> Number | None:
        marginals, unlike = sums[:levels], sums[levels:]
        weights = [apart(marginals, worth, low, high) for low, high in pairs]
        expected = sum(marginals[a] * marginals[b] * w for (a, b), w in zip(pairs, weights, strict=True))
        if not expected:
            return None
        observed = sum(o * w for o, w in zip(unlike, weights, strict=True))
        found: Number = 1 - (sum(marginals) - 1) * observed / expected
        return found

    return Coefficient(parts, finish)
