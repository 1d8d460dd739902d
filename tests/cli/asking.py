"""`nlcaudit assess` as real processes."""

import os
import subprocess
import sys

PROGRAM = [sys.executable, "-m", "nlcaudit"]
ENVIRONMENT = {**os.environ, "COLUMNS": "80", "LINES": "50", "TERM": "xterm", "PYTHONIOENCODING": "utf-8"}
ENVIRONMENT.pop("NO_COLOR", None)


def run(*arguments, typed=None, folder=None, **more):
    """Run the program to its end; `typed` is what comes through the pipe, None a closed input."""
    source = {"stdin": subprocess.DEVNULL} if typed is None else {"input": typed}
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=30, check=False,
        cwd=folder, env={**ENVIRONMENT, **more}, **source,
    )  # fmt: skip
