"""What must hold for any toolkit and any answers (docs/method.md, section 1)."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from scoring.making_random import random_engagement, random_toolkit
from scoring.reference import Reference

from nlcaudit.engagement import Answer, Engagement, Response
from nlcaudit.framework import Framework, Question, Theme, Toolkit
from nlcaudit.scoring import Measure, Node, Scorecard, score
from nlcaudit.scoring.building import grounds_of
from nlcaudit.scoring.counts import count, merge
from nlcaudit.scoring.exact import fraction_of, weighted_sum
from nlcaudit.scoring.explaining import explain
from nlcaudit.scoring.forms import Key
from nlcaudit.scoring.overall import overall
from nlcaudit.scoring.trees import ALL, group_scope, side_scope

many = settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
chance = st.builds(Random, st.integers(min_value=0, max_value=2**32))


def some(dice: Random, persons: int = 10) -> tuple[Toolkit, Engagement]:
    kit = random_toolkit(dice, frameworks=dice.choice([1, 1, 2]))
    return kit, random_engagement(dice, kit, dice.randint(1, persons))


def open_card(kit: Toolkit, engagement: Engagement) -> Scorecard:
    return score(kit, engagement, protect=False)


def nodes(card: Scorecard) -> Iterator[Node]:
    return (node for result in card.frameworks for node in result.node.walk())


def figures(node: Node) -> dict[str, Fraction | None]:
    scoped = {f"side {name}": m for name, m in node.sides.items()}
    scoped |= {f"group {name}": m for name, m in node.groups.items()}
    plain: dict[str, Measure] = {
        "estimate": node.estimate, "lowest": node.lowest, "highest": node.highest,
        "lowest_applicable": node.lowest_applicable,
    }  # fmt: skip
    return {name: measure.value for name, measure in {**plain, **scoped}.items()} | {"coverage": node.coverage}


def everything(card: Scorecard) -> dict[str, dict[str, Fraction | None]]:
    return {node.id: figures(node) for node in nodes(card)}


def with_answer(engagement: Engagement, response: Response, question: str, answer: Answer) -> Engagement:
    changed = response.model_copy(update={"answers": {**response.answers, question: answer}})
    return replace(engagement, responses=tuple(changed if r is response else r for r in engagement.responses))


def with_framework(kit: Toolkit, framework: Framework) -> Toolkit:
    return replace(kit, frameworks=tuple(framework if f.id == framework.id else f for f in kit.frameworks))


def with_themes(kit: Toolkit, framework: Framework, themes: list[Theme]) -> Toolkit:
    return with_framework(kit, framework.model_copy(update={"themes": tuple(themes)}))


def heavier(theme: Theme, times: int) -> Theme:
    questions = tuple(q.model_copy(update={"weight": q.weight * times}) for q in theme.questions)
    return theme.model_copy(update={"questions": questions})


@many
@given(chance)
def test_every_figure_is_what_the_method_says_written_down_a_second_time(dice):
    kit, found = some(dice, 14)
    by_hand = Reference(kit, found)
    threshold = kit.policy.coverage.threshold
    for node in nodes(open_card(kit, found)):
        coverage = by_hand.value(node.id, "coverage")
        assert node.coverage == coverage
        covered = coverage is not None and coverage >= threshold
        assert node.estimate.value == (by_hand.value(node.id, "estimate") if covered else None)
        assert node.lowest.value == by_hand.value(node.id, "lowest")
        assert node.highest.value == by_hand.value(node.id, "highest")
        if node.kinds.not_applicable:
            assert node.lowest_applicable.value == by_hand.value(node.id, "lowest_applicable")
        scoped = {f"side:{name}": m for name, m in node.sides.items()}
        for scope, measure in {**scoped, **{f"group:{name}": m for name, m in node.groups.items()}}.items():
            part = by_hand.value(node.id, "coverage", scope)
            heard = part is not None and part >= threshold
            assert measure.value == (by_hand.value(node.id, "estimate", scope) if heard else None)


@many
@given(chance)
def test_every_figure_is_the_sum_that_the_audit_takes_it_for(dice):
    kit, found = some(dice, 14)
    for ground in grounds_of(kit, found, count(kit, found.scored), protect=False):
        trees = ground.trees
        summed = {
            key: weighted_sum((fraction_of(weight), trees.unknowns[cell]) for cell, weight in form.items())
            for key, form in trees.forms.items()
        }
        for node in ground.result.node.walk():
            told = {("estimate", side_scope(side)): m for side, m in node.sides.items()}
            told |= {("estimate", group_scope(group)): m for group, m in node.groups.items()}
            told |= {(name, ALL): getattr(node, name) for name in ("estimate", "lowest", "lowest_applicable")}
            for (name, scope), measure in told.items():
                assert measure.value in (None, summed.get(Key(node.id, name, scope)))


@many
@given(chance)
def test_scores_lie_between_0_and_100_and_between_their_bounds(dice):
    for node in nodes(open_card(*some(dice))):
        assert all(0 <= value <= 1 for value in figures(node).values() if value is not None)
        if node.lowest.value is not None:
            assert node.lowest.value <= node.highest.value
            assert node.estimate.value is None or node.lowest.value <= node.estimate.value <= node.highest.value
        if node.lowest_applicable.value is not None and node.lowest.value is not None:
            assert node.lowest_applicable.value <= node.lowest.value


@many
@given(chance)
def test_raising_a_rating_never_lowers_a_score(dice):
    kit, found = some(dice)
    places = [
        (r, q, a) for r in found.responses for q, a in r.answers.items() if a.rating is not None and a.rating < kit.top
    ]
    assume(places)
    response, question, answer = dice.choice(places)
    raised = with_answer(found, response, question, answer.model_copy(update={"rating": answer.rating + 1}))
    before, after = everything(open_card(kit, found)), everything(open_card(kit, raised))
    for node, values in before.items():
        for name, value in values.items():
            assert (value is None) == (after[node][name] is None)
            assert value is None or value <= after[node][name]


@many
@given(chance)
def test_the_order_of_respondents_and_files_is_irrelevant(dice):
    kit, found = some(dice, 25)
    shuffled = replace(found, responses=tuple(dice.sample(found.responses, len(found.responses))))
    for protect in (False, True):
        assert score(kit, shuffled, protect=protect).frameworks == score(kit, found, protect=protect).frameworks


@many
@given(chance)
def test_the_order_of_questions_and_themes_is_irrelevant(dice):
    kit, found = some(dice)
    other = kit
    for framework in kit.frameworks:
        themes = [t.model_copy(update={"questions": tuple(dice.sample(t.questions, len(t.questions)))})
                  for t in dice.sample(framework.themes, len(framework.themes))]  # fmt: skip
        other = with_themes(other, framework, themes)
    assert everything(open_card(other, found)) == everything(open_card(kit, found))


@many
@given(chance, st.integers(min_value=2, max_value=7))
def test_weights_of_a_themes_questions_matter_only_in_proportion(dice, times):
    kit, found = some(dice)
    framework = dice.choice(kit.frameworks)
    theme = dice.choice(framework.themes)
    other = with_themes(kit, framework, [heavier(t, times) if t is theme else t for t in framework.themes])
    before, after = everything(open_card(kit, found)), everything(open_card(other, found))
    assert before.get(theme.id) == after.get(theme.id)
    if theme.weight is not None:
        assert before == after


@many
@given(chance, st.integers(min_value=2, max_value=7))
def test_weights_of_a_competencys_themes_matter_only_in_proportion(dice, times):
    kit, found = some(dice)
    framework = dice.choice(kit.frameworks)
    themes = [heavier(t, times) if t.weight is None else t.model_copy(update={"weight": t.weight * times})
              for t in framework.themes]  # fmt: skip
    assert everything(open_card(with_themes(kit, framework, themes), found)) == everything(open_card(kit, found))


@many
@given(chance, st.integers(min_value=2, max_value=7))
def test_weights_of_sides_and_groups_matter_only_in_proportion(dice, times):
    kit, found = some(dice)
    weights = kit.policy.weights
    sides = {s: times * weights.sides.get(s, 1) for s in [*(side.id for side in kit.sides), "none"]}
    groups = {g: times * weights.groups.get(g, 1) for g in [*(group.id for group in kit.groups), ""]}
    for changed in ({"sides": sides}, {"groups": groups}):
        policy = kit.policy.model_copy(update={"weights": weights.model_copy(update=changed)})
        assert everything(open_card(replace(kit, policy=policy), found)) == everything(open_card(kit, found))


@many
@given(chance)
def test_asking_everybody_of_a_group_twice_changes_no_score(dice):
    kit, found = some(dice)
    group = dice.choice([response.group for response in found.responses])
    again = tuple(
        r.model_copy(update={"respondent": f"{r.respondent}-again"}) for r in found.responses if r.group == group
    )
    doubled = replace(found, responses=(*found.responses, *again))
    assert everything(open_card(kit, doubled)) == everything(open_card(kit, found))


def weightless(kit: Toolkit) -> list[tuple[Framework, Theme, Question]]:
    return [(f, t, q) for f in kit.frameworks for t in f.themes for q in t.questions if q.weight == 0]


@many
@given(chance)
def test_what_is_answered_to_a_question_of_weight_0_changes_nothing_above_it(dice):
    kit, found = some(dice)
    assume(weightless(kit))
    framework, theme, question = dice.choice(weightless(kit))
    response = dice.choice(found.responses)
    changed: list[dict[str, Any]] = [
        {"rating": dice.randint(0, kit.top)},
        {"dont_know": True},
        {"outside_powers": True},
    ]
    other = open_card(kit, with_answer(found, response, question.id, Answer(**dice.choice(changed))))
    before = open_card(kit, found)
    for name in (theme.id, framework.id):
        one, two = before.node(name), other.node(name)
        assert (one is None) == (two is None)
        if one is not None and two is not None and one.kinds.not_applicable == two.kinds.not_applicable:
            assert (figures(one), one.band) == (figures(two), two.band)


@many
@given(chance)
def test_removing_a_question_of_weight_0_changes_no_score(dice):
    kit, found = some(dice)
    removable = [(f, t, q) for f, t, q in weightless(kit) if len(t.questions) > 1]
    assume(removable)
    framework, theme, question = dice.choice(removable)
    rest = theme.model_copy(update={"questions": tuple(q for q in theme.questions if q is not question)})
    smaller = with_themes(kit, framework, [rest if t is theme else t for t in framework.themes])
    assume(all(r.depth == "full" for r in found.responses))
    before, after = everything(open_card(kit, found)), everything(open_card(smaller, found))
    for node, values in after.items():
        assert {k: v for k, v in values.items() if k != "lowest_applicable"} == {
            k: before[node].get(k) for k in values if k != "lowest_applicable"
        }


@many
@given(st.lists(st.fractions(min_value=0, max_value=1, max_denominator=40), min_size=1, max_size=8),
       st.integers(min_value=1, max_value=9))  # fmt: skip
def test_the_geometric_overall_is_at_most_the_arithmetic_and_equal_only_if_all_are(scores, top):
    harmonic, geometric, arithmetic = (overall(scores, mean, top) for mean in ("harmonic", "geometric", "arithmetic"))
    if len(set(scores)) == 1:
        assert harmonic == geometric == arithmetic == scores[0]
    else:
        assert 0 - 1e-12 <= min(scores) - 1e-12 <= harmonic < geometric < arithmetic


@many
@given(chance)
def test_counts_of_two_files_merged_are_those_of_both_read(dice):
    kit, found = some(dice, 20)
    cut = dice.randint(0, len(found.responses))
    one, other = found.responses[:cut], found.responses[cut:]
    assert (
        merge(count(kit, one), count(kit, other))
        == merge(count(kit, other), count(kit, one))
        == count(kit, found.responses)
    )


@many
@given(chance)
def test_without_missing_answers_the_bounds_meet_at_the_score(dice):
    kit, found = some(dice)
    filled = []
    for response in found.responses:
        unknown = [q for q in kit.by_id if (a := response.answers.get(q)) is None or a.dont_know]
        given_now = {q: Answer(rating=dice.randint(0, kit.top)) for q in unknown}
        filled.append(response.model_copy(update={"answers": {**response.answers, **given_now}}))
    for node in nodes(open_card(kit, replace(found, responses=tuple(filled)))):
        assert node.lowest.value == node.estimate.value == node.highest.value
        assert node.coverage in {None, 1}


@many
@given(chance)
def test_protection_withholds_and_changes_nothing_that_is_shown(dice):
    kit, found = some(dice, 30)
    safe, bare = score(kit, found), open_card(kit, found)
    plain = everything(bare)
    for node in nodes(safe):
        for name, value in figures(node).items():
            if value is not None and not (node.widened and name in ("lowest", "highest")):
                assert value == plain[node.id][name]
        if node.widened:
            assert node.lowest.value <= plain[node.id]["lowest"] <= plain[node.id]["highest"] <= node.highest.value
        assert len(node.kinds.ratings) == 1


@many
@given(chance)
def test_exact_fractions_are_only_given_where_every_group_inside_is_large_enough(dice):
    kit, found = some(dice, 40)
    card, by_hand = score(kit, found), Reference(kit, found)
    released = {r.respondent for r in found.responses if r.released}
    for node in nodes(card):
        for scope, measure in {"": node.estimate, **{f"side:{s}": m for s, m in node.sides.items()}}.items():
            if measure.value is not None:
                cells = by_hand.figure(node.id, "estimate", scope)[0]
                hidden = [len(by_hand.raters([cell]) - released) for cell in cells]
                assert measure.exact == all(number == 0 or number >= card.threshold for number in hidden)


@many
@given(chance)
def test_every_mean_is_explained_by_what_sums_to_it_exactly(dice):
    kit, found = some(dice)
    by_hand, node = Reference(kit, found), dice.choice(list(nodes(open_card(kit, found))))
    figures = {name: getattr(node, field).value for name, field in BOUNDS.items()} | {"coverage": node.coverage}
    for wanted, shown, mean, kind in explainable(by_hand, node, figures):
        explained = explain(kit, found, wanted, protect=False)
        values = [term.measure.value for term in explained.terms]
        assert (explained.node, explained.measure.value, explained.kind) == (node.id, shown, kind)
        assert sum(term.share for term in explained.terms) == bool(values)
        if mean is not None and None not in values:
            assert sum((t.share * t.measure.value for t in explained.terms), Fraction(0)) == mean


BOUNDS = {"lowest": "lowest", "highest": "highest", "lowest-applicable": "lowest_applicable"}


def explainable(
    by_hand: Reference, node: Node, figures: dict[str, Fraction | None]
) -> Iterator[tuple[str, Fraction | None, Fraction | None, str]]:
    """Yield what may be asked, the figure printed, the mean behind it, and what it is a mean of."""
    above = {"framework": "themes", "theme": "questions"}.get(node.kind)
    yield node.id, node.estimate.value, by_hand.value(node.id, "estimate"), above or "sides"
    for figure, printed in figures.items():
        mean = by_hand.value(node.id, figure.replace("-", "_"))
        told = mean if figure == "lowest-applicable" else printed  # printed where anybody said so
        yield f"{node.id}/{figure}", told, mean, above or "groups"
    for name, measure in node.sides.items():
        yield f"{node.id}@{name}", measure.value, by_hand.value(node.id, "estimate", f"side:{name}"), above or "groups"
    for name, measure in node.groups.items():
        if name:
            mean = by_hand.value(node.id, "estimate", f"group:{name}")
            yield f"{node.id}@{name}", measure.value, mean, above or "ratings"
