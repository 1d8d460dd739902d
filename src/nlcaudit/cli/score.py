"""`nlcaudit score`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import In, NoColor, Quiet, note, stop_on_errors
from nlcaudit.cli.completing import scored, spoken_languages


def score(
    folder: In = Path(),
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            autocompletion=scored,
            metavar="ID",
            help="Show how a score is made: a question, theme or framework; ID@side or ID@group for a part.",
        ),
    ] = None,
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="How the result is printed.")] = "text",
    lang: Annotated[
        str, typer.Option("--lang", help="Language of the result: en or fr.", autocompletion=spoken_languages)
    ] = "en",
    unprotected: Annotated[
        bool, typer.Option("--unprotected", help="Show what rests on few persons, too: for the analyst's screen only.")
    ] = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Score an engagement: the profile, its bounds, its stages, each side beside.

    Example: nlcaudit score --in port-azur --explain trust
    """  # fmt: skip
    from nlcaudit.loader import load_engagement
    from nlcaudit.messages import Messages
    from nlcaudit.results import explanation_json, render_explanation, render_scorecard, scorecard_json
    from nlcaudit.scoring import score as score_engagement

    loaded = load_engagement(folder)
    stop_on_errors(loaded.diagnostics, no_color=no_color, quiet=quiet)
    if loaded.toolkit is None or loaded.engagement is None:
        return
    say = Messages("score", lang)
    if explain is not None:
        from nlcaudit.scoring.explaining import explain as explain_score

        found = explain_score(loaded.toolkit, loaded.engagement, explain, protect=not unprotected)
        shown = explanation_json(found, loaded.toolkit) if output == "json" else render_explanation(found, say)
        typer.echo(shown, nl=False)
        return
    card = score_engagement(loaded.toolkit, loaded.engagement, protect=not unprotected)
    shown = scorecard_json(card, loaded.toolkit) if output == "json" else render_scorecard(card, loaded.toolkit, say)
    typer.echo(shown, nl=False)
    note("Next: nlcaudit report" + (f" --in {folder}" if str(folder) != "." else ""), quiet=quiet)
