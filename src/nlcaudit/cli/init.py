"""`nlcaudit init`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import NoColor, Quiet, note, stop_on_errors, terminal
from nlcaudit.cli.completing import languages, modules, toolkits
from nlcaudit.sentences import Sentence


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    city: Annotated[str | None, typer.Option("--city", help="The city's name.")] = None,
    country: Annotated[str | None, typer.Option("--country", help="The country's name.")] = None,
    day: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day it is about.")] = None,
    subject: Annotated[str | None, typer.Option("--subject", help="What it is about, in one line.")] = None,
    lang: Annotated[
        list[str] | None, typer.Option("--lang", help="A language of the texts; repeatable.", autocompletion=languages)
    ] = None,
    toolkit: Annotated[
        str, typer.Option("--toolkit", help="A shipped toolkit's id, its folder or its file.", autocompletion=toolkits)
    ] = "nlc",
    module: Annotated[
        list[str] | None, typer.Option("--module", help="An optional module; repeatable.", autocompletion=modules)
    ] = None,
    full: Annotated[bool | None, typer.Option("--full/--quick", help="All questions, or the core ones.")] = None,
    include_drafts: Annotated[bool, typer.Option("--include-drafts", help="Allow languages that are drafts.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing: what no option says is left out.")] = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Make the folder of an engagement: one city at one moment. Asks for what no option says.

    Example: nlcaudit init port-azur --city Port-Azur --date 2026-11-14 --lang en --lang fr
    """  # fmt: skip
    from nlcaudit.prompts import Left
    from nlcaudit.sitting import Beginning, begin_engagement, new_ground, next_steps

    ground = new_ground(toolkit, folder)
    stop_on_errors(ground.diagnostics, no_color=no_color, quiet=True)
    depth: Literal["quick", "full"] | None = None if full is None else "full" if full else "quick"
    modules = tuple(module) if module else None
    said = Beginning(city, country, day, subject, tuple(lang or ()), depth, modules, include_drafts)
    try:
        plan = begin_engagement(folder, said, ground, None if yes else terminal(plain=no_color))
    except Left:
        note(Sentence("nothing was written"), quiet=quiet)
        return
    note(next_steps(folder, plan), quiet=quiet)
