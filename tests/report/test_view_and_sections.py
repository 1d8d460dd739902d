"""The report as one side or group sees itself, and only some of its sections."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from nlcaudit.errors import UserError
from nlcaudit.loader import load_engagement
from nlcaudit.report import Beside, Dumbbell, Options, Report, build_report
from nlcaudit.scoring import Scorecard, score
from nlcaudit.scoring.viewing import view_of

PORT_AZUR = Path(__file__).parents[2] / "examples/port-azur"
VIEWS = ("national", "local", "national-police", "municipality-executive", "civil-society", "national-representative")


@cache
def city() -> tuple:
    loaded = load_engagement(PORT_AZUR)
    return loaded.toolkit, loaded.engagement, score(loaded.toolkit, loaded.engagement)


def seen_by(name: str, edition="full", language="en", sections=()) -> Report:
    toolkit, engagement, card = city()
    view = view_of(toolkit, engagement, card, name) if name else None
    return build_report(
        toolkit, engagement.file, card, Options(language, edition, sections=sections), Beside(view=view)
    )


def dumbbells(report: Report) -> Iterator[Dumbbell]:
    for section in report.sections:
        for block in section.blocks:
            rows = [cell.chart for row in getattr(block, "rows", ()) for cell in row.cells]
            yield from (one for one in [*rows, *(getattr(e, "chart", None) for e in getattr(block, "entries", ()))]
                        if isinstance(one, Dumbbell))  # fmt: skip


def printed(card: Scorecard, top: int) -> set:
    """Every value of a side or group that the scorecard shows, exactly, and in levels as it is printed."""
    nodes = [node for result in card.frameworks for node in result.node.walk()]
    shown = {m.value for node in nodes for m in (*node.sides.values(), *node.groups.values()) if m.value is not None}
    return shown | {round(float(value) * top + 1e-9, 1) for value in shown}


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_draws_no_value_that_the_scorecard_does_not_show(name):
    toolkit, _, card = city()
    known, charts = printed(card, toolkit.top), list(dumbbells(seen_by(name)))
    values = [value for chart in charts for value in chart.values if value is not None]
    assert len(values) > len(card.competencies)
    assert [v for v in values if v not in known and round(float(v) * toolkit.top, 1) not in known] == []


def test_what_may_not_be_shown_of_a_group_is_not_shown_in_its_view_either():
    _, _, card = city()
    [table] = [block for block in seen_by("municipality-executive").sections[0].blocks if block.kind == "table"]
    row = next(row for row in table.rows if str(row.cells[0].text) == "Capacity")
    assert card.node("capacity").groups["municipality-executive"].state == "withheld"
    assert [str(cell.text) for cell in row.cells[2:]] == ["not shown", "0.9"]


@pytest.mark.parametrize("name", VIEWS)
def test_a_step_in_a_view_is_one_of_its_own_to_lead(name):
    toolkit, engagement, card = city()
    mine = view_of(toolkit, engagement, card, name).groups
    labels = {str(toolkit.group_by_id[group].label.get("en")) for group in mine}
    steps = [step for section in seen_by(name).sections for block in section.blocks if block.kind == "steps"
             for step in block.entries]  # fmt: skip
    leads = [next(str(fact.value) for fact in step.facts if str(fact.label) == "Lead") for step in steps]
    assert all(any(label in lead for label in labels) for lead in leads)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("targeted-communities", "“targeted-communities” has no view of its own: fewer than 5 people of it answered"),
        ("youth-work", "nobody of “youth-work” answered"),
        ("natonal", "there is no side and no group “natonal”"),
    ],
)
def test_no_view_of_few_of_nobody_or_of_something_unknown(name, said):
    toolkit, engagement, card = city()
    with pytest.raises(UserError, match=said):
        view_of(toolkit, engagement, card, name)


def test_the_analyst_may_look_as_a_small_group_does():
    toolkit, engagement, _ = city()
    open_card = score(toolkit, engagement, protect=False)
    assert view_of(toolkit, engagement, open_card, "targeted-communities").people == 2


@pytest.mark.parametrize("more", [["--view", "national"], ["--view", "national", "--unprotected"]])
def test_a_public_report_has_no_view(nlcaudit, tmp_path, more):
    ended = nlcaudit("report", "--in", PORT_AZUR, "--out", tmp_path, "--release", "public", *more)
    assert ended.code == 2
    assert "a public report has no view of one side or group" in ended.err


# -- sections ----------------------------------------------------------------------------------------------------


def outline(report: Report) -> list[tuple[str, int]]:
    return [(section.id, section.level) for section in report.sections]


def test_sections_stand_in_the_order_of_the_report_however_they_are_named():
    assert outline(seen_by("", "short", sections=("trust", "differences"))) == [("differences", 2), ("trust", 2)]


def test_a_chapter_brings_what_stands_under_it_and_a_part_of_one_is_a_chapter_itself():
    whole = outline(seen_by(""))
    start = whole.index(("limits", 2))
    below = whole[start + 1 :]
    below = below[: next(n for n, (_, level) in enumerate(below) if level == 2)]
    assert outline(seen_by("", sections=("limits",))) == [("limits", 2), *below]
    assert outline(seen_by("", sections=("powers", "solid"))) == [("solid", 2), ("powers", 2)]


def test_an_unknown_section_is_told_with_what_was_meant_or_with_the_list():
    with pytest.raises(UserError) as close:
        seen_by("", "short", sections=("sumary",))
    assert (close.value.message, close.value.hint) == ("this report has no section “sumary”", "did you mean “summary”?")
    with pytest.raises(UserError) as far:
        seen_by("", "short", sections=("xyz",))
    assert far.value.hint == "write any of: summary, solid, differences, first-steps, trust, replies"


def test_a_view_has_sections_too():
    assert outline(seen_by("national", "short", sections=("expected",))) == [("expected", 2)]


@pytest.mark.parametrize("written", [",", " , ,", " "])
def test_a_list_of_nothing_is_not_the_whole_report(nlcaudit, tmp_path, written):
    ended = nlcaudit("report", "--in", PORT_AZUR, "--sections", written, "--out", tmp_path / "out")
    assert (ended.code, "this report has no section" in ended.err) == (2, True)
    assert not (tmp_path / "out").exists()
