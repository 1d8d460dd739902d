"""How often chance alone would set two sides as far apart: whole respondents dealt to the seats of the sides.

The largest difference of all competencies is compared in each deal, so that looking at several of them at once does not
make any of them look rare (P. H. Westfall and S. S. Young, *Resampling-Based Multiple Testing*, 1993: max-T).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import inf
from operator import mul
from random import Random
from struct import Struct

BITS = 31
SHARE = 1 << BITS
"""Values and shares are integers in steps of 2^-31; a share of a value then fits into a word of 64 bits."""
WORD = 64
MISSING = -inf
EVEN = SHARE / 1_000_000
"""In steps. Deals this close to what was seen are as wide as it: they tie, but for the rounding to steps."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A respondent's place: on which side, with how much of its value, and what was answered from it.

    Attributes:
        first: on the first of the two sides.
        share: of its side's value, 0 to 1; the shares of a side sum to 1.
        answered: the mean value, 0 to 1, by competency; those without a rating are absent.
    """

    first: bool
    share: Fraction
    answered: Mapping[str, Fraction]


def chances(seats: Sequence[Seat], family: Sequence[str], deals: int, seed: int) -> dict[str, Fraction]:
    """Return how often, over the deals, the largest difference is as wide as each competency's own.

    Args:
        seats: of both sides, in an order that does not depend on names.
        family: the competencies that are looked at together.
        deals: how many.
        seed: the same seed gives the same deals.

    Returns:
        (1 + deals as wide) ÷ (1 + deals), by competency; those without values on both sides are left out.
    """
    ordered = sorted(seats, key=lambda seat: (not seat.first, seat.share))
    table = _table(ordered, len(family))
    packed = [_packed(seat.answered, family) for seat in ordered]
    seen = table.apart(packed)
    if max(seen, default=MISSING) == MISSING:
        return {}
    draw, widest = Random(seed).random, []  # noqa: S311 - repeatable, not secret
    for _ in range(deals):
        dealt = sorted(packed, key=lambda _: draw())
        widest.append(max(table.apart(dealt)) + EVEN)
    return {
        name: Fraction(1 + sum(map(gap.__le__, widest)), 1 + deals)
        for name, gap in zip(family, seen, strict=True)
        if gap != MISSING
    }  # fmt: skip


def _packed(answered: Mapping[str, Fraction], family: Sequence[str]) -> int:
    """Put, for each competency, its value and whether there is one into two words of one integer."""
    whole = 0
    for name in reversed(family):
        value = answered.get(name)
        words = 0 if value is None else (int(value * SHARE) << WORD) | 1
        whole = (whole << 2 * WORD) | words
    return whole


@dataclass(frozen=True)
class _Table:
    """The seats of both sides in blocks of the same side and share, and the words of a packed sum.

    Attributes:
        blocks: where the seats of each stand.
        shares: of a seat of each; those of the second side are so many words higher that its sums stand above those
            of the first.
        words: of both sums, for each competency the share that answered and the value.
    """

    blocks: Sequence[slice]
    shares: Sequence[int]
    words: Struct

    def apart(self, packed: Sequence[int]) -> list[float]:
        """Return how far the weighted means of both sides are apart in each competency, in steps."""
        together = sum(map(mul, self.shares, map(sum, map(packed.__getitem__, self.blocks))))
        sums = self.words.unpack(together.to_bytes(self.words.size, "little"))
        half = len(sums) // 2
        return [
            abs(a / n - b / m) if n and m else MISSING
            for n, a, m, b in zip(sums[:half:2], sums[1:half:2], sums[half::2], sums[half + 1 :: 2], strict=True)
        ]


def _table(ordered: Sequence[Seat], number: int) -> _Table:
    blocks, shares, start, higher = [], [], 0, 2 * WORD * number
    for (first, share), alike in groupby(ordered, key=lambda seat: (seat.first, seat.share)):
        end = start + len(list(alike))
        blocks.append(slice(start, end))
        shares.append(int(share * SHARE) << higher * (not first))
        start = end
    return _Table(blocks, shares, Struct(f"<{4 * number}Q"))
