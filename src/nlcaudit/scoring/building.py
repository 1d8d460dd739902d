"""Toolkit and engagement → scorecard. The one way in; a pure function from values to a value."""

from collections.abc import Mapping
from fractions import Fraction

from nlcaudit.engagement import Engagement, Rated
from nlcaudit.framework import Framework, Toolkit
from nlcaudit.scoring.banding import banded
from nlcaudit.scoring.counselling import counsel_on
from nlcaudit.scoring.counts import EVERYONE, Counts, count
from nlcaudit.scoring.diagnosing import diagnose, two_sides
from nlcaudit.scoring.differences import differences_of
from nlcaudit.scoring.disclosure import People, release
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.nodes import Clearance, NodeBuilder
from nlcaudit.scoring.overall import overall
from nlcaudit.scoring.panel import panel_of
from nlcaudit.scoring.priorities import asked_of_all, candidates_of, steps_of
from nlcaudit.scoring.scorecard import (
    FrameworkResult,
    InstitutionAnswer,
    Presence,
    Scorecard,
)  # fmt: skip
from nlcaudit.scoring.sheets import Sheet, closed_values, raters_by_cell, sheets_of
from nlcaudit.scoring.staging import stage_range
from nlcaudit.scoring.told import Told, closed_cells
from nlcaudit.scoring.trees import ALL, Trees


def score(toolkit: Toolkit, engagement: Engagement, *, protect: bool = True) -> Scorecard:
    """Score an engagement.

    Args:
        toolkit: what was asked, and the policy that scores it.
        engagement: who answered, and what.
        protect: apply the privacy rules. Without them the result is for the analyst's own eyes.

    Returns:
        Scores from 0 to 1 as exact fractions, bounds, coverage, stages, differences and next steps.
    """
    counts = count(toolkit, engagement.scored)
    grounds = grounds_of(toolkit, engagement, counts, protect=protect)
    results = tuple(ground.result for ground in grounds)
    whole = _overall(toolkit, results)
    presence = _presence(toolkit, engagement)
    candidates = candidates_of(toolkit, grounds)
    steps = steps_of(toolkit, candidates)
    return Scorecard(
        toolkit=(toolkit.id, toolkit.version, toolkit.fingerprint),
        protected=protect,
        threshold=engagement.threshold(toolkit),
        voice="person" if engagement.scored == engagement.persons else "institution",
        respondents=len(engagement.scored),
        frameworks=results,
        overall=whole[0],
        overall_arithmetic=whole[1],
        presence=presence,
        institutions=_institutions(toolkit, engagement),
        steps=steps,
        common_steps=asked_of_all(toolkit, steps, counts, len(engagement.scored)),
        stages=toolkit.policy.stages,
        diagnosis=diagnose(toolkit, grounds, engagement.threshold(toolkit), protect=protect),
        counsel=counsel_on(toolkit, engagement, grounds, presence, (candidates, steps), protect=protect),
    )


def grounds_of(toolkit: Toolkit, engagement: Engagement, counts: Counts, *, protect: bool) -> list[Ground]:
    """Return every framework that anybody was asked, with all that its figures are made from."""
    sheets = sheets_of(toolkit, engagement)
    people = people_of(toolkit, engagement, sheets) if protect else None
    return [
        _ground(toolkit, engagement, framework, counts, sheets, people)
        for framework in toolkit.frameworks
        if any(question.id in counts for question in framework.questions)
    ]


def trees_of(toolkit: Toolkit, engagement: Engagement, framework: Framework, counts: Counts) -> Trees:
    """Return the trees of one framework."""
    own = {q.id: counts[q.id] for q in framework.questions if q.id in counts}
    return Trees(framework, toolkit, own, panel_of(toolkit, engagement))


def people_of(toolkit: Toolkit, engagement: Engagement, sheets: Mapping[str, tuple[str, Sheet]]) -> People:
    """Return who rated what, and who of them agreed to be shown."""
    released = frozenset(r.respondent for r in engagement.institutions if r.released)
    closed = closed_values(sheets, released, toolkit.values)
    return People(raters_by_cell(sheets), released, closed, engagement.threshold(toolkit))


def clearance_of(trees: Trees, people: People | None) -> Clearance:
    """Decide what may be shown of a framework; everything, where there is nobody to protect."""
    if people is None:
        return Clearance(None, frozenset(), {})
    values = {unknown: people.closed.get(unknown, value) for unknown, value in trees.unknowns.items()}
    shown = release(trees.figures(), people, values)
    small = frozenset(unknown for unknown in trees.unknowns if people.small(unknown))
    return Clearance(shown, small, trees.forms)


def _ground(
    toolkit: Toolkit, engagement: Engagement, framework: Framework, counts: Counts,
    sheets: Mapping[str, tuple[str, Sheet]], people: People | None,
) -> Ground:  # fmt: skip
    trees = trees_of(toolkit, engagement, framework, counts)
    clearance = clearance_of(trees, people)
    plain = NodeBuilder(toolkit, trees, clearance, sheets).framework()
    told = Told(trees, closed_cells(trees, clearance), {node.id: node for node in plain.walk()})
    node = banded(plain, trees.branches[ALL], [sheet for _, sheet in told.sheets(sheets)], toolkit)
    stage = stage_range(
        framework, told, len(toolkit.policy.stages),
        cautious=node.status != "scored", least=people.threshold if people else 1,
    )  # fmt: skip
    enough = people is None or len(sheets) >= people.threshold
    target = engagement.file.targets.get(framework.id) if engagement.file else None
    sides = two_sides(toolkit)
    result = FrameworkResult(
        framework.id, toolkit.roles[framework.id], node, stage if enough else None, target,
        differences_of(trees, node, *sides) if sides else (),
    )  # fmt: skip
    return Ground(trees, clearance, result, sheets)


def _overall(toolkit: Toolkit, results: tuple[FrameworkResult, ...]) -> tuple[float | Fraction | None, Fraction | None]:
    policy = toolkit.policy.overall
    known = {result.id: result.node.estimate.value for result in results}
    scores = [known.get(framework.id) for framework in toolkit.with_role("competency")]
    if not policy.show:
        return None, None
    arithmetic = overall(scores, "arithmetic", toolkit.top)
    return overall(scores, policy.mean, toolkit.top), arithmetic if isinstance(arithmetic, Fraction) else None


def _presence(toolkit: Toolkit, engagement: Engagement) -> tuple[Presence, ...]:
    declared = engagement.declared_groups
    present = {response.group or EVERYONE for response in engagement.responses}
    names = [g.id for g in toolkit.groups if g.id in declared or g.id in present]
    rows = []
    for name in [*names, *([EVERYONE] if EVERYONE in present else [])]:
        persons = sum((r.group or EVERYONE) == name for r in engagement.persons)
        institutions = sum((r.group or EVERYONE) == name for r in engagement.institutions)
        wanted = declared.get(name)
        expected = wanted.expected if wanted else 0
        rows.append(Presence(
            name, engagement.side_of(name, toolkit), expected, wanted.invited if wanted else 0,
            wanted.declined if wanted else 0, persons, institutions,
            unheard=expected > 0 and name not in present,
        ))  # fmt: skip
    return tuple(rows)


def _institutions(toolkit: Toolkit, engagement: Engagement) -> tuple[InstitutionAnswer, ...]:
    found = []
    for response in engagement.institutions:
        if response.released and response.name:
            asked = toolkit.asked(response.frameworks, response.depth, response.group)
            choices = {question.id: response.choice(question.id) for question in asked}
            ratings = {name: choice.rating for name, choice in choices.items() if isinstance(choice, Rated)}
            found.append(InstitutionAnswer(response.respondent, response.name, response.group or EVERYONE, ratings))
    return tuple(found)
