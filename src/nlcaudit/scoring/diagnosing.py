"""Grounds → diagnosis: the parts put together."""

from collections.abc import Sequence

from nlcaudit.framework import Toolkit
from nlcaudit.scoring.agreeing import agreeing_on, spread_of
from nlcaudit.scoring.deferred import Deferred
from nlcaudit.scoring.diagnosis import Agreement, Diagnosis, Sampling
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.statistic import Statistic, none_for
from nlcaudit.scoring.strips import strips_of

TWO = 2


def two_sides(toolkit: Toolkit) -> tuple[str, str] | None:
    """Return the two sides of a toolkit that has exactly two."""
    return (toolkit.sides[0].id, toolkit.sides[1].id) if len(toolkit.sides) == TWO else None


def diagnose(toolkit: Toolkit, grounds: Sequence[Ground], least: int, *, protect: bool) -> Diagnosis:
    """Return the diagnosis of frameworks that were scored; all but the agreement as a whole waits for who looks at it.

    Args:
        toolkit: gives sides and policy.
        grounds: of every framework that anybody was asked.
        least: k, the least number of people behind a figure.
        protect: apply the privacy rules.
    """
    sides = two_sides(toolkit)
    competencies = [ground for ground in grounds if ground.result.role == "competency"]
    k = least if protect else 0
    return Diagnosis(
        agreement=_agreement(competencies, k),
        by_framework=Deferred(lambda: {ground.result.id: _agreement([ground], k) for ground in grounds}),
        sampling=Deferred(lambda: _sampling(grounds, protect=protect)),
        spread=Deferred(lambda: {q: spread for ground in grounds for q, spread in spread_of(ground, sides).items()}),
        strips=Deferred(lambda: {q: strip for ground in grounds for q, strip in strips_of(ground, k).items()}),
        chance=Deferred(lambda: _chance(competencies, sides) if sides else {}),
        deals=toolkit.policy.resampling.deals,
    )


def _sampling(grounds: Sequence[Ground], *, protect: bool) -> dict[str, Sampling]:
    from nlcaudit.scoring.trying import sampling_of  # noqa: PLC0415 - most commands never ask

    return {ground.result.id: sampling_of(ground, protect=protect) for ground in grounds}


def _chance(grounds: Sequence[Ground], sides: tuple[str, str]) -> dict[str, Statistic]:
    from nlcaudit.scoring.trying import chance_of  # noqa: PLC0415

    return chance_of(grounds, sides)


def _agreement(grounds: Sequence[Ground], least: int) -> Agreement:
    if not grounds:
        none = none_for("no-pairs")
        return Agreement(0, 0, partial=False, same_group=none, same_side=none, opposite=none, alpha=none, ac2=none)
    return agreeing_on(grounds, least).agreement()
