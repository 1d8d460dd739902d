"""Where a figure that is no mean comes from: what goes into it, and how (`nlcaudit/derivation/1`).

Everything is read from the scorecard: an explanation tells no more than the result that it explains.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.errors import UserError
from nlcaudit.framework import Toolkit
from nlcaudit.messages import Messages
from nlcaudit.results import formulas
from nlcaudit.results.counsels import derivations_of
from nlcaudit.results.diagnoses import DOMAIN
from nlcaudit.results.formulas import NONE, WHOLE, Amount, Input, amount, number, said, scored, worded
from nlcaudit.results.numbers import decimal
from nlcaudit.scoring import Node, Scorecard
from nlcaudit.scoring.diagnosis import Agreement
from nlcaudit.scoring.statistic import Span, Statistic
from nlcaudit.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure is made.

    Attributes:
        name: as it was asked for.
        outcome: the figure, one number or two.
        inputs: what goes into it.
        formula: how, as a message to translate.
    """

    name: str
    outcome: tuple[Amount, ...]
    inputs: tuple[Input, ...]
    formula: str


Made = tuple[tuple[Amount, ...], tuple[Input, ...]]


def derive(card: Scorecard, toolkit: Toolkit, wanted: str) -> Derivation:
    """Explain a figure that is no mean.

    Args:
        card: the result.
        toolkit: gives the policy.
        wanted: `id/figure`, or `all/figure` for all competencies together.

    Raises:
        UserError: there is no such node or figure.
    """
    node, _, figure = wanted.partition("/")
    known = _of_all(card, toolkit) if node == WHOLE else _of_node(card, toolkit, node)
    if figure not in known:
        missing = Sentence("“{node}” has no figure “{figure}”", node=node, figure=figure)
        raise UserError(missing, did_you_mean(figure, known, _listed(node, known)))
    outcome, inputs = known[figure]()
    return Derivation(wanted, outcome, inputs, formulas.FORMULAS[figure])


def _listed(node: str, known: Mapping[str, object]) -> Sentence:
    return Sentence("ask for one of: {figures}", figures=[f"{node}/{figure}" for figure in sorted(known)])


Known = dict[str, Callable[[], Made]]


def _of_all(card: Scorecard, toolkit: Toolkit) -> Known:
    known: Known = {"overall": lambda: _overall(card, toolkit), "people": lambda: _people(card)}
    return known | _agreement(card.diagnosis.agreement, toolkit)


def _of_node(card: Scorecard, toolkit: Toolkit, name: str) -> Known:
    node = card.node(name)
    if node is None:
        missing = Sentence("there is no question, theme or framework “{name}” in the answers", name=name)
        raise UserError(missing, did_you_mean(name, [n.id for r in card.frameworks for n in r.node.walk()]))
    known: Known = {
        "band": lambda: _band(node),
        "answers": lambda: _answers(node),
        "bounds": lambda: _bounds(node),
        "difference": lambda: _difference(card, toolkit, node),
    }
    if node.kind == "question":
        spread = card.diagnosis.spread[name]
        answers = number(Sentence("answers that may be looked into"), spread.people)
        known["average-deviation"] = lambda: (_told(spread.deviation, 2), (answers,))
        known["cliffs-delta"] = lambda: (_told(spread.delta, 2), (answers,))
        known["step"] = lambda: _step(card, toolkit, name)
    known |= derivations_of(card, toolkit, node)
    if node.kind == "framework":
        known |= _agreement(card.diagnosis.by_framework[name], toolkit) | _framework(card, toolkit, node)
    return known


def _agreement(found: Agreement, toolkit: Toolkit) -> Known:
    inputs = (number(Sentence("people"), found.people), number(Sentence("questions"), found.questions))
    policy = toolkit.policy.agreement
    least = (
        Input(Sentence("people at least"), Amount(policy.respondents)),
        Input(Sentence("shared questions at least"), Amount(policy.questions)),
    )
    return {
        "same-group": lambda: (_told(found.same_group, 1), inputs),
        "same-side": lambda: (_told(found.same_side, 1), inputs),
        "opposite": lambda: (_told(found.opposite, 1), inputs),
        "alpha": lambda: (_told(found.alpha, 2), (*least, *_error(found.alpha))),
        "ac2": lambda: (_told(found.ac2, 2), (*least, *_error(found.ac2))),
    }


def _error(found: Statistic) -> tuple[Input, ...]:
    return () if found.error is None else (Input(Sentence("standard error"), Amount(found.error, 2)),)


def _told(found: Statistic, places: int) -> tuple[Amount, ...]:
    return (
        (worded(formulas.REASONS[found.reason or "withheld"]),)
        if found.value is None
        else (Amount(found.value, places),)
    )


def _span(found: Span) -> tuple[Amount, ...]:
    if found.low is None or found.high is None:
        return (worded(formulas.REASONS[found.reason or "withheld"]),)
    return Amount(100 * found.low, 1), Amount(100 * found.high, 1)


def _framework(card: Scorecard, toolkit: Toolkit, node: Node) -> Known:
    found, policy = card.diagnosis.sampling[node.id], toolkit.policy.resampling
    score = Input(Sentence("score"), scored(node.estimate))
    drawn = (
        score,
        number(Sentence("people"), found.interval.among),
        number(Sentence("draws"), policy.draws),
        Input(Sentence("share of the draws inside, in %"), Amount(100 * policy.interval, 0)),
        Input(Sentence("seed"), worded(str(policy.seed))),
    )
    return {
        "without-person": lambda: (
            _span(found.without_person),
            (score, number(Sentence("people left out in turn"), found.without_person.among)),
        ),
        "without-group": lambda: (
            _span(found.without_group),
            (score, number(Sentence("groups left out in turn"), found.without_group.among)),
        ),
        "interval": lambda: (_span(found.interval), drawn),
        "chance": lambda: _chance(card, toolkit, node),
        "stage": lambda: _stage(card, node),
    }


def _chance(card: Scorecard, toolkit: Toolkit, node: Node) -> Made:
    found = card.diagnosis.chance.get(node.id)
    policy = toolkit.policy.resampling
    outcome = worded(formulas.REASONS["one-side"])
    if found is not None and found.value is not None:
        outcome = Amount(100 * found.value, 0)
    return (outcome,), (
        number(Sentence("deals"), policy.deals),
        number(Sentence("competencies looked at together"), len(card.diagnosis.chance)),
        Input(Sentence("seed"), worded(str(policy.seed))),
    )


def _stage(card: Scorecard, node: Node) -> Made:
    result = card.result(node.id)
    if result is None or result.stage is None:
        return (worded(NONE),), ()
    needed = tuple(Input(f"{b.question} ≥", Amount(b.at_least)) for b in result.stage.blockers)
    return (Amount(result.stage.lowest), Amount(result.stage.highest)), needed


def _bounds(node: Node) -> Made:
    inputs = (
        Input(Sentence("score"), scored(node.estimate)),
        Input(Sentence("coverage, in %"), amount(node.coverage, 100)),
    )
    return (scored(node.lowest), scored(node.highest)), inputs


def _band(node: Node) -> Made:
    words = tuple(worded(band.id) for band in (node.band.low, node.band.high) if band is not None)
    inputs = (Input(Sentence("lowest"), scored(node.lowest)), Input(Sentence("highest"), scored(node.highest)))
    return words or (worded(NONE),), inputs


def _answers(node: Node) -> Made:
    kinds = node.kinds
    numbers = {
        Sentence("rated"): kinds.rated,
        Sentence("don’t know"): kinds.dont_know,
        Sentence("unanswered"): kinds.unanswered,
        Sentence("outside our powers"): kinds.outside_powers,
        Sentence("not applicable"): kinds.not_applicable,
    }
    return (Amount(sum(numbers.values())),), tuple(number(name, count) for name, count in numbers.items())


def _difference(card: Scorecard, toolkit: Toolkit, node: Node) -> Made:
    found = next((d for r in card.frameworks for d in r.differences if d.node == node.id), None)
    if found is None:
        return (worded(formulas.REASONS["one-side"]),), ()
    policy = toolkit.policy.differences
    inputs = (
        *(Input(side, Amount(value, 1)) for side, value in found.values),
        Input(Sentence("to discuss from"), Amount(policy.at_least, 1)),
        Input(Sentence("and without any one group"), Amount(policy.without_any_group, 1)),
        Input(Sentence("to discuss"), said(yes=found.to_discuss)),
    )
    return (Amount(found.levels, 1),), inputs


def _step(card: Scorecard, toolkit: Toolkit, name: str) -> Made:
    found = next((step for step in card.steps if step.question == name), None)
    if found is None:
        return (worded(NONE),), ()
    inputs = (
        number(Sentence("weight"), toolkit.by_id[name].weight),
        number(Sentence("from level"), found.rating),
        number(Sentence("class of need"), found.need_class),
        number(Sentence("class of effort"), found.effort),
        Input(Sentence("needed before the next stage"), said(yes=found.unblocks)),
    )
    return (Amount(found.rank),), inputs


def _overall(card: Scorecard, toolkit: Toolkit) -> Made:
    if card.overall is None:
        return (worded(NONE),), ()
    scores = tuple(Input(result.id, scored(result.node.estimate)) for result in card.competencies)
    return (Amount(100 * Fraction(card.overall), 1),), (
        *scores,
        Input(Sentence("mean"), worded(formulas.MEANS[toolkit.policy.overall.mean])),
    )


def _people(card: Scorecard) -> Made:
    rows = tuple(number(row.group or Sentence("everyone"), row.persons + row.institutions) for row in card.presence)
    return (Amount(card.respondents),), rows


def render_derivation(found: Derivation, language: str) -> str:
    """Render the figure, what goes into it, and how."""
    say = Messages(DOMAIN, language)
    lines = [f"{found.name} = " + " … ".join(one.shown(say) for one in found.outcome)]
    lines += [f"  {say.text(entry.label)}: {entry.amount.shown(say)}" for entry in found.inputs]
    return "\n".join([*lines, "  " + say.text(found.formula)]) + "\n"


def derivation_json(found: Derivation) -> str:
    """Render a derivation as JSON."""
    shown = {
        "schema": "nlcaudit/derivation/1",
        "name": found.name,
        "value": [_plain(one) for one in found.outcome],
        "inputs": [{"name": entry.label, "value": _plain(entry.amount)} for entry in found.inputs],
        "formula": found.formula,
    }
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _plain(one: Amount) -> str:
    return one.value if isinstance(one.value, str) else decimal(one.value, one.places)
