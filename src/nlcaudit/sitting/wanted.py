"""What a user asked for, and the command that asks for it again."""

import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nlcaudit.engagement import Voice
from nlcaudit.framework.toolkit import Depth

HERE = Path()


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of `assess`; None where nothing was said.

    Attributes:
        name: a toolkit or one of its frameworks.
        within: the engagement's folder, or one response file.
        out: one response file, without a folder.
    """

    name: str | None = None
    within: Path = HERE
    out: Path | None = None
    group: str | None = None
    respondent: str | None = None
    voice: Voice | None = None
    institution: str | None = None
    language: str | None = None
    depth: Depth | None = None
    plain: bool = False
    include_drafts: bool = False

    @property
    def single(self) -> Path | None:
        """The response file that was named, if one was."""
        return self.out or (self.within if self.within.is_file() else None)


def refined(wanted: Wanted, **changes: Any) -> Wanted:  # noqa: ANN401 - the fields' own types
    """Return the same wishes with some of them filled in."""
    return replace(wanted, **changes)


def resume_command(wanted: Wanted, respondent: str, group: str | None, *, begun: bool = True) -> str:
    """The command that goes on with a response; with `begun` False, the one that begins it again.

    It can be pasted into a shell from the same folder.
    """
    words = ["nlcaudit", "assess"]
    if wanted.name and not begun:
        words.append(wanted.name)
    if wanted.single is not None:
        words += ["--out", str(wanted.single)]
    elif wanted.within != HERE:
        words += ["--in", str(wanted.within)]
    if wanted.single is None and begun:
        words += ["--respondent", respondent]
    if not begun and group:
        words += ["--group", group]
    words += ["--plain"] if wanted.plain else []
    words += ["--include-drafts"] if wanted.include_drafts else []
    return shlex.join(words)


def score_command(wanted: Wanted) -> str:
    """The command that shows the result."""
    place = wanted.single or wanted.within
    return shlex.join(["nlcaudit", "score", *(["--in", str(place)] if place != HERE else [])])
