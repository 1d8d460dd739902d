"""How a report is to look: not what it says."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nlcaudit.theme import Theme

Paper = Literal["a4", "letter"]


@dataclass(frozen=True)
class Setting:
    """What a format may be told beside the report.

    Attributes:
        theme: colours, fonts, logo.
        paper: for formats that have pages of their own.
        templates: a folder whose templates take the place of ours, where it has any.
    """

    theme: Theme
    paper: Paper = "a4"
    templates: Path | None = None
