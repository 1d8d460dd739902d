"""Workflow commands: one line each, whatever a file is called or says."""

import re
from pathlib import Path
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from output.making import PLAIN, UNOPENED

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.output import render_github, seen_from

COMMAND = re.compile(r"::(error|warning) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::(.*)")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS, TEXTS, TEXTS)
def test_every_text_comes_out_as_it_went_in_on_one_line(path, message, hint):
    [line] = render_github([Diagnostic(path, 1, 2, "NLC207", "error", message, hint)]).split("\n")[:-1]
    match = COMMAND.fullmatch(line) if "\r" not in line else None
    assert match is not None
    assert (unquote(match[2]), match[3], match[4]) == (path, "1", "2")
    assert unquote(match[6]) == "\n".join(filter(None, [message, hint]))


def test_what_could_not_be_opened_is_an_error_too():
    assert render_github([], UNOPENED) == f"::error title=nlcaudit::{UNOPENED[0]}\n"


def test_paths_are_told_from_the_root_of_the_repository():
    root, here = Path("/repo"), Path("/repo/sub")
    ways = {"tea.yaml": "sub/tea.yaml", "../x/./y.yaml": "x/y.yaml", "/repo/z.yaml": "z.yaml", "/tmp/a": "/tmp/a"}  # noqa: S108
    for written, told in ways.items():
        [found] = seen_from(root, [Diagnostic(written, 1, 1, "NLC207", "error", "x")], here)
        assert found.path == told
    assert seen_from(here, [PLAIN], here) == [PLAIN]
