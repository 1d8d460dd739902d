"""`nlcaudit status`."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import In, NoColor, Quiet, note
from nlcaudit.cli.completing import spoken_languages
from nlcaudit.cli.fitting import fitted
from nlcaudit.cli.language import language
from nlcaudit.cli.opening import opened
from nlcaudit.sentences import Sentence

Evidence = Annotated[
    bool, typer.Option("--evidence", help="List at most ten pieces of evidence that are worth asking for.")
]
Output = Annotated[Literal["text", "json"], typer.Option("--format", help="How it is printed.")]
Lang = Annotated[
    str | None, typer.Option("--lang", help="Language of the text: en or fr.", autocompletion=spoken_languages)
]


def status(
    folder: In = Path(),
    evidence: Evidence = False,
    output: Output = "text",
    lang: Lang = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Say who has answered, who is not heard, what a valid diagnosis still needs, and whom to remind.

    For the keeper of the answers only: it names pseudonyms and counts small groups.

    Example: nlcaudit status --in port-azur
    """
    from nlcaudit.messages import Messages
    from nlcaudit.standing import (
        build_standing,
        evidence_to_ask_for,
        render_asking,
        render_standing,
        standing_json,
    )

    toolkit, engagement = opened(folder, no_color=no_color, quiet=quiet)
    standing = build_standing(toolkit, engagement, date.today())  # noqa: DTZ011 - the reader's day
    asking = evidence_to_ask_for(toolkit, engagement)
    say = Messages("standing", lang or language())
    if output == "json":
        typer.echo(standing_json(standing, asking), nl=False)
    elif evidence:
        typer.echo(fitted(render_asking(asking, toolkit, say), sys.stdout), nl=False)
    else:
        typer.echo(fitted(render_standing(standing, toolkit, say), sys.stdout), nl=False)
    where = f" --in {folder}" if str(folder) != "." else ""
    if not evidence and output == "text":
        note(Sentence("Next: nlcaudit status{where} --evidence", where=where), quiet=quiet)
