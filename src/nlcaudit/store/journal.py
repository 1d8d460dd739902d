"""A journal of typed lines: each is on the disk before the next is asked for, and none is lost by a power cut."""

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from nlcaudit.errors import PathError, reason
from nlcaudit.sentences import Sentence
from nlcaudit.store.saving import save_durably


@dataclass(frozen=True, slots=True)
class Journal:
    """A file of lines, one JSON string each; the first says what the others belong to.

    Attributes:
        path: where; the lock of it must be held.
        heading: what it says on top.
    """

    path: Path
    heading: str

    def lines(self) -> tuple[str, ...] | None:
        """The lines that were typed; a last one that was cut off does not count.

        Returns:
            None where the file belongs to something else.

        Raises:
            PathError: the file cannot be read.
        """
        try:
            text = self.path.read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise _unusable(self.path, error) from error
        heading, *rest = text.split("\n")[:-1] or [""]
        if heading != self.heading:
            return None
        lines: list[str] = []
        for raw in rest:
            try:
                lines.append(str(json.loads(raw)))
            except ValueError:
                break  # what follows a damaged line may be meant for another question
        return tuple(lines)

    def append(self, line: str) -> None:
        """Add one line; when this returns, it is on the disk.

        Raises:
            PathError: the disk is full or the file cannot be written.
        """
        if not self.path.exists():
            save_durably(self.path, f"{self.heading}\n")
        try:
            with self.path.open("ab") as file:  # `os.write` would stop short, without a word, on a disk that fills up
                file.write(f"{json.dumps(line)}\n".encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _unusable(self.path, error) from error

    def keep_only(self, lines: tuple[str, ...]) -> None:
        """Write the file anew, without a line that was cut off."""
        save_durably(self.path, "".join(f"{line}\n" for line in (self.heading, *map(json.dumps, lines))))

    def clear(self) -> None:
        """Delete the file."""
        with contextlib.suppress(FileNotFoundError):
            self.path.unlink()


def _unusable(path: Path, error: OSError) -> PathError:
    return PathError(
        Sentence("cannot use {path}: {why}", path=path, why=reason(error)),
        Sentence("what was typed before is kept; make room, then go on"),
    )
