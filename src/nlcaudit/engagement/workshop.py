"""The file `workshop.yaml`: what was found out together, beside what each answered alone."""

from typing import Annotated

from pydantic import Field

from nlcaudit.engagement.answers import EvidenceRecord, ToolkitRef
from nlcaudit.shape import Day, Id, Strict
from nlcaudit.text import SomeText

Hands = Annotated[int, Field(ge=0, le=100_000)]


class ShowOfHands(Strict):
    """How many raised a hand for each level of a question: a record of the talk, never a score.

    Nobody counts who belongs to which group.

    Attributes:
        question: the question that was read out.
        date: the day of the talk.
        counts: one number for each level, the lowest first.
        note: what was said about it; names nobody.
        wording: the version of the toolkit whose wording was read out, when the question was reworded since.
    """

    question: Id
    date: Day
    counts: tuple[Hands, ...] = Field(min_length=2, max_length=10)
    note: SomeText | None = None
    wording: SomeText | None = None


class AgreedRating(Strict):
    """What the sides agreed on after the talk; it stands beside the first answers, never over them.

    Attributes:
        rating: the level agreed on, counted from 0.
        reason: why, in the words of the meeting.
        date: the day of the agreement.
        sides: the sides whose participants agreed.
        evidence: what convinced them.
        wording: the version of the toolkit whose wording was talked about, when the question was reworded since.
    """

    rating: int = Field(ge=0, le=9)
    reason: SomeText
    date: Day
    sides: tuple[Id, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()
    wording: SomeText | None = None


class OrphanedTalk(Strict):
    """A part of the record whose question is gone, kept as it was.

    Attributes:
        question: the id of then.
        version: the toolkit's version in which that was its id.
        hands: the show of hands; or
        agreed: the rating agreed on.
    """

    question: Id
    version: SomeText
    hands: ShowOfHands | None = None
    agreed: AgreedRating | None = None


class Workshop(Strict):
    """The record of a workshop: shows of hands, and ratings that the sides agreed on. It never enters a score.

    Attributes:
        schema: what this file is.
        toolkit: what was talked about.
        hands: shows of hands, in the order in which they were taken; a question may have several.
        agreed: id of a question → the rating agreed on.
        orphaned: what was said on questions that are gone.
    """

    schema_: str = Field(alias="schema")
    toolkit: ToolkitRef
    hands: tuple[ShowOfHands, ...] = ()
    agreed: dict[Id, AgreedRating] = {}
    orphaned: tuple[OrphanedTalk, ...] = ()

    def hands_of(self, question_id: str) -> tuple[ShowOfHands, ...]:
        """Every show of hands on one question, the first first."""
        return tuple(show for show in self.hands if show.question == question_id)
