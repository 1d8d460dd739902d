"""What all tests share: the program, the corpus, and the switch under which nothing may be skipped."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from nlcaudit.cli import main

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
settings.register_profile("suite", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("suite")
os.environ["NLCAUDIT_LANG"] = "en"  # whatever the machine speaks

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN and threading.current_thread() is threading.main_thread():
    # Started in the background, as some runners do; the programs under test would inherit deafness to Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass(frozen=True)
class Ended:
    """How a call of the program ended."""

    code: int
    out: str
    err: str


Program = Callable[..., Ended]


@pytest.fixture
def nlcaudit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    """Call the program inside this process, in an empty folder unless the test has chosen another."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "dumb")

    def call(*arguments: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["nlcaudit", *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
            code: object = 0
        except SystemExit as ended:
            code = ended.code
        return Ended(int(code or 0) if isinstance(code, int | None) else 1, *capsys.readouterr())

    return call


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program as a process of its own."""

    def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "nlcaudit", *map(str, arguments)]
        given = {"cwd": tmp_path, "capture_output": True, "stdin": subprocess.DEVNULL, "timeout": 60, **options}
        return subprocess.run(command, check=False, **given)

    return run


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium, or a skip."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or pytest.skip("no Chromium was found (set CHROMIUM to its path): browser checks were not run")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one switch that writes whole outputs again instead of comparing them."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files again")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> object:
    """Under NLCAUDIT_REQUIRE_ALL, what would be skipped for want of a tool fails."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("NLCAUDIT_REQUIRE_ALL"):
        report.outcome = "failed"
        report.longrepr = f"NLCAUDIT_REQUIRE_ALL is set, and this was not run: {report.longrepr[2]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> object:
    """The same for a whole file."""
    report = yield
    if report.skipped and os.environ.get("NLCAUDIT_REQUIRE_ALL"):
        report.outcome = "failed"
        report.longrepr = f"NLCAUDIT_REQUIRE_ALL is set, and this was not run: {report.longrepr[2]}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in plain words what was not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("not run here")
        for reason in sorted({str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped}):
            terminalreporter.line(f"- {reason}")
