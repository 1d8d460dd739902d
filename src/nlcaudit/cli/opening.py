"""The engagement that a command works on."""

from pathlib import Path
from typing import TYPE_CHECKING

from nlcaudit.cli.common import stop_on_errors
from nlcaudit.errors import UserError
from nlcaudit.sentences import Sentence

if TYPE_CHECKING:
    from nlcaudit.engagement import Engagement
    from nlcaudit.framework import Toolkit


def opened(folder: Path, *, no_color: bool = False, quiet: bool) -> "tuple[Toolkit, Engagement]":
    """Load an engagement and the toolkit it uses; what was found in their files is printed, and errors end the run.

    Args:
        folder: the engagement's folder, or one response.
        no_color: print without colour.
        quiet: print errors only.

    Raises:
        PathError: the folder, or a file in it, cannot be opened.
        UserError: there is nothing to work on, and no error said so.
    """
    from nlcaudit.loader import load_engagement

    loaded = load_engagement(folder)
    stop_on_errors(loaded.diagnostics, no_color=no_color, quiet=quiet)
    if loaded.toolkit is None or loaded.engagement is None:
        raise UserError(
            Sentence("there is no engagement in {folder} that can be used", folder=folder),
            Sentence("nlcaudit validate says why"),
        )
    return loaded.toolkit, loaded.engagement
