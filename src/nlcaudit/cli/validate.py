"""`nlcaudit validate` and `nlcaudit explain`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import NoColor, Quiet, note, use_colour
from nlcaudit.cli.completing import rules
from nlcaudit.errors import ExitCode, UserError


def validate(
    paths: Annotated[
        list[Path], typer.Argument(help="Files and folders: frameworks, toolkits, responses, engagements.")
    ],
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="How findings are printed.")] = "text",
    against: Annotated[
        str | None,
        typer.Option("--against", metavar="OLD", help="An older version of the toolkit: a folder, a file, git:REV."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")] = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Check files and say, with line and column, what to put right.

    Example: nlcaudit validate frameworks/nlc
    """
    from nlcaudit.output import render_json, render_text, summary_line
    from nlcaudit.validation import validate_paths

    checked = validate_paths(paths, against)
    found = checked.diagnostics
    if output == "json":
        typer.echo(render_json(found, checked.unopened), nl=False)
    elif found:
        typer.echo(render_text(found, colour=use_colour(refused=no_color)), nl=False)
    for message in checked.unopened:
        note(f"nlcaudit: {message}")
    for path in checked.unknown:
        note(f"{path} is new: there is nothing in {against} to check it against", quiet=quiet)
    note(f"{summary_line(found)} in {checked.files} file{'' if checked.files == 1 else 's'}", quiet=quiet)
    if found and not quiet and output == "text":
        note(f"What a code means: nlcaudit explain {found[0].code}")
    if checked.unopened:
        raise typer.Exit(ExitCode.PATH)
    if any(strict or d.severity == "error" for d in found):
        raise typer.Exit(ExitCode.FINDINGS)


def explain(
    code: Annotated[
        str | None,
        typer.Argument(help="A rule's code or name, such as NLC201 or unknown-source.", autocompletion=rules),
    ] = None,
    everything: Annotated[bool, typer.Option("--list", help="List all rules.")] = False,
) -> None:
    """Explain a rule of `validate`: what it is about, why it matters, what to write instead.

    Example: nlcaudit explain NLC201
    """
    from nlcaudit.diagnostics import did_you_mean
    from nlcaudit.rules import RULES

    if everything:
        for rule in RULES.values():
            typer.echo(f"{rule.code}  {rule.severity:7}  {rule.name:26}  {rule.summary}")
        return
    if code is None:
        raise UserError("which rule?", "nlcaudit explain NLC201, or nlcaudit explain --list")
    by_name = {rule.name: rule for rule in RULES.values()}
    found = RULES.get(code.upper()) or by_name.get(code.lower())
    if found is None:
        raise UserError(f"there is no rule “{code}”", did_you_mean(code.upper(), RULES, "nlcaudit explain --list"))
    typer.echo(f"{found.code} {found.name} ({found.severity})\n\n{found.doc.strip()}")
