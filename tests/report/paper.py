"""What stands where on the pages of a PDF, by poppler’s `pdftotext`."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MILLIMETRE = 72 / 25.4
FOOT = 15 * MILLIMETRE
"""Where the page number stands."""
WATERMARK = 30
"""Points: whatever is taller is no word of the text."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Word") -> bool:
        """Tell whether a good part of one box lies in the other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        least = min(self.bottom - self.top, other.bottom - other.top)
        return wide > 1 and high > least / 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its words in the order of reading, without the watermark and the page number."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Everything on it, without spaces."""
        return "".join(word.text for word in self.words)


def pages_of(path: Path) -> list[Page]:
    """Read a PDF."""
    program = shutil.which("pdftotext") or pytest.skip("no pdftotext was found (Debian: apt install poppler-utils)")
    told = subprocess.run([program, "-bbox", path, "-"], capture_output=True, check=True).stdout
    space = "{http://www.w3.org/1999/xhtml}"
    root = ET.fromstring(UNWRITABLE.sub("", told.decode("utf-8", "replace")))  # noqa: S314 - of our own PDF
    return [_page(one, space) for one in root.iter(f"{space}page")]


def _page(one: ET.Element, space: str) -> Page:
    width, height = float(one.attrib["width"]), float(one.attrib["height"])
    words = [
        Word(word.text or "", *(float(word.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax")))
        for word in one.iter(f"{space}word")
    ]
    kept = [word for word in words if word.bottom - word.top < WATERMARK and word.top < height - FOOT]
    return Page(width, height, tuple(kept))


def faults(pages: Sequence[Page], headings: Sequence[str]) -> Iterator[str]:
    """Yield what no page may have: nothing on it, a heading at its foot, words off it or over one another."""
    ends = {re.sub(r"\s", "", heading) for heading in headings} - {""}
    for number, page in enumerate(pages, start=1):
        if not page.words:
            yield f"page {number} is blank"
        if number < len(pages):
            yield from (f"page {number} ends with “{end}”" for end in ends if _stranded(page, end))
        yield from (f"page {number}: {what}" for what in _misplaced(page))


def _stranded(page: Page, end: str) -> bool:
    """Tell whether a heading is the last thing on a page; beside the first cell of a row stand the others."""
    if not page.text.endswith(end):
        return False
    left, place = len(end), len(page.words)
    while left > 0:
        place -= 1
        left -= len(page.words[place].text)
    own = page.words[place:]
    top, bottom = min(word.top for word in own), max(word.bottom for word in own)
    return not any(top < (word.top + word.bottom) / 2 < bottom for word in page.words[:place])


def _misplaced(page: Page) -> Iterator[str]:
    margin = 9 * MILLIMETRE
    for word in page.words:
        if word.left < margin or word.right > page.width - margin:
            yield f"“{word.text[:30]}” leaves the page"
    lines = sorted(page.words, key=lambda word: word.top)
    for place, word in enumerate(lines):
        for other in lines[place + 1 :]:
            if other.top > word.bottom:
                break
            if word.covers(other):
                yield f"“{word.text[:30]}” lies over “{other.text[:30]}”"
