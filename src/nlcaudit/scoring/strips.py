"""How many people chose which level: the answers that may be looked into, in pieces that point at nobody."""

from collections.abc import Sequence
from itertools import accumulate

from nlcaudit.scoring.diagnosis import Piece, Strip
from nlcaudit.scoring.ground import Ground

TWO = 2


def strips_of(ground: Ground, least: int) -> dict[str, Strip]:
    """Return the strip of each question that has one.

    A strip is no sum, so it rests on cells alone whose own value may be shown; there are none under twice `least`
    people, nor where all levels would be one piece.

    Args:
        ground: the framework.
        least: k, the least number of people in a piece that is not empty; 0 without protection, and every level is a
            piece of its own.
    """
    levels = len(ground.trees.toolkit.levels)
    counts = {question: [0] * levels for question in ground.questions}
    for _, sheet in ground.open_rows:
        for question, rating in sheet.items():
            counts[question][rating] += 1
    found = {question: pieces_of(row, least) for question, row in counts.items() if sum(row) >= max(1, TWO * least)}
    return {q: Strip(sum(counts[q]), pieces) for q, pieces in found.items() if len(pieces) > 1}


def pieces_of(counts: Sequence[int], least: int) -> tuple[Piece, ...]:
    """Bring neighbouring levels together until each piece holds nobody, or `least` people.

    There are as many pieces as can be, and of those the most even; none where it cannot be done.
    """
    before = [0, *accumulate(counts)]
    best: list[tuple[Piece, ...] | None] = [()]
    for end in range(1, len(before)):
        tried = [
            (*known, Piece(start, end - 1, people))
            for start, known in enumerate(best)
            if known is not None and _fits(people := before[end] - before[start], least)
        ]
        best.append(min(tried, key=_few_and_uneven, default=None))
    return best[-1] or ()


def _few_and_uneven(pieces: Sequence[Piece]) -> tuple[int, int]:
    return -len(pieces), sum(piece.people**2 for piece in pieces)


def _fits(people: int, least: int) -> bool:
    return people == 0 or people >= least
