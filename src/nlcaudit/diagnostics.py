"""Findings in files: what is wrong, by which rule, and where.

A check names a *route* through the document (`("themes", 0, "questions", 2, "id")`); only the document
knows which line and column that is. A `Finding` is therefore pure; a `Diagnostic` is a finding that has been
located and can be printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from nlcaudit.sentences import NOTHING, Sentence

Route = tuple[str | int, ...]
Severity = Literal["error", "warning"]
MOST_LISTED = 12
"""So many choices are still read; more are not listed in a hint."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a text file; both numbers count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong.

    Attributes:
        code: `NLC` and three digits; stable and never reused.
        name: the same in words, kebab-case.
        severity: an `error` makes the file unusable for what it is about; a `warning` does not.
        doc: the documentation: a summary line, an empty line, then why it matters and what to write instead.
    """

    code: str
    name: str
    severity: Severity
    doc: str

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.doc.strip().splitlines()[0]

    def at(self, route: Route, message: Sentence, hint: Sentence = NOTHING, *, key: bool = False) -> "Finding":
        """Make a finding of this rule at `route`; with `key`, at the key instead of its value."""
        return Finding(self, route, message, hint, key)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a document breaks, at a route through it."""

    rule: Rule
    route: Route
    message: Sentence
    hint: Sentence = NOTHING
    key: bool = False

    def under(self, *prefix: str | int) -> "Finding":
        """Return the same finding, seen from further out."""
        return replace(self, route=(*prefix, *self.route))

    def inside(self) -> "Finding":
        """Return the same finding, seen from inside the first step of its route."""
        return replace(self, route=self.route[1:])


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A finding with its place, ready to print; sorts by path, line, column, code."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: Sentence
    hint: Sentence = NOTHING
    excerpt: str = ""


def has_errors(found: Iterable[Finding | Diagnostic]) -> bool:
    """Tell whether any of them is an error rather than a warning."""
    return any((f.rule.severity if isinstance(f, Finding) else f.severity) == "error" for f in found)


def closest(word: str, choices: Iterable[str]) -> str:
    """Return the one of `choices` that `word` is probably meant to be, or nothing."""
    return next(iter(get_close_matches(word, sorted(choices), n=1, cutoff=0.6)), "")


def did_you_mean(word: str, choices: Iterable[str], otherwise: Sentence = NOTHING) -> Sentence:
    """Return a hint that names the closest of `choices`, or else lists them when they are few."""
    known = sorted(choices)
    near = closest(word, known)
    if near:
        return Sentence("did you mean “{word}”?", word=near)
    if otherwise:
        return otherwise
    if known and len(known) <= MOST_LISTED:
        return Sentence("write one of: {words}", words=known)
    return NOTHING
