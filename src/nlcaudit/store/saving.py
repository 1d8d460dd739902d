"""Writing a file so that at every moment the old or the new one is there, whole."""

import contextlib
import hashlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from nlcaudit.errors import PathError, reason
from nlcaudit.sentences import Sentence
from nlcaudit.store.modelines import loses_comments, with_modeline

PRIVATE = 0o600


def save_durably(path: Path, content: str | bytes, mode: int = PRIVATE) -> None:
    """Replace a file's content; when this returns, it is on the disk.

    A temporary file in the same folder is written, flushed and synchronised, then takes the name; then the folder is
    synchronised.

    Args:
        path: a symbolic link is followed.
        content: the whole of it; a text is written as UTF-8.
        mode: permissions of a new file, by default for its owner only; those of an old file stay.

    Raises:
        PathError: the disk is full or the folder cannot be written; the old file is as it was.
    """
    place = Path(os.path.realpath(path))
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}.tmp")
    try:
        _write(draft, content.encode("utf-8") if isinstance(content, str) else content, _mode(place, mode))
        draft.replace(place)
        _synchronise(place.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise PathError(Sentence("cannot save {path}: {why}", path=path, why=reason(error)), _way_out(path)) from error


def _way_out(path: Path) -> Sentence:
    if path.exists():
        kept = Sentence("the file holds everything up to the last confirmed answer")
    else:
        kept = Sentence("nothing was written")
    return Sentence("{kept}; make room or choose another place with --in or --out", kept=kept)


def _mode(place: Path, otherwise: int) -> int:
    try:
        return place.stat().st_mode & 0o777
    except OSError:
        return otherwise


def _write(draft: Path, content: bytes, mode: int) -> None:
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor
        if os.name != "nt":
            os.fchmod(descriptor, mode)  # whoever could read the file before can still read it, whatever the umask
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _synchronise(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder; replacing is journalled there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(path: Path) -> None:
    """Remove drafts of `path` that a killed process left; only the holder of the lock may call this."""
    for draft in path.parent.glob(f".{path.name}.*.tmp"):
        with contextlib.suppress(OSError):
            draft.unlink()


@dataclass
class Kept:
    """A file that this process keeps, and what it last saw in it.

    Attributes:
        path: where.
        seen: the bytes that were read or written last; None while there is no file.
    """

    path: Path
    seen: bytes | None = field(default=None, repr=False)
    _ours: bool = field(default=False, init=False, repr=False)

    def by_hand(self, text: str) -> Path | None:
        """Where the file as a hand wrote it goes before `text` takes its place; None where no comment would be lost."""
        if self.seen is None or self._ours or not loses_comments(self.seen, text):
            return None
        return self.path.with_name(f"{self.path.name}.{hashlib.sha256(self.seen).hexdigest()[:8]}.by-hand")

    def save(self, text: str) -> None:
        """Save a new content; the line by which an editor finds the schema stays.

        Where comments of a hand would be lost, the file as it was is put beside it first.

        Raises:
            PathError: it cannot be saved, or somebody else changed the file meanwhile; their change stays.
        """
        if self._now() != self.seen:
            raise PathError(
                Sentence(
                    "{path} was changed by another program while it was open here; the last answer was not saved",
                    path=self.path,
                ),
                Sentence("look at the file, then go on with the command above"),
            )
        text = with_modeline(text, self.path, self.seen)
        copy = self.by_hand(text)
        if copy is not None and self.seen is not None:
            save_durably(copy, self.seen)
        save_durably(self.path, text)
        self.seen, self._ours = text.encode("utf-8"), True

    def _now(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise PathError(
                Sentence("cannot open {path}: {why}", path=self.path, why=reason(error)),
                Sentence("check who may read it"),
            ) from error
