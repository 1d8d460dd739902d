"""`nlcaudit assess`."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import In, NoColor, Quiet, note, stop_on_errors, terminal
from nlcaudit.cli.completing import groups, languages, names, respondents

Name = Annotated[
    str | None,
    typer.Argument(metavar="FRAMEWORK|TOOLKIT", help="Ask this framework, too; or this toolkit.", autocompletion=names),
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Answer into one file, without a folder.")]
Group = Annotated[
    str | None, typer.Option("--group", metavar="ID", help="The respondent's group.", autocompletion=groups)
]
Respondent = Annotated[
    str | None,
    typer.Option(
        "--respondent",
        metavar="CODE",
        help="Go on with this pseudonym; else a new one.",
        autocompletion=respondents,
    ),
]
Voice = Annotated[
    Literal["person", "institution"] | None,
    typer.Option("--voice", help="Whose answer it is; a person's if unsaid."),
]
Institution = Annotated[
    str | None, typer.Option("--name", metavar="NAME", help="The institution's name; never a person's.")
]
Lang = Annotated[
    str | None, typer.Option("--lang", help="Language of the questions: en, fr, …", autocompletion=languages)
]
Full = Annotated[
    bool | None, typer.Option("--full/--quick", help="All questions, or the core ones; as the engagement says.")
]
Answers = Annotated[
    Path | None, typer.Option("--answers", metavar="FILE", help="Take the answers from a YAML file; ask nothing.")
]
Paper = Annotated[bool, typer.Option("--enter-paper", help="Type in paper sheets, each twice; only the codes.")]
Workshop = Annotated[
    bool, typer.Option("--workshop", help="Type for one respondent after another, and keep the record of the talk.")
]
Plain = Annotated[bool, typer.Option("--plain", help="No bold type: not one escape code.")]
IncludeDrafts = Annotated[bool, typer.Option("--include-drafts", help="Offer languages that are drafts.")]


def assess(
    name: Name = None, folder: In = Path(), out: Out = None,
    group: Group = None, respondent: Respondent = None, voice: Voice = None, institution: Institution = None,
    lang: Lang = None, full: Full = None, answers: Answers = None, paper: Paper = False, workshop: Workshop = False,
    plain: Plain = False, include_drafts: IncludeDrafts = False, quiet: Quiet = False, no_color: NoColor = False,
) -> None:  # fmt: skip
    """Answer the questionnaire; stop and go on at any time. Every answer is saved at once.

    Example: nlcaudit assess --in port-azur --group youth-work --lang fr
    """  # fmt: skip
    from nlcaudit import sitting
    from nlcaudit.store import locked

    depth: Literal["quick", "full"] | None = None if full is None else "full" if full else "quick"
    wanted = sitting.Wanted(
        name, folder, out, group, respondent, voice, institution, lang, depth, plain, include_drafts
    )
    ground = sitting.find_ground(wanted)
    stop_on_errors(ground.diagnostics, no_color=no_color, quiet=True)
    if paper:
        path = sitting.journal_path(wanted)
        with locked(path):
            raise typer.Exit(sitting.enter_paper(wanted, ground, path, terminal(plain=plain or no_color)))
    if workshop:
        here = terminal(plain=plain or no_color)
        raise typer.Exit(sitting.hold_workshop(wanted, ground, here, date.today(), answers).code)  # noqa: DTZ011
    path = sitting.response_path(ground, wanted)
    with locked(path):
        if answers is None:
            here = terminal(plain=plain or no_color)
            result = sitting.ask_answers(wanted, ground, path, here)
        else:
            result = sitting.take_answers(wanted, ground, path, answers)
    stop_on_errors(result.diagnostics, no_color=no_color, quiet=quiet)
    note(result.note, quiet=quiet or not result.note)
    raise typer.Exit(result.code)
