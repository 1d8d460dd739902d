"""How the program ends: by a user's mistake, a closed pipe, a full disk, Ctrl-C. Never with a traceback for those."""

import atexit
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO, UnsupportedOperation
from typing import Any

import typer
from typer.exceptions import TyperException

from nlcaudit.cli.commands import Commands, spoken
from nlcaudit.cli.fitting import fitted
from nlcaudit.cli.language import choose_language, say
from nlcaudit.errors import ExitCode, UserError, reason
from nlcaudit.sentences import NOTHING, Sentence


class Program(Commands):
    """The group of all commands.

    typer ends with 1 when nobody reads its output any more; here that is no error. A wrong call ends as every other
    mistake of a user does.
    """

    def make_context(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - typer does not export its contexts
        """Parse the command line; `--help` and `--version` print here."""
        spoken(self)
        with _nobody_needs_to_read(), _wrong_calls_told():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401
        """Run the command, and write what it printed before anything else can end the program."""
        with _nobody_needs_to_read(), _wrong_calls_told(ctx):
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()


@contextmanager
def _nobody_needs_to_read() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as closed:
        _write_nowhere()
        raise typer.Exit(ExitCode.CLEAN) from closed


@contextmanager
def _wrong_calls_told(ctx: Any = None) -> Iterator[None]:  # noqa: ANN401
    try:
        yield
    except TyperException as wrong:
        if type(wrong).__name__ == "NoArgsIsHelpError":  # its message is the help
            raise
        from nlcaudit.cli.complaints import wrong_call

        command = ctx.invoked_subcommand if ctx else None
        raise wrong_call(wrong, f"nlcaudit {command}" if command else "nlcaudit") from wrong


def run(app: typer.Typer) -> None:
    """Run the program and end it."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them takes longer than `validate`
    choose_language(sys.argv[1:], os.environ)
    gc.set_threshold(50_000)  # what is read stays until the end: looking for rubbish among it finds nothing
    atexit.register(gc.freeze)  # nor then, when Python would look at everything once more
    sys.stdout = sys.stdout or StringIO()  # closed by who started the program
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without “ or é gets their numbers instead of a crash
            stream.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="nlcaudit")
    except UserError as error:
        _complain(error.message, error.hint)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:
        _write_nowhere()
        _complain(_unusable(error), NOTHING)
        sys.exit(ExitCode.PATH)


def _unusable(error: OSError) -> Sentence:
    why = reason(error)
    return Sentence("{path}: {why}", path=error.filename, why=why) if error.filename else why


def _write_nowhere() -> None:
    """What still waits to be written would be tried again, and fail again, when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr) if _closed(sys.stderr) else (sys.stdout,):
        with suppress(UnsupportedOperation):  # it is no file
            os.dup2(nowhere, stream.fileno())


def _closed(stream: Any) -> bool:  # noqa: ANN401
    try:
        stream.flush()
    except OSError:
        return True
    return False


def _complain(message: str, hint: str) -> None:
    advice = say(Sentence("hint: {advice}", advice=hint)) if hint else ""
    said = f"nlcaudit: {say(message)}\n" + (f"    {advice}\n" if advice else "")
    sys.stderr.write(fitted(said, sys.stderr))
