"""The earlier wave that a command is given."""

from pathlib import Path
from typing import TYPE_CHECKING

from nlcaudit.cli.opening import opened
from nlcaudit.errors import PathError, UserError
from nlcaudit.sentences import Sentence

if TYPE_CHECKING:
    from nlcaudit.publishing import Wave


def load_earlier(folders: list[Path] | None, *, no_color: bool) -> "Wave | None":
    """Load an earlier engagement with its own toolkit; stop where it has errors. None where none is named.

    Warnings stay unsaid: what became older since is what the comparison itself lists.
    """
    if not folders:
        return None
    folder, *more = folders
    if more:
        raise UserError(
            Sentence("a report has one earlier wave, and {count} were named", count=len(folders)),
            Sentence("two would tell on those who came to one of them only; write two reports of two moments"),
        )
    if not folder.exists():
        raise PathError(
            Sentence("there is no earlier wave in {folder}", folder=folder),
            Sentence("name its folder with --earlier DIR: the one that holds its engagement.yaml"),
        )
    return opened(folder, no_color=no_color, quiet=True)
