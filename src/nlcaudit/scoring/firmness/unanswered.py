"""What nobody answered: the missing answers of each question lowest or highest, as the coin falls."""

from collections.abc import Container
from random import Random

from nlcaudit.framework.judging import Priorities
from nlcaudit.scoring.counts import Tally
from nlcaudit.scoring.firmness.counting import Count
from nlcaudit.scoring.firmness.field import Field
from nlcaudit.scoring.firmness.gates import Ladder


def tried_on_unanswered(field: Field, policy: Priorities) -> Count:
    """Draw an end for each question; values are its shown bounds, gates follow where they may be looked into."""
    count, flip = Count(len(field.candidates), policy.first), Random(policy.seed).getrandbits  # noqa: S311 - not secret
    ladders = [(ladder, _ends(ladder, field.at)) for ladder in field.ladders.values()]
    always = {one.question for one in field.candidates if one.unblocks and one.framework not in field.ladders}
    places = [_places(field, at) for at in range(len(field.candidates))]
    for _ in range(policy.draws):
        coins = [flip(1) for _ in places]
        waiting = [ladder.waiting({q: states[coins[field.at[q]]] for q, states in ends}) for ladder, ends in ladders]
        unblocks = always.union(*waiting)
        count.add([ends[coin][q in unblocks] for q, coin, ends in zip(field.at, coins, places, strict=True)])
    return count


def _places(field: Field, at: int) -> list[tuple[float, float]]:
    """Return the places of a candidate at its lowest and at its highest, each without and with a gate hanging on it."""
    return [
        (field.place(at, value, unblocks=False), field.place(at, value, unblocks=True)) for value in _bounds(field, at)
    ]


def _bounds(field: Field, at: int) -> tuple[float, float]:
    one = field.candidates[at]
    node = next(n for n in field.grounds[one.framework].result.node.walk() if n.id == one.question)
    low, high = node.lowest.value, node.highest.value
    return float(one.value if low is None else low), float(one.value if high is None else high)


def _ends(ladder: Ladder, drawn: Container[str]) -> list[tuple[str, tuple[bool | None, bool | None]]]:
    """Return the states of the gates that hang on missing answers: with all of them lowest, with all highest."""
    found = []
    for question in sorted(ladder.free):
        tallies = ladder.ground.trees.counts[question]
        low, high = ({g: _filled(t, end) for g, t in tallies.items()} for end in (0, -1))
        states = ladder.state(question, low), ladder.state(question, high)
        if question in drawn and {*states} != {ladder.states[question]}:
            found.append((question, states))
    return found


def _filled(tally: Tally, end: int) -> Tally:
    ratings = list(tally.ratings)
    ratings[end] += tally.missing
    return Tally(tuple(ratings))
