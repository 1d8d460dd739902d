"""Then-ratings: how it was a year ago, as remembered today. Reported beside the answers, never scored.

After G. S. Howard, *Response-shift bias* (1980): people who learn rate themselves lower, and know it.
"""

from collections.abc import Mapping
from fractions import Fraction

from nlcaudit.engagement import Engagement
from nlcaudit.framework import Toolkit
from nlcaudit.messages import half_up
from nlcaudit.scoring.counsel import Remembered
from nlcaudit.scoring.counts import EVERYONE, Tally
from nlcaudit.scoring.means import Worth, question_estimate
from nlcaudit.scoring.panel import Panel, panel_of
from nlcaudit.scoring.statistic import Statistic, none_for


def remembered_by(toolkit: Toolkit, engagement: Engagement, least: int) -> dict[str, Remembered]:
    """Return how each question stood a year ago, weighed as a score is, where anybody said so.

    Args:
        toolkit: what was asked.
        engagement: who answered.
        least: k; with fewer people, or at an end of the scale with a smaller group in it, the value is withheld. There
            is one value a question, so nothing can be taken off from it. 0 without protection.
    """
    panel = panel_of(toolkit, engagement)
    given = _given(toolkit, engagement)
    return {
        question.id: _remembered(given[question.id], panel, toolkit.values, least)
        for question in toolkit.by_id.values()
        if question.id in given
    }


def _given(toolkit: Toolkit, engagement: Engagement) -> Mapping[str, Mapping[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = {}
    for response in engagement.scored:
        for question in toolkit.asked(response.frameworks, response.depth, response.group):
            answer = response.answers.get(question.id)
            if answer is not None and answer.then is not None:
                found.setdefault(question.id, {}).setdefault(response.group or EVERYONE, []).append(answer.then)
    return found


def _remembered(
    by_group: Mapping[str, list[int]], panel: Panel, values: tuple[Fraction, ...], least: int
) -> Remembered:  # fmt: skip
    people = sum(map(len, by_group.values()))
    behind = [len(by_group[group]) for group in panel.weights(by_group)]
    tallies = {g: Tally(tuple(row.count(rating) for rating in range(len(values)))) for g, row in by_group.items()}
    value = question_estimate(tallies, panel, Worth.of(values))
    if value is None or sum(behind) < least or (value in {0, 1} and min(behind) < least):
        return Remembered(people, none_for("withheld"))
    return Remembered(people, Statistic(Fraction(half_up(value, 3))))
