"""What holds of every format that a report can be written in."""

import subprocess
import sys
from typing import get_args

import pytest
from report.ferry import ferry, report_of

from nlcaudit import charts
from nlcaudit.errors import UserError
from nlcaudit.loader.themes import shipped_theme
from nlcaudit.rendering import FORMATS, Setting, render
from nlcaudit.rendering.paragraphs import paragraphs
from nlcaudit.report.shapes import Bar, Chart, Dumbbell, Grid, Radar, Strip
from nlcaudit.report.views import Block, Bullets, Prose

LOOK = Setting(shipped_theme())
OF_BYTES = ("pdf", "docx", "xlsx")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("edition", ["short", "full"])
def test_the_same_report_gives_the_same_bytes(name, edition):
    report = report_of(ferry(), edition=edition)
    once = render(name, report, LOOK)
    assert once == render(name, report, LOOK)
    assert isinstance(once, bytes) == (name in OF_BYTES)


@pytest.mark.parametrize("name", FORMATS)
def test_another_process_gives_the_same_bytes(name):
    program = (
        "import sys; from report.ferry import ferry, report_of; from nlcaudit.rendering import Setting, render\n"
        "from nlcaudit.loader.themes import shipped_theme\n"
        f"made = render({name!r}, report_of(ferry()), Setting(shipped_theme()))\n"
        "sys.stdout.buffer.write(made if isinstance(made, bytes) else made.encode())"
    )
    here = render(name, report_of(ferry()), LOOK)
    tests = next(path for path in sys.path if path.endswith("tests"))
    there = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": tests, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"},
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    assert there == (here if isinstance(here, bytes) else here.encode())


@pytest.mark.parametrize(("name", "library"), [("pdf", "typst"), ("docx", "docx"), ("xlsx", "openpyxl")])
def test_a_format_whose_library_is_missing_says_what_to_install(monkeypatch, name, library):
    for loaded in [one for one in sys.modules if one.startswith(("nlcaudit.rendering.", library))]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UserError) as raised:
        render(name, report_of(ferry()), LOOK)
    assert raised.value.message == f"to write {name}, nlcaudit needs “{library}”, which is not installed"
    assert raised.value.hint == f"pip install 'nlcaudit[{name}]'"


def test_the_full_report_has_every_kind_of_block_and_chart():
    """Else the tests of the formats would pass over one."""
    report = report_of(ferry(replies=[{"side": "shore", "text": "We see it otherwise."}]), edition="full")
    found = {type(block) for section in report.sections for block in section.blocks}
    assert set(get_args(Block)) - found <= {Prose, Bullets} | found
    drawn = (Bar(None, None, None), Dumbbell((), ()), Grid((1,), (0,)), Strip((1,), (1,)), Radar((1, 1, 1)))
    assert len({charts.draw(chart) for chart in drawn}) == len(drawn)
    assert set(get_args(Chart)) == {Bar, Dumbbell, Grid, Radar, Strip}


def test_lines_of_words_leave_out_only_what_has_rows_of_its_own():
    report = report_of(ferry(), edition="full")
    silent = {block.kind for section in report.sections for block in section.blocks if not [*paragraphs(block, ":")]}
    assert silent <= {"steps", "questions"}
