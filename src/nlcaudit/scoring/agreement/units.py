"""The table that coefficients of agreement are made from: for each question, how often each rating was given."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.scoring.exact import exact_sum

Unit = tuple[int, ...]
"""How often each rating from 0 to the top was given to one question."""
Number = Fraction | float
PAIR = 2


@dataclass(frozen=True)
class Coefficient:
    """A coefficient that is a function of sums over questions, so that leaving a respondent out is a subtraction.

    Attributes:
        parts: what one question adds to the sums, exactly.
        finish: the coefficient from the sums; None where it is not defined.
    """

    parts: Callable[[Unit], tuple[Fraction, ...]]
    finish: Callable[[Sequence[Number]], Number | None]

    def value(self, units: Iterable[Unit]) -> Fraction | None:
        """Return the coefficient exactly."""
        rows = [self.parts(unit) for unit in units]
        found = self.finish([exact_sum(column) for column in zip(*rows, strict=True)]) if rows else None
        return None if found is None else Fraction(found)


def units_of(sheets: Iterable[Mapping[str, int]], questions: Iterable[str], levels: int) -> dict[str, Unit]:
    """Count the ratings of each question; a question without any has zeros."""
    counts = {question: [0] * levels for question in questions}
    for sheet in sheets:
        for question, rating in sheet.items():
            if question in counts:
                counts[question][rating] += 1
    return {question: tuple(row) for question, row in counts.items()}


def shared(units: Iterable[Unit]) -> int:
    """Return how many questions were rated by two people or more."""
    return sum(sum(unit) >= PAIR for unit in units)


def vary(units: Iterable[Unit]) -> bool:
    """Tell whether more than one rating occurs among the questions that two or more rated."""
    pairable = [unit for unit in units if sum(unit) >= PAIR]
    return sum(any(column) for column in zip(*pairable, strict=True)) > 1
