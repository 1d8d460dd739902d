"""Which question of the old version is which of the new: by its id, by a migration, or, guessed, by its words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from nlcaudit.evolution.texts import likeness, plain_words, written_in
from nlcaudit.evolution.tracing import trace_question
from nlcaudit.evolution.versions import pending
from nlcaudit.framework import Question, Toolkit

ALIKE = 0.75
"""So much of the words of text and levels is the same, at least, where a renaming is guessed."""
ANOTHER = 0.4
"""Less than this is the same where one id stands for two different questions."""
MOST_COMPARED = 100
"""Questions without a partner, above which only those with the very same words are paired: the rest takes too long."""
MOST_WORDS = 300
"""Words of a question that are looked at."""


@dataclass(frozen=True)
class Pairs:
    """The questions of two versions, side by side.

    Attributes:
        same: id now → id before, of the questions that are in both.
        removed: id before → the version whose migration says that it is gone.
        missing: ids before of which no migration says what became.
        added: ids now that were not there before.
        guessed: id now → id before and likeness, 0…1; of these, the first stands in `added`, the second in `missing`.
    """

    same: Mapping[str, str]
    removed: Mapping[str, str]
    missing: tuple[str, ...]
    added: tuple[str, ...]
    guessed: Mapping[str, tuple[str, float]]


def pair_questions(old: Toolkit, new: Toolkit) -> Pairs:
    """Pair the questions of two versions, with the migrations that the new one declares since the old."""
    steps = pending(new, old.version)
    same: dict[str, str] = {}
    removed: dict[str, str] = {}
    missing: list[str] = []
    traced = {question: trace_question(question, steps) for question in old.by_id}
    for question in sorted(traced, key=lambda known: (traced[known][0] != known, known)):
        now, removal = traced[question]
        if removal is not None:
            removed[question] = removal.to
        elif now in new.by_id and now not in same:
            same[now] = question
        else:
            missing.append(question)
    added = sorted(set(new.by_id) - set(same))
    return Pairs(same, removed, tuple(sorted(missing)), tuple(added), _guess(old, new, missing, added))


def asked_words(question: Question, source: str) -> list[str]:
    """The words that make a question what it is: its text and its levels, in the source language."""
    texts = (question.text, *(level.text for level in question.levels))
    words = (word for text in texts for word in plain_words(written_in(text, source) or ""))
    return list(islice(words, MOST_WORDS))


def _guess(old: Toolkit, new: Toolkit, missing: list[str], added: list[str]) -> dict[str, tuple[str, float]]:
    source = old.languages[0].id
    before = {question: asked_words(old.by_id[question], source) for question in missing}
    after = {question: asked_words(new.by_id[question], source) for question in added}
    found = sorted(_candidates(before, after), key=lambda one: (-one[0], one[1], one[2]))
    guessed: dict[str, tuple[str, float]] = {}
    taken: set[str] = set()
    for share, was, now in found:
        if was not in taken and now not in guessed:
            taken.add(was)
            guessed[now] = (was, share)
    return guessed


def _candidates(before: Mapping[str, list[str]], after: Mapping[str, list[str]]) -> Iterator[tuple[float, str, str]]:
    few = max(len(before), len(after)) <= MOST_COMPARED
    counted = {now: Counter(others) for now, others in after.items()}
    for was, words in before.items():
        count = Counter(words)
        for now, others in after.items():
            if words == others:
                yield 1.0, was, now
            elif few and 2 * (count & counted[now]).total() >= ALIKE * (len(words) + len(others)):
                share = likeness(words, others)
                if share >= ALIKE:
                    yield share, was, now
