"""`nlcaudit diff`."""

from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import NoColor, Quiet, note, stop_on_errors
from nlcaudit.cli.language import language
from nlcaudit.errors import ExitCode
from nlcaudit.sentences import Sentence


def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="A toolkit as it was: a folder, a file, an id, git:REV or git:REV:PATH."),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The toolkit as it is now, named in the same ways.")],
    output: Annotated[
        Literal["text", "json", "md"], typer.Option("--format", help="How the differences are printed.")
    ] = "text",
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Say what is different between two versions of a toolkit, and which version number that needs.

    Ends with 1 when the declared version is too low. git:REV alone is the other path at that revision.

    Example: nlcaudit diff git:HEAD~1 frameworks/nlc
    """
    from nlcaudit.evolution.comparing import compare
    from nlcaudit.evolution.drafting import draft_migration
    from nlcaudit.evolution.telling import render_json, render_markdown, render_text
    from nlcaudit.evolution.verdict import judge
    from nlcaudit.loader.revisions import is_revision, load_reference

    before, after = load_reference(old, beside=new), load_reference(new, beside=old)
    stop_on_errors((*before.diagnostics, *after.diagnostics), no_color=no_color, quiet=True)
    if before.value is None or after.value is None:
        return
    comparison = compare(before.value, after.value)
    verdict = judge(before.value.version, after.value.version, comparison.changes)
    draft = draft_migration(before.value, after.value, comparison, language())
    render = {"text": render_text, "json": render_json, "md": render_markdown}[output]
    typer.echo(render(comparison, verdict, draft, language()), nl=False)
    if not is_revision(new):
        note(Sentence("Next: {command}", command=f"nlcaudit validate {new} --against {old}"), quiet=quiet)
    if not verdict.enough:
        raise typer.Exit(ExitCode.FINDINGS)
