"""How long `nlcaudit --version` and `--help` take, beside a minimal typer app in the same run.

The aim is a ratio of at most 1.1. Both are started in turn, so that a busy machine slows both; medians are compared.
"""

import sys
import tempfile
from pathlib import Path

from measuring import costs

RUNS = 31
AIM = 1.1
MINIMAL = '''
import typer
app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
def show(wanted: bool) -> None:
    if wanted:
        typer.echo("minimal 1")
        raise typer.Exit
@app.callback()
def program(version: bool = typer.Option(False, "--version", callback=show, is_eager=True)) -> None:
    """Stand for the program."""
@app.command()
def one() -> None:
    """Do one thing."""
@app.command()
def two() -> None:
    """Do another."""
app()
'''


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        minimal = Path(folder) / "minimal.py"
        minimal.write_text(MINIMAL, encoding="utf-8")
        for option in ("--version", "--help"):
            pair = {
                "minimal typer app": [sys.executable, str(minimal), option],
                "nlcaudit": [sys.executable, "-c", "from nlcaudit.__main__ import main; main()", option],
            }
            taken = costs(pair, RUNS)
            for name, one in taken.items():
                print(f"{option:10} {name:20} {1000 * one.seconds:6.1f} ms of processor")
            ratio = taken["nlcaudit"].seconds / taken["minimal typer app"].seconds
            print(f"{option:10} {'ratio':20} {ratio:6.2f}    (aim: at most {AIM})")


if __name__ == "__main__":
    main()
