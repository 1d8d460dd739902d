"""Under NLCAUDIT_REQUIRE_ALL nothing is skipped in silence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
ONE = "import pytest\ndef test_one():\n    pytest.skip('no browser was found')\ndef test_two():\n    pass\n"
WHOLE = "import pytest\npytest.skip('no browser was found', allow_module_level=True)\n"


def run(folder, text, **environment):
    (folder / "test_something.py").write_text(text, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
    given = {name: value for name, value in os.environ.items() if name != "NLCAUDIT_REQUIRE_ALL"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "conftest", "-p", "no:cacheprovider", str(folder)],
        env={**given, "PYTHONPATH": str(TESTS), **environment}, cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("text", [ONE, WHOLE], ids=["a test", "a file"])
def test_with_the_switch_a_missing_tool_fails(tmp_path, text):
    ended = run(tmp_path, text, NLCAUDIT_REQUIRE_ALL="1")
    assert ended.returncode != 0
    assert "NLCAUDIT_REQUIRE_ALL is set, and this was not run: Skipped: no browser was found" in ended.stdout


def test_without_it_what_was_not_run_is_listed_and_the_last_line_is_pytests(tmp_path):
    ended = run(tmp_path, ONE)
    lines = ended.stdout.splitlines()
    assert ended.returncode == 0
    assert "- no browser was found" in lines
    assert lines[-1].strip("= ").startswith("1 passed, 1 skipped in ")
