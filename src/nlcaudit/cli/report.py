"""`nlcaudit report`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from nlcaudit.cli.common import In, Lang, NoColor, Quiet, note
from nlcaudit.cli.completing import sections, sides_and_groups
from nlcaudit.cli.opening import opened
from nlcaudit.sentences import Sentence

Formats = Annotated[str, typer.Option("--format", metavar="LIST", help="Any of html, md, json, pdf, docx, xlsx.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where to write; DIR/reports if left out.")]
Edition = Annotated[Literal["short", "full"], typer.Option("--edition", help="Two pages, or everything.")]
Date = Annotated[str, typer.Option("--date", metavar="ISO", help="The date to print; the engagement’s if left out.")]
Release = Annotated[
    Literal["draft", "participants", "public"] | None,
    typer.Option("--release", help="For whom it is; as the engagement says if left out."),
]
Paper = Annotated[Literal["a4", "letter"], typer.Option("--paper", help="Pages of pdf, docx and xlsx.")]
Theme = Annotated[
    Path | None, typer.Option("--theme", metavar="DIR", help="A folder with theme.yaml: colours, fonts, logo.")
]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="DIR", help="A folder with templates that replace ours.")
]
Earlier = Annotated[
    list[Path] | None,
    typer.Option("--earlier", metavar="DIR", help="An earlier engagement of the same city: what changed since."),
]
View = Annotated[
    str,
    typer.Option(
        "--view",
        metavar="NAME",
        help="As one side or group sees it: its id. Not in a public report.",
        autocompletion=sides_and_groups,
    ),
]
Parts = Annotated[
    str,
    typer.Option(
        "--sections",
        metavar="LIST",
        help="Only these sections, such as summary,differences.",
        autocompletion=sections,
    ),
]
Radar = Annotated[bool, typer.Option("--radar", help="Draw the profile as a radar, too, in the full edition.")]
Unprotected = Annotated[
    bool, typer.Option("--unprotected", help="Show what rests on few people, too: for the analyst’s screen only.")
]


def report(
    folder: In = Path(), formats: Formats = "html,md", lang: Lang = "", out: Out = None,
    edition: Edition = "short", date: Date = "", release: Release = None,
    paper: Paper = "a4", theme: Theme = None, template: Template = None,
    earlier: Earlier = None, view: View = "", parts: Parts = "", radar: Radar = False,
    unprotected: Unprotected = False, quiet: Quiet = False, no_color: NoColor = False,
) -> None:  # fmt: skip
    """Write the report: two pages, or everything with --edition full.

    Example: nlcaudit report --in port-azur --lang en,fr --format html,pdf

    For the prefect: nlcaudit report --in port-azur --view national --sections differences,first-steps

    Since last year: nlcaudit report --in port-azur --earlier port-azur-2025
    """
    from nlcaudit.cli.earlier import load_earlier
    from nlcaudit.cli.looks import load_setting
    from nlcaudit.publishing import Order, publish

    toolkit, engagement = opened(folder, no_color=no_color, quiet=quiet)
    order = Order(
        formats=formats, languages=lang, edition=edition, date=date, release=release, unprotected=unprotected,
        radar=radar,
        setting=load_setting(theme, template, paper, no_color=no_color, quiet=quiet),
        earlier=load_earlier(earlier, no_color=no_color), view=view, sections=parts,
        folder=out or (folder.parent if folder.is_file() else folder) / "reports",
    )  # fmt: skip
    for path in publish(toolkit, engagement, order):
        note(Sentence("wrote {path}", path=path), quiet=quiet)
    note(_next(folder, edition, unprotected=unprotected, earlier=earlier, view=view), quiet=quiet)


def _next(folder: Path, edition: str, *, unprotected: bool, earlier: list[Path] | None, view: str) -> Sentence:
    where = "" if str(folder) == "." else f" --in {folder}"
    if unprotected:
        return Sentence("Not protected: keep it on this screen, and delete it afterwards.")
    if edition == "short":
        where += f" --earlier {earlier[0]}" if earlier else ""
        where += f" --view {view}" if view else ""
        call = f"nlcaudit report{where} --edition full"
        return Sentence("Next: open it in a browser; everything behind it: {command}", command=call)
    return Sentence("Next: open it in a browser, and print it from there")
