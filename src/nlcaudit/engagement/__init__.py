"""Who was asked and what they answered: one city at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nlcaudit.engagement.answers import (
    CHOICE_KEYS,
    Answer,
    Choice,
    Confidence,
    DontKnow,
    EvidenceRecord,
    ImportRecord,
    NotApplicable,
    Orphan,
    OutsidePowers,
    Pseudonym,
    Rated,
    Response,
    Sha256,
    Strength,
    ToolkitRef,
    Unanswered,
    Voice,
    choice_of,
)
from nlcaudit.engagement.declared import (
    NO_SIDE,
    EngagementFile,
    EngagementGroup,
    Keeper,
    ReleaseKind,
    Reply,
    Sponsor,
)
from nlcaudit.engagement.fingerprints import content_of, fingerprint
from nlcaudit.engagement.mapping import MappingFile, Word
from nlcaudit.engagement.oldness import is_old
from nlcaudit.engagement.workshop import AgreedRating, OrphanedTalk, ShowOfHands, Workshop
from nlcaudit.framework.toolkit import Toolkit

__all__ = [
    "CHOICE_KEYS",
    "NO_SIDE",
    "AgreedRating",
    "Answer",
    "Choice",
    "Confidence",
    "DontKnow",
    "Engagement",
    "EngagementFile",
    "EngagementGroup",
    "EvidenceRecord",
    "ImportRecord",
    "Keeper",
    "MappingFile",
    "NotApplicable",
    "Orphan",
    "OrphanedTalk",
    "OutsidePowers",
    "Pseudonym",
    "Rated",
    "ReleaseKind",
    "Reply",
    "Response",
    "Sha256",
    "ShowOfHands",
    "Sponsor",
    "Strength",
    "ToolkitRef",
    "Unanswered",
    "Voice",
    "Word",
    "Workshop",
    "choice_of",
    "content_of",
    "engagement_of",
    "fingerprint",
    "is_old",
]


@dataclass(frozen=True)
class Engagement:
    """One city at one moment.

    Attributes:
        file: what `engagement.yaml` says; None when a response stands alone.
        responses: in the order of their pseudonyms.
        workshop: what was found out together, where there is a record of it; it never enters a score.
    """

    file: EngagementFile | None
    responses: tuple[Response, ...]
    workshop: Workshop | None = None

    @property
    def persons(self) -> tuple[Response, ...]:
        """The responses of single people."""
        return tuple(r for r in self.responses if r.voice == "person")

    @property
    def institutions(self) -> tuple[Response, ...]:
        """The cleared answers of bodies."""
        return tuple(r for r in self.responses if r.voice == "institution")

    @property
    def scored(self) -> tuple[Response, ...]:
        """The responses that make the scores: persons where there are any, unless the engagement says otherwise."""
        institutions_only = self.file is not None and self.file.score_institutions
        return self.institutions if institutions_only or not self.persons else self.persons

    @cached_property
    def declared_groups(self) -> Mapping[str, EngagementGroup]:
        """The groups that the engagement declares, under their ids."""
        return {group.id: group for group in (self.file.groups if self.file else ())}

    def side_of(self, group_id: str, toolkit: Toolkit) -> str | None:
        """The side of a group: the engagement's word, else the toolkit's default."""
        declared = self.declared_groups.get(group_id)
        if declared is not None and declared.side is not None:
            return None if declared.side == NO_SIDE else declared.side
        known = toolkit.group_by_id.get(group_id)
        return known.side if known else None

    def threshold(self, toolkit: Toolkit) -> int:
        """The least number of persons on whom a shown value rests."""
        privacy = toolkit.policy.privacy
        wanted = self.file.privacy_threshold if self.file else None
        return max(privacy.minimum, wanted if wanted is not None else privacy.threshold)


def engagement_of(
    responses: Sequence[Response], file: EngagementFile | None = None, workshop: Workshop | None = None
) -> Engagement:
    """Make an engagement; the order of the files does not matter."""
    return Engagement(file, tuple(sorted(responses, key=lambda r: r.respondent)), workshop)
