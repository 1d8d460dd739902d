"""The list of respondents in a workshop, as a pure reading of lines: whom to go to, what to write into the record."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlcaudit.framework import Toolkit
from nlcaudit.interview.answering import digit


@dataclass(frozen=True, slots=True)
class Open:
    """Go to a respondent; an empty name begins a new one."""

    respondent: str = ""


@dataclass(frozen=True, slots=True)
class Raised:
    """A show of hands on a question, one number for each level."""

    question: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """The sides agreed on a rating."""

    question: str
    rating: int
    reason: str


@dataclass(frozen=True, slots=True)
class Convinced:
    """What convinced those who agreed on a question."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The list is to be shown again."""


@dataclass(frozen=True, slots=True)
class Done:
    """The workshop is over."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that means nothing here; nothing was recorded."""

    said: str


Intent = Open | Raised | Agreed | Convinced | Listed | Done | Unread
LONGEST_NUMBER = 6


def read_intent(line: str, respondents: Sequence[str], toolkit: Toolkit) -> Intent:
    """Say what a line of the facilitator means.

    Args:
        line: a number or pseudonym of `respondents`, or a command: `+`, `h T1 3 5 2 0`, `a T1 1 because …`,
            `e T1 minutes …`, `r`, `q`.
        respondents: in the order in which they are listed, from 1.
        toolkit: names the questions.
    """
    key, _, rest = line.strip().partition(" ")
    if key.lower() == "r" and rest.strip():
        return _respondent(rest.strip(), respondents)
    if key.lower() == "h":
        return _hands(rest.split(), toolkit) or Unread(line)
    if key.lower() == "a":
        return _agreement(rest, toolkit) or Unread(line)
    if key.lower() == "e":
        return _evidence(rest, toolkit) or Unread(line)
    alone: dict[str, Intent] = {"r": Listed(), "?": Listed(), "+": Open(), "q": Done()}
    return alone.get(line.strip().lower()) or _respondent(line.strip(), respondents)


def _respondent(word: str, respondents: Sequence[str]) -> Intent:
    if word in respondents:
        return Open(word)
    if word.isascii() and word.isdigit() and len(word) <= LONGEST_NUMBER and 1 <= int(word) <= len(respondents):
        return Open(respondents[int(word) - 1])
    return Unread(word)


def _hands(words: Sequence[str], toolkit: Toolkit) -> Raised | None:
    question = _question(words[0], toolkit) if words else None
    numbers = [word for word in words[1:] if word.isascii() and word.isdigit() and len(word) <= LONGEST_NUMBER]
    fits = len(numbers) == len(words) - 1 == len(toolkit.levels)
    return Raised(question, tuple(map(int, numbers))) if question and fits else None


def _agreement(rest: str, toolkit: Toolkit) -> Agreed | None:
    word, _, more = rest.strip().partition(" ")
    level, _, reason = more.strip().partition(" ")
    question, rating = _question(word, toolkit), digit(level)
    if question is None or rating is None or rating > toolkit.top or not reason.strip():
        return None
    return Agreed(question, rating, reason.strip())


def _evidence(rest: str, toolkit: Toolkit) -> Convinced | None:
    word, _, text = rest.strip().partition(" ")
    question = _question(word, toolkit)
    return Convinced(question, text.strip()) if question and text.strip() else None


def _question(word: str, toolkit: Toolkit) -> str | None:
    return next((q.id for q in toolkit.by_id.values() if word.lower() in (q.code.lower(), q.id)), None)
