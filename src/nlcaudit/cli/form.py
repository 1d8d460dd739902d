"""`nlcaudit form`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import In, Lang, NoColor, Quiet, note, stop_on_errors
from nlcaudit.cli.completing import frameworks, groups, toolkits
from nlcaudit.sentences import Sentence

Toolkit = Annotated[
    str,
    typer.Option(
        "--toolkit",
        metavar="ID",
        help="Without an engagement: a toolkit's id, folder or file.",
        autocompletion=toolkits,
    ),
]
Formats = Annotated[
    str, typer.Option("--format", metavar="LIST", help="html, print, csv, md, xlsx, xlsform; several with commas.")
]
Group = Annotated[
    str,
    typer.Option(
        "--group",
        metavar="LIST",
        help="For this group, or these; a choice of all if left out.",
        autocompletion=groups,
    ),
]
Frameworks = Annotated[
    str,
    typer.Option(
        "--frameworks",
        metavar="LIST",
        help="Ask these; the competencies and modules if left out.",
        autocompletion=frameworks,
    ),
]
Full = Annotated[
    bool | None, typer.Option("--full/--quick", help="All questions, or the core ones; as the engagement says.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="PATH", help="A file, or a folder; DIR/forms if left out.")]
IncludeDrafts = Annotated[bool, typer.Option("--include-drafts", help="Allow languages that are drafts.")]


def form(
    folder: In = Path(),
    toolkit: Toolkit = "",
    formats: Formats = "",
    lang: Lang = "",
    group: Group = "",
    frameworks: Frameworks = "",
    full: Full = None,
    out: Out = None,
    include_drafts: IncludeDrafts = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Make blank questionnaires for people who answer without this program: offline page, CSV, Markdown.

    Example: nlcaudit form --in port-azur --format html --lang en,fr --group youth-work
    """
    from nlcaudit.issuing import Order, issue_forms

    depth: Literal["quick", "full"] | None = None if full is None else "full" if full else "quick"
    issued = issue_forms(
        Order(folder, toolkit, frameworks, formats, lang, group, depth, out, include_drafts=include_drafts)
    )
    stop_on_errors(issued.diagnostics, no_color=no_color, quiet=quiet)
    for path in issued.paths:
        note(Sentence("wrote {path}", path=path), quiet=quiet)
    for remark in issued.remarks:
        note(Sentence("look at this before you send it: {remark}", remark=remark), quiet=quiet)
