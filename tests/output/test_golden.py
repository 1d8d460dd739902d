"""Whole outputs, byte for byte."""

from pathlib import Path

import pytest
from output.making import SEVERAL, UNOPENED

from nlcaudit.output import render_github, render_json, render_junit, render_sarif, render_text

GOLDEN = Path(__file__).parent / "golden"
RENDERED = {
    "text.txt": lambda: render_text(SEVERAL),
    "coloured.txt": lambda: render_text(SEVERAL, colour=True),
    "document.json": lambda: render_json(SEVERAL, UNOPENED),
    "github.txt": lambda: render_github(SEVERAL, UNOPENED),
    "junit.xml": lambda: render_junit(SEVERAL, UNOPENED, ["frameworks/clean.yaml"]),
    "results.sarif.json": lambda: without_rules(render_sarif(SEVERAL, UNOPENED)),
}


def without_rules(text):
    """The rules are those of docs/rules.md; here they would only make the file long."""
    before, _, rest = text.partition('          "rules": [')
    return before + '          "rules": […]\n' + rest.partition("\n          ]\n")[2]


@pytest.mark.parametrize("name", RENDERED)
def test_the_output_is_the_one_that_was_looked_at(name, request):
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_bytes(RENDERED[name]().encode())
    assert RENDERED[name]().encode() == path.read_bytes()
