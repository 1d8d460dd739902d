"""What nobody answered: the missing answers of each question lowest or highest, as the coin falls."""

from random import Random

from nlcaudit.framework.judging import Priorities
from nlcaudit.scoring.counts import Tally
from nlcaudit.scoring.firmness.counting import Count
from nlcaudit.scoring.firmness.field import Field
from nlcaudit.scoring.firmness.gates import Ladder


def tried_on_unanswered(field: Field, policy: Priorities) -> Count:
    """Draw an end for each question; values are its shown bounds, gates follow where they may be looked into."""
    count, dice = Count(len(field.candidates), policy.first), Random(policy.seed)  # noqa: S311 - not secret
    ends = {at: _bounds(field, at) for at in range(len(field.candidates))}
    places: dict[tuple[int, int, bool], float] = {}
    ladders = {name: _ends(ladder) for name, ladder in field.ladders.items()}
    for _ in range(policy.draws):
        coin = {q: dice.getrandbits(1) for q in field.at}
        waiting = {
            name: field.ladders[name].waiting({q: states[coin[q]] for q, states in ends_of.items() if q in coin})
            for name, ends_of in ladders.items()
        }
        row = []
        for at, one in enumerate(field.candidates):
            unblocks = one.question in waiting[one.framework] if one.framework in waiting else one.unblocks
            key = (at, coin[one.question], unblocks)
            if key not in places:
                places[key] = field.place(at, ends[at][coin[one.question]], unblocks=unblocks)
            row.append(places[key])
        count.add(row)
    return count


def _bounds(field: Field, at: int) -> tuple[float, float]:
    one = field.candidates[at]
    node = next(n for n in field.grounds[one.framework].result.node.walk() if n.id == one.question)
    low, high = node.lowest.value, node.highest.value
    return float(one.value if low is None else low), float(one.value if high is None else high)


def _ends(ladder: Ladder) -> dict[str, tuple[bool | None, bool | None]]:
    """Return the states of the gates that hang on missing answers: with all of them lowest, with all highest."""
    found = {}
    for question in sorted(ladder.free):
        tallies = ladder.ground.trees.counts[question]
        low, high = ({g: _filled(t, end) for g, t in tallies.items()} for end in (0, -1))
        found[question] = ladder.state(question, low), ladder.state(question, high)
    return {q: states for q, states in found.items() if {*states} != {ladder.states[q]}}


def _filled(tally: Tally, end: int) -> Tally:
    ratings = list(tally.ratings)
    ratings[end] += tally.missing
    return Tally(tuple(ratings))
