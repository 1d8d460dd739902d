"""`nlcaudit frameworks export` and `import`: a toolkit's texts, out to translators and back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from nlcaudit.cli.common import Quiet, note, stop_on_errors
from nlcaudit.cli.completing import names, spoken_languages, toolkits
from nlcaudit.cli.language import say
from nlcaudit.errors import ExitCode, PathError, UserError
from nlcaudit.sentences import Sentence, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlcaudit.translating import Material, Plan, Problem

Toolkit = Annotated[
    str, typer.Option("--toolkit", metavar="NAME", help="A toolkit: its id or its folder.", autocompletion=toolkits)
]


def _material(name: str) -> "Material":
    from nlcaudit.translating import load_material

    material, found = load_material(name)
    stop_on_errors(found, quiet=True)
    if material is None:  # pragma: no cover - then there was an error among what was found
        raise typer.Exit(ExitCode.FINDINGS)
    return material


Lang = Annotated[
    str,
    typer.Option("--lang", help="The language into which is translated.", autocompletion=spoken_languages),
]
Framework = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="Only the texts of this framework.", autocompletion=names),
]
Output = Annotated[Literal["po"], typer.Option("--format", help="gettext, for Poedit, Weblate and others.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where it is written; else it is printed.")]


def export_texts(
    lang: Lang,
    framework: Framework = None,
    toolkit: Toolkit = "nlc",
    output: Output = "po",
    out: Out = None,
    quiet: Quiet = False,
) -> None:
    """Write the texts of a toolkit for translators; the language may be a new one.

    Example: nlcaudit frameworks export --lang fr --out nlc.fr.po
    """
    from datetime import date

    from nlcaudit.diagnostics import did_you_mean
    from nlcaudit.store import save_durably
    from nlcaudit.translating import check_language, render_catalogue

    del output  # there is one format so far
    material = _material(toolkit)
    check_language(material, lang)
    known = [one.id for one in material.draft.toolkit.frameworks]
    if framework is not None and framework not in known:
        raise UserError(Sentence("there is no framework “{name}”", name=framework), did_you_mean(framework, known))
    text = render_catalogue(material, lang, date.today(), framework)  # noqa: DTZ011 - the day of who exports
    if out is None:
        typer.echo(text.decode(), nl=False)
        return
    if out.exists():  # it may hold a translator's work
        raise PathError(Sentence("{path} is there already", path=out), Sentence("choose another name for --out"))
    save_durably(out, text, 0o644)
    note(Sentence("{path} is written", path=out), quiet=quiet)
    note(
        Sentence("Once it is translated: {command}", command=f"nlcaudit frameworks import {out} --toolkit {toolkit}"),
        quiet=quiet,
    )


def import_texts(
    file: Annotated[Path, typer.Argument(metavar="FILE.po", help="What a translator sends back.")],
    toolkit: Toolkit = "nlc",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    quiet: Quiet = False,
) -> None:
    """Take a translator’s work into the toolkit’s files, in their place; comments and layout stay.

    Entries that are fuzzy or empty are not taken. What is confirmed is stamped.

    Example: nlcaudit frameworks import nlc.fr.po --dry-run
    """
    from nlcaudit.loader import resolve_toolkit
    from nlcaudit.loader.files import read_bytes
    from nlcaudit.stamping import refuse_installed
    from nlcaudit.translating import check_language, parse_catalogue, plan_import, save_plan

    catalogue, problems = parse_catalogue(read_bytes(file))
    _stop_on_problems(file, problems)
    if catalogue is None:
        return
    if not catalogue.language:
        raise UserError(
            Sentence("{path} does not say its language", path=file), Sentence("write “Language: fr” into its header")
        )
    material = _material(toolkit)
    check_language(material, catalogue.language)
    if not dry_run:
        refuse_installed([resolve_toolkit(toolkit)])
    plan = plan_import(material, catalogue)
    _stop_on_problems(file, plan.problems)
    if not dry_run:
        save_plan(plan)
    _tell(plan, toolkit, dry_run=dry_run, quiet=quiet)


def _stop_on_problems(file: Path, problems: "Sequence[Problem]") -> None:
    for one in problems:
        note(Sentence("{path}:{line}: {message}", path=file, line=one.line, message=one.message))
        typer.echo(f"    {say(Sentence('hint: {advice}', advice=one.hint))}", err=True)
    if problems:
        note(
            counted("{number} entry cannot be taken; nothing was written",
                    "{number} entries cannot be taken; nothing was written", len(problems))
        )  # fmt: skip
        raise typer.Exit(ExitCode.FINDINGS)


def _tell(plan: "Plan", toolkit: str, *, dry_run: bool, quiet: bool) -> None:
    for part, number in plan.changed.items():
        changed = counted("{number} translation changes", "{number} translations change", number)
        typer.echo(say(Sentence("{part}: {changed}", part=part, changed=changed)))
    if plan.begun:
        note(Sentence("“{language}” is a new language of the toolkit: a draft", language=plan.language), quiet=quiet)
    confirmed = counted("{number} entry is confirmed", "{number} entries are confirmed", plan.confirmed)
    waiting = counted("{number} still waits", "{number} still wait", plan.waiting)
    note(Sentence("{confirmed}, {waiting}", confirmed=confirmed, waiting=waiting), quiet=quiet)
    if dry_run:
        note(Sentence("Nothing was written."), quiet=quiet)
    elif plan.texts:
        note(Sentence("Next: {command}", command=f"nlcaudit validate {toolkit}"), quiet=quiet)
