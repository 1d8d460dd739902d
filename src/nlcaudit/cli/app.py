"""The program: its commands, its version, and what happens when something goes wrong."""

import os
import sys
from typing import Annotated

import typer

from nlcaudit import __version__
from nlcaudit.cli import frameworks, validate
from nlcaudit.errors import ExitCode, UserError

app = typer.Typer(
    name="nlcaudit",
    help="Find out how well a city and its national government work together to prevent hate, extremism and "
    "polarisation.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("validate")(validate.validate)
app.command("explain")(validate.explain)
app.add_typer(frameworks.app, name="frameworks")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"nlcaudit {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Stand for the program itself."""


def main() -> None:
    """Run the program; never show a traceback for something the user can put right."""
    try:
        app()
    except UserError as error:
        _complain(error.message, error.hint)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.CLEAN)


def _complain(message: str, hint: str) -> None:
    sys.stderr.write(f"nlcaudit: {message}\n" + (f"    hint: {hint}\n" if hint else ""))
