"""Exact arithmetic in bulk: one fraction at the end of a sum instead of two for each term."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from math import lcm

PRIME = (1 << 61) - 1
"""Linear forms are compared modulo this prime: two that differ are taken for equal once in 10^18."""


def weighted_sum(terms: Iterable[tuple[Fraction | int, Fraction]]) -> Fraction:
    """Return Σ w·v exactly."""
    products = [(w.numerator * v.numerator, w.denominator * v.denominator) for w, v in terms]
    common = lcm(*(denominator for _, denominator in products))
    return Fraction(sum(numerator * (common // denominator) for numerator, denominator in products), common)


@cache
def residue(value: Fraction) -> int:
    """Return a fraction modulo the prime."""
    return value.numerator * pow(value.denominator, -1, PRIME) % PRIME
