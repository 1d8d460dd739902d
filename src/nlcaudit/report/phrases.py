"""Words as they are printed: a sentence remembers which of its parts are in another language, and which are numbers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from string import Formatter

BLANKS = re.compile("[ \t\r\n\f\v\u0085\u2028\u2029]+")
"""Spaces that a line may be broken at; the narrow and the fixed ones of French stay."""
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
"""Control characters, and marks that turn the direction of everything after them."""


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a sentence.

    Attributes:
        text: on one line.
        language: of a part that is not in the language of the page; empty otherwise.
        number: a figure or a range, which keeps its order where the text runs from right to left.
        value: of a figure, as printed, for programs that calculate.
    """

    text: str
    language: str = ""
    number: bool = False
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text as it is printed."""

    runs: tuple[Run, ...] = ()

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)

    @property
    def value(self) -> Decimal | None:
        """The number, where the phrase is one and nothing else."""
        return self.runs[0].value if len(self.runs) == 1 else None


NOTHING = Phrase()


def clean(text: str) -> str:
    """Return a text on one line, without what cannot be seen."""
    return BLANKS.sub(" ", UNPRINTABLE.sub("", text)).strip()


def plain(text: str) -> Phrase:
    """Return a text in the language of the page."""
    return Phrase((Run(text),)) if text else NOTHING


def figure(text: str, value: Decimal) -> Phrase:
    """Return a number as it is printed."""
    return Phrase((Run(text, number=True, value=value),))


def joined(parts: Iterable[Phrase], between: str) -> Phrase:
    """Join phrases, leaving out the empty ones."""
    runs: list[Run] = []
    for part in parts:
        if part:
            runs += [Run(between), *part.runs] if runs else part.runs
    return Phrase(tuple(runs))


@cache
def _parsed(pattern: str) -> tuple[tuple[Run | None, str | None], ...]:
    parts = Formatter().parse(pattern)
    return tuple((Run(before) if before else None, name) for before, name, _, _ in parts)


def filled(pattern: str, values: Mapping[str, Phrase | str]) -> Phrase:
    """Put values where `{name}` stands in a pattern."""
    runs: list[Run] = []
    for before, name in _parsed(pattern):
        if before is not None:
            runs.append(before)
        if name is not None:
            value = values[name]
            runs += value.runs if isinstance(value, Phrase) else plain(value).runs
    return Phrase(tuple(runs))
