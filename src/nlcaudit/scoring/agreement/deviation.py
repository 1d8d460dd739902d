"""The spread of one question: how far people lie from the middle, and how often one side rates higher."""

from fractions import Fraction

from nlcaudit.scoring.agreement.units import Unit


def average_deviation(unit: Unit) -> Fraction | None:
    """Return the mean distance from the median, in levels (Burke and Dunlap 2002: AD around the median).

    It is the least from any point; between the two middle ratings of an even number every point gives the same.
    """
    number = sum(unit)
    if not number:
        return None
    least = min(sum(n * abs(rating - point) for rating, n in enumerate(unit)) for point in range(len(unit)))
    return Fraction(least, number)


def cliffs_delta(first: Unit, second: Unit) -> Fraction | None:
    """Return P(first > second) - P(first < second) over all pairs, from -1 to 1 (N. Cliff 1993)."""
    pairs = sum(first) * sum(second)
    if not pairs:
        return None
    signed = sum(n * m * ((a > b) - (a < b)) for a, n in enumerate(first) for b, m in enumerate(second))
    return Fraction(signed, pairs)
