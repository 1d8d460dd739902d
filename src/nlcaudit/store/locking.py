"""One process at a time on one file. The lock dies with its process; a lock file left behind blocks nobody."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from nlcaudit.errors import PathError, reason
from nlcaudit.sentences import Sentence
from nlcaudit.store.saving import sweep

LOCKED_BYTE = 1 << 30
"""Windows locks bytes, and refuses to read them: this one lies behind everything that is written."""


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of `path`, whether that file exists or not; remove drafts that a killed process left.

    Raises:
        PathError: another process holds it, or the folder cannot be written.
    """
    beside = path.with_name(f".{path.name}.lock")
    descriptor = _take(path, beside)
    try:
        sweep(path)
        yield
    finally:
        _release(descriptor, beside)


def _take(path: Path, beside: Path) -> int:
    while True:
        descriptor = _open(path, beside)
        if not _lock(descriptor):
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip() or "?"
            os.close(descriptor)
            raise PathError(
                Sentence("{path} is open in another nlcaudit (process {holder})", path=path, holder=holder),
                Sentence(
                    "finish there with q; to answer as somebody else, leave out --respondent or name another --out"
                ),
            )
        if _still_there(descriptor, beside):
            os.ftruncate(descriptor, 0)
            os.write(descriptor, f"{os.getpid()}\n".encode())
            return descriptor
        os.close(descriptor)  # the process before removed the file between our opening and locking it


def _open(path: Path, beside: Path) -> int:
    try:
        return os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise PathError(
            Sentence("cannot write in {folder}: {why}", folder=path.parent, why=reason(error)),
            Sentence("choose another place with --in or --out"),
        ) from error


def _still_there(descriptor: int, beside: Path) -> bool:
    try:
        there, held = beside.stat(), os.fstat(descriptor)
    except OSError:
        return False
    return (there.st_ino, there.st_dev) == (held.st_ino, held.st_dev)


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _release(descriptor: int, beside: Path) -> None:
    if sys.platform != "win32":  # removed while it is still held, so that nobody locks a file about to vanish
        beside.unlink(missing_ok=True)
    os.close(descriptor)
    if sys.platform == "win32":
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
