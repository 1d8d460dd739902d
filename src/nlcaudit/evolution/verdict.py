"""Which version a set of changes asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlcaudit.evolution.changes import Change
from nlcaudit.evolution.versions import WEIGHT_NAMES, WEIGHTS, Weight, dotted, number, raised
from nlcaudit.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the changes ask of the version.

    Attributes:
        old: the version before.
        new: the version that the files say.
        weight: the heaviest change; None where nothing changed.
        needed: the least version that is high enough; None where nobody can tell, or nothing changed.
        enough: the version is high enough.
        text: the verdict in one sentence.
    """

    old: str
    new: str
    weight: Weight | None
    needed: str | None
    enough: bool
    text: Sentence


def judge(old: str, new: str, changes: Sequence[Change]) -> Verdict:
    """Judge the version `new` by the changes since `old`."""
    weight = next((weight for weight in WEIGHTS if any(change.weight == weight for change in changes)), None)
    before, after = number(old), number(new)
    if weight is None:
        return _unchanged(old, new)
    if before is None or after is None:
        odd = old if before is None else new
        said = Sentence("from {old}: “{odd}” is not a version of one to three numbers, so nobody can tell which one is "
                        "needed; the file says {new}", old=old, odd=odd, new=new)  # fmt: skip
        return Verdict(old, new, weight, None, old != new, said)
    needed = raised(before, weight)
    enough = after >= needed
    text = Sentence("from {old}: needs at least {needed} ({weight}); the file says {new}", old=old,
                    needed=dotted(needed), weight=WEIGHT_NAMES[weight], new=new)  # fmt: skip
    return Verdict(old, new, weight, dotted(needed), enough, text)


def _unchanged(old: str, new: str) -> Verdict:
    before, after = number(old), number(new)
    lower = before is not None and after is not None and after < before
    said = Sentence("from {old}: nothing changed", old=old)
    if lower:
        said = Sentence("nothing changed, but {new} is lower than {old}", new=new, old=old)
    return Verdict(old, new, None, None, not lower, said)


def is_lost(change: Change) -> bool:
    """Tell whether answers lose their home by this change, because no migration speaks of it."""
    return change.weight == "major" and (change.kind == "removed" or change.guessed)


def once_declared(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The same changes as they weigh when a migration declares those by which answers lose their home."""
    return tuple(replace(change, weight="minor") if is_lost(change) else change for change in changes)
