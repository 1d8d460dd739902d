"""Gwet's AC2: agreement beyond chance, with chance as it is where answers are given without knowing; missing ratings.

K. L. Gwet, *Handbook of Inter-Rater Reliability* (4th ed., 2014), chapters 3 and 6. Where nearly everybody chooses the
same rating it stays near the agreement that is seen, while Krippendorff's α falls to 0.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from operator import mul
from typing import Literal

from nlcaudit.scoring.agreement.units import PAIR, Coefficient, Number, Unit

Weighting = Literal["identity", "linear", "quadratic"]
POWER: Mapping[Weighting, int] = {"linear": 1, "quadratic": 2}


def weight(weighting: Weighting, one: int, other: int, top: int) -> Fraction:
    """Return how far two ratings agree, from 0 to 1: 1 - (|a - b| / K) ** p, or 1 only if they are equal."""
    if weighting == "identity":
        return Fraction(one == other)
    return 1 - Fraction(abs(one - other), top) ** POWER[weighting]


WEIGHTS: tuple[Weighting, ...] = ("identity", "linear", "quadratic")


def gwet(levels: int, weighting: Weighting = "quadratic") -> Coefficient:
    """Return the coefficient for a scale; every level of it is a category, chosen or not."""
    ratings = range(levels)
    weights = [[weight(weighting, a, b, levels - 1) for b in ratings] for a in ratings]
    chance = Fraction(sum(map(sum, weights)), levels * (levels - 1))
    one = lcm(*(share.denominator for row in weights for share in row))
    whole = [[int(share * one) for share in row] for row in weights]

    def parts(unit: Unit) -> tuple[Fraction, ...]:
        number = sum(unit)
        if not number:
            return (Fraction(0),) * (3 + levels)
        shares = (Fraction(n, number) for n in unit)
        if number < PAIR:
            return (Fraction(1), Fraction(0), Fraction(0), *shares)
        alike = sum(n * (sum(map(mul, row, unit)) - one) for n, row in zip(unit, whole, strict=True))
        return (Fraction(1), Fraction(1), Fraction(alike, one * number * (number - 1)), *shares)

    def finish(sums: Sequence[Number]) -> Number | None:
        rated, paired, alike, *shares = sums
        if not paired:
            return None
        expected = chance * sum(share / rated * (1 - share / rated) for share in shares)
        found: Number = (alike / paired - expected) / (1 - expected)
        return found

    return Coefficient(parts, finish)
