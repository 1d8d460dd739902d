"""The example city, copied to where somebody wants to try the program."""

from pathlib import Path
from shutil import copyfile

from nlcaudit.bundled import bundled
from nlcaudit.errors import PathError, UserError, reason
from nlcaudit.loader.answers import ENGAGEMENT_FILE
from nlcaudit.sentences import Sentence

EXAMPLE = "port-azur"
WRITTEN = "reports"
"""Made by the demonstration itself, so not copied."""


def copy_example(folder: Path) -> None:
    """Copy the example city; what is there already, an answer added since, stays as it is.

    Raises:
        UserError: the folder holds something else.
        PathError: it cannot be written.
    """
    example = bundled("examples") / EXAMPLE
    try:
        if not _is_ours(folder, example):
            raise UserError(
                Sentence("{folder} holds something else", folder=folder),
                Sentence("name another folder: nlcaudit demo DIR"),
            )
        for source in sorted(example.rglob("*")):
            inside = source.relative_to(example)
            target = folder / inside
            if source.is_file() and inside.parts[0] != WRITTEN and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                copyfile(source, target)
    except OSError as error:
        raise PathError(
            Sentence("cannot write to {folder}: {reason}", folder=folder, reason=reason(error)),
            Sentence("name another folder: nlcaudit demo DIR"),
        ) from error


def _is_ours(folder: Path, example: Path) -> bool:
    """Tell whether the folder is new, empty, or a copy of the example."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return True
    head = folder / ENGAGEMENT_FILE
    return head.is_file() and head.read_bytes() == (example / ENGAGEMENT_FILE).read_bytes()
