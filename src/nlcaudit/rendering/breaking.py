"""Where a word that no line can hold may be broken: a table would else grow wider than the page."""

import re
from unicodedata import category

LONGEST = 40
"""Characters without a space that stay whole."""
PIECE = 8
"""Characters that stay together on a page, so that no column becomes a thread."""
OVERLONG = re.compile(rf"(?<![^ ])(?![0-9a-f]+(?: |$))[^ ]{{{LONGEST + 1},}}")
"""Fingerprints are copied, and stay whole."""
JOINER = "\u200d"
FLAGS = range(0x1F1E6, 0x1F200)
"""Letters that make a flag in pairs."""
MARKS = frozenset({"Mn", "Me", "Mc", "Sk", "Cf"})
"""What belongs to the character before it."""


def pieces(text: str, least: int = PIECE) -> list[str]:
    """Cut a text where it may be broken beside its spaces; nearly always it stays whole.

    Args:
        text: on one line.
        least: characters between two places to break at.
    """
    if len(text) <= LONGEST or max(map(len, text.split(" "))) <= LONGEST:
        return [text]
    cut, start = [], 0
    for word in OVERLONG.finditer(text):
        for place in range(word.start() + 1, word.end()):
            if place - max(start, word.start()) >= least and _apart(text, place):
                cut.append(text[start:place])
                start = place
    return [*cut, text[start:]]


def _apart(text: str, place: int) -> bool:
    """Tell whether a character and the one before it are two that a reader sees."""
    before, after = text[place - 1], text[place]
    return before != JOINER and category(after) not in MARKS and ord(before) not in FLAGS and ord(after) not in FLAGS
