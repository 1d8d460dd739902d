"""Style, types and floors are tests like any other."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports"]], ids=" ".join
)
def test_the_tool_has_nothing_to_say(command):
    if not (BIN / command[0]).exists():
        pytest.skip(f"{command[0]} is not installed beside this Python")
    ended = subprocess.run([BIN / command[0], *command[1:]], capture_output=True, text=True, cwd=ROOT, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
