"""A workshop in this process: one wrong file or line does not end it, and nothing is said that did not happen."""

import io
from datetime import date
from pathlib import Path

import pytest
from sitting.making import engagement, response

from nlcaudit.prompts import Terminal
from nlcaudit.sitting import Wanted, find_ground, hold_workshop
from nlcaudit.store import locked, render_response

DAY = date(2026, 11, 14)
AGREED = "Recorded, T1: kept in city/workshop.yaml, beside the answers."


@pytest.fixture
def city(tmp_path, monkeypatch):
    engagement(tmp_path)
    monkeypatch.chdir(tmp_path)
    return Path("city")


def held(city, typed, *, interactive=True, language="en"):
    """The code, and what is on the terminal, as one line."""
    wanted = Wanted(within=city, language=language)
    terminal = Terminal(io.BytesIO(typed.encode()), io.StringIO(), interactive)
    done = hold_workshop(wanted, find_ground(wanted), terminal, DAY)
    return done.code, " ".join(terminal.target.getvalue().split())


def test_a_file_that_cannot_be_read_is_listed_without_its_progress_and_the_others_go_on(city):
    (city / "responses/dd-2345.yaml").mkdir()
    (city / "responses/ee-2345.yaml").symlink_to("nowhere")
    (city / "responses/mk-5927.yaml").write_text(render_response(response()), "utf-8")
    code, told = held(city, "q\n")
    listed = "1 dd-2345 · ? 2 ee-2345 · ? 3 mk-5927 · 1 of 18 · Justice, prisons and probation Type a number"
    assert (code, listed in told) == (0, True), told


def test_whoever_chooses_a_file_that_cannot_be_read_is_told_why(city):
    (city / "responses/dd-2345.yaml").mkdir()
    code, told = held(city, "1\nq\n")
    assert (code, f"{city}/responses/dd-2345.yaml is a folder" in told) == (0, True)


def test_a_response_in_a_yml_file_goes_on_in_that_file(city):
    (city / "responses/mk-5927.yml").write_text(render_response(response()), "utf-8")
    code, _ = held(city, "mk-5927\n3\nq\nq\n")
    assert (code, sorted(path.name for path in city.glob("responses/*"))) == (0, ["mk-5927.yml"])
    assert "rating: 3" in (city / "responses/mk-5927.yml").read_text("utf-8")


def test_only_an_agreement_that_was_recorded_takes_the_place_of_another(city):
    code, told = held(city, "a T1 1 so\n")
    assert (code, AGREED in told, "takes the place" in told) == (0, True, False), told
    with locked(city / "workshop.yaml"):
        code, told = held(city, "a T1 2 agreed\n")
        assert (code, "takes the place" in told, "is open in another nlcaudit" in told) == (0, False, True), told
    _, told = held(city, "a T1 2 agreed\n")
    assert f"It takes the place of 1, agreed on 2026-11-14: so {AGREED}" in told


@pytest.mark.parametrize(("typed", "interactive", "code"), [("x\n", False, 1), ("x\nq\n", True, 0)])
def test_a_line_that_means_nothing_ends_a_pipe_and_not_a_talk(city, typed, interactive, code):
    ended, told = held(city, typed, interactive=interactive)
    said = "Nothing recorded: “x” means nothing here. r shows what can be typed."
    assert (ended, said in told, told.endswith(f"Everything is saved in {city}/responses.")) == (
        code,
        True,
        interactive,
    )
