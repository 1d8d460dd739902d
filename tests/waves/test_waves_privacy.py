"""An attack on two waves: nothing that rests on few people follows from both reports and what is told of the change.

The attacker holds everything that the reports of both moments show (tests/scoring/test_privacy_attack.py), and every
comparison of the two, to the last digit; and knows who answered which question when. No more follows from all of it
than from each report alone. What each comparison means is written down here a second time. By hand, on more waves:
`NLCAUDIT_ATTACKS=500 make test ARGS=tests/waves`.
"""

import os
from collections.abc import Iterator
from fractions import Fraction
from random import Random

import pytest
from scoring.making_random import random_toolkit
from scoring.reference import Form, Reference
from scoring.test_privacy_attack import Attack, attack_on
from waves.making import compared, kit, random_waves, sheets, wave

from nlcaudit.scoring import score
from nlcaudit.scoring.building import grounds_of
from nlcaudit.scoring.counts import count

SETS = 2
RUNS = -(-int(os.environ.get("NLCAUDIT_ATTACKS", "12")) // SETS)


class Moment:
    """One moment by hand: cells split into those who rated the question both times in the same group, and the rest."""

    def __init__(self, toolkit, engagement, other):
        self.by_hand = Reference(toolkit, engagement)
        twice = Reference(toolkit, other)
        self.split = {}
        for cell, rows in self.by_hand.answers.items():
            rated = {name for name, kind, _ in rows if kind == "rated"}
            again = {name for name, kind, _ in twice.answers.get(cell, []) if kind == "rated"}
            for part, names in (("stayed", rated & again), ("other", rated - again)):
                if names:
                    self.split.setdefault(cell, {})[(cell[0], f"{cell[1]}/{part}")] = names

    def expanded(self, form: Form) -> Form:
        found: Form = {}
        for cell, weight in form.items():
            whole = sum(map(len, self.split[cell].values()))
            for part, names in self.split[cell].items():
                found[part] = found.get(part, Fraction(0)) + weight * Fraction(len(names), whole)
        return found

    def comparison(self, kind: str, question: str, groups: set[str]) -> Form:
        """The same people, or all of the groups that came both times."""
        inside = {g: self.split[question, g] for g in groups if (question, g) in self.split}
        if kind == "people":
            inside = {g: {p: n for p, n in parts.items() if p[1].endswith("/stayed")} for g, parts in inside.items()}
        weights = self.by_hand.group_weights([g for g, parts in inside.items() if parts])
        return {
            part: weight * Fraction(len(names), sum(map(len, inside[group].values())))
            for group, weight in weights.items()
            for part, names in inside[group].items()
        }


def attack(toolkit, moment: Moment, engagement, told) -> Attack:
    card = score(toolkit, engagement)
    grounds = grounds_of(toolkit, engagement, count(toolkit, engagement.scored), protect=True)
    alone = attack_on(card, grounds, moment.by_hand)
    parts = {part: names for inside in moment.split.values() for part, names in inside.items()}
    known = [(moment.expanded(form), value) for form, value in alone.known] + told
    targets = {name: moment.expanded(form) for name, form in alone.targets.items()}
    for question in moment.by_hand.toolkit.by_id:
        others = {p: n for p, n in parts.items() if p[0] == question and p[1].endswith("/other")}
        if 0 < len(set().union(*others.values())) < card.threshold:
            form, _ = moment.by_hand.figure(question, "estimate") or ({}, 0)
            whole = moment.expanded(form)
            targets[f"the others on {question}"] = {part: whole[part] for part in others if part in whole}
    targets |= {f"part {p}": {p: Fraction(1)} for p, names in parts.items() if len(names) < card.threshold}
    least = [(moment.expanded(form), value) for form, value in alone.least]
    return Attack(
        known, dict.fromkeys(parts, (Fraction(0), Fraction(1))), {n: f for n, f in targets.items() if f}, least
    )


def equations(then: Moment, now: Moment, changes) -> Iterator[tuple[str, Form, Fraction]]:
    for framework in changes.lines:
        for line in framework.lines:
            groups = {
                g for q, g in now.split if q == line.id and (q, g) in then.split
            }  # fmt: skip
            for pair in line.pairs:
                if pair.kind != "everybody" and pair.shown:
                    yield "then", then.comparison(pair.kind, line.id, groups), pair.then.value
                    yield "now", now.comparison(pair.kind, line.id, groups), pair.now.value


@pytest.mark.parametrize("seed", range(SETS))
def test_what_is_told_of_two_random_waves_gives_nobody_away(seed):
    dice, shown = Random(seed), 0  # noqa: S311 - repeatable, not secret
    for _ in range(RUNS):
        toolkit = random_toolkit(dice)
        then, now = random_waves(dice, toolkit)
        changes = compared(toolkit, then, now)
        moments = {"then": Moment(toolkit, then, now), "now": Moment(toolkit, now, then)}
        told = list(equations(moments["then"], moments["now"], changes))
        shown += len(told)
        for name, engagement in (("then", then), ("now", now)):
            mine = [(form, value) for moment, form, value in told if moment == name]
            found, before = (attack(toolkit, moments[name], engagement, more) for more in (mine, []))
            known = {*before.solved(), *before.pinned(dice)}
            assert set(found.solved()) <= known
            assert set(found.pinned(dice)) <= known
    assert shown > 0


CITY = kit()


@pytest.mark.parametrize(("newcomers", "shown"), [(0, True), (1, False), (2, False), (3, True)])
def test_few_newcomers_are_not_told_apart_by_what_those_who_stayed_say(newcomers, shown):
    """Two groups: so twice the number is new, and fewer than five of them would stand out."""
    then, now = wave(CITY, sheets(1, 6), "2025-11-14"), wave(CITY, sheets(2, 6 + newcomers))
    [line, *_] = compared(CITY, then, now).lines[0].lines
    assert line.pair("people").shown is shown
    assert line.pair("everybody").shown


def test_few_newcomers_in_groups_of_unequal_size_are_not_told_apart_though_no_equation_gives_them():
    now = wave(CITY, sheets(2, 7, groups=["police"]) | sheets(2, 8, groups=["city"]))
    [line, *_] = compared(CITY, wave(CITY, sheets(1, 6), "2025-11-14"), now).lines[0].lines
    assert line.pair("people").now.state == "withheld"


def test_few_who_left_are_not_told_apart_either():
    then, now = wave(CITY, sheets(1, 7), "2025-11-14"), wave(CITY, sheets(2, 6))
    [line, *_] = compared(CITY, then, now).lines[0].lines
    assert line.pair("people").then.state == line.pair("people").now.state == "withheld"


def test_a_small_group_that_came_once_is_not_told_apart():
    then = wave(CITY, sheets(1, 6) | sheets(0, 3, groups=["youth"]), "2025-11-14")
    [line, *_] = compared(CITY, then, wave(CITY, sheets(2, 6))).lines[0].lines
    assert line.pair("mix").then.state == "withheld"


def test_the_analyst_sees_everything():
    then, now = wave(CITY, sheets(1, 2), "2025-11-14"), wave(CITY, sheets(2, 3))
    [line, *_] = compared(CITY, then, now, protect=False).lines[0].lines
    assert all(pair.shown for pair in line.pairs)
