"""`nlcaudit validate` and `nlcaudit explain`."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from nlcaudit.cli.common import NoColor, Quiet, note, use_colour
from nlcaudit.cli.completing import rules
from nlcaudit.cli.language import language, say
from nlcaudit.errors import ExitCode, UserError
from nlcaudit.sentences import Sentence, counted

if TYPE_CHECKING:
    from nlcaudit.diagnostics import Diagnostic
    from nlcaudit.validation import Checked


Format = Literal["auto", "text", "json", "sarif", "github", "junit"]


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Files and folders: frameworks, toolkits, responses, engagements."),
]
Output = Annotated[
    Format, typer.Option("--format", help="How findings are printed; auto: github in GitHub Actions, else text.")
]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="RULES", help="Only these: NLC4, NLC404,same-levels.")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULES", help="All but these; the longer word counts.")
]
Against = Annotated[
    str | None,
    typer.Option("--against", metavar="OLD", help="An older version of the toolkit: a folder, a file, git:REV."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")]


def validate(
    paths: Paths,
    output: Output = "auto",
    select: Select = None,
    ignore: Ignore = None,
    against: Against = None,
    strict: Strict = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Check files and say, with line and column, what to put right.

    Example: nlcaudit validate frameworks/nlc
    """
    from nlcaudit.output import printable, summary_line
    from nlcaudit.validation import chosen, validate_paths

    chosen((), select or (), ignore or ())  # a wrong word ends the call before anything is read
    checked = validate_paths(paths, against)
    found = chosen(checked.diagnostics, select or (), ignore or ())
    form = _form(output)
    typer.echo(_rendered(form, found, checked, colour=use_colour(refused=no_color), strict=strict), nl=False)
    for message in checked.unopened:
        note(Sentence("nlcaudit: {message}", message=printable(say(message))))
    for path in checked.unknown:
        new = Sentence("{path} is new: there is nothing in {old} to check it against", path=path, old=against)
        note(new, quiet=quiet)
    note(counted("{findings} in {number} file", "{findings} in {number} files", checked.files,
                 findings=summary_line(found)), quiet=quiet)  # fmt: skip
    if checked.ignored:
        note(counted("{number} finding was ignored, as files ask", "{number} findings were ignored, as files ask",
                     checked.ignored), quiet=quiet)  # fmt: skip
    if found and form == "text":
        note(Sentence("What a code means: nlcaudit explain {code}", code=found[0].code), quiet=quiet)
    if checked.unopened:
        raise typer.Exit(ExitCode.PATH)
    if any(strict or d.severity == "error" for d in found):
        raise typer.Exit(ExitCode.FINDINGS)


def _form(output: Format) -> Format:
    if output != "auto":
        return output
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _rendered(form: Format, found: "Sequence[Diagnostic]", checked: "Checked", *, colour: bool, strict: bool) -> str:
    from nlcaudit.output import render_github, render_json, render_junit, render_sarif, render_text, seen_from

    if form == "text":
        return render_text(found, language(), colour=colour)
    if form == "json":
        return render_json(found, checked.unopened, language())
    if form == "junit":
        return render_junit(found, checked.unopened, checked.looked_at, language(), strict=strict)
    here = Path.cwd()
    placed = seen_from(Path(os.environ.get("GITHUB_WORKSPACE") or here), found, here)
    return (
        render_github(placed, checked.unopened, language())
        if form == "github"
        else render_sarif(placed, checked.unopened)
    )


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE", help="A rule's code or name, such as NLC201 or unknown-source.", autocompletion=rules
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--list", help="List all rules.")] = False,
) -> None:
    """Explain a rule of `validate`: what it is about, why it matters, what to write instead.

    Example: nlcaudit explain NLC201
    """
    from nlcaudit.diagnostics import did_you_mean
    from nlcaudit.output import SEVERITIES, render_doc
    from nlcaudit.rules.registry import RULES

    if everything:
        for rule in RULES.values():
            severity = say(SEVERITIES[rule.severity])
            typer.echo(f"{rule.code}  {severity:13}  {rule.name:26}  {say(Sentence(rule.summary))}")
        return
    listed = Sentence("nlcaudit explain --list")
    if code is None:
        raise UserError(Sentence("which rule?"), Sentence("nlcaudit explain NLC201, or nlcaudit explain --list"))
    by_name = {rule.name: rule for rule in RULES.values()}
    found = RULES.get(code.upper()) or by_name.get(code.lower())
    if found is None:
        raise UserError(Sentence("there is no rule “{code}”", code=code), did_you_mean(code.upper(), RULES, listed))
    typer.echo(f"{found.code} {found.name} ({say(SEVERITIES[found.severity])})\n\n{render_doc(found.doc, language())}")
