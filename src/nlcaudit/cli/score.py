"""`nlcaudit score`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.asking import Asked
from nlcaudit.cli.common import In, NoColor, Quiet, note
from nlcaudit.cli.completing import scored, spoken_languages
from nlcaudit.cli.language import language
from nlcaudit.cli.opening import opened
from nlcaudit.sentences import Sentence

Explain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        autocompletion=scored,
        metavar="ID",
        help="Show how a number is made: a question, theme or framework; ID@side or ID@group for a part; "
        "ID/FIGURE for another number, such as trust/interval or all/alpha.",
    ),
]
Between = Annotated[
    tuple[str, str] | None,
    typer.Option("--between", metavar="A B", help="Set two sides or groups side by side, in levels."),
]
Output = Annotated[Literal["text", "json"], typer.Option("--format", help="How the result is printed.")]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        help="Language of the result: en or fr; as the program speaks if left out.",
        autocompletion=spoken_languages,
    ),
]
Unprotected = Annotated[
    bool, typer.Option("--unprotected", help="Show what rests on few persons, too: for the analyst's screen only.")
]


def score(
    folder: In = Path(),
    explain: Explain = None,
    between: Between = None,
    output: Output = "text",
    lang: Lang = None,
    unprotected: Unprotected = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Score an engagement: the profile, its bounds, its stages, each side beside.

    Example: nlcaudit score --in port-azur --explain trust
    """  # fmt: skip
    from nlcaudit.messages import Messages
    from nlcaudit.results.scorecards import render_scorecard, scorecard_json
    from nlcaudit.scoring import score as score_engagement

    toolkit, engagement = opened(folder, no_color=no_color, quiet=quiet)
    asked = Asked(toolkit, engagement, not unprotected, output == "json", lang or language())
    if explain is not None:
        typer.echo(asked.explanation(explain), nl=False)
        return
    if between is not None:
        typer.echo(asked.contrast(between), nl=False)
        return
    card = score_engagement(toolkit, engagement, protect=not unprotected)
    shown = (
        scorecard_json(card, toolkit)
        if output == "json"
        else render_scorecard(card, toolkit, Messages("score", lang or language()))
    )
    typer.echo(shown, nl=False)
    where = "" if str(folder) == "." else f" --in {folder}"
    note(Sentence("Next: {command}", command=f"nlcaudit report{where}"), quiet=quiet)
