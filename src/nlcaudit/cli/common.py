"""Options and endings that commands share."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlcaudit.cli.completing import languages
from nlcaudit.cli.fitting import fitted
from nlcaudit.cli.language import language, say
from nlcaudit.errors import ExitCode
from nlcaudit.sentences import Sentence

if TYPE_CHECKING:
    from nlcaudit.diagnostics import Diagnostic
    from nlcaudit.prompts import Terminal

In = Annotated[Path, typer.Option("--in", metavar="DIR", help="The engagement's folder, or one response file.")]
Lang = Annotated[
    str,
    typer.Option(
        "--lang",
        metavar="LIST",
        help="Languages, such as en,fr; those of the engagement if left out.",
        autocompletion=languages,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing about the run.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="Never use colour.")]


def use_colour(*, refused: bool, stream: object = None) -> bool:
    """Colour only on a terminal, and never against NO_COLOR, TERM=dumb or --no-color."""
    target = stream or sys.stdout
    terminal = getattr(target, "isatty", lambda: False)()
    return bool(terminal) and not refused and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal(*, plain: bool) -> "Terminal | None":
    """The terminal or pipe of this process; None when nothing will ever be read from it."""
    from nlcaudit.prompts.terminal import standard_terminal

    return standard_terminal(width=shutil.get_terminal_size().columns, styled=use_colour(refused=plain))


def note(text: Sentence, *, quiet: bool = False) -> None:
    """Say something about the run, on standard error."""
    if not quiet:
        typer.echo(fitted(say(text), sys.stderr), err=True)


def stop_on_errors(diagnostics: "Sequence[Diagnostic]", *, no_color: bool = False, quiet: bool = False) -> None:
    """Print what was found in the files on standard error; end with 1 if there is an error among it."""
    shown = [d for d in diagnostics if d.severity == "error" or not quiet]
    if not shown:
        return
    from nlcaudit.diagnostics import has_errors
    from nlcaudit.output import render_briefly, summary_line

    colour = use_colour(refused=no_color, stream=sys.stderr)
    typer.echo(render_briefly(shown, language(), colour=colour), err=True, nl=False)
    if has_errors(diagnostics):
        note(Sentence("{count}; nothing was written", count=summary_line(diagnostics)))
        raise typer.Exit(ExitCode.FINDINGS)
