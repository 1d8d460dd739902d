"""The errors a user meets outside files: a wrong call, a path that cannot be used.

A mistake *inside* a file is never an exception; it is a `diagnostics.Diagnostic`.
"""

from enum import IntEnum

from nlcaudit.sentences import NOTHING, Sentence


class ExitCode(IntEnum):
    """What the process tells the shell."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    PATH = 3
    INTERRUPTED = 130


class UserError(Exception):
    """Something the user can put right.

    Args:
        message: one `Sentence` that says what is wrong.
        hint: one that says what to do instead.
        exit_code: what the process returns.
    """

    def __init__(self, message: Sentence, hint: Sentence = NOTHING, exit_code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code


class PathError(UserError):
    """A path that cannot be opened or written, a lock, a full disk."""

    def __init__(self, message: Sentence, hint: Sentence = NOTHING) -> None:
        super().__init__(message, hint, ExitCode.PATH)


REASONS = (
    Sentence("no such file or directory"),
    Sentence("permission denied"),
    Sentence("operation not permitted"),
    Sentence("file exists"),
    Sentence("not a directory"),
    Sentence("is a directory"),
    Sentence("directory not empty"),
    Sentence("no space left on device"),
    Sentence("disk quota exceeded"),
    Sentence("read-only file system"),
    Sentence("input/output error"),
    Sentence("file name too long"),
    Sentence("too many open files"),
    Sentence("bad file descriptor"),
)
"""What systems usually say, for those who translate it."""


def reason(error: OSError) -> Sentence:
    """Say in words why the system refused."""
    return Sentence((error.strerror or str(error)).lower())
