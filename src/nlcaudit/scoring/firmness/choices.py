"""Our choices: the weights, the spacing of the levels, which questions are asked."""

from fractions import Fraction
from math import ceil
from operator import mul
from random import Random

from nlcaudit.framework.judging import Priorities
from nlcaudit.scoring.firmness.counting import NEVER, Count
from nlcaudit.scoring.firmness.field import Field
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.priorities import CLASSES, HAIR
from nlcaudit.scoring.told import between

Shares = list[float]
"""The share of each rating in a question, from the lowest up; they sum to 1."""


def tried_on_choices(field: Field, policy: Priorities) -> Count:
    """Draw all at once: every weight, the values of the levels between the ends, and one question to leave out.

    Classes of need stay thirds of the largest declared need, so that a draw moves questions and not the classes.
    """
    dice, top = Random(policy.seed), field.toolkit.top  # noqa: S311 - repeatable, not secret
    low, wide, in_classes = 1 - float(policy.weights), 2 * float(policy.weights), CLASSES / max(field.largest, 1)
    rows = [_row(field, at, policy) for at in range(len(field.candidates))]
    count, draw = Count(len(rows), policy.first), dice.random
    for _ in range(policy.draws):
        values = [0.0, *sorted(draw() for _ in range(top - 1)), 1.0]
        places = []
        for shares, target, weight, unblocks, by_class in rows:
            gap = top * (values[target] - sum(map(mul, shares, values)))
            need = weight * (low + wide * draw()) * max(0.0, min(1.0, gap))
            places.append(by_class[int(need * in_classes + HAIR)] if need > HAIR or unblocks else NEVER)
        count.add_without(places, int(draw() * len(places)))
    return count


def _row(field: Field, at: int, policy: Priorities) -> tuple[Shares, int, float, bool, list[int]]:
    """What a draw needs of a candidate: shares of the ratings, target, weight, gate, places by class of need.

    A drawn weight may pass the largest declared one: the place of the highest class stands there, too.
    """
    one = field.candidates[at]
    shares = rating_shares(field.grounds[one.framework], one.question, one.value)
    by_class = [*field.by_class(at, unblocks=one.unblocks).values()]
    beyond = ceil(CLASSES * policy.weights)
    return shares, one.target, float(one.weight), one.unblocks, by_class + by_class[-1:] * (beyond + 1)


def rating_shares(ground: Ground, question: str, score: Fraction) -> Shares:
    """Return how the ratings of a question spread, as far as that follows from what may be looked into.

    Cells that may not be looked into enter together as what the printed score leaves for them, between the two levels
    next to it; so nothing hangs on how the people of a small group answered one by one.
    """
    tallies, values = ground.trees.counts[question], ground.trees.toolkit.values
    spread, rest, left = [Fraction(0)] * len(values), Fraction(1), score
    for group, weight in ground.cell_weights(question).items():
        if (question, group) not in ground.closed:
            tally = tallies[group]
            for rating, number in enumerate(tally.ratings):
                spread[rating] += weight * Fraction(number, tally.rated)
                left -= weight * values[rating] * Fraction(number, tally.rated)
            rest -= weight
    if rest:
        for rating, share in between(values, left / rest):
            spread[rating] += rest * share
    return [float(share) for share in spread]
