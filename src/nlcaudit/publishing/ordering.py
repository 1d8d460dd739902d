"""What somebody asks for when they ask for reports."""

from dataclasses import dataclass
from pathlib import Path

from nlcaudit.engagement import Engagement, ReleaseKind
from nlcaudit.framework import Toolkit
from nlcaudit.rendering import Setting
from nlcaudit.report import Edition

Wave = tuple[Toolkit, Engagement]
"""An engagement and its own toolkit."""


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asked for, as written: lists with commas, the date in ISO 8601; empty means the default.

    Attributes:
        view: id of a side or group as which to look at the result; empty for the whole report.
        sections: ids of the sections to keep; empty for all.
        earlier: an earlier engagement of the same city, to say what changed since.
        radar: draw the profile as a radar, too, in the full edition.
    """

    folder: Path
    formats: str = ""
    languages: str = ""
    edition: Edition = "short"
    date: str = ""
    release: ReleaseKind | None = None
    unprotected: bool = False
    setting: Setting | None = None
    earlier: Wave | None = None
    view: str = ""
    sections: str = ""
    radar: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of the sections to keep; a list that names none stands for itself, so that it is refused."""
        named = tuple(dict.fromkeys(part.strip() for part in self.sections.split(",") if part.strip()))
        return named if named or not self.sections else (self.sections,)
