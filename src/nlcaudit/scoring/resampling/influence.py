"""How each respondent moves a score: the score as a sum over groups, and each sheet's part in its group.

A score is a fixed combination Σ c·m of the mean ratings m of groups on questions. Where a person's answers may be
looked into, their influence is Σ c·(x - m), each term weighed up for those of the group who did not rate the question:
the first-order part of what weighing the person up would do (B. Efron, *The jackknife, the bootstrap and other
resampling plans*, 1982, chapter 6: the infinitesimal jackknife).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.scoring.forms import Unknown
from nlcaudit.scoring.sheets import Sheet

HALF = 0.5
FEW = 2


@dataclass(frozen=True)
class Part:
    """What one group may tell of a score.

    Attributes:
        people: how many of it rated anything in the score.
        influences: of each of them, in ascending order; empty where they may not be looked into.
        weights: c of its cells by question.
    """

    people: int
    influences: tuple[float, ...]
    weights: Mapping[str, float]


@dataclass(frozen=True)
class Sample:
    """A score and the people behind it.

    Attributes:
        score: from 0 to 1.
        parts: by group.
        residuals: rating minus the mean of the group, by question, of each person that may be looked into.
    """

    score: float
    parts: Mapping[str, Part]
    residuals: tuple[Mapping[str, float], ...]

    @property
    def people(self) -> int:
        """How many rated anything in the score."""
        return sum(part.people for part in self.parts.values())


def sample_of(
    score: Fraction, weights: Mapping[Unknown, Fraction], sheets: Sequence[tuple[str, Sheet]],
    values: Sequence[Fraction], closed: frozenset[Unknown],
) -> Sample:  # fmt: skip
    """Take a score apart.

    Args:
        score: from 0 to 1.
        weights: c, above 0, of each cell (question and group) that anybody rated.
        sheets: group and ratings of each respondent.
        values: of the ratings.
        closed: cells that may not be looked into. A group stays closed if more than half of its weight does; one
            that is partly open counts as if the rest of it spread alike.
    """
    worth = [float(value) for value in values]
    groups = sorted({group for _, group in weights})
    parts, residuals = {}, []
    for group in groups:
        own = {q: float(c) for (q, g), c in weights.items() if g == group}
        rows = [{q: worth[r] for q, r in sheet.items() if q in own} for g, sheet in sheets if g == group]
        rows = [row for row in rows if row]
        visible = {q for q in own if (q, group) not in closed}
        share = sum(own[q] for q in visible) / sum(own.values())
        influences: list[float] = []
        if share >= HALF and len(rows) >= FEW:
            deviations, raters = _deviations(rows, visible)
            influences = [
                sum(own[q] * d * len(rows) / raters[q] for q, d in row.items()) / share for row in deviations
            ]  # fmt: skip
            upright = (len(rows) / (len(rows) - 1)) ** 0.5
            residuals += [{q: upright * d for q, d in row.items()} for row in deviations if row]
        parts[group] = Part(len(rows), tuple(sorted(influences)), own)
    return Sample(float(score), parts, tuple(sorted(residuals, key=lambda row: sorted(row.items()))))


def _deviations(
    rows: Sequence[Mapping[str, float]], visible: set[str]
) -> tuple[list[dict[str, float]], dict[str, int]]:  # fmt: skip
    """Return each person's ratings less the mean of the group, and how many rated each question."""
    rated: dict[str, list[float]] = {}
    for row in rows:
        for question in visible & row.keys():
            rated.setdefault(question, []).append(row[question])
    means = {question: sum(values) / len(values) for question, values in rated.items()}
    deviations = [{q: row[q] - means[q] for q in sorted(visible & row.keys())} for row in rows]
    return deviations, {question: len(values) for question, values in rated.items()}
