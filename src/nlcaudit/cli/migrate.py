"""`nlcaudit migrate`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import NoColor, Quiet, note, stop_on_errors
from nlcaudit.cli.language import language
from nlcaudit.errors import ExitCode
from nlcaudit.sentences import Sentence, counted


def migrate(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="Response files; all of the folder if left out.")
    ] = None,
    folder: Annotated[Path, typer.Option("--in", metavar="DIR", help="The engagement's folder.")] = Path(),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would move, and write nothing.")] = False,
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="How it is told.")] = "text",
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Move saved answers to the current version of their toolkit, and say for each file what moved.

    No answer is lost: one whose question is gone stays in the file as “orphaned”, and comes back with its question.
    If one file cannot be moved, none is.

    Example: nlcaudit migrate --in port-azur --dry-run
    """
    from nlcaudit.evolution.accounts import render_accounts, render_accounts_json
    from nlcaudit.moving import carry_out, plan_moves

    plan = plan_moves(files or [], folder)
    stop_on_errors(plan.diagnostics, no_color=no_color, quiet=True)
    for path, stuck in plan.stuck:
        note(Sentence("nlcaudit: {path}: {reason}", path=path, reason=stuck.reason))
        note(Sentence("    {hint}", hint=Sentence("hint: {advice}", advice=stuck.hint)))
    if not plan.possible:
        note(Sentence("nothing was written"))
        raise typer.Exit(ExitCode.FINDINGS)
    if not dry_run:
        carry_out(plan)
    changed = [move.account for move in plan.moves if move.text is not None]
    if output == "json":
        typer.echo(render_accounts_json(changed, language(), written=not dry_run), nl=False)
    else:
        typer.echo(render_accounts(changed, language()), nl=False)
    of_all = counted("{changed} of {number} file", "{changed} of {number} files", len(plan.moves), changed=len(changed))
    if dry_run:
        note(Sentence("{files} would change; nothing was written (--dry-run)", files=of_all), quiet=quiet)
    else:
        note(Sentence("{files} changed", files=of_all), quiet=quiet)
