"""How much two texts differ: not, in spelling, in a translation, or in what they say."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal

from nlcaudit.text import UNSPECIFIED, LocalizedText

TextChange = Literal["same", "translated", "corrected", "reworded"]

MARKS = re.compile(r"[\"'“”„«»‘’‹›…;:!?()]|[.,\-‐‑–—](?!\d)")
"""Marks that change the look of a sentence; `<`, `%`, and what stands before a digit, can change what it says."""
WORD = re.compile(r"[^\s]+")
LONG_ENOUGH = 5
"""Letters of a word in which one wrong letter is taken for a misprint: `not` and `now` are two words."""


def written_in(text: LocalizedText | None, language: str) -> str | None:
    """The words in a language; a text that names none is in the source language."""
    return text.get(language) if text is not None else None


def difference(old: LocalizedText, new: LocalizedText, source: str) -> tuple[TextChange, tuple[str, ...]]:
    """Compare two texts.

    Args:
        old: before.
        new: now.
        source: the language in which the texts are written first.

    Returns:
        What kind of change it is, and the languages in which the words differ.
    """
    languages = sorted({source if known == UNSPECIFIED else known for known in (*old.languages, *new.languages)})
    changed = tuple(language for language in languages if old.get(language) != new.get(language))
    if not changed:
        return "same", ()
    if source not in changed:
        return "translated", changed
    before, after = old.get(source), new.get(source)
    if before is not None and after is not None and is_correction(before, after):
        return "corrected", changed
    return "reworded", changed


def plain_words(text: str) -> list[str]:
    """The words of a text without case and marks."""
    return WORD.findall(MARKS.sub(" ", unicodedata.normalize("NFKC", text).casefold()))


def is_correction(before: str, after: str) -> bool:
    """Tell whether nothing but spelling changed: case, marks, spaces, or one letter of one long word.

    “The plan is not public” and “… now public” are different questions, so a word counts as misspelt only if it is
    long, keeps its first letter and has no digit.
    """
    old, new = plain_words(before), plain_words(after)
    if len(old) != len(new):
        return False
    pairs = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    return not pairs or (len(pairs) == 1 and _misspelt(*pairs[0]))


def _misspelt(one: str, other: str) -> bool:
    if min(len(one), len(other)) < LONG_ENOUGH or one[0] != other[0] or not (one + other).isalpha():
        return False
    start = next(at for at, (a, b) in enumerate(zip_longest(one, other)) if a != b)
    left, right = one[start:], other[start:]
    swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:] and len(left) > 1
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or swapped


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of two lists of words is the same, in the same order, from 0 to 1 (Ratcliff and Obershelp, 1988)."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only needed where something was reworded

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
