"""What follows from ratings lying between 0 and 1: where shown figures leave a value no room.

If a combination of shown figures has positive weights only on values at 0 and negative ones only on values at 1, none
of these values can be another (Farkas). The smallest such combinations are the extreme rays of a cone, found by the
double description method: Motzkin, Raiffa, Thompson and Thrall (1953), with supports instead of adjacency
(K. Fukuda and A. Prodon, *Double description method revisited*, 1996, section 3).
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from nlcaudit.scoring.exact import fraction_of
from nlcaudit.scoring.forms import Form, Unknown

Ray = dict[Unknown, Fraction]


def cornered(rows: Mapping[Unknown, Form], ends: Mapping[Unknown, Fraction]) -> list[Ray]:
    """Return the smallest combinations of shown figures that hold every value in them to an end of the scale.

    Args:
        rows: the reduced rows of what is shown, under their pivots; values at an end are pivots last.
        ends: the values that are 0 or 1, and which of the two.

    Returns:
        Combinations without a negative weight over the distances of values from their ends. Those over a single
        value are left out: linear algebra alone gives them.
    """
    held = {pivot: row for pivot, row in rows.items() if len(row) > 1 and row.keys() <= ends.keys()}
    basis = [_turned({u: fraction_of(c) for u, c in row.items()}, ends) for row in held.values()]
    # Where the pivot is at 1 it turned negative; the row may as well be taken with the other sign.
    upright = [_mixed({}, Fraction(0), row, 1 / row[pivot]) for pivot, row in zip(held, basis, strict=True)]
    return _rays(upright, held)


def _turned(row: Mapping[Unknown, Fraction], ends: Mapping[Unknown, Fraction]) -> Ray:
    """Change the sign of the values at 1, so that they, too, count how far a value is from its end."""
    return {unknown: -weight if ends[unknown] == 1 else weight for unknown, weight in row.items()}


def _mixed(one: Ray, times: Fraction, other: Ray, factor: Fraction) -> Ray:
    mixed = {unknown: times * weight for unknown, weight in one.items()}
    for unknown, weight in other.items():
        mixed[unknown] = mixed.get(unknown, Fraction(0)) + factor * weight
    return {unknown: weight for unknown, weight in mixed.items() if weight}


def _rays(basis: list[Ray], pivots: Iterable[Unknown]) -> list[Ray]:
    """Return the combinations of reduced rows without a negative weight whose support holds no other's."""
    done = set(pivots)
    rays = basis
    for unknown in sorted({unknown for row in basis for unknown in row} - done):
        done.add(unknown)
        above = [ray for ray in rays if ray.get(unknown, 0) > 0]
        below = [ray for ray in rays if ray.get(unknown, 0) < 0]
        level = [ray for ray in rays if unknown not in ray]
        crossed = [_mixed(high, -low[unknown], low, high[unknown]) for high in above for low in below]
        rays = _smallest([*level, *above, *crossed], done)
    return rays


def _smallest(rays: list[Ray], done: set[Unknown]) -> list[Ray]:
    """Keep one ray for each support, among the unknowns that are done, that holds no other support."""
    kept: list[tuple[set[Unknown], Ray]] = []
    for support, ray in sorted(((done & ray.keys(), ray) for ray in rays), key=lambda entry: len(entry[0])):
        if not any(smaller <= support for smaller, _ in kept):
            kept.append((support, ray))
    return [ray for _, ray in kept]
