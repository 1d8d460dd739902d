"""The program and its version. Its commands are listed in `commands`, its ends are in `endings`."""

from typing import Annotated

import typer

from nlcaudit import __version__
from nlcaudit.cli.endings import Program, run

app = typer.Typer(
    name="nlcaudit",
    cls=Program,
    help="Find out how well a city and its national government work together to prevent hate, extremism and "
    "polarisation.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
    """Run the program."""
    run(app)
