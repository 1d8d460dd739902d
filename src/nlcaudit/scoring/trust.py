"""How far to trust a competency's result: a grade by declared rules, what keeps it from the next, and whom to hear.

The rules are the policy's (`trust:`). The first whose demands are all met gives the grade; none met gives D.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from nlcaudit.framework.judging import Grade, TrustRule
from nlcaudit.scoring.counsel import Shortfall, Trust
from nlcaudit.scoring.evidence import Witnesses, seen_share
from nlcaudit.scoring.ground import Ground
from nlcaudit.scoring.scorecard import Presence
from nlcaudit.scoring.statistic import Statistic

LOWEST: Grade = "D"


def trust_in(ground: Ground, presence: Sequence[Presence], found: Witnesses) -> Trust:
    """Grade a framework's result.

    Args:
        ground: the framework.
        presence: who was expected and came, by group.
        found: the evidence.
    """
    policy = ground.trees.toolkit.policy.trust
    seen = seen_share(ground, found)
    wanting = [_wanting(ground, presence, rule, policy.unheard_at_best, seen) for rule in policy.rules]
    reached = next((place for place, missing in enumerate(wanting) if not missing), len(policy.rules))
    grade = policy.rules[reached].grade if reached < len(policy.rules) else LOWEST
    if not reached:
        return Trust(grade, None, (), (), seen)
    shortfalls = tuple(wanting[reached - 1])
    hear = tuple(row.group for row in presence if _to_hear(row, shortfalls))
    return Trust(grade, policy.rules[reached - 1].grade, shortfalls, hear, seen)


def _wanting(
    ground: Ground, presence: Sequence[Presence], rule: TrustRule, at_best: Grade, seen: Statistic
) -> list[Shortfall]:  # fmt: skip
    node = ground.result.node
    missing = [] if node.estimate.value is not None else [Shortfall("score")]
    if node.coverage is None or node.coverage < rule.coverage:
        missing.append(Shortfall("coverage", None, node.coverage, rule.coverage))
    missing += _too_few(ground, rule)
    if rule.seen_evidence and (seen.value is None or seen.value < rule.seen_evidence):
        have = None if seen.value is None else Fraction(seen.value)
        missing.append(Shortfall("evidence", None, have, rule.seen_evidence))
    if rule.grade < at_best and any(row.unheard for row in presence):
        missing.append(Shortfall("unheard"))
    return missing


def _too_few(ground: Ground, rule: TrustRule) -> Iterator[Shortfall]:
    sides: list[str | None] = [side.id for side in ground.trees.toolkit.sides]
    for side in sides or [None]:
        persons = sum(side is None or ground.trees.panel.side_of[group] == side for group, _ in ground.rows)
        if persons < rule.persons_per_side:
            yield Shortfall("persons", side, Fraction(persons), Fraction(rule.persons_per_side))


def _to_hear(row: Presence, shortfalls: Sequence[Shortfall]) -> bool:
    """Tell whether hearing a group more would help: it was expected, and misses altogether or on a side too thin."""
    demands = {shortfall.demand for shortfall in shortfalls}
    thin = {shortfall.side for shortfall in shortfalls if shortfall.demand == "persons"}
    missing = row.expected > row.persons + row.institutions
    return (row.unheard and "unheard" in demands) or (missing and (row.side in thin or None in thin))
