"""Grounds → what the scores and the differences hang on (docs/method.md, “What the result hangs on”)."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor

from nlcaudit.messages import half_up
from nlcaudit.scoring.diagnosis import Sampling
from nlcaudit.scoring.exact import exact_sum, weighted_sum
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.resampling import (
    Seat,
    chances,
    interval,
    sample_of,
    without_each_group,
    without_each_person,
)  # fmt: skip
from nlcaudit.scoring.sheets import Sheet
from nlcaudit.scoring.statistic import Span, Statistic, no_span

WHOLE = 100


def sampling_of(ground: Ground, *, protect: bool) -> Sampling:
    """Return where a framework's score lies with other people."""
    score = ground.result.node.estimate.value
    if score is None:
        reason = no_span("withheld" if ground.result.node.estimate.state == "withheld" else "no-score")
        return Sampling(reason, reason, reason)
    toolkit = ground.trees.toolkit
    policy, closed = toolkit.policy.resampling, ground.closed
    sample = sample_of(score, ground.weights, ground.rows, toolkit.values, closed)
    persons = without_each_person(score, ground.weights, ground.rows, toolkit.values, closed)
    groups = without_each_group(ground.without_groups())
    found = interval(sample, policy.draws, float(policy.interval), policy.respondents, policy.seed)
    return Sampling(_outwards(persons) if protect else _shown(persons), _shown(groups), _shown(found))


def _shown(span: Span) -> Span:
    return _rounded(span, lambda value: half_up(value, 3), lambda value: half_up(value, 3))


def _outwards(span: Span) -> Span:
    """Round to whole points away from the middle, so that no single sheet can be read off."""
    return _rounded(
        span, lambda value: Fraction(floor(WHOLE * value), WHOLE), lambda value: Fraction(ceil(WHOLE * value), WHOLE)
    )


def _rounded(span: Span, low: Callable[..., object], high: Callable[..., object]) -> Span:
    if span.reason is not None:
        return span
    return Span(Fraction(str(low(span.low))), Fraction(str(high(span.high))), among=span.among)


def chance_of(grounds: Sequence[Ground], sides: tuple[str, str]) -> dict[str, Statistic]:
    """Return how often deals of the people give differences as wide, for the competencies whose sides are both shown.

    A person's answer to a competency is the mean of their ratings there; a seat weighs what its group does in its side.
    """
    family = [g for g in grounds if any(d.node == g.result.id for d in g.result.differences)]
    if not family:
        return {}
    policy = family[0].trees.toolkit.policy.resampling
    seats = _seats(family, sides)
    found = chances(seats, [ground.result.id for ground in family], policy.deals, policy.seed)
    return {name: Statistic(_hundredths(share)) for name, share in found.items()}


def _hundredths(share: Fraction) -> Fraction:
    return Fraction(half_up(share, 2))


def _seats(family: Sequence[Ground], sides: tuple[str, str]) -> list[Seat]:
    panel = family[0].trees.panel
    answered = [
        (group, found)
        for group, sheet in family[0].sheets.values()
        if (found := {g.result.id: mean for g in family if (mean := _mean(sheet, g)) is not None})
    ]
    answered.sort(key=lambda row: (row[0], sorted(row[1].items())))
    seats = []
    for side in sides:
        own = [row for row in answered if panel.side_of[row[0]] == side]
        weights = panel.weights({group for group, _ in own})
        for group, found in own:
            if weights.get(group):
                share = weights[group] / sum(other == group for other, _ in own)
                seats.append(Seat(side == sides[0], share, found))
    return seats


def _mean(sheet: Sheet, ground: Ground) -> Fraction | None:
    values = ground.trees.toolkit.values
    terms = [(share, values[sheet[q]]) for q, share in ground.shares.items() if q in sheet]
    across = exact_sum(share for share, _ in terms)
    return weighted_sum(terms) / across if across else None
