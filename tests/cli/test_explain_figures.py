"""Every number of the report can be asked for."""

import json
from pathlib import Path

import pytest

PORT_AZUR = Path(__file__).parents[2] / "examples/port-azur"
FIGURES = [
    "trust/interval", "trust/without-person", "trust/without-group", "trust/chance", "trust/stage", "trust/band",
    "trust/bounds", "trust/answers", "trust/difference", "trust/same-side", "all/alpha", "all/ac2", "all/opposite",
    "all/people", "all/overall", "trust-obstacles-named/average-deviation", "trust-obstacles-named/cliffs-delta",
    "trust-obstacles-named/step", "trust/lowest",
]  # fmt: skip


@pytest.fixture(scope="module")
def figures():
    from nlcaudit.loader import load_engagement
    from nlcaudit.results.derivations import derivation_json, derive, render_derivation
    from nlcaudit.scoring import score

    loaded = load_engagement(PORT_AZUR)
    card = score(loaded.toolkit, loaded.engagement)

    def made(wanted):
        found = derive(card, loaded.toolkit, wanted)
        return json.loads(derivation_json(found)), render_derivation(found, "en"), render_derivation(found, "fr")

    return made


@pytest.mark.parametrize("wanted", [figure for figure in FIGURES if figure != "trust/lowest"])
def test_a_figure_names_what_goes_into_it_and_how(figures, wanted):
    document, english, french = figures(wanted)
    assert (document["schema"], document["name"]) == ("nlcaudit/derivation/1", wanted)
    assert document["value"]
    assert document["formula"].startswith("= ")
    assert english.splitlines()[-1] == "  " + document["formula"]
    assert french.splitlines()[-1] != english.splitlines()[-1]


def test_the_command_explains_a_mean_and_another_figure(nlcaudit):
    bound = nlcaudit("score", "--in", PORT_AZUR, "--explain", "inclusivity/coverage")
    assert bound.out.startswith("inclusivity/coverage = 9")
    assert "sum of shares × values" in bound.out
    widened = nlcaudit("score", "--in", PORT_AZUR, "--explain", "trust/lowest")
    assert widened.out.startswith("trust/bounds = 43.2 … 44.9")


def test_a_figure_that_is_not_there_is_refused_with_those_that_are(nlcaudit):
    ended = nlcaudit("score", "--in", PORT_AZUR, "--explain", "all/nothing")
    assert ended.code == 2
    assert "all/alpha" in ended.err


def test_two_groups_are_printed_side_by_side(nlcaudit):
    ended = nlcaudit("score", "--in", PORT_AZUR, "--between", "national-representative", "national-police")
    assert ended.out.splitlines()[0].split("  ")[0] == "In levels, 0 to 3"
    document = json.loads(nlcaudit("score", "--in", PORT_AZUR, "--between", "national", "local",
                                   "--format", "json").out)  # fmt: skip
    assert document["schema"] == "nlcaudit/contrast/1"
    assert document["frameworks"][0]["differences"][0]["values"] == {"national": "1.8", "local": "0.9"}
