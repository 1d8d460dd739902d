"""Moves the record of a workshop to the current version of its toolkit; everything that was said stays in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from nlcaudit.engagement import AgreedRating, Answer, OrphanedTalk, ShowOfHands, Workshop
from nlcaudit.evolution.migrating import Move, Stuck, is_behind, refusal
from nlcaudit.evolution.tracing import Traced, renamed_side, trace
from nlcaudit.evolution.versions import pending
from nlcaudit.framework import Toolkit
from nlcaudit.sentences import NOTHING, Sentence


@dataclass(frozen=True, slots=True)
class MovedTalk:
    """A record at the toolkit's version; the same object when nothing had to move."""

    workshop: Workshop
    moves: tuple[Move, ...] = ()


@dataclass
class Sorting:
    """Parts of the record on their way to their homes."""

    toolkit: Toolkit
    hands: list[ShowOfHands] = field(default_factory=list)
    agreed: dict[str, AgreedRating] = field(default_factory=dict)
    orphans: list[OrphanedTalk] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)

    def settle(self, part: OrphanedTalk, *, again: bool) -> None:
        """Put one part under its question, or keep it as it was; `again` where it has no home already."""
        lost = self._hands(part, part.hands) if part.hands else NOTHING
        lost = lost or (self._agreed(part, part.agreed) if part.agreed else NOTHING)
        if lost:
            self.orphans.append(part)
            self.moves += [] if again else [Move("orphaned", part.question, lost)]
        elif again:
            self.moves.append(Move("restored", part.question, Sentence("is there again")))

    def _hands(self, part: OrphanedTalk, hands: ShowOfHands) -> Sentence:
        """Each hand moves with its level; a level that is gone keeps the whole show as it was."""
        traces = [self._trace(part, Answer(rating=level)) for level, count in enumerate(hands.counts) if count]
        here = self._trace(part, Answer())
        lost = here.lost or next((one.lost for one in traces if one.lost), NOTHING)
        if lost:
            return lost
        counts = [0] * len(self.toolkit.levels)
        for one, count in zip(traces, filter(None, hands.counts), strict=True):
            counts[one.answer.rating or 0] += count
        self._tell(part, here, hands.counts, tuple(counts))
        changed = {"question": here.question, "counts": tuple(counts), "wording": self._wording(part, here, hands)}
        self.hands.append(hands.model_copy(update=changed))
        return NOTHING

    def _agreed(self, part: OrphanedTalk, agreed: AgreedRating) -> Sentence:
        here = self._trace(part, Answer(rating=agreed.rating, evidence=agreed.evidence))
        sides = tuple(renamed_side(side, pending(self.toolkit, part.version)) for side in agreed.sides)
        strange = next((side for side in sides if side not in {known.id for known in self.toolkit.sides}), None)
        if here.lost or strange is not None:
            return here.lost or Sentence("the side “{side}”, which agreed, is gone", side=strange)
        if here.question in self.agreed:
            return Sentence("{question} has an agreed rating of its own", question=here.question)
        self._tell(part, here, agreed.rating, here.answer.rating)
        self.agreed[here.question] = agreed.model_copy(update={
            "rating": here.answer.rating, "sides": sides, "evidence": here.answer.evidence,
            "wording": self._wording(part, here, agreed),
        })  # fmt: skip
        return NOTHING

    def _trace(self, part: OrphanedTalk, answer: Answer) -> Traced:
        return trace(part.question, answer, pending(self.toolkit, part.version), self.toolkit)

    def _wording(self, part: OrphanedTalk, here: Traced, said: ShowOfHands | AgreedRating) -> str | None:
        return said.wording or (part.version if here.reworded else None)

    def _tell(self, part: OrphanedTalk, here: Traced, before: object, after: object) -> None:
        if here.question != part.question:
            self.moves.append(Move("renamed", part.question, Sentence("now {id}", id=here.question)))
        if before != after:
            said = Sentence("{old} is now {new}", old=_written(before), new=_written(after))
            self.moves.append(Move("rescaled", part.question, said))
        if here.reworded:
            said = Sentence("kept; marked as said on the wording of {version}", version=part.version)
            self.moves.append(Move("reworded", part.question, said))


def _written(said: object) -> str:
    return " ".join(map(str, said)) if isinstance(said, tuple) else str(said)


def migrate_workshop(workshop: Workshop, toolkit: Toolkit) -> MovedTalk | Stuck:
    """Move the record of a workshop; what has no home stays in it as an orphan and comes back with its question.

    Args:
        workshop: as it was read.
        toolkit: as it is now.
    """
    refused = refusal(workshop.toolkit, toolkit)
    if refused is not None:
        return refused
    behind = is_behind(workshop.toolkit, toolkit)
    sorting = Sorting(toolkit)
    if behind:
        for part in sorted(_parts(workshop), key=lambda part: bool(part.agreed) and part.question not in toolkit.by_id):
            sorting.settle(part, again=False)
    else:
        sorting.hands, sorting.agreed = list(workshop.hands), dict(workshop.agreed)
    fresh, sorting.orphans = sorting.orphans, []
    for part in workshop.orphaned:
        for half in _halves(part):
            sorting.settle(half, again=True)
    if not behind and not sorting.moves:
        return MovedTalk(workshop)
    return MovedTalk(_written_down(workshop, toolkit, sorting, fresh), tuple(sorting.moves))


def _parts(workshop: Workshop) -> Iterator[OrphanedTalk]:
    version = workshop.toolkit.version
    for show in workshop.hands:
        yield OrphanedTalk(question=show.question, version=version, hands=show)
    for question, agreed in workshop.agreed.items():
        yield OrphanedTalk(question=question, version=version, agreed=agreed)


def _halves(part: OrphanedTalk) -> Iterator[OrphanedTalk]:
    """A part that a hand wrote with both is two."""
    if part.hands is not None:
        yield part.model_copy(update={"agreed": None})
    if part.agreed is not None:
        yield part.model_copy(update={"hands": None})


def _written_down(workshop: Workshop, toolkit: Toolkit, sorting: Sorting, fresh: list[OrphanedTalk]) -> Workshop:
    order = {question: place for place, question in enumerate(toolkit.by_id)}
    stamp = toolkit.fingerprint if workshop.toolkit.sha256 is not None else None
    return workshop.model_copy(update={
        "toolkit": workshop.toolkit.model_copy(update={"version": toolkit.version, "sha256": stamp}),
        "hands": tuple(sorted(sorting.hands, key=lambda show: show.date)),
        "agreed": dict(sorted(sorting.agreed.items(), key=lambda entry: order[entry[0]])),
        "orphaned": (*sorting.orphans, *fresh),
    })  # fmt: skip
