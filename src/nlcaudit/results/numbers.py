"""Numbers as JSON gives them: decimals in quotes, as they are printed, and fractions where they give nobody away."""

from fractions import Fraction

from nlcaudit.messages import half_up
from nlcaudit.scoring.statistic import Span, Statistic


def decimal(value: Fraction | float, places: int = 1) -> str:
    """Return a number as it is printed."""
    return str(half_up(value, places))


def exact(value: Fraction) -> dict[str, int]:
    """Return a fraction."""
    return {"numerator": value.numerator, "denominator": value.denominator}


def statistic(found: Statistic, places: int) -> dict[str, object]:
    """Return a statistic, or why there is none."""
    if found.value is None:
        return {"reason": found.reason}
    shown: dict[str, object] = {"value": decimal(found.value, places)}
    return shown | ({} if found.error is None else {"standard_error": decimal(found.error, places)})


def span(found: Span) -> dict[str, object]:
    """Return a span on the scale from 0 to 100, or why there is none."""
    if found.low is None or found.high is None:
        return {"reason": found.reason}
    return {"lowest": decimal(100 * found.low), "highest": decimal(100 * found.high), "among": found.among}
