"""`nlcaudit verify`."""

from pathlib import Path
from typing import Annotated

import typer

from nlcaudit.cli.common import In, NoColor, Quiet, note
from nlcaudit.cli.completing import sections, sides_and_groups
from nlcaudit.cli.language import say
from nlcaudit.cli.opening import opened
from nlcaudit.errors import ExitCode
from nlcaudit.sentences import Sentence

WantedPath = Annotated[Path, typer.Argument(metavar="REPORT", help="A report that nlcaudit wrote, in any format.")]
Theme = Annotated[
    Path | None, typer.Option("--theme", metavar="DIR", help="The theme it was made with, if it had one.")
]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="DIR", help="The templates it was made with, if it had any.")
]
Earlier = Annotated[
    list[Path] | None, typer.Option("--earlier", metavar="DIR", help="The earlier wave it was made with, if any.")
]
View = Annotated[
    str,
    typer.Option("--view", metavar="NAME", help="The view it was made with, if any.", autocompletion=sides_and_groups),
]
Parts = Annotated[
    str,
    typer.Option(
        "--sections", metavar="LIST", help="The sections it was made with, if not all.", autocompletion=sections
    ),
]


def verify(
    path: WantedPath, folder: In = Path(), theme: Theme = None, template: Template = None,
    earlier: Earlier = None, view: View = "", parts: Parts = "", quiet: Quiet = False, no_color: NoColor = False,
) -> None:  # fmt: skip
    """Make a report again from the answers, and say whether it is the same, or what differs.

    Example: nlcaudit verify port-azur/reports/report.en.html --in port-azur
    """
    from nlcaudit.cli.earlier import load_earlier
    from nlcaudit.cli.looks import load_setting
    from nlcaudit.verifying import Given
    from nlcaudit.verifying import verify as compare

    content = path.read_bytes()
    toolkit, engagement = opened(folder, no_color=no_color, quiet=quiet)
    setting = load_setting(theme, template, no_color=no_color, quiet=quiet)
    wave = load_earlier(earlier, no_color=no_color)
    verdict = compare((toolkit, engagement), path, content, Given(setting, wave, view, parts))
    if verdict.outcome == "identical":
        typer.echo(say(Sentence("{path} is what the answers say, byte for byte", path=path)))
        return
    for reason in verdict.reasons:
        typer.echo(say(reason))
    if verdict.outcome == "changed":
        typer.echo(say(Sentence("{path} was changed after it was made; toolkit and answers are as they were",
                                path=path)))  # fmt: skip
    for line in verdict.lines:
        typer.echo(line)
    note(Sentence("Next: write it again with nlcaudit report, or ask who changed what"), quiet=quiet)
    raise typer.Exit(ExitCode.FINDINGS)
