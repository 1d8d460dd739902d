"""How long `nlcaudit --version` and `--help` take, beside a minimal typer app in the same run.

The aim is a ratio of at most 1.1. Both are started in turn, so that a busy machine slows both; medians are compared.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 31
AIM = 1.1
SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As for a user: modules are compiled once, not at each start."""
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


def seconds(command: list[str]) -> float:
    """Run a command once."""
    begun = perf_counter()
    subprocess.run(command, check=True, env=SURROUNDINGS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - begun


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
            taken: dict[str, list[float]] = {name: [] for name in pair}
            for _ in range(RUNS):
                for name, command in pair.items():
                    taken[name].append(seconds(command))
            medians = {name: median(values) for name, values in taken.items()}
            for name, value in medians.items():
                print(f"{option:10} {name:20} {1000 * value:6.1f} ms")
            ratio = medians["nlcaudit"] / medians["minimal typer app"]
            print(f"{option:10} {'ratio':20} {ratio:6.2f}    (aim: at most {AIM})")


if __name__ == "__main__":
    main()
