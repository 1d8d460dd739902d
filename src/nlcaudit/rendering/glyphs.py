"""Which characters the bundled fonts can write. PDF/UA forbids a page with a character that none of its fonts has."""

from functools import cache
from pathlib import Path
from unicodedata import category

from fontTools.ttLib import TTFont

from nlcaudit.bundled import bundled

REPLACEMENT = "\ufffd"
INVISIBLE = frozenset({"Cf", "Mn", "Me"})
"""Joiners, selectors and marks: where no font has them, they are left out instead of being replaced."""


def printable(text: str) -> str:
    """Return a text in which what no bundled font has is �, once for a run of such characters."""
    known = _known()
    if all(ord(char) in known for char in text):
        return text
    kept: list[str] = []
    for char in text:
        if ord(char) in known:
            kept.append(char)
        elif category(char) not in INVISIBLE and kept[-1:] != [REPLACEMENT]:
            kept.append(REPLACEMENT)
    return "".join(kept)


@cache
def _known() -> frozenset[int]:
    fonts = sorted((bundled("templates") / "fonts").glob("*.ttf"))
    return frozenset().union(*map(_characters, fonts))


def _characters(font: Path) -> frozenset[int]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())
