"""The three statements on each of the first steps."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from nlcaudit.framework import Toolkit
from nlcaudit.scoring.counsel import Firm, Firmness
from nlcaudit.scoring.firmness.choices import tried_on_choices
from nlcaudit.scoring.firmness.counting import Count
from nlcaudit.scoring.firmness.field import Field
from nlcaudit.scoring.firmness.room import Room
from nlcaudit.scoring.firmness.unanswered import tried_on_unanswered
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.priorities import Candidate
from nlcaudit.scoring.scorecard import Step
from nlcaudit.scoring.statistic import Statistic, none_for

HUNDREDTHS = 100


def firmness_of(
    toolkit: Toolkit, grounds: Sequence[Ground], candidates: Sequence[Candidate], steps: Sequence[Step], least: int
) -> Firmness:
    """Try the order out.

    Args:
        toolkit: gives levels and policy.
        grounds: of the frameworks that were scored.
        candidates: every question that has a step to offer.
        steps: in order; where they are not more than fit among the first, there is nothing to try out.
        least: k; 0 without protection.
    """
    policy = toolkit.policy.priorities
    first = [step.question for step in steps if step.rank <= policy.first]
    if len(steps) <= policy.first:  # nothing could take their places
        return Firmness(policy.first, {}, policy.draws, 0, 0)
    wanted = {one.framework for one in candidates}
    field = Field(toolkit, candidates, {g.result.id: g for g in grounds if g.result.id in wanted}, least)
    room, people, groups = Room(field).tried(policy)
    counts = tried_on_choices(field, policy), room, tried_on_unanswered(field, policy)
    shares = {q: Firm(*(_share(count, field.at[q]) for count in counts)) for q in first}
    return Firmness(policy.first, shares, policy.draws, people, groups)


def _share(count: Count, at: int) -> Statistic:
    if not count.variations:
        return none_for("withheld")
    return Statistic(Fraction(floor(HUNDREDTHS * Fraction(count.stayed[at], count.variations)), HUNDREDTHS))
