"""Follows one id, and one answer, through the migrations."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlcaudit.engagement import Answer, EvidenceRecord
from nlcaudit.framework import Migration, Toolkit
from nlcaudit.framework.migrations import LevelMap
from nlcaudit.sentences import NOTHING, Sentence


@dataclass(frozen=True, slots=True)
class Traced:
    """Where an answer has come to.

    Attributes:
        question: the id of its question now.
        answer: as it is read now.
        lost: why it has no home; empty when it has one.
        reworded: its question was reworded on the way.
        stranded: the rating of a year ago as it was given, where no level says it any more; `answer` is without it.
    """

    question: str
    answer: Answer
    lost: Sentence = NOTHING
    reworded: bool = False
    stranded: int | None = None


def renamed_group(group: str, steps: Sequence[Migration]) -> str:
    """The group that has taken the place of another."""
    for step in steps:
        group = step.groups.get(group, group)
    return group


def renamed_framework(framework: str, steps: Sequence[Migration]) -> str:
    """The framework that holds the questions of another."""
    for step in steps:
        framework = step.frameworks.get(framework, framework)
    return framework


def renamed_side(side: str, steps: Sequence[Migration]) -> str:
    """The side that has taken the place of another."""
    for step in steps:
        side = step.sides.get(side, side)
    return side


def trace_question(question: str, steps: Sequence[Migration]) -> tuple[str, Migration | None]:
    """Follow a question's id.

    Returns:
        The id now, and the migration that removed the question, if one did.
    """
    removal: Migration | None = None
    for step in steps:
        question, removal = _step(question, removal, step)
    return question, removal


def _step(question: str, removal: Migration | None, step: Migration) -> tuple[str, Migration | None]:
    if removal is not None:
        return question, None if question in step.restored else removal
    if question in step.removed:
        return question, step
    return step.renamed.get(question, question), None


def trace(question: str, answer: Answer, steps: Sequence[Migration], toolkit: Toolkit) -> Traced:
    """Follow an answer to the toolkit as it is now.

    Args:
        question: the id under which the answer was given.
        answer: as it was given.
        steps: the migrations since then, oldest first.
        toolkit: as it is now.
    """
    rating, then, reworded, lost = answer.rating, answer.then, False, NOTHING
    removal: Migration | None = None
    for step in steps:
        question, removal = _step(question, removal, step)
        reworded = reworded or question in step.reworded
        levels = step.levels.get(question, step.scale)
        before, rating, then = rating, _on(rating, levels), _on(then, levels)
        if before is not None and rating is None and not lost:
            lost = Sentence("since {version} no level says what its rating {rating} said", version=step.to,
                            rating=before)  # fmt: skip
    if removal is not None:
        lost = Sentence("removed in {version}: {why}", version=removal.to, why=removal.removed[question])
    elif question not in toolkit.by_id:
        lost = Sentence("there is no such question, and no migration says what became of it")
    elif rating is not None and rating > toolkit.top:
        lost = Sentence(
            "its rating {rating} is above the scale, and no migration says what became of it", rating=rating
        )
    evidence, stranger = moved_evidence(answer.evidence, steps, toolkit)
    then = then if then is not None and then <= toolkit.top else None
    stranded = answer.then if then is None else None
    if stranded is not None and answer == Answer(then=stranded):  # kept alone since an earlier migration
        lost = lost or Sentence("no level says what it was a year ago")
    after = answer.model_copy(update={"rating": rating, "then": then, "evidence": evidence})
    return Traced(question, after, lost or stranger, reworded, stranded)


def _on(level: int | None, levels: LevelMap | None) -> int | None:
    """A level on the scale of after; None where none says the same."""
    if level is None or levels is None:
        return level
    return levels[level] if level < len(levels) else None


def moved_evidence(
    evidence: Sequence[EvidenceRecord], steps: Sequence[Migration], toolkit: Toolkit
) -> tuple[tuple[EvidenceRecord, ...], Sentence]:
    """The evidence, seen by the sides as they are called now, and the first side that is called nothing."""
    known = {side.id for side in toolkit.sides}
    records, stranger = [], NOTHING
    for record in evidence:
        side = renamed_side(record.seen_by, steps) if record.seen_by is not None else None
        if side is not None and side not in known:
            stranger = stranger or Sentence("its evidence was seen by the side “{side}”, which is gone", side=side)
        records.append(record.model_copy(update={"seen_by": side}) if side != record.seen_by else record)
    return tuple(records), stranger
