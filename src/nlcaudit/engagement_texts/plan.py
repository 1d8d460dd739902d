"""What is known of an engagement when it is made."""

from dataclasses import dataclass
from datetime import date

from nlcaudit.engagement import ToolkitRef
from nlcaudit.framework.toolkit import Depth


@dataclass(frozen=True, slots=True)
class EngagementPlan:
    """One city at one moment.

    Attributes:
        day: the day of the meeting, or of the first invitation.
        languages: of the texts; the first one is also that of the comments in the file.
        modules: ids of optional frameworks.
    """

    city: str
    day: date
    languages: tuple[str, ...]
    toolkit: ToolkitRef
    country: str | None = None
    subject: str | None = None
    depth: Depth = "quick"
    modules: tuple[str, ...] = ()
