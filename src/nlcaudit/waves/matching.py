"""Which questions of two moments ask the same: the same id and the same words, or what a migration declares."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlcaudit.engagement import Engagement, Unanswered
from nlcaudit.evolution.tracing import trace_question
from nlcaudit.evolution.versions import pending
from nlcaudit.framework import Migration, Question, Toolkit
from nlcaudit.framework.migrations import LevelMap
from nlcaudit.text import LocalizedText
from nlcaudit.waves.changes import Apart, Unmatched


@dataclass(frozen=True, slots=True)
class Match:
    """A question that was asked at both moments.

    Attributes:
        question: its id today.
        then: its id at the earlier moment.
        levels: the rating of today for each rating of then; None where they are the same.
    """

    question: str
    then: str
    levels: tuple[int | None, ...] | None = None


@dataclass(frozen=True)
class Matching:
    """What can be compared, in the order of today's toolkit, and what cannot."""

    matches: Mapping[str, Match]
    unmatched: tuple[Unmatched, ...]


def match_questions(
    toolkit: Toolkit, now: Engagement, earlier: tuple[Toolkit, Engagement]
) -> Matching:  # fmt: skip
    """Find the questions that ask the same at both moments.

    Args:
        toolkit: as it is now.
        now: the engagement of now.
        earlier: the toolkit and the engagement of then.
    """
    old, then = earlier
    steps = pending(toolkit, old.version)
    here = {trace_question(question, steps)[0]: question for question in old.by_id if _stays(question, steps)}
    asked_now, asked_then = _asked(toolkit, now), _asked(old, then)
    marked = set(_marked(now)) | {trace_question(question, steps)[0] for question in _marked(then)}
    matches: dict[str, Match] = {}
    unmatched: list[Unmatched] = []
    for question in (name for name in toolkit.by_id if name in asked_now or here.get(name) in asked_then):
        before = here.get(question)
        apart = _apart(question, before, asked_now, asked_then)
        found = None if apart or before is None else _same(toolkit.by_id[question], old.by_id[before], steps)
        if apart is None and question in marked:
            apart = "reworded"
        if isinstance(found, Match) and apart is None:
            matches[question] = found
        else:
            unmatched.append(Unmatched(question, apart or (found if isinstance(found, str) else "reworded")))
    followed = {before for question, before in here.items() if question in toolkit.by_id}
    gone = [name for name in old.by_id if name in asked_then and name not in followed]
    unmatched += [Unmatched(name, "gone", old.by_id[name].text, old=True) for name in gone]
    return Matching(matches, (*unmatched, *_orphans(then, {*gone, *toolkit.by_id})))


def _apart(question: str, before: str | None, asked_now: set[str], asked_then: set[str]) -> Apart | None:
    if before is None:
        return "new"
    if question not in asked_now:
        return "not-asked-now"
    return None if before in asked_then else "not-asked-then"


def _stays(question: str, steps: Sequence[Migration]) -> bool:
    return trace_question(question, steps)[1] is None


def _same(now: Question, then: Question, steps: Sequence[Migration]) -> Match | Apart:
    """Compare the words of two questions; a declared map of levels stands for the words of the levels."""
    declared = _levels(then.id, steps)
    if any(now.id in step.reworded for step in steps) or not _alike(now.text, then.text):
        return "reworded"
    if declared is not None:
        return Match(now.id, then.id, declared)
    same = len(now.levels) == len(then.levels) and all(
        _alike(one.text, other.text) for one, other in zip(now.levels, then.levels, strict=True)
    )
    return Match(now.id, then.id) if same else "levels"


def _levels(question: str, steps: Sequence[Migration]) -> tuple[int | None, ...] | None:
    """Follow the maps of levels that hold for a question; None where there is none."""
    found: tuple[int | None, ...] | None = None
    for step in steps:
        question = step.renamed.get(question, question)
        levels: LevelMap | None = step.levels.get(question, step.scale)
        if levels is not None:
            known = range(len(levels)) if found is None else found
            found = tuple(levels[one] if one is not None and one < len(levels) else None for one in known)
    return found


def _alike(one: LocalizedText, other: LocalizedText) -> bool:
    """Tell whether two texts are the same in every language that both speak; a new translation changes nothing."""
    shared = [language for language in one.languages if other.get(language) is not None]
    return bool(shared) and all(one.get(language) == other.get(language) for language in shared)


def _asked(toolkit: Toolkit, engagement: Engagement) -> set[str]:
    """Return the questions that were asked and that anybody gave an answer to, “don’t know” included."""
    return {
        question.id
        for response in engagement.scored
        for question in toolkit.asked(response.frameworks, response.depth, response.group)
        if not isinstance(response.choice(question.id), Unanswered)
    }


def _marked(engagement: Engagement) -> Iterator[str]:
    """Yield the questions to which somebody answered in another wording."""
    for response in engagement.scored:
        yield from (question for question, answer in response.answers.items() if answer.wording)


def _orphans(then: Engagement, known: set[str]) -> Iterator[Unmatched]:
    """Yield the questions that were answered then and have left the toolkit since."""
    names = [orphan.question for response in then.scored for orphan in response.orphaned]
    yield from (Unmatched(name, "gone", old=True) for name in dict.fromkeys(names) if name not in known)
