"""What follows from ratings lying between 0 and 1: where shown figures leave a value no room.

If a combination of shown figures has positive weights only on values at 0 and negative ones only on values at 1, none
of these values can be another (Farkas). Which values are in any such combination is a question of linear programming
over a cone, answered exactly: the simplex method with the rule of R. G. Bland, *New finite pivoting rules for the
simplex method* (1977), in whole numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from nlcaudit.scoring.exact import fraction_of
from nlcaudit.scoring.forms import Form, Unknown


def cornered(rows: Mapping[Unknown, Form], ends: Mapping[Unknown, Fraction]) -> set[Unknown]:
    """Return the values that combinations of shown figures hold to an end of the scale.

    Args:
        rows: the reduced rows of what is shown, under their pivots; values at an end are pivots last.
        ends: the values that are 0 or 1, and which of the two.

    Returns:
        Every value in a combination without a negative weight over the distances of values from their ends. A row of a
        single value is left out: linear algebra alone tells it.
    """
    held = {pivot: row for pivot, row in rows.items() if len(row) > 1 and row.keys() <= ends.keys()}
    return _Cone.over(held, ends).supports() if held else set()


Sum = tuple[int, dict[Unknown, int]]
"""A positive number, and weights: so many times a distance is the weighted sum of others."""


@dataclass
class _Cone:
    """The distances that a row space allows: some are free, the others are sums of them; none is negative."""

    free: set[Unknown]
    sums: dict[Unknown, Sum]

    @classmethod
    def over(cls, rows: Mapping[Unknown, Form], ends: Mapping[Unknown, Fraction]) -> "_Cone":
        """Take the pivots for free; where both ends of a weight differ, distances grow against each other."""
        found: dict[Unknown, dict[Unknown, Fraction]] = {}
        for pivot, row in rows.items():
            for unknown, weight in row.items():
                if unknown != pivot:
                    sign = 1 if ends[unknown] == ends[pivot] else -1
                    found.setdefault(unknown, {})[pivot] = sign * fraction_of(weight)
        return cls(set(rows), {unknown: _whole(weights) for unknown, weights in found.items()})

    def supports(self) -> set[Unknown]:
        """Return every distance that is not 0 throughout the cone."""
        found: set[Unknown] = set()
        goal: Sum = (1, dict.fromkeys(self.free, 1))
        while self.free:
            ray = next((free for free in sorted(self.free) if self._grows(free)), None)
            if ray is not None:
                grown = {unknown for unknown, (_, weights) in self.sums.items() if weights.get(ray)}
                found |= {ray, *grown}
                self._forget({ray}, grown)
            elif fixed := next((weights for _, weights in self.sums.values() if max(weights.values()) < 0), None):
                self._forget(set(fixed), set())
            elif entering := min((free for free, weight in goal[1].items() if weight > 0), default=None):
                goal = self._exchange(entering, goal)
                continue
            else:
                break
            goal = 1, dict.fromkeys(self.free, 1)
        return found

    def _grows(self, free: Unknown) -> bool:
        """Tell whether a free distance can grow alone."""
        return all(weights.get(free, 0) >= 0 for _, weights in self.sums.values())

    def _forget(self, free: Iterable[Unknown], sums: Iterable[Unknown]) -> None:
        """Leave free distances out of all sums, and sums that no longer bind."""
        self.free -= set(free)
        kept = ((name, one) for name, one in self.sums.items() if name not in set(sums))
        rest = {name: (own, {u: w for u, w in weights.items() if u in self.free}) for name, (own, weights) in kept}
        self.sums = {name: one for name, one in rest.items() if one[1]}

    def _exchange(self, entering: Unknown, goal: Sum) -> Sum:
        """Make a free distance a sum, in place of the first sum that it would turn negative; return the goal."""
        leaving = min(name for name, (_, weights) in self.sums.items() if weights.get(entering, 0) < 0)
        own, weights = self.sums.pop(leaving)
        new = -weights.pop(entering), {**weights, leaving: -own}
        self.sums = {name: _put(one, entering, new) for name, one in self.sums.items()}
        self.sums[entering] = new
        self.free = self.free - {entering} | {leaving}
        return _put(goal, entering, new)


def _whole(weights: Mapping[Unknown, Fraction]) -> Sum:
    own = lcm(*(weight.denominator for weight in weights.values()))
    return own, {unknown: int(own * weight) for unknown, weight in weights.items()}


def _put(one: Sum, name: Unknown, other: Sum) -> Sum:
    """Put a sum in the place of one of the terms of another."""
    own, weights = one
    if name not in weights:
        return one
    factor = weights[name]
    mixed = {unknown: other[0] * weight for unknown, weight in weights.items() if unknown != name}
    for unknown, weight in other[1].items():
        mixed[unknown] = mixed.get(unknown, 0) + factor * weight
    common = gcd(own * other[0], *mixed.values())
    return own * other[0] // common, {unknown: weight // common for unknown, weight in mixed.items() if weight}
