"""What must hold of differences and agreement for any toolkit and any answers (docs/method.md)."""

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from scoring.making_random import random_engagement, random_toolkit

from nlcaudit.engagement import Engagement, Response
from nlcaudit.framework import Framework, Toolkit
from nlcaudit.scoring import Scorecard, score

many = settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
chance = st.builds(Random, st.integers(min_value=0, max_value=2**32))


def some(dice: Random) -> tuple[Toolkit, Engagement]:
    kit = random_toolkit(dice, frameworks=dice.choice([1, 2, 3]))
    return kit, random_engagement(dice, kit, dice.randint(2, 14))


def bare(kit: Toolkit, found: Engagement) -> Scorecard:
    return score(kit, found, protect=False)


def rated(response: Response, change: Any) -> Response:
    """Return a response with each rating changed."""
    answers = {
        q: a if a.rating is None else a.model_copy(update={"rating": change(q, a.rating)})
        for q, a in response.answers.items()
    }
    return response.model_copy(update={"answers": answers})


@many
@given(chance)
def test_moving_every_rating_of_one_side_up_a_level_moves_its_differences_by_exactly_a_level(dice):
    kit, found = some(dice)
    assume(len(kit.sides) == 2 and all(level.value is None for level in kit.levels))
    moved, sign = dice.choice([(kit.sides[0].id, 1), (kit.sides[1].id, -1)])

    def of(up: int) -> Engagement:
        on = [r for r in found.responses if found.side_of(r.group or "", kit) == moved]
        rest = [r for r in found.responses if r not in on]
        low = [rated(r, lambda _, given: min(given, kit.top - 1) + up) for r in on]
        return replace(found, responses=(*low, *rest))

    before, after = bare(kit, of(0)), bare(kit, of(1))
    for one, two in zip(before.frameworks, after.frameworks, strict=True):
        for first, second in zip(one.differences, two.differences, strict=True):
            assert second.node == first.node
            assert second.levels - first.levels == sign


@many
@given(chance)
def test_replacing_the_ratings_of_a_question_by_their_consensus_never_raises_its_deviation(dice):
    kit, found = some(dice)
    before = bare(kit, found).diagnosis.spread
    question = dice.choice(list(before))
    given_ratings = sorted(
        a.rating for r in found.scored if (a := r.answers.get(question)) is not None and a.rating is not None
    )
    assume(before[question].deviation.value is not None)
    consensus = given_ratings[len(given_ratings) // 2]
    alike = tuple(rated(r, lambda q, own: consensus if q == question else own) for r in found.responses)
    after = bare(kit, replace(found, responses=alike)).diagnosis.spread
    assert after[question].deviation.value == 0 <= before[question].deviation.value
    assert after[question].delta.value in {None, 0}
    assert {q: s for q, s in after.items() if q != question} == {q: s for q, s in before.items() if q != question}


@many
@given(chance)
def test_the_order_of_frameworks_is_irrelevant(dice):
    kit, found = some(dice)
    frameworks = tuple(dice.sample(kit.frameworks, len(kit.frameworks)))
    one, two = bare(kit, found), bare(replace(kit, frameworks=frameworks), found)
    assert {r.id: r for r in one.frameworks} == {r.id: r for r in two.frameworks}
    assert one.diagnosis == two.diagnosis
    assert {(s.question, s.rank) for s in one.steps} == {(s.question, s.rank) for s in two.steps}


@many
@given(chance)
def test_the_order_in_which_groups_are_declared_is_irrelevant(dice):
    kit, found = some(dice)
    one, two = bare(kit, found), bare(replace(kit, groups=tuple(dice.sample(kit.groups, len(kit.groups)))), found)
    assert (one.frameworks, one.diagnosis, one.steps) == (two.frameworks, two.diagnosis, two.steps)


@many
@given(chance)
def test_which_side_is_named_first_turns_the_sign_of_differences_and_nothing_else(dice):
    kit, found = some(dice)
    assume(len(kit.sides) == 2)
    one, two = bare(kit, found), bare(replace(kit, sides=kit.sides[::-1]), found)
    for first, second in zip(one.frameworks, two.frameworks, strict=True):
        assert first.node == second.node
        assert first.stage == second.stage
        assert [(d.node, d.levels, d.values, d.to_discuss) for d in first.differences] == [
            (d.node, -d.levels, d.values[::-1], d.to_discuss) for d in second.differences
        ]
    assert one.diagnosis.agreement == two.diagnosis.agreement
    assert one.diagnosis.sampling == two.diagnosis.sampling


def renamed(kit: Toolkit, found: Engagement, names: dict[str, str]) -> tuple[Toolkit, Engagement]:
    """Give sides and groups other names wherever they are named."""

    def framework(own: Framework) -> Framework:
        themes = tuple(
            t.model_copy(update={"questions": tuple(
                q.model_copy(update={"asked_of": tuple(names[g] for g in q.asked_of)}) for q in t.questions
            )}) for t in own.themes
        )  # fmt: skip
        return own.model_copy(update={"themes": themes})

    weights = kit.policy.weights.model_copy(
        update={
            part: {names[name]: n for name, n in getattr(kit.policy.weights, part).items()}
            for part in ("sides", "groups")
        }
    )
    other = replace(
        kit, policy=kit.policy.model_copy(update={"weights": weights}),
        sides=tuple(s.model_copy(update={"id": names[s.id]}) for s in kit.sides),
        groups=tuple(g.model_copy(update={"id": names[g.id], "side": g.side and names[g.side]}) for g in kit.groups),
        frameworks=tuple(framework(f) for f in kit.frameworks),
    )  # fmt: skip
    responses = tuple(r.model_copy(update={"group": r.group and names[r.group]}) for r in found.responses)
    return other, replace(found, responses=responses)


@many
@given(chance, st.booleans())
def test_the_names_of_groups_and_sides_are_irrelevant(dice, turned):
    kit, found = some(dice)
    known = sorted({part.id for part in (*kit.sides, *kit.groups)})
    names = dict(zip(known, [f"x{n:03}" for n in range(len(known))][:: -1 if turned else 1], strict=True))
    one, two = bare(kit, found), bare(*renamed(kit, found, names))
    back = {new: old for old, new in names.items()}
    for first, second in zip(one.frameworks, two.frameworks, strict=True):
        assert first.stage == second.stage
        assert [(d.node, d.levels, d.to_discuss) for d in first.differences] == [
            (d.node, d.levels, d.to_discuss) for d in second.differences
        ]
        for a, b in zip(first.node.walk(), second.node.walk(), strict=True):
            assert (a.id, a.estimate, a.lowest, a.highest, a.lowest_applicable, a.coverage, a.band) == (
                b.id, b.estimate, b.lowest, b.highest, b.lowest_applicable, b.coverage, b.band)  # fmt: skip
            assert a.sides == {back.get(name, name): measure for name, measure in b.sides.items()}
            assert a.groups == {back.get(name, name): measure for name, measure in b.groups.items()}
    assert one.steps == two.steps
    assert_diagnosed_alike(one, two, drawn=not turned)


def assert_diagnosed_alike(one: Scorecard, two: Scorecard, *, drawn: bool) -> None:
    """Compare two diagnoses; what is drawn at random hangs on the order of names, so with another order it may vary."""
    first, second = one.diagnosis, two.diagnosis
    if drawn:
        assert first == second
    assert (first.agreement, first.by_framework, first.spread) == (second.agreement, second.by_framework, second.spread)
    for name, sampling in first.sampling.items():
        assert sampling.without_group == second.sampling[name].without_group
        assert sampling.without_person == second.sampling[name].without_person
