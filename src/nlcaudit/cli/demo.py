"""`nlcaudit demo`."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from nlcaudit.cli.common import Quiet, note
from nlcaudit.cli.language import language, say
from nlcaudit.cli.opening import opened
from nlcaudit.sentences import Sentence

NEXT = (
    ("assess --in {folder}", Sentence("answer the questions yourself; it can be left and taken up again")),
    ("score --in {folder} --explain trust", Sentence("see how a number is made")),
    ("report --in {folder} --edition full", Sentence("write everything that is behind the two pages")),
    ("init my-city", Sentence("begin with your own city")),
)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the example city is copied to.")] = Path("demo"),
    quiet: Quiet = False,
) -> None:
    """Try the program on an example city: copy it, score it, write its reports in English and French.

    Example: nlcaudit demo
    """
    from nlcaudit.demonstration import copy_example
    from nlcaudit.messages import Messages
    from nlcaudit.publishing import Order, publish
    from nlcaudit.results.scorecards import render_scorecard
    from nlcaudit.scoring import score

    copy_example(folder)
    toolkit, engagement = opened(folder, quiet=quiet)
    note(Sentence("Port-Azur, a fictional city, is in {folder}/.\n", folder=folder), quiet=quiet)
    card = score(toolkit, engagement)
    typer.echo(render_scorecard(card, toolkit, Messages("score", language())))
    written = publish(toolkit, engagement, Order(folder / "reports", languages="en,fr"))
    for path in written:
        note(Sentence("wrote {path}", path=path), quiet=quiet)
    page = folder / "reports" / f"report.{language()}.html"
    note(Sentence("\nOpen {page} in a browser. Then:", page=page), quiet=quiet)
    note(Sentence("{lines}", lines=_next(folder)), quiet=quiet)


def _next(folder: Path) -> str:
    called = _called()
    calls = [(f"{called} {call.format(folder=folder)}", say(meaning)) for call, meaning in NEXT]
    beside = Path(called).with_name("activate")
    if beside.is_file():
        calls.append((f". {beside}", say(Sentence("make “nlcaudit” alone enough, as all later advice says it"))))
    width = max(len(call) for call, _ in calls)
    return "\n".join(f"  {call:{width}}  {meaning}" for call, meaning in calls)


def _called() -> str:
    """How this program is called from here: after `make demo` it is not among the commands of the shell."""
    started = Path(sys.argv[0])
    if shutil.which("nlcaudit") or started.name == "__main__.py":
        return "nlcaudit" if shutil.which("nlcaudit") else "python -m nlcaudit"
    return str(started)
