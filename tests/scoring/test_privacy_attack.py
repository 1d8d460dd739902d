"""An attack on what a protected scorecard shows, by somebody who knows everything but the ratings.

The attacker knows the toolkit, who answered which question, and every shown figure to the last digit. Nothing that
rests on fewer than k persons may follow from that by linear algebra, nor by knowing that ratings lie between 0 and 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from random import Random
from typing import Any

import pytest
from numpy import array, float64
from numpy.typing import NDArray
from scipy.optimize import linprog
from scoring.making_random import random_engagement, random_toolkit
from scoring.reference import Cell, Form, Reference

from nlcaudit.scoring import Measure, Scorecard, score

SETS, RUNS = 8, 40
TOLERANCE = 1e-7


@dataclass
class Attack:
    """What the attacker holds.

    Attributes:
        known: equations over the cells: form = value.
        ranges: what each cell may be.
        targets: forms that rest on too few persons, by name.
    """

    known: list[tuple[Form, Fraction]]
    ranges: dict[Cell, tuple[Fraction, Fraction]]
    targets: dict[str, Form]

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
        for costs in self._directions(dice, cells):
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

    def _extreme(self, costs: NDArray[float64]) -> dict[Cell, float]:
        matrix, values, bounds = self._system
        found = linprog(costs, A_eq=matrix, b_eq=values, bounds=bounds, method="highs-ds")
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


def attack_on(card: Scorecard, by_hand: Reference) -> Attack:
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
    ranges = {cell: by_hand.possible(cell, released) for cell in by_hand.values}
    known += [({cell: Fraction(1)}, low) for cell, (low, high) in ranges.items() if low == high]
    return Attack(known, ranges, dict(_targets(card, by_hand, released)))


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


def run(seed: int) -> tuple[int, int]:
    """Attack one random engagement; return how many figures it shows and how many targets it has."""
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    kit = random_toolkit(dice, frameworks=dice.choice([1, 1, 2]))
    file = {"privacy_threshold": dice.choice([3, 4, 5, 5, 5])}
    found = random_engagement(dice, kit, dice.randint(5, 40), **file)
    card = score(kit, found)
    attack = attack_on(card, Reference(kit, found))
    assert attack.solved() == [], seed
    assert attack.pinned(dice) == [], seed
    return len(attack.known), len(attack.targets)


@pytest.mark.parametrize("part", range(SETS))
def test_nothing_that_rests_on_too_few_persons_follows_from_what_is_shown(part):
    done = [run(seed) for seed in range(part * RUNS, (part + 1) * RUNS)]
    assert all(sum(numbers) > RUNS for numbers in zip(*done, strict=True)), "there was something to attack, and with"
