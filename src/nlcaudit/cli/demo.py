"""`nlcaudit demo`."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from nlcaudit.cli.common import Quiet, note, stop_on_errors

NEXT = (
    ("assess --in {folder}", "answer the questions yourself; it can be left and taken up again"),
    ("score --in {folder} --explain trust", "see how a number is made"),
    ("report --in {folder} --edition full", "write everything that is behind the two pages"),
    ("init my-city", "begin with your own city"),
)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the example city is copied to.")] = Path("demo"),
    quiet: Quiet = False,
) -> None:
    """Try the program on an example city: copy it, score it, write its reports in English and French.

    Example: nlcaudit demo
    """
    from nlcaudit.demonstration import copy_example
    from nlcaudit.loader import load_engagement
    from nlcaudit.messages import Messages
    from nlcaudit.publishing import Order, publish
    from nlcaudit.results import render_scorecard
    from nlcaudit.scoring import score

    copy_example(folder)
    loaded = load_engagement(folder)
    stop_on_errors(loaded.diagnostics, quiet=quiet)
    if loaded.toolkit is None or loaded.engagement is None:
        return
    note(f"Port-Azur, a fictional city, is in {folder}/.\n", quiet=quiet)
    card = score(loaded.toolkit, loaded.engagement)
    typer.echo(render_scorecard(card, loaded.toolkit, Messages("score", "en")))
    written = publish(loaded.toolkit, loaded.engagement, Order(folder / "reports", languages="en,fr"))
    note("\n".join(f"wrote {path}" for path in written), quiet=quiet)
    note(f"\nOpen {folder}/reports/report.en.html in a browser. Then:\n{_next(folder)}", quiet=quiet)


def _next(folder: Path) -> str:
    calls = [(f"{_called()} {call.format(folder=folder)}", meaning) for call, meaning in NEXT]
    width = max(len(call) for call, _ in calls)
    return "\n".join(f"  {call:{width}}  {meaning}" for call, meaning in calls)


def _called() -> str:
    """How this program is called from here: after `make demo` it is not among the commands of the shell."""
    started = Path(sys.argv[0])
    if shutil.which("nlcaudit") or started.name == "__main__.py":
        return "nlcaudit" if shutil.which("nlcaudit") else "python -m nlcaudit"
    return str(started)
