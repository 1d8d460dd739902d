"""`nlcaudit migrate`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import NoColor, Quiet, note, stop_on_errors
from nlcaudit.errors import ExitCode


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
        note(f"nlcaudit: {path}: {stuck.reason}\n    hint: {stuck.hint}")
    if not plan.possible:
        note("nothing was written")
        raise typer.Exit(ExitCode.FINDINGS)
    if not dry_run:
        carry_out(plan)
    changed = [move.account for move in plan.moves if move.text is not None]
    accounts = render_accounts_json(changed, written=not dry_run) if output == "json" else render_accounts(changed)
    typer.echo(accounts, nl=False)
    ending = "would change; nothing was written (--dry-run)" if dry_run else "changed"
    note(f"{len(changed)} of {len(plan.moves)} file{'' if len(plan.moves) == 1 else 's'} {ending}", quiet=quiet)
