"""`nlcaudit evidence`: what shows the ratings, who has seen it, and the sums of its files."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from nlcaudit.cli.commands import Group
from nlcaudit.cli.common import In, NoColor, Quiet, note
from nlcaudit.cli.fitting import fitted
from nlcaudit.cli.language import language
from nlcaudit.cli.opening import opened
from nlcaudit.sentences import Sentence

app = typer.Typer(
    cls=Group,
    help="List evidence, record who has seen it, and the sums of its files.\n\n"
    "Example: nlcaudit evidence list --in port-azur",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
Asked = Annotated[str, typer.Argument(metavar="QUESTION", help="The question’s code or id.")]
Code = Annotated[str, typer.Argument(metavar="RESPONDENT", help="The respondent’s pseudonym.")]
Place = Annotated[int, typer.Argument(metavar="NUMBER", help="Which piece of that answer, from 1.")]


@app.command("list")
def list_all(folder: In = Path(), no_color: NoColor = False) -> None:
    """List every piece of evidence, with the words by which `seen` and `hash` find it. For the keeper only.

    Example: nlcaudit evidence list --in port-azur
    """
    from nlcaudit.messages import Messages
    from nlcaudit.showing import list_evidence, render_evidence

    toolkit, engagement = opened(folder, no_color=no_color, quiet=True)
    day = engagement.file.date if engagement.file else None
    found = list_evidence(engagement.responses, toolkit, day)
    told = render_evidence(found, toolkit, Messages("showing", language()))
    typer.echo(fitted(told, sys.stdout), nl=False)


@app.command("seen")
def seen(
    question: Asked,
    respondent: Code,
    place: Place,
    side: Annotated[str, typer.Option("--by", metavar="SIDE", help="The side whose participant saw it.")],
    folder: In = Path(),
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Record that a participant of the other side has seen a piece of evidence.

    Example: nlcaudit evidence seen T1 mk-5927 1 --by local --in port-azur
    """
    from nlcaudit.showing import mark_seen

    toolkit, _ = opened(folder, no_color=no_color, quiet=True)
    path = mark_seen(folder, toolkit, (question, respondent, place), side)
    order = toolkit.language_order(language())
    named = {known.id: known.label.spoken(order).text for known in toolkit.sides}
    note(Sentence("seen by “{side}”: noted in {path}", side=named.get(side, side), path=path), quiet=quiet)


@app.command("hash")
def hash_file(
    question: Asked,
    respondent: Code,
    place: Place,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="The file; else the one that is named already.")
    ] = None,
    folder: In = Path(),
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Record the sha256 of the file behind a piece of evidence; `validate` checks it again.

    Example: nlcaudit evidence hash T1 mk-5927 1 --file minutes.pdf --in port-azur
    """
    from nlcaudit.showing import record_sum

    toolkit, _ = opened(folder, no_color=no_color, quiet=True)
    path = record_sum(folder, toolkit, (question, respondent, place), file)
    note(Sentence("the sum of the file is in {path}; nlcaudit validate checks it again", path=path), quiet=quiet)
