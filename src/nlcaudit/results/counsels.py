"""What a result is worth and what to do with it → JSON, and where each figure comes from."""

from collections.abc import Callable
from fractions import Fraction

from nlcaudit.framework import Toolkit
from nlcaudit.framework.judging import TrustRule
from nlcaudit.results import formulas
from nlcaudit.results.formulas import NONE, Amount, Input, number, said, worded
from nlcaudit.results.numbers import decimal
from nlcaudit.scoring import Node, Scorecard
from nlcaudit.scoring.counsel import Counsel, Firm, Remembered, Shortfall, Trust
from nlcaudit.scoring.scorecard import Step
from nlcaudit.scoring.statistic import Statistic
from nlcaudit.sentences import Sentence

Made = tuple[tuple[Amount, ...], tuple[Input, ...]]


def counsel_document(found: Counsel, toolkit: Toolkit) -> dict[str, object]:
    """Return the parts that belong to no single framework or question, for JSON."""
    return {
        "evidence_wanted": [
            {"question": one.question, "framework": one.framework, "side": one.side, "differs": one.differs,
             "named": one.named}
            for one in found.evidence
        ],
        "firmness": {
            "first": found.firmness.first, "draws": found.firmness.draws, "people": found.firmness.people,
            "groups": found.firmness.groups,
            "steps": {question: _firm(one) for question, one in found.firmness.steps.items()},
        },
        "lessons": [
            {"id": one.id, "direct": _score(one.direct), "served": _score(one.served), "scored": one.scored,
             "serving": one.serving, "contradicts": one.contradicts}
            for one in found.lessons
        ],
        "a_year_ago": {question: _remembered(one, toolkit) for question, one in found.remembered.items()},
        "agreed": [
            {"question": one.question, "rating": one.rating, "reason": one.reason, "date": one.date.isoformat(),
             "sides": list(one.sides), "evidence": list(one.evidence)}
            for one in found.agreed
        ],
        "evidence_register": [
            {"question": one.question, "institution": one.institution, "what": one.record.what,
             "where": one.record.where, "date": one.record.date.isoformat() if one.record.date else None,
             "owner": one.record.owner, "strength": one.record.strength, "seen_by": one.record.seen_by, "old": one.old}
            for one in found.register
        ],
    }  # fmt: skip


def _score(value: Fraction | None) -> str | None:
    return None if value is None else decimal(100 * value)


def _firm(one: Firm) -> dict[str, object]:
    return {"our_choices": _percent(one.choices), "who_was_in_the_room": _percent(one.room),
            "what_nobody_answered": _percent(one.unanswered), "smallest": decimal(100 * one.smallest, 0)}  # fmt: skip


def _percent(found: Statistic) -> dict[str, object]:
    return {"reason": found.reason} if found.value is None else {"percent": decimal(100 * found.value, 0)}


def _remembered(one: Remembered, toolkit: Toolkit) -> dict[str, object]:
    if one.value.value is None:
        return {"people": one.people, "reason": one.value.reason}
    return {"people": one.people, "level": decimal(toolkit.top * one.value.value)}


def steps_document(steps: tuple[Step, ...]) -> list[dict[str, object]]:
    """Return steps in order, for JSON."""
    return [
        {"rank": s.rank, "question": s.question, "framework": s.framework, "from_rating": s.rating,
         "need_class": s.need_class, "effort": s.effort, "needed_before_next_stage": s.unblocks, "quick_win": s.quick}
        for s in steps
    ]  # fmt: skip


def trust_document(found: Trust | None) -> dict[str, object] | None:
    """Return how far to trust a competency, for JSON."""
    if found is None:
        return None
    return {
        "grade": found.grade, "next": found.following, "seen_evidence": _percent(found.seen),
        "missing": [_shortfall(one) for one in found.shortfalls], "hear_next": list(found.hear),
    }  # fmt: skip


def _shortfall(one: Shortfall) -> dict[str, object]:
    shown: dict[str, object] = {"demand": one.demand}
    if one.side:
        shown["side"] = one.side
    told = {"have": _told(one, one.have), "need": _told(one, one.need)}
    return shown | {name: value for name, value in told.items() if value is not None}


def _told(one: Shortfall, value: Fraction | None) -> str | None:
    """Return a number of persons as it is, a share in percent."""
    if value is None:
        return None
    return str(value) if one.demand == "persons" else decimal(100 * value)


# -- where they come from ----------------------------------------------------------------------------------------


def derivations_of(card: Scorecard, toolkit: Toolkit, node: Node) -> dict[str, Callable[[], Made]]:
    """Return how each of these figures of a node is made, under its name."""
    known: dict[str, Callable[[], Made]] = {}
    if node.id in card.counsel.trust:
        known["trust"] = lambda: _trust(card.counsel.trust[node.id], node, toolkit)
    if node.kind == "question":
        known["firmness"] = lambda: _firmness(card, toolkit, node.id)
        known["a-year-ago"] = lambda: _year_ago(card, toolkit, node.id)
    if any(lesson.id == node.id for lesson in card.counsel.lessons):
        known["served"] = lambda: _served(card, toolkit, node.id)
    return known


def _trust(found: Trust, node: Node, toolkit: Toolkit) -> Made:
    covered = Amount(NONE) if node.coverage is None else Amount(100 * node.coverage, 1)
    seen = Amount(formulas.REASONS["withheld"]) if found.seen.value is None else Amount(100 * found.seen.value)
    inputs = [
        Input(Sentence("coverage, in %"), covered),
        Input(Sentence("high ratings whose evidence the other side has seen, in %, downwards"), seen),
        *(_missing(one) for one in found.shortfalls),
    ]
    rules = (rule for rule in toolkit.policy.trust.rules if rule.grade == found.following)
    return (worded(found.grade),), (*inputs, *(entry for rule in rules for entry in _demands(rule)))


def _missing(one: Shortfall) -> Input:
    label = formulas.DEMANDS[one.demand]
    if one.have is None:
        return Input(label, worded(Sentence("no")))
    return Input(label, Amount(one.have if one.demand == "persons" else 100 * one.have, 0 if one.side else 1))


def _demands(rule: TrustRule) -> tuple[Input, ...]:
    return (
        Input(Sentence("the next grade"), worded(rule.grade)),
        Input(Sentence("it asks for coverage, in %"), Amount(100 * rule.coverage, 1)),
        number(Sentence("it asks for people on each side"), rule.persons_per_side),
        Input(Sentence("it asks for seen evidence, in %"), Amount(100 * rule.seen_evidence)),
    )


def _firmness(card: Scorecard, toolkit: Toolkit, question: str) -> Made:
    found, policy = card.counsel.firmness, toolkit.policy.priorities
    firm = found.steps.get(question)
    if firm is None:
        return (worded(NONE),), ()
    return (Amount(100 * firm.smallest),), (
        Input(Sentence("our choices, in %"), _amount(firm.choices)),
        Input(Sentence("who was in the room, in %"), _amount(firm.room)),
        Input(Sentence("what nobody answered, in %"), _amount(firm.unanswered)),
        number(Sentence("among the first"), found.first),
        number(Sentence("draws"), found.draws),
        number(Sentence("people left out in turn"), found.people),
        number(Sentence("groups left out in turn"), found.groups),
        Input(Sentence("seed"), worded(str(policy.seed))),
    )


def _amount(found: Statistic) -> Amount:
    return Amount(formulas.REASONS["withheld"]) if found.value is None else Amount(100 * found.value)


def _year_ago(card: Scorecard, toolkit: Toolkit, question: str) -> Made:
    found = card.counsel.remembered.get(question)
    if found is None:
        return (worded(NONE),), ()
    people = (number(Sentence("people who said so"), found.people),)
    if found.value.value is None:
        return (worded(formulas.REASONS["withheld"]),), people
    return (Amount(toolkit.top * found.value.value, 1),), people


def _served(card: Scorecard, toolkit: Toolkit, lesson: str) -> Made:
    found = next(one for one in card.counsel.lessons if one.id == lesson)
    serving = [
        n for result in card.competencies for n in result.node.walk()
        if n.kind == "question" and lesson in toolkit.by_id[n.id].lessons and n.estimate.score is not None
    ]  # fmt: skip
    policy = toolkit.policy.lessons
    inputs = (
        *(Input(n.id, formulas.scored(n.estimate)) for n in serving),
        Input(Sentence("rated directly"), Amount(NONE) if found.direct is None else Amount(100 * found.direct, 1)),
        Input(Sentence("a contradiction from so many levels"), Amount(policy.apart, 1)),
        number(Sentence("and from so many questions"), policy.questions),
        Input(Sentence("a contradiction"), said(yes=found.contradicts)),
    )
    return (Amount(NONE) if found.served is None else Amount(100 * found.served, 1),), inputs
