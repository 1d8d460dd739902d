"""How much a coefficient hangs on who was there: the jackknife over respondents, whole sheets at a time.

After B. Efron and C. Stein, *The jackknife estimate of variance* (1981). Over respondents and not over questions, since
the respondents are the sample and the questions are all that the toolkit asks.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import fsum, sqrt

from nlcaudit.scoring.agreement.units import Coefficient, Unit, units_of


def standard_error(
    coefficient: Coefficient, sheets: Sequence[Mapping[str, int]], questions: Sequence[str], levels: int
) -> float | None:
    """Return √((n - 1) ÷ n · Σ (θ₍ᵢ₎ - mean θ)²); None where θ is not defined without some respondent."""
    units = units_of(sheets, questions, levels)

    @cache
    def parts(unit: Unit) -> tuple[float, ...]:
        return tuple(map(float, coefficient.parts(unit)))

    @cache
    def change(unit: Unit, rating: int) -> tuple[float, ...]:
        less = (*unit[:rating], unit[rating] - 1, *unit[rating + 1 :])
        return tuple(a - b for a, b in zip(parts(less), parts(unit), strict=True))

    whole = tuple(fsum(column) for column in zip(*map(parts, units.values()), strict=True))
    found: list[float] = []
    for sheet in sheets:
        changes = [change(units[q], rating) for q, rating in sheet.items() if q in units]
        value = coefficient.finish([fsum(column) for column in zip(whole, *changes, strict=True)])
        if value is None:
            return None
        found.append(float(value))
    if not found:
        return None
    number, mean = len(found), fsum(found) / len(found)
    return sqrt((number - 1) / number * fsum((value - mean) ** 2 for value in found))
