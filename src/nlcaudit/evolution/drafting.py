"""Drafts the `migrations:` block that a comparison asks for."""

import json
from collections.abc import Iterable, Iterator, Mapping

from nlcaudit.evolution.comparing import Comparison
from nlcaudit.evolution.verdict import is_lost, judge, once_declared
from nlcaudit.evolution.versions import pending
from nlcaudit.framework import Toolkit
from nlcaudit.messages import SOURCE_LANGUAGE, tell
from nlcaudit.sentences import Sentence


def draft_migration(old: Toolkit, new: Toolkit, comparison: Comparison, language: str = SOURCE_LANGUAGE) -> str:
    """Write what no migration declares yet; an empty text where nothing is missing.

    Guesses carry a comment that says so. A comment stands, too, where only the author can know what to write.
    """
    lines = [line for section in _sections(old, new, comparison, language) for line in section]
    if not lines:
        return ""
    version = target(old, new, comparison)
    there = any(step.to == version for step in new.migrations)
    remark = _comment(Sentence("this entry is there already: add to it what follows"), language) if there else ""
    return "\n".join(["migrations:", f"  - to: {json.dumps(version)}{remark}", *lines]) + "\n"


def _comment(said: Sentence, language: str) -> str:
    return f"  # {tell(said, language)}"


def target(old: Toolkit, new: Toolkit, comparison: Comparison) -> str:
    """The version to which the migration leads: the one needed once it is there, or the file's if that is enough."""
    verdict = judge(old.version, new.version, once_declared(comparison.changes))
    return new.version if verdict.enough or verdict.needed is None else verdict.needed


def undeclared_rewordings(old: Toolkit, new: Toolkit, comparison: Comparison) -> tuple[str, ...]:
    """The questions, by their ids now, that were reworded without a migration that says so."""
    declared = {question for step in pending(new, old.version) for question in step.reworded}
    reworded = {
        c.subject for c in comparison.changes if (c.part, c.kind, c.weight) == ("question", "reworded", "major")
    }
    return tuple(sorted(reworded - declared))


def unmapped_scale(old: Toolkit, new: Toolkit) -> bool:
    """Tell whether the number of levels changed and no migration says which level is which."""
    declared = any(step.scale is not None for step in pending(new, old.version))
    return len(old.levels) != len(new.levels) and not declared


def _sections(old: Toolkit, new: Toolkit, comparison: Comparison, language: str) -> Iterator[list[str]]:
    pairs = comparison.pairs
    guessed = {was: now for now, (was, _) in pairs.guessed.items()}
    shares = {was: round(100 * share) for was, share in pairs.guessed.values()}
    comments = {
        was: _comment(Sentence("a guess: {share} % of the words are the same", share=share), language)
        for was, share in shares.items()
    }
    yield _mapping("renamed", dict(sorted(guessed.items())), comments)
    gone = [was for was in pairs.missing if was not in guessed]
    why = json.dumps(tell(Sentence("why it is no longer asked"), language), ensure_ascii=False)
    yield _mapping("removed", dict.fromkeys(gone, why),
                   dict.fromkeys(gone, _comment(Sentence("write the reason"), language)))  # fmt: skip
    yield _list("reworded", undeclared_rewordings(old, new, comparison))
    yield [_scale(len(old.levels), len(new.levels), language)] if unmapped_scale(old, new) else []
    for part in ("framework", "group", "side"):
        lost = sorted(c.subject for c in comparison.changes if c.part == part and is_lost(c))
        named = ", ".join(f"{name}: …" for name in lost)
        remark = _comment(Sentence("write what took its place"), language)
        yield [f"    # {part}s: {{{named}}}{remark}"] if lost else []


def _mapping(key: str, entries: Mapping[str, str], comments: Mapping[str, str]) -> list[str]:
    lines = [f"      {old}: {new}{comments.get(old, '')}" for old, new in entries.items()]
    return [f"    {key}:", *lines] if lines else []


def _list(key: str, entries: Iterable[str]) -> list[str]:
    lines = [f"      - {entry}" for entry in entries]
    return [f"    {key}:", *lines] if lines else []


def _scale(before: int, after: int, language: str) -> str:
    """Each old level to the new one at the same share of the scale, half up."""
    levels = [str((2 * rating * (after - 1) + before - 1) // (2 * (before - 1))) for rating in range(before)]
    said = Sentence("a guess: for each old level, the one that says the same now; null where none does")
    return f"    scale: [{', '.join(levels)}]{_comment(said, language)}"
