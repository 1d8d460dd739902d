"""How the width of a page is shared out among the columns of a table."""

from collections.abc import Sequence

LETTER = 0.62
"""Width of a letter in a bold head, in sizes of it: somewhat more than in any of the usual typefaces."""


def longest_word(head: str, size: float, margin: float) -> float:
    """Return the width that a column needs for no word of its head to be broken.

    Args:
        head: the words over the column.
        size: of its letters, in the unit of the result.
        margin: of a cell, left and right together.
    """
    return max(map(len, head.split()), default=0) * LETTER * size + margin


def shared_out(total: float, shares: Sequence[float], needs: Sequence[float]) -> list[float]:
    """Share out a width: to each column its share, but at least what it needs, as long as there is enough for all.

    Args:
        total: the width.
        shares: what the columns would get of it, in any unit.
        needs: the least width of each, in the unit of `total`.

    Returns:
        The widths, which add up to `total`. Where the needs are more than there is, they are shares themselves.
    """
    if sum(needs) >= total:
        return [total * need / sum(needs) for need in needs]
    needy: set[int] = set()
    while True:
        left = total - sum(needs[at] for at in needy)
        across = sum(share for at, share in enumerate(shares) if at not in needy)
        widths = [needs[at] if at in needy else left * share / across for at, share in enumerate(shares)]
        short = {at for at, width in enumerate(widths) if width < needs[at]} - needy
        if not short:
            return widths
        needy |= short
