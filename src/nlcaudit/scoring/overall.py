"""One number for those who ask for it: a power mean of the competencies (docs/method.md, section 1, step 3)."""

from collections.abc import Sequence
from fractions import Fraction
from math import exp, fsum, log

from nlcaudit.framework.policy import Mean

EXPONENTS: dict[Mean, int] = {"arithmetic": 1, "geometric": 0, "harmonic": -1}


def power_mean(values: Sequence[float], exponent: float, weights: Sequence[float] | None = None) -> float:
    """Return the weighted power mean of positive values.

    Args:
        values: each greater than 0 unless the exponent is positive.
        exponent: 1 arithmetic, 0 geometric, -1 harmonic.
        weights: the same number of weights; equal ones by default.

    Raises:
        ValueError: there are no values, or a value that the mean is not defined for. Such a case is never dropped.
    """
    shares = list(weights) if weights is not None else [1.0] * len(values)
    across = fsum(shares)
    if not values or across <= 0:
        raise ValueError("a mean of nothing is not defined")
    if exponent <= 0 and min(values) <= 0:
        raise ValueError("a geometric or harmonic mean needs values above 0")
    if exponent == 0:
        return exp(fsum(w * log(v) for w, v in zip(shares, values, strict=True)) / across)
    powers = fsum(w * pow(v, exponent) for w, v in zip(shares, values, strict=True)) / across
    return float(pow(powers, 1 / exponent))


def overall(scores: Sequence[Fraction | None], mean: Mean, top: int) -> Fraction | float | None:
    """Return the overall score of competencies from 0 to 1.

    A geometric or harmonic mean is taken on (1 + K·s) ÷ (1 + K) and mapped back, so that a competency at 0 pulls the
    overall down without erasing it. A competency without a score leaves no overall.

    Args:
        scores: one for each competency.
        mean: which power mean, or the minimum.
        top: K, the highest rating.
    """
    known = [score for score in scores if score is not None]
    if not known or len(known) < len(scores):
        return None
    if mean == "minimum":
        return min(known)
    if mean == "arithmetic" or len(set(known)) == 1:
        return sum(known, Fraction(0)) / len(known)
    lifted = [float((1 + top * score) / (1 + top)) for score in known]
    return (power_mean(lifted, EXPONENTS[mean]) * (1 + top) - 1) / top
