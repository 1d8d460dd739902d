"""An attack on what a protected scorecard shows, by somebody who knows everything but the ratings.

The attacker knows the toolkit, who answered which question, and every shown figure to the last digit: those with a
group left out, what an explanation may print, and what “to discuss” says of groups left out, of the two sides and of
any two parts that `--between` sets side by side. Nothing that rests on fewer than k persons may follow from that by
linear algebra, nor by knowing that ratings lie between 0 and 1. The same holds of how it was a year ago. What is no
sum (coefficients, spreads, intervals, how many chose which level; words, stages, steps and how firmly they stand,
grades, what to ask for) must not change when everything that may not be looked into is answered differently; the
distances over everybody are told too coarsely for a single answer to show. Agreed ratings come from the record of a
meeting, lessons from shown scores.
`tests/report/test_printed_figures.py` holds that pages print no other figure.

By hand, on more engagements: `NLCAUDIT_ATTACKS=500 make test ARGS=tests/scoring/test_privacy_attack.py`.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from numpy import array, float64
from numpy.typing import NDArray
from scipy.optimize import linprog
from scoring.making_random import random_engagement, random_toolkit
from scoring.reference import Cell, Form, Reference, dot

from nlcaudit.engagement import Engagement, Response
from nlcaudit.framework import Toolkit
from nlcaudit.loader import load_engagement
from nlcaudit.results.scorecards import scorecard_json
from nlcaudit.scoring import Difference, Measure, Scorecard, score
from nlcaudit.scoring.banding import banded
from nlcaudit.scoring.building import grounds_of
from nlcaudit.scoring.counsel import Remembered
from nlcaudit.scoring.counts import EVERYONE, Tally, count
from nlcaudit.scoring.diagnosing import diagnose
from nlcaudit.scoring.diagnosis import Agreement, Diagnosis
from nlcaudit.scoring.differences import differences_of
from nlcaudit.scoring.evidence import Witnesses, wanted_evidence
from nlcaudit.scoring.explaining import FIELDS, explain
from nlcaudit.scoring.firmness import firmness_of
from nlcaudit.scoring.forms import Key
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.priorities import candidates_of, steps_of
from nlcaudit.scoring.staging import stage_range
from nlcaudit.scoring.trees import ALL, without_key
from nlcaudit.scoring.trust import trust_in

SETS = 8
RUNS = -(-int(os.environ.get("NLCAUDIT_ATTACKS", "120")) // SETS)
PORT_AZUR = Path(__file__).parents[2] / "examples/port-azur"
TOLERANCE = 1e-7
EXPLAINED = 30
"""Explanations asked for, of each framework of every tenth engagement."""


@dataclass
class Attack:
    """What the attacker holds.

    Attributes:
        known: equations over the cells: form = value.
        ranges: what each cell may be.
        targets: forms that rest on too few persons, by name.
        least: forms and what they are at least.
    """

    known: list[tuple[Form, Fraction]]
    ranges: dict[Cell, tuple[Fraction, Fraction]]
    targets: dict[str, Form]
    least: list[tuple[Form, Fraction]] = field(default_factory=list)

    @cached_property
    def rows(self) -> dict[Cell, tuple[Form, Fraction]]:
        """The equations, reduced: each under a cell that no other one holds."""
        rows: dict[Cell, tuple[Form, Fraction]] = {}
        for form, value in self.known:
            rest = _reduce((form, value), rows)
            if rest[0]:
                pivot = next(iter(rest[0]))
                rest = _minus(({}, Fraction(0)), -1 / rest[0][pivot], rest)
                rows = {at: _minus(row, row[0].get(pivot, Fraction(0)), rest) for at, row in rows.items()}
                rows[pivot] = rest
        return rows

    def solved(self) -> list[str]:
        """Targets that are combinations of the known equations."""
        return [name for name, form in self.targets.items() if not _reduce((form, Fraction(0)), self.rows)[0]]

    def pinned(self, dice: Random) -> list[str]:
        """Targets that can have one value only while every cell stays in its range."""
        cells = list(self.ranges)
        found = dict(self.targets)
        for costs in self._directions(dice, cells) if found else ():
            one, other = self._extreme(costs), self._extreme(-costs)
            found = {
                name: form
                for name, form in found.items()
                if abs(sum(float(w) * (one[c] - other[c]) for c, w in form.items())) <= TOLERANCE
            }
        return [name for name, form in found.items() if self._pins(form, cells)]

    @staticmethod
    def _directions(dice: Random, cells: list[Cell]) -> Iterator[NDArray[float64]]:
        for _ in range(2):
            yield array([dice.uniform(-1, 1) for _ in cells])

    def _pins(self, form: Form, cells: list[Cell]) -> bool:
        costs = array([float(form.get(cell, 0)) for cell in cells])
        low, high = self._extreme(costs), self._extreme(-costs)
        return abs(sum(float(w) * (low[c] - high[c]) for c, w in form.items())) <= TOLERANCE

    @cached_property
    def _system(self) -> tuple[Any, Any, Any]:
        matrix = [[float(form.get(cell, 0)) for cell in self.ranges] for form, _ in self.rows.values()]
        values = [float(value) for _, value in self.rows.values()]
        bounds = array([(float(low), float(high)) for low, high in self.ranges.values()])
        return array(matrix) if matrix else None, array(values) if values else None, bounds

    @cached_property
    def _floors(self) -> tuple[Any, Any]:
        matrix = [[-float(form.get(cell, 0)) for cell in self.ranges] for form, _ in self.least]
        values = [TOLERANCE - float(value) for _, value in self.least]
        return (array(matrix), array(values)) if matrix else (None, None)

    def _extreme(self, costs: NDArray[float64]) -> dict[Cell, float]:
        matrix, values, bounds = self._system
        floors, heights = self._floors
        found = linprog(costs, A_ub=floors, b_ub=heights, A_eq=matrix, b_eq=values, bounds=bounds, method="highs-ds")
        assert found.status == 0, found.message
        return dict(zip(self.ranges, found.x.tolist(), strict=True))


Equation = tuple[Form, Fraction]


def _minus(one: Equation, factor: Fraction, other: Equation) -> Equation:
    form = {
        cell: one[0].get(cell, Fraction(0)) - factor * other[0].get(cell, Fraction(0)) for cell in one[0] | other[0]
    }
    return {cell: weight for cell, weight in form.items() if weight}, one[1] - factor * other[1]


def _reduce(equation: Equation, rows: dict[Cell, Equation]) -> Equation:
    for pivot, row in rows.items():
        if pivot in equation[0]:
            equation = _minus(equation, equation[0][pivot], row)
    return equation


def shown_figures(card: Scorecard) -> Iterator[tuple[str, str, str, Measure]]:
    for result in card.frameworks:
        for node in result.node.walk():
            figures = {("estimate", ""): node.estimate, ("lowest_applicable", ""): node.lowest_applicable}
            if not node.widened:
                figures |= {("lowest", ""): node.lowest, ("highest", ""): node.highest}
            figures |= {("estimate", f"side:{side}"): measure for side, measure in node.sides.items()}
            figures |= {("estimate", f"group:{group}"): measure for group, measure in node.groups.items()}
            for (figure, scope), measure in figures.items():
                if measure.value is not None:
                    yield node.id, figure, scope, measure


def attack_on(card: Scorecard, grounds: list[Ground], by_hand: Reference) -> Attack:
    released = {r.respondent for r in by_hand.engagement.institutions if r.released and r.name}
    known: list[tuple[Form, Fraction]] = []
    for node, figure, scope, measure in shown_figures(card):
        found = by_hand.figure(node, figure, scope)
        assert found is not None
        assert measure.value is not None
        form, constant = found
        assert measure.value == by_hand.value(node, figure, scope), (node, figure, scope)
        known.append((form, measure.value - constant))
    for node in (node for result in card.frameworks for node in result.node.walk() if node.widened):
        # Widened bounds are made of the estimate and the coverage, so they tell the estimate.
        found, value = by_hand.figure(node.id, "estimate"), by_hand.value(node.id, "estimate")
        assert found is not None
        assert node.lowest.value == max(Fraction(0), value - 1 + node.coverage)
        known.append((found[0], value))
    known += [equation for ground in grounds for equation in (*left_out(ground, by_hand), *explained(ground, by_hand))]
    ranges = {cell: by_hand.possible(cell, released) for cell in by_hand.values}
    known += [({cell: Fraction(1)}, low) for cell, (low, high) in ranges.items() if low == high]
    targets = dict(_targets(card, by_hand, released))
    return Attack(known, ranges, targets, list(left_apart(compared(card, grounds), by_hand)))


def without(by_hand: Reference, group: str) -> Reference:
    """Return the same engagement as if a group had not come."""
    rest = tuple(r for r in by_hand.engagement.responses if (r.group or EVERYONE) != group)
    return Reference(by_hand.toolkit, replace(by_hand.engagement, responses=rest))


def left_out(ground: Ground, by_hand: Reference) -> Iterator[tuple[Form, Fraction]]:
    """Yield each score with a group left out that may stand in a range."""
    framework = ground.result.id
    for group, (value, _) in ground.trees.without.items():
        if ground.clearance.shown is None or without_key(framework, group) in ground.clearance.shown:
            found = without(by_hand, group).figure(framework, "estimate")
            assert found is not None
            assert without(by_hand, group).value(framework, "estimate") == value
            yield found[0], value - found[1]


def explained(ground: Ground, by_hand: Reference) -> Iterator[tuple[Form, Fraction]]:
    """Yield each figure that an explanation may print, of parts of a sum too that the scorecard has no place for."""
    for key in ground.clearance.shown or ():
        found = by_hand.figure(key.node, key.figure, key.scope) if key.figure in FIELDS.values() else None
        if found is not None:
            value = by_hand.value(key.node, key.figure, key.scope)
            assert value is not None
            yield found[0], value - found[1]


def compared(card: Scorecard, grounds: list[Ground]) -> Iterator[Difference]:
    """Yield every difference that is told: of the sides in the scorecard, of any two sides or groups on demand."""
    yield from (one for result in card.frameworks for one in result.differences)
    for ground in grounds:
        parts = [name for name in (*ground.trees.sides, *ground.trees.groups) if name]
        for first, second in combinations(parts, 2):
            yield from differences_of(ground.trees, ground.result.node, first, second)


def left_apart(differences: Iterator[Difference], by_hand: Reference) -> Iterator[tuple[Form, Fraction]]:
    """Yield what “to discuss” says of two ends with any one group of theirs left out.

    Where it is said, they stay so far apart whichever it is. Where it is not, though they are far apart, they do not
    with some group left out; the attacker is told which.
    """
    policy, top = by_hand.toolkit.policy.differences, by_hand.toolkit.top
    least = policy.without_any_group / top
    rest = {group: without(by_hand, group) for group in by_hand.groups}
    for difference in (one for one in differences if abs(one.levels) >= policy.at_least):
        forms = list(_apart_without(difference, rest, by_hand))
        if difference.to_discuss:
            yield from ((form, least - constant) for form, constant in forms)
        else:
            form, constant = next(one for one in forms if dot(one[0], by_hand.values) + one[1] < least)
            yield {cell: -weight for cell, weight in form.items()}, constant - least


def _apart_without(
    difference: Difference, rest: dict[str, Reference], by_hand: Reference
) -> Iterator[tuple[Form, Fraction]]:
    (first, _), (second, _) = difference.values
    sign = 1 if difference.levels >= 0 else -1
    for group in (group for group in by_hand.groups if by_hand.side(group) in (first, second)):
        one, other = (
            rest[group].figure(difference.node, "estimate", f"{'side' if end in by_hand.sides else 'group'}:{end}")
            for end in (first, second)
        )
        if one is not None and other is not None:
            cells = one[0] | other[0]
            form = {c: sign * (one[0].get(c, Fraction(0)) - other[0].get(c, Fraction(0))) for c in cells}
            yield form, sign * (one[1] - other[1])


def _targets(card: Scorecard, by_hand: Reference, released: set[str]) -> Iterator[tuple[str, Form]]:
    def too_few(form: Form) -> bool:
        return 0 < len(by_hand.raters(form) - released) < card.threshold

    small = {cell for cell in by_hand.values if too_few({cell: Fraction(1)})}
    yield from ((f"cell {cell}", {cell: Fraction(1)}) for cell in small)
    scopes = ["", *(f"side:{s}" for s in by_hand.sides), *(f"group:{g}" for g in by_hand.groups)]
    for result in card.frameworks:
        for node in result.node.walk():
            for scope in scopes:
                found = by_hand.figure(node.id, "estimate", scope)
                if found is None:
                    continue
                part = {cell: weight for cell, weight in found[0].items() if cell in small}
                for name, form in (("all of", found[0]), ("small part of", part)):
                    if form and too_few(form):
                        yield f"{name} {node.id} {scope}", form


def answered_otherwise(ground: Ground, dice: Random) -> Ground:
    """Return the same ground with every answer that may not be looked into replaced by any other."""
    top, nodes = ground.trees.toolkit.top, {node.id: node for node in ground.result.node.walk()}
    sheets = {
        name: (g, {
            q: r if q not in nodes or nodes[q].groups[g].value is not None else dice.randint(0, top)
            for q, r in sheet.items()
        })
        for name, (g, sheet) in ground.sheets.items()
    }  # fmt: skip
    counts = {q: {g: recounted(t, q, g, sheets) for g, t in row.items()} for q, row in ground.trees.counts.items()}
    return Ground(replace(ground.trees, counts=counts), ground.clearance, ground.result, sheets)


def recounted(tally: Tally, question: str, group: str, sheets: dict[str, tuple[str, dict[str, int]]]) -> Tally:
    given = [sheet[question] for own, sheet in sheets.values() if own == group and question in sheet]
    return replace(tally, ratings=tuple(given.count(rating) for rating in range(len(tally.ratings))))


def assert_looks_away(kit: Toolkit, grounds: list[Ground], card: Scorecard, found: Witnesses, dice: Random) -> None:
    other = [answered_otherwise(ground, dice) for ground in grounds]
    # Sums stay as they are shown: scores with a group left out were audited, and are known to the attacker.
    sheets = [replace(made, trees=ground.trees) for made, ground in zip(other, grounds, strict=True)]
    before, after = (diagnose(kit, made, card.threshold, protect=True) for made in (grounds, sheets))
    assert before.sampling == after.sampling
    assert before.spread == after.spread
    assert before.strips == after.strips
    strips = before.strips.values()
    assert all(piece.people == 0 or piece.people >= card.threshold for one in strips for piece in one.pieces)
    for told, again in zip(agreements(before), agreements(after), strict=True):
        assert (told.alpha, told.ac2, told.partial) == (again.alpha, again.ac2, again.partial)
        assert not told.partial or told == again
    assert counsel_from(kit, grounds, card, found) == counsel_from(kit, other, card, found)
    for ground in other:
        assert_words_and_stage_hold(ground, card.threshold)


def counsel_from(kit: Toolkit, grounds: list[Ground], card: Scorecard, found: Witnesses) -> list[Any]:
    """Return steps, how firmly they stand, grades and evidence to ask for, over these answers."""
    competencies = [ground for ground in grounds if ground.result.role == "competency"]
    candidates = candidates_of(kit, grounds)
    steps = steps_of(kit, candidates)
    grades = [trust_in(ground, card.presence, found) for ground in competencies]
    return [steps, firmness_of(kit, competencies, candidates, steps, card.threshold), grades,
            wanted_evidence(competencies, found)]  # fmt: skip


def assert_words_and_stage_hold(ground: Ground, least: int) -> None:
    trees, node, told = ground.trees, ground.result.node, ground.told
    assert banded(node, trees.branches[ALL], [sheet for _, sheet in told.sheets(ground.sheets)], trees.toolkit) == node
    cautious, stages = node.status != "scored", len(trees.toolkit.policy.stages)
    assert ground.result.stage in (None, stage_range(trees.framework, told, stages, cautious=cautious, least=least))


def agreements(found: Diagnosis) -> list[Agreement]:
    return [found.agreement, *found.by_framework.values()]


def assert_explains_no_more(kit: Toolkit, found: Engagement, grounds: list[Ground], dice: Random) -> None:
    for ground in grounds:
        shown, trees = ground.clearance.shown or frozenset(), ground.trees
        parts = [(f"@{name}", "score") for name in (*trees.sides, *trees.groups) if name != EVERYONE]
        asked = [(node, *one) for node in trees.branches[ALL].walk() for one in [*(("", f) for f in FIELDS), *parts]]
        for node, part, figure in dice.sample(asked, min(len(asked), EXPLAINED)):
            for term in explain(kit, found, f"{node.id}{part}/{figure}").terms:
                told = term.measure.value is not None and figure != "coverage"
                assert not told or any(key.node in {term.id, node.id} for key in shown), (node.id, part, figure)
                if told and node.children:
                    key = {"score": "estimate", "highest": "lowest"}.get(figure, FIELDS[figure])
                    scope = f"{'side' if part[1:] in trees.sides else 'group'}:{part[1:]}" if part else ALL
                    assert Key(term.id, key, scope) in shown


def attacked(kit: Toolkit, found: Engagement, dice: Random, *, whole: bool = True) -> Attack:
    card, by_hand = score(kit, found), Reference(kit, found)
    grounds = grounds_of(kit, found, count(kit, found.scored), protect=True)
    attack = attack_on(card, grounds, by_hand)
    assert attack.solved() == []
    assert attack.pinned(dice) == []
    assert_looks_away(kit, grounds, card, drawn_witnesses(grounds, dice), dice)
    back = attack_on_a_year_ago(kit, found, card.counsel.remembered, card.threshold)
    assert back.solved() == []
    assert back.pinned(dice) == []
    if whole:
        assert_explains_no_more(kit, found, grounds, dice)
    return attack


def attack_on_a_year_ago(kit: Toolkit, found: Engagement, told: Mapping[str, Remembered], least: int) -> Attack:
    """One value a question, whose unknowns no other figure holds."""
    back = replace(found, responses=tuple(as_if_now(response) for response in found.responses))
    by_hand = Reference(kit, back)
    known: list[tuple[Form, Fraction]] = []
    targets: dict[str, Form] = {}
    for question, one in told.items():
        form, _ = by_hand.figure(question, "estimate") or ({}, None)
        small = {cell: w for cell, w in form.items() if len(by_hand.raters([cell])) < least}
        targets |= {f"a year ago {cell}": {cell: Fraction(1)} for cell in small}
        targets |= {f"a year ago {question}": form} if 0 < len(by_hand.raters(form)) < least else {}
        if one.value.value is not None:
            known.append((form, by_hand.value(question, "estimate") or Fraction(0)))
    return Attack(known, {cell: (Fraction(0), Fraction(1)) for cell in by_hand.values}, targets)


def as_if_now(response: Response) -> Response:
    """Return a response with what it says of a year ago in place of today."""
    given = {q: a.model_copy(update={"rating": a.then}) for q, a in response.answers.items() if a.then is not None}
    return response.model_copy(update={"answers": given})


def drawn_witnesses(grounds: list[Ground], dice: Random) -> Witnesses:
    """Draw who named evidence, and whose was seen by another side."""
    share = dice.choice([0, 0.1, 0.5, 0.9, 1])
    every = sorted((q, name) for ground in grounds[:1] for name, (_, sheet) in ground.sheets.items() for q in sheet)
    named = [one for one in every if dice.random() < 0.9]
    return Witnesses(frozenset(named), frozenset(one for one in named if dice.random() < share))


def run(seed: int) -> tuple[int, int]:
    """Attack one random engagement; return how many figures it shows and how many targets it has."""
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    kit = random_toolkit(dice, frameworks=dice.choice([1, 1, 2]))
    file = {"privacy_threshold": dice.choice([3, 4, 5, 5, 5])}
    found = random_engagement(dice, kit, dice.randint(5, 40), **file)
    attack = attacked(kit, found, dice, whole=seed % 10 == 0)
    return len(attack.known), len(attack.targets)


@pytest.mark.parametrize("part", range(SETS))
def test_nothing_that_rests_on_too_few_persons_follows_from_what_is_shown(part):
    done = [run(seed) for seed in range(part * RUNS, (part + 1) * RUNS)]
    assert all(sum(numbers) > RUNS for numbers in zip(*done, strict=True)), "there was something to attack, and with"


def test_nothing_follows_from_what_is_shown_of_the_example_city():
    loaded = load_engagement(PORT_AZUR)
    attack = attacked(loaded.toolkit, loaded.engagement, Random(1), whole=False)  # noqa: S311 - repeatable
    assert len(attack.known) > 50
    assert len(attack.targets) > 50


def test_what_rests_on_everybody_is_told_too_coarsely_for_a_single_answer_to_show():
    loaded = load_engagement(PORT_AZUR)
    document = scorecard_json(score(loaded.toolkit, loaded.engagement), loaded.toolkit)
    assert '"partial": false' in document
    moves = loaded.toolkit.policy.agreement.moves
    grounds = grounds_of(loaded.toolkit, loaded.engagement, count(loaded.toolkit, loaded.engagement.scored),
                         protect=True)  # fmt: skip
    competencies = [ground for ground in grounds if ground.result.role == "competency"]
    told = diagnose(loaded.toolkit, grounds, 5, protect=True).agreement
    again = diagnose(loaded.toolkit, competencies, 5, protect=True).agreement
    assert told == again
    assert moves >= 5
