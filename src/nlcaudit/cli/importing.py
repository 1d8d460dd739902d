"""`nlcaudit import`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from nlcaudit.cli.common import NoColor, Quiet, note, stop_on_errors
from nlcaudit.cli.completing import groups, languages
from nlcaudit.cli.fitting import fitted
from nlcaudit.cli.language import language
from nlcaudit.errors import ExitCode
from nlcaudit.sentences import Sentence, counted

if TYPE_CHECKING:
    from nlcaudit.framework import Toolkit
    from nlcaudit.importers.planning import Plan

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Forms and exports that came back.")]
Folder = Annotated[Path, typer.Option("--in", metavar="DIR", help="The engagement's folder.")]
Group = Annotated[
    str | None,
    typer.Option(
        "--group", metavar="ID|COLUMN", help="The group of all, or the column that says it.", autocompletion=groups
    ),
]
Maps = Annotated[list[str] | None, typer.Option("--map", metavar="COLUMN=T1", help="What a column is; repeatable.")]
Drops = Annotated[list[str] | None, typer.Option("--drop", metavar="COLUMN", help="Leave out; repeatable.")]
Mapping = Annotated[
    Path | None, typer.Option("--mapping", metavar="FILE", help="Declarations; --dry-run drafts a new one.")
]
NumbersFrom = Annotated[
    Literal["0", "1"] | None, typer.Option("--numbers-from", help="The number of the lowest level in the tables.")
]
Prefer = Annotated[
    list[str] | None,
    typer.Option(
        "--prefer",
        metavar="[CODE=]file|import",
        help="Which counts where a file was edited by hand, or nothing says which is newer; repeatable.",
    ),
]
Same = Annotated[
    Literal["once", "each"] | None, typer.Option("--same", help="Equal answers: of one person, or of several.")
]
Readmit = Annotated[bool, typer.Option("--readmit", help="Take those in who withdrew, and asked to come back.")]
Lang = Annotated[
    str | None, typer.Option("--lang", help="Language of answers that do not say theirs.", autocompletion=languages)
]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="Of CSV files: utf-8, …")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be imported, and write nothing.")]
Output = Annotated[Literal["text", "json"], typer.Option("--format", help="How it is told.")]


def import_(
    files: Files, folder: Folder = Path(), group: Group = None,
    maps: Maps = None, drops: Drops = None, mapping: Mapping = None, numbers_from: NumbersFrom = None,
    prefer: Prefer = None, same: Same = None, readmit: Readmit = False,
    lang: Lang = None, encoding: Encoding = None,
    dry_run: DryRun = False, output: Output = "text", quiet: Quiet = False, no_color: NoColor = False,
) -> None:  # fmt: skip
    """Take in forms and exports: our own forms, Kobo, ODK, Google and Microsoft Forms; CSV, XLSX, JSON lines, YAML.

    Says for each column what it stands for, leaves out what says who somebody is, and guesses nothing: with one
    doubtful column or cell nothing is written. The same answers imported twice count once.

    Example: nlcaudit import export.csv --in port-azur --dry-run
    """
    from nlcaudit.importers.drafting import render_mapping
    from nlcaudit.importers.reporting import render_problems
    from nlcaudit.importing import Request, carry_out, prepare_import, save_draft

    numbers: Literal[0, 1] | None = None if numbers_from is None else 0 if numbers_from == "0" else 1
    draft = mapping if dry_run and mapping is not None and not mapping.exists() else None
    made = prepare_import(Request(
        files, folder, group, maps or (), drops or (), None if draft else mapping, encoding, lang,
        numbers, prefer or (), same, readmit,
    ))  # fmt: skip
    stop_on_errors(made.diagnostics, no_color=no_color, quiet=True)
    if made.toolkit is None:
        raise typer.Exit(ExitCode.FINDINGS)
    writes = made.possible and not dry_run
    written = carry_out(made) if writes else []
    typer.echo(_plan(made.plan, made.toolkit, output, written=writes), nl=False)
    if draft is not None:
        save_draft(draft, render_mapping(made.plan, made.toolkit, language()))
        told = Sentence("a draft of the mapping is in {path}: put a meaning in place of each “?”", path=draft)
        note(told, quiet=quiet)
    typer.echo(fitted(render_problems(made.plan.problems, language()), sys.stderr), err=True, nl=False)
    if not made.possible:
        note(_in_the_way(len(made.plan.problems)))
        raise typer.Exit(ExitCode.FINDINGS)
    note(_ending(len(made.plan.outcomes), len(written), folder, dry_run=dry_run), quiet=quiet)


def _plan(plan: "Plan", toolkit: "Toolkit", output: str, *, written: bool) -> str:
    from nlcaudit.importers.reporting import render_plan, render_plan_json

    if output == "json":
        return render_plan_json(plan, toolkit, written=written)
    return fitted(render_plan(plan, toolkit, language()), sys.stdout)


def _in_the_way(problems: int) -> Sentence:
    return counted(
        "{number} thing to put right or to declare; nothing was written",
        "{number} things to put right or to declare; nothing was written",
        problems,
    )


def _ending(submissions: int, written: int, folder: Path, *, dry_run: bool) -> Sentence:
    read = counted("{number} submission", "{number} submissions", submissions)
    if dry_run:
        return Sentence("{read}; nothing was written (--dry-run)", read=read)
    files = counted("{number} file written", "{number} files written", written)
    return Sentence("{read}; {files} in {folder}", read=read, files=files, folder=folder / "responses")
