"""Making a folder that was not there, or not in use."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from nlcaudit.errors import PathError, reason
from nlcaudit.sentences import Sentence
from nlcaudit.store.saving import save_durably


def make_folder(folder: Path) -> None:
    """Make a folder for what is to be written out, unless it is there.

    Raises:
        PathError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PathError(
            Sentence("cannot make the folder {folder}: {reason}", folder=folder, reason=reason(error)),
            Sentence("choose another with --out"),
        ) from error


def found_folder(folder: Path, files: Mapping[str, str], subfolders: Sequence[str]) -> None:
    """Write new files into a folder; the last one makes it what it is.

    Raises:
        PathError: one of them is there already and nothing was written, or the folder cannot be written.
    """
    for name in reversed(list(files)):
        if (folder / name).exists():
            raise PathError(
                Sentence("{path} is there already; nothing was written", path=folder / name),
                Sentence("choose another folder"),
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in subfolders:
            (folder / name).mkdir(exist_ok=True)
    except OSError as error:
        raise PathError(
            Sentence("cannot make {folder}: {why}", folder=folder, why=reason(error)), Sentence("choose another folder")
        ) from error
    for name, content in files.items():
        save_durably(folder / name, content, mode=0o644)
