"""One difference between two versions of a toolkit, and what it asks of the version."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from nlcaudit.evolution.versions import Weight
from nlcaudit.sentences import Sentence

ChangeKind = Literal[
    "added", "removed", "renamed", "moved", "reworded", "rescaled", "reweighted", "regrouped", "gated", "rescored",
    "recoded", "relinked", "edited", "corrected", "translated",
]  # fmt: skip
Part = Literal[
    "toolkit", "language", "level", "side", "group", "lever", "step-list", "source", "policy", "framework", "theme",
    "question", "case", "term",
]  # fmt: skip
PARTS: tuple[Part, ...] = (
    "toolkit", "language", "level", "side", "group", "lever", "step-list", "source", "policy", "framework", "theme",
    "question", "case", "term",
)  # fmt: skip


KINDS: Mapping[str, Sentence] = {
    "added": Sentence("added"), "removed": Sentence("removed"), "renamed": Sentence("renamed"),
    "moved": Sentence("moved"), "reworded": Sentence("reworded"), "rescaled": Sentence("rescaled"),
    "reweighted": Sentence("reweighted"), "regrouped": Sentence("regrouped"), "gated": Sentence("gated"),
    "rescored": Sentence("rescored"), "recoded": Sentence("recoded"), "relinked": Sentence("relinked"),
    "edited": Sentence("edited"), "corrected": Sentence("corrected"), "translated": Sentence("translated"),
    "orphaned": Sentence("orphaned"), "restored": Sentence("restored"), "framework": Sentence("framework"),
}  # fmt: skip
"""What can happen to a thing, in words."""
PART_NAMES: Mapping[Part, Sentence] = {
    "toolkit": Sentence("toolkit"), "language": Sentence("language"), "level": Sentence("level"),
    "side": Sentence("side"), "group": Sentence("group"), "lever": Sentence("lever"),
    "step-list": Sentence("step-list"), "source": Sentence("source"), "policy": Sentence("policy"),
    "framework": Sentence("framework"), "theme": Sentence("theme"), "question": Sentence("question"),
    "case": Sentence("case"), "term": Sentence("term"),
}  # fmt: skip


def happened(kind: str, subject: str) -> Sentence:
    """Say what happened to a thing: `trust renamed`."""
    return Sentence("{subject} {kind}", subject=subject, kind=KINDS[kind])


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One thing that is different.

    Attributes:
        weight: the number of the version that it raises.
        part: what kind of thing it is.
        subject: the thing's id now; its old id where it is gone.
        reason: why it weighs what it weighs.
        fields: which of its keys.
        languages: in which languages, where texts changed.
        was: the id before, where it is another.
        likeness: how much of the words are the same, 0…100, where a renaming is only guessed.
        said: what was and what is, where both are short.
    """

    weight: Weight
    part: Part
    subject: str
    kind: ChangeKind
    reason: Sentence
    fields: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    was: str = ""
    likeness: int | None = None
    said: str = ""

    @property
    def guessed(self) -> bool:
        """Nobody declared it."""
        return self.likeness is not None
