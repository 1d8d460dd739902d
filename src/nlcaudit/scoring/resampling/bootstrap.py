"""Where a score might lie had other people of the same groups come: a Bayesian bootstrap over respondents.

D. B. Rubin, *The Bayesian bootstrap* (1981): in each draw every person weighs Exp(1) in their group, with the whole
sheet. Its variance is (n - 1) ÷ (n + 1) of what a mean of n has; each group's movements are stretched back by the root
of that. A group that may not be looked into moves as a group of its size would whose people spread like those of the
others.
"""

from functools import lru_cache
from math import ceil, floor, fsum, log, sqrt
from operator import mul
from random import Random

from nlcaudit.scoring.resampling.influence import Part, Sample
from nlcaudit.scoring.statistic import Span, no_span


def interval(sample: Sample, draws: int, level: float, least: int, seed: int) -> Span:
    """Return the interval, widened to hold the score itself and kept between 0 and 1.

    Args:
        sample: the score and the people behind it.
        draws: how many.
        level: share of the draws inside, half of the rest on each end.
        least: fewer people than this give no interval.
        seed: the same seed gives the same interval.
    """
    if sample.people < least:
        return no_span("few-respondents")
    if not sample.residuals:
        return no_span("withheld")
    parts = [part for _, part in sorted(sample.parts.items())]
    movements = [_movements(part, sample, draws, f"{seed} {place}") for place, part in enumerate(parts)]
    moved = sorted(fsum(column) for column in zip(*movements, strict=True))
    tail = (1 - level) / 2
    low, high = moved[floor(tail * draws)], moved[ceil((1 - tail) * draws) - 1]
    return Span(
        max(0.0, min(sample.score, sample.score + low)), min(1.0, max(sample.score, sample.score + high)),
        among=sample.people,
    )  # fmt: skip


def _movements(part: Part, sample: Sample, draws: int, seed: str) -> list[float]:
    if part.influences:
        number = len(part.influences)
        stretch = sqrt((number + 1) / (number - 1))
        return [stretch * sum(map(mul, weights, part.influences)) for weights in _weights(number, draws, seed)]
    return _borrowed(part, sample, draws, seed)


@lru_cache(maxsize=64)
def _weights(number: int, draws: int, seed: str) -> tuple[tuple[float, ...], ...]:
    """Draw weights that sum to 1, once for all scores of an engagement."""
    draw, rows = Random(seed).random, []  # noqa: S311 - repeatable, not secret
    for _ in range(draws):
        drawn = [-log(1.0 - draw()) for _ in range(number)]
        across = sum(drawn)
        rows.append(tuple(weight / across for weight in drawn))
    return tuple(rows)


def _borrowed(part: Part, sample: Sample, draws: int, seed: str) -> list[float]:
    """Let a closed group move by the mean residuals of as many people drawn from the open ones."""
    pool = [fsum(part.weights.get(q, 0.0) * d for q, d in row.items()) for row in sample.residuals]
    draw, size, number = Random(seed).random, len(pool), max(1, part.people)  # noqa: S311 - as above
    return [fsum(pool[int(draw() * size)] for _ in range(number)) / number for _ in range(draws)]
