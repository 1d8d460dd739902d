"""What a line led to."""

from dataclasses import dataclass
from typing import Literal

from nlcaudit.engagement import Response
from nlcaudit.keying.state import Mark

Reason = Literal[
    "number", "taken", "group", "mark", "not-on-sheet", "level", "no-reason", "nothing-before",
    "nothing-marked", "confidence", "note", "too-long", "nothing-asked", "drop",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Begun:
    """A sheet was taken in hand."""

    count: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """One mark was typed; `done` of `count` questions in this pass."""

    code: str
    mark: Mark
    done: int
    count: int


@dataclass(frozen=True, slots=True)
class Noted:
    """Something beside the mark of a question was typed."""

    code: str


@dataclass(frozen=True, slots=True)
class PassEnded:
    """The first pass is complete; the second begins."""


@dataclass(frozen=True, slots=True)
class Differs:
    """The passes differ at so many questions; this is the next one."""

    code: str
    first: Mark
    second: Mark
    left: int


@dataclass(frozen=True, slots=True)
class Finished:
    """Both passes agree: this is the response."""

    response: Response


@dataclass(frozen=True, slots=True)
class Dropped:
    """The sheet in hand was put aside; what was typed of it is gone."""

    number: str


@dataclass(frozen=True, slots=True)
class Helped:
    """The keys were asked for."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was recorded."""

    reason: Reason
    said: str = ""


Event = Begun | Recorded | Noted | PassEnded | Differs | Finished | Dropped | Helped | Refused
