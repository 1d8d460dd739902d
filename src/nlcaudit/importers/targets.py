"""What a column can stand for."""

from dataclasses import dataclass
from typing import Literal, get_args

from nlcaudit.sentences import Sentence

Part = Literal[
    "answer", "reason", "confidence", "note", "flag", "what", "where", "date", "owner", "strength", "seen_by"
]  # fmt: skip
"""The parts of an answer; the last six belong to one piece of evidence."""
PARTS: tuple[Part, ...] = get_args(Part)
EVIDENCE: tuple[Part, ...] = ("what", "where", "date", "owner", "strength", "seen_by")
Key = Literal[
    "group", "language", "respondent", "consent", "depth", "frameworks", "toolkit", "version", "submission",
    "submitted", "replaces", "server_number",
]  # fmt: skip
KEYS: tuple[Key, ...] = get_args(Key)
KEY_WORDS: dict[Key, Sentence] = {
    "submission": Sentence("knows the submission again (kept as a fingerprint)"),
    "server_number": Sentence("knows the submission again (kept as a fingerprint)"),
    "replaces": Sentence("says which submission this one corrects (kept as a fingerprint)"),
    "submitted": Sentence("tells which is newer; only the day is kept"),
    "group": Sentence("the group"),
    "language": Sentence("the language"),
    "respondent": Sentence("the respondent’s code"),
    "consent": Sentence("the consent"),
    "depth": Sentence("how deep the form asks"),
    "frameworks": Sentence("the frameworks asked"),
    "toolkit": Sentence("the toolkit"),
    "version": Sentence("the toolkit’s version"),
}
Why = Literal["personal", "technical", "asked", "form"]


@dataclass(frozen=True, slots=True)
class OfQuestion:
    """A part of the answer to a question."""

    question: str
    part: Part = "answer"


@dataclass(frozen=True, slots=True)
class OfRespondent:
    """Something about the respondent or the submission.

    Attributes:
        key: `submission` is an id that the server gave, `replaces` the id of the submission that this one corrects,
            `submitted` the time of sending: used to tell what is newer, and forgotten.
    """

    key: Key


@dataclass(frozen=True, slots=True)
class Dropped:
    """Not read.

    Attributes:
        why: `personal`: says who somebody is · `technical`: the server's own · `form`: a text of the form, no answer ·
            `asked`: the user drops it.
        kind: what it is, in a word.
    """

    why: Why
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Unmapped:
    """Nobody has said what this is; nothing is imported until somebody does."""

    message: str
    hint: str


Target = OfQuestion | OfRespondent | Dropped | Unmapped
How = Literal["code", "id", "text", "name", "declared", "none"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table and what it stands for.

    Attributes:
        number: from 1.
        name: its head.
        how: by what it was recognised; only a bare code or id (`exact`) lets bare numbers be levels.
        exact: the head is our own name of the column, nothing else.
    """

    number: int
    name: str
    target: Target
    how: How = "none"
    exact: bool = False
