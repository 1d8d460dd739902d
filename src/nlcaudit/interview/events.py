"""What happened at a step, as facts; `wording` puts them into words."""

from dataclasses import dataclass
from typing import Literal

from nlcaudit.engagement import Answer

Reason = Literal[
    "already-answered",
    "blank",
    "character",
    "confidence",
    "date",
    "empty",
    "everything-answered",
    "file",
    "first-question",
    "language",
    "no-question",
    "nothing-to-remove",
    "nothing-to-undo",
    "not-asked",
    "not-here",
    "one-language",
    "one-letter",
    "seen-by",
    "strength",
    "then",
    "too-long",
    "too-much",
    "unknown",
]
"""Why a line was not taken."""

Part = Literal["choice", "then", "confidence", "note", "evidence", "flag"]
"""What a change was about."""


@dataclass(frozen=True, slots=True)
class Welcomed:
    """A sitting begins; `again` when answers are there already."""

    again: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, or the review after the last one, is in front of the respondent."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A part of an answer was recorded or taken away; `answer` is what stands there now."""

    question: str
    answer: Answer
    part: Part


@dataclass(frozen=True, slots=True)
class Invited:
    """The next line is free text or a choice of its own, not a command; the state says which."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A text or a choice of its own is finished; commands are awaited again."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The last change was taken back; it was about this question."""

    question: str


@dataclass(frozen=True, slots=True)
class Explained:
    """Why the question is asked, what its words mean, what would show a level."""


@dataclass(frozen=True, slots=True)
class Helped:
    """The keys were asked for."""


@dataclass(frozen=True, slots=True)
class Switched:
    """The language changed."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A line was not taken; nothing was recorded.

    Attributes:
        reason: why.
        said: the line, shortened, or the part of it that is in the way.
    """

    reason: Reason
    said: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """The respondent leaves; everything is in the response."""


Event = (
    Welcomed | Asked | Recorded | Invited | Returned | Undone | Explained | Helped | Switched | Refused | Ended
)  # fmt: skip
