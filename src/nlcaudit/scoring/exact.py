"""Exact arithmetic in bulk: one fraction at the end of a sum instead of two for each term."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from math import lcm

PRIME = (1 << 521) - 1
"""Linear forms are compared modulo this prime; it is large enough to read the fractions of a reduced form back."""


def exact_sum(values: Iterable[Fraction]) -> Fraction:
    """Return Σ v exactly."""
    ratios = [value.as_integer_ratio() for value in values]
    common = lcm(*(denominator for _, denominator in ratios))
    return Fraction(sum(numerator * (common // denominator) for numerator, denominator in ratios), common)


def weighted_sum(terms: Iterable[tuple[Fraction | int, Fraction]]) -> Fraction:
    """Return Σ w·v exactly."""
    pairs = [(*w.as_integer_ratio(), *v.as_integer_ratio()) for w, v in terms]
    products = [(w * v, under_w * under_v) for w, under_w, v, under_v in pairs]
    common = lcm(*(denominator for _, denominator in products))
    return Fraction(sum(numerator * (common // denominator) for numerator, denominator in products), common)


def residue(value: Fraction) -> int:
    """Return a fraction modulo the prime."""
    return value.numerator * inverse(value.denominator) % PRIME


@cache
def inverse(number: int) -> int:
    """Return 1 ÷ `number` modulo the prime."""
    return pow(number, -1, PRIME)


@cache
def fraction_of(number: int) -> Fraction:
    """Return the fraction that has this residue: the one whose numerator and denominator are below 2^260.

    P. S. Wang, *A p-adic algorithm for univariate partial fractions* (1981).
    """
    before, now = (PRIME, 0), (number % PRIME, 1)
    while now[0] >> 260:
        times = before[0] // now[0]
        before, now = now, (before[0] - times * now[0], before[1] - times * now[1])
    return Fraction(now[0], now[1])
