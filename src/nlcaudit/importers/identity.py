"""How a submission is known again, without keeping what a server knows about the person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from nlcaudit.engagement import Response, content_of, fingerprint
from nlcaudit.importers.sheets import Entry
from nlcaudit.importers.targets import Key

DAY = len("2026-11-30")
CLOCK = re.compile(r"(\d{1,2})[:H.](\d\d)(?:[:.](\d\d))?")
HALF = re.compile(r"\b([AP])\.?\s?M\b")
"""Also `p. m.`, as Google writes it in Spanish."""


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a submission is known again.

    Attributes:
        ids: fingerprints of the ids that the server gave it; where it has none, of its content, its day and its number
            among equal ones. Never of a time of day: whoever tried all of a day's seconds would find it.
        own: the server gave it an id.
        content: fingerprint of what it says.
        moment: when it was sent, as far as every country reads the same; used to tell which is newer, never kept.
        corrects: fingerprints of the ids of those whose place it takes, where the server says so.
    """

    ids: tuple[str, ...]
    own: bool
    content: str
    moment: str = ""
    corrects: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day on which it was sent."""
        return date.fromisoformat(self.moment[:DAY]) if self.moment else None


def identity_of(entry: Entry, response: Response) -> Identity:
    """Work out the identity of what a table holds; one without a server's id still needs its number (`numbered`)."""
    sent = max((_moment(cell.text) for _, cell in entry.every("submitted")), default="")
    ids = tuple(dict.fromkeys(_ids(entry, sent[:DAY])))
    return Identity(ids, bool(ids), content_of(response), sent, tuple(_fingerprints(entry, "replaces")))


def numbered(identity: Identity, number: int) -> Identity:
    """Know a submission without an id again: by what it says, its day, and its number among equal ones in its file."""
    day = identity.moment[:DAY]
    return replace(identity, ids=(fingerprint("content", identity.content, day, str(number)),))


def identity_of_file(response: Response) -> Identity:
    """The identity of a response that came as a file of its own: its pseudonym says whose it is."""
    content = content_of(response)
    return Identity((fingerprint("respondent", response.respondent),), own=True, content=content)


def _ids(entry: Entry, day: str) -> Iterator[str]:
    yield from _fingerprints(entry, "submission")
    yield from _fingerprints(entry, "replaces")
    if day:
        yield from (fingerprint("number", cell.text.strip(), day) for _, cell in entry.every("server_number"))


def _fingerprints(entry: Entry, key: Key) -> Iterator[str]:
    yield from (fingerprint("id", cell.text.strip().removeprefix("uuid:")) for _, cell in entry.every(key))


def _moment(text: str) -> str:
    """A moment in ISO form, also as Google writes it; empty where countries would read different days."""
    day, _, clock = text.strip().replace("/", "-").replace("T", " ").partition(" ")
    try:
        begins = date.fromisoformat(day).isoformat() if len(day) == DAY else ""
    except ValueError:
        return ""
    return f"{begins} {_clock(clock)}".strip() if begins else ""


def _clock(text: str) -> str:
    """The time of day so that later times sort later; am and pm are turned into 24 hours."""
    said = CLOCK.match(text.strip().upper())
    if said is None:
        return text
    hours, minutes, seconds, half = int(said[1]), said[2], said[3] or "00", HALF.search(text.upper())
    if half:
        hours = hours % 12 + (12 if half[1] == "P" else 0)
    return f"{hours:02}:{minutes}:{seconds}"
