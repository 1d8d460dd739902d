"""Two versions of one thing → its changes, one for each kind and weight."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from nlcaudit.diagnostics import Route
from nlcaudit.evolution.changes import Change, Part
from nlcaudit.evolution.judgements import CORRECTED, DECLARED_TRANSLATION, TRANSLATED, Judgement, judgement
from nlcaudit.evolution.leaves import Leaf, key_of, leaves, place_of
from nlcaudit.evolution.texts import difference
from nlcaudit.text import LocalizedText

SKIPPED = ("id", "schema_", "toolkit", "themes", "questions")
LONGEST = 40

Models = BaseModel | Mapping[str, object]


def compare_models(part: Part, subject: str, old: Models, new: Models, source: str) -> Iterator[Change]:
    """Compare two versions of one thing.

    Args:
        part: what it is.
        subject: its id now.
        old: before.
        new: now.
        source: the language in which the texts are written first.
    """
    skip = SKIPPED if isinstance(old, BaseModel) else ()
    before, after = dict(leaves(old, skip)), dict(leaves(new, skip))
    found: dict[Judgement, list[tuple[str, tuple[str, ...], str]]] = {}
    for route in sorted({*before, *after}, key=key_of):
        was, now = before.get(route), after.get(route)
        if was != now:
            verdict, languages = _judged(part, route, was, now, source)
            found.setdefault(verdict, []).append((key_of(route), languages, _said(was, now)))
    for (kind, weight, reason), changed in found.items():
        languages = tuple(sorted({language for _, inside, _ in changed for language in inside}))
        keys = tuple(key for key, _, _ in changed)
        yield Change(weight, part, subject, kind, reason, keys, languages, said=changed[0][2] if len(keys) == 1 else "")


def _judged(part: Part, route: Route, was: Leaf, now: Leaf, source: str) -> tuple[Judgement, tuple[str, ...]]:
    usual = judgement(part, place_of(route))
    if not (isinstance(was, LocalizedText) and isinstance(now, LocalizedText)):
        return usual, ()
    kind, languages = difference(was, now, source)
    if kind == "corrected":
        return CORRECTED, languages
    if kind == "translated":
        added = all(was.get(known) == now.get(known) for known in was.languages)
        return (DECLARED_TRANSLATION if added else TRANSLATED), languages
    return usual, languages


def _said(was: Leaf, now: Leaf) -> str:
    if isinstance(was, LocalizedText) or isinstance(now, LocalizedText):
        return ""
    said = f"{_shown(was)} → {_shown(now)}"
    return said if len(said) <= LONGEST else ""


def _shown(leaf: Leaf) -> str:
    if isinstance(leaf, frozenset):
        return ", ".join(sorted(map(str, leaf))) or "none"
    if leaf is None:
        return "none"
    return str(leaf).lower() if isinstance(leaf, bool) else str(leaf)
