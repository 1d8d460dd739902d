"""The errors a user meets outside files: a wrong call, a path that cannot be used.

A mistake *inside* a file is never an exception; it is a `diagnostics.Diagnostic`.
"""

from enum import IntEnum


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
        message: one sentence that says what is wrong.
        hint: one sentence that says what to do instead.
        exit_code: what the process returns.
    """

    def __init__(self, message: str, hint: str = "", exit_code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code


class PathError(UserError):
    """A path that cannot be opened or written, a lock, a full disk."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, ExitCode.PATH)
