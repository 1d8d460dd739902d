"""Where a score might lie had other people of the same groups come: a Bayesian bootstrap over respondents.

D. B. Rubin, *The Bayesian bootstrap* (1981): in each draw every person weighs Exp(1) in their group, with the whole
sheet. Its variance is (n - 1) ÷ (n + 1) of what a mean of n has; each group's movements are stretched back by the root
of that. The spread of few people is itself uncertain; for that the middle of the draws is widened as Student's t is
wider than the normal distribution, with the degrees of freedom of a sum over groups (F. E. Satterthwaite 1946). A group
that may not be looked into moves as a group of its size would whose people spread like those of the others.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor, fsum, log, sqrt
from operator import mul
from random import Random
from statistics import NormalDist

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
    tail, wider = (1 - level) / 2, _wider(parts, sample, level)
    low, high = wider * moved[floor(tail * draws)], wider * moved[ceil((1 - tail) * draws) - 1]
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
    pool = _pool(part, sample)
    lenders = _lenders(part.people, len(pool), draws, seed)
    return [fsum(map(pool.__getitem__, drawn)) / part.people for drawn in lenders]


@lru_cache(maxsize=64)
def _lenders(number: int, size: int, draws: int, seed: str) -> tuple[tuple[int, ...], ...]:
    """Draw so many of the open people, with repetition, once for all scores of an engagement."""
    draw = Random(seed).random  # noqa: S311 - as above
    return tuple(tuple([int(draw() * size) for _ in range(number)]) for _ in range(draws))


def _pool(part: Part, sample: Sample) -> list[float]:
    """Return how far each open person would move a closed group that is made of them alone."""
    return [fsum(part.weights.get(q, 0.0) * d for q, d in row.items()) for row in sample.residuals]


def _wider(parts: Sequence[Part], sample: Sample, level: float) -> float:
    """Return how much wider an interval is for the uncertainty of the groups' own spreads: t ÷ z."""
    terms = [term for part in parts for term in _variance(part, sample)]
    across = fsum(variance for variance, _ in terms)
    if not across or level >= 1:
        return 1.0
    return student(level, across**2 / fsum(variance**2 / freedom for variance, freedom in terms))


def _variance(part: Part, sample: Sample) -> list[tuple[float, int]]:
    """Return the variance of a group's part in the score and its degrees of freedom; nothing where there are none."""
    number, spread = len(part.influences), part.influences
    if not number:
        spread = tuple(_pool(part, sample))
        number = part.people
    freedom = len(spread) - 1
    return [(fsum(x * x for x in spread) / (freedom * number), freedom)] if freedom > 0 else []


def student(level: float, freedom: float) -> float:
    """Return the quantile of Student's t over that of the normal distribution, for the middle `level` (0 to 1).

    By its expansion in 1 ÷ ν (M. Abramowitz and I. A. Stegun, *Handbook of Mathematical Functions*, 26.7.5).
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return 1 + fsum(term / freedom**power for power, term in enumerate(terms, start=1)) / z
