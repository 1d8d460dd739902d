"""How firmly the first steps stand, against the answers changed one by one and scored anew."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from scoring.making import engagement_from, shaped, toolkit_from

from nlcaudit.engagement.answers import Answer
from nlcaudit.scoring.building import grounds_of
from nlcaudit.scoring.counts import EVERYONE, count
from nlcaudit.scoring.firmness.counting import NEVER, among_first
from nlcaudit.scoring.firmness.field import Field
from nlcaudit.scoring.firmness.room import Room
from nlcaudit.scoring.firmness.unanswered import tried_on_unanswered
from nlcaudit.scoring.priorities import Candidate, candidates_of, need_class
from nlcaudit.scoring.stages import gates_of, range_of
from nlcaudit.scoring.staging import states_of
from nlcaudit.scoring.trees import ALL

FIRST, STAGES, DRAWS = 2, 2, 1500
GROUPS = {"m": "n", "p": "n", "y": "l", "w": None}
PHASES = (Phase.explicit, Phase.generate)
chance = st.builds(Random, st.integers(min_value=0, max_value=2**32))


def kit_of(dice):
    def question(name):
        gate = {"gate": {"stage": dice.randint(1, 2), "at_least": dice.randint(1, 3)}} if dice.random() < 0.7 else {}
        asked = {"asked_of": ["m", "y"]} if dice.random() < 0.2 else {}
        return {"id": name, "weight": dice.choice([0, 1, 1, 2]), "effort": dice.randint(1, 3), **gate, **asked}

    return toolkit_from({
        "sides": ["n", "l"], "groups": GROUPS, "stages": ["one", "two"],
        "frameworks": {f: {f"{f}-t": [question(f"{f}-{q}") for q in range(2)]} for f in ("trust", "care")},
        "weights": {"sides": {}, "groups": {"p": dice.choice([0, 1, 2])}},
        "priorities": {
            "first": FIRST, "quick_win": {"need": 2, "effort": 1}, "seed": 1, "draws": DRAWS, "weights": 0.25
        },
    })  # fmt: skip


def engagement_of(dice, kit):
    def answer():
        return dice.choice(["dk", "na", "out", None]) if dice.random() < gaps else dice.randint(low, low + 2)

    gaps, low = dice.choice([0.1, 0.3]), dice.randint(0, 1)
    sheets = {g: [{q: answer() for q in kit.by_id} for _ in range(dice.randint(0, 3))] for g in GROUPS}
    return engagement_from(kit, sheets, **({"targets": {"trust": 3}} if dice.random() < 0.3 else {}))


def grounds_by_id(kit, found):
    return {g.result.id: g for g in grounds_of(kit, found, count(kit, found.scored), protect=False)}


def gate_states(kit, grounds):
    """The state of each gate; not known where nobody was asked."""
    found = {}
    for framework in kit.frameworks:
        gates = gates_of(framework)
        own = grounds.get(framework.id)
        found |= dict.fromkeys(q.id for q, _ in gates)
        found |= states_of(gates, own.told, cautious=False, least=1) if own else {}
    return found


class Rescored:
    """The field of an engagement, and where its steps stand when other answers are scored."""

    def __init__(self, dice: Random) -> None:
        self.kit = kit_of(dice)
        self.found = engagement_of(dice, self.kit)
        self.grounds = grounds_by_id(self.kit, self.found)
        candidates = candidates_of(self.kit, self.grounds.values())
        self.field = Field(self.kit, candidates, {one.framework: self.grounds[one.framework] for one in candidates}, 0)
        self.states = gate_states(self.kit, self.grounds)

    def first_with(self, grounds, values: Iterable[str], gates: Iterable[str]) -> list[bool]:
        """Tell which steps are among the first with the values of some questions and some gates from other answers."""
        states = gate_states(self.kit, grounds)
        changed = self.states | {q: states[q] for q in gates if q in states}
        order = [self._order(one, grounds.get(one.framework), {*values}, changed) for one in self.field.candidates]
        ranks = sorted({*order})
        return among_first([NEVER if one[0] else ranks.index(one) for one in order], FIRST)

    def _order(self, one: Candidate, ground, values: set[str], states) -> tuple[bool, bool, int, int]:
        """Nothing to offer comes last; then as the method says."""
        node = ground.trees.means.get(one.question) if ground and one.question in values else None
        value = node[ALL].estimate if node and node[ALL].estimate is not None else one.value
        unblocks, framework = one.unblocks, self.grounds[one.framework].trees.framework
        if self.grounds[one.framework].result.node.status == "scored":
            unblocks = one.question in {b.question for b in range_of(gates_of(framework), STAGES, states).blockers}
        need = one.weight * min(1, max(0, self.kit.top * (self.kit.values[one.target] - value)))
        largest = max(question.weight for question in self.kit.by_id.values())
        return not (need or unblocks), not unblocks, -need_class(need, largest), one.effort


def tellable(made: Rescored, after, question: str, group: str) -> bool:
    """Tell whether a value is left; a group, or its only rater, is left out where its side's value is shown."""
    for name, ground in made.grounds.items():
        if (question, group) in ground.trees.unknowns and name in after:
            panel, gone = ground.trees.panel, (question, group) not in after[name].trees.unknowns
            shown = ground.nodes[question].sides[panel.side_of[group]].value is not None
            return after[name].trees.means[question][ALL].estimate is not None and (shown or not gone)
    return False


@settings(max_examples=30, deadline=None, derandomize=True, phases=PHASES)
@given(chance)
def test_without_somebody_a_step_stands_where_the_answers_of_the_others_put_it(dice):
    made = Rescored(dice)
    people = [[r] for r in made.found.scored]
    groups = [[r for r in made.found.scored if (r.group or EVERYONE) == group] for group in GROUPS]
    stayed, numbers = [0] * len(made.field.candidates), []
    for rows in (people, groups):
        numbers.append(0)
        for left_out in rows:
            rest = replace(made.found, responses=tuple(r for r in made.found.responses if r not in left_out))
            after = grounds_by_id(made.kit, rest)
            rated = {(q, r.group or EVERYONE) for r in left_out for q, a in r.answers.items() if a.rating is not None}
            values = [q for q, group in rated if tellable(made, after, q, group)]
            gates = made.kit.by_id if rows is groups else [q for q, _ in rated]
            if {*values} & made.field.at.keys():
                numbers[-1] += 1
                inside = made.first_with(after, values, gates)
                stayed = [number + one for number, one in zip(stayed, inside, strict=True)]
    tried, *left = Room(made.field).tried(made.kit.policy.priorities)
    assert (tried.stayed, tried.variations, left) == (stayed, sum(numbers), numbers)


@settings(max_examples=20, deadline=None, derandomize=True, phases=PHASES)
@given(chance)
def test_missing_answers_are_tried_lowest_and_highest_as_if_they_had_been_given(dice):
    made = Rescored(dice)
    questions = [one.question for one in made.field.candidates]
    stayed = [0] * len(questions)
    for ends in product((0, made.kit.top), repeat=len(questions)):
        filled = tuple(with_missing(r, made.kit, dict(zip(questions, ends, strict=True))) for r in made.found.responses)
        after = grounds_by_id(made.kit, replace(made.found, responses=filled))
        inside = made.first_with(after, questions, questions)
        stayed = [number + one for number, one in zip(stayed, inside, strict=True)]
    tried = tried_on_unanswered(made.field, made.kit.policy.priorities)
    shares = [number / 2 ** len(questions) for number in stayed]
    assert [number / DRAWS for number in tried.stayed] == pytest.approx(shares, abs=0.05)


def with_missing(response, kit, ends):
    """Answer what somebody left open, or did not know, with these ratings."""
    asked = {q.id for q in kit.asked(response.frameworks, response.depth, response.group)}
    given_now = dict(response.answers)
    for question, rating in ends.items():
        own = given_now.get(question)
        if question in asked and (own is None or own.dont_know):
            given_now[question] = shaped(Answer, {"rating": rating})
    return response.model_copy(update={"answers": given_now})
