"""Toolkits from folders, files and ids; what is wrong in one part never hides another."""

from fractions import Fraction
from pathlib import Path

import pytest

from nlcaudit.bundled import bundled
from nlcaudit.errors import PathError
from nlcaudit.loader import load_toolkit
from nlcaudit.loader.files import UnopenedError
from nlcaudit.loader.policies import load_policy

ROOT = Path(__file__).parents[2]
TOOLKITS = ROOT / "tests/toolkits"
TEA = (ROOT / "tests/corpus/valid/tea.yaml").read_text(encoding="utf-8")

HEAD = """\
schema: nlcaudit/toolkit/1
id: tea-house
version: "1.0"
title: The tea house
summary: Tea, and what goes with it.
languages: [{id: en}]
scale:
  levels:
    - {id: no, label: Never}
    - {id: sometimes, label: Now and then}
    - {id: yes, label: Always}
sides:
  - {id: kitchen, label: The kitchen}
  - {id: guests, label: The guests}
groups:
  - {id: cooks, label: Cooks, side: kitchen}
  - {id: waiters, label: Waiters, side: kitchen}
levers:
  - {id: house, label: the house}
sources:
  - {id: own, title: Our own judgement}
  - {id: B1, title: The book of tea, points: [{id: C2, text: Boil the water.}]}
members:
  - {id: tea, role: competency}
"""
MEMBER = TEA[: TEA.index("toolkit:\n")] + TEA[TEA.index("themes:\n") :]


def write(folder, **files):
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def codes(loaded):
    return [(Path(d.path).name, d.line, d.code) for d in loaded.diagnostics]


@pytest.fixture
def house(tmp_path):
    return write(tmp_path / "house", toolkit=HEAD, tea=MEMBER)


def test_the_shipped_toolkit_has_no_errors():
    loaded = load_toolkit("nlc")
    assert [d for d in loaded.diagnostics if d.severity == "error"] == []
    assert loaded.usable


def test_the_shipped_policy_is_valid():
    assert load_policy(bundled("frameworks") / "policy.yaml").diagnostics == ()


def test_five_levels_with_values_of_their_own_and_no_sides():
    kitchen = load_toolkit(str(TOOLKITS / "kitchen")).value
    assert (kitchen.top, kitchen.sides) == (4, ())
    assert kitchen.values == (Fraction(0), Fraction(1, 10), Fraction(1, 3), Fraction(4, 5), Fraction(1))
    assert [framework.id for framework in kitchen.frameworks] == ["haende", "kuehlung"]
    assert kitchen.selectable_languages == ("de",)


@pytest.mark.parametrize(("name", "levels"), [("lights", 2), ("stairs", 10)])
def test_a_framework_that_stands_alone_in_one_file(name, levels):
    toolkit = load_toolkit(str(TOOLKITS / f"{name}.yaml")).value
    assert len(toolkit.levels) == levels
    assert toolkit.values[0] == 0
    assert toolkit.values[-1] == 1
    assert toolkit.with_role("competency") == toolkit.frameworks


def test_what_a_toolkit_does_not_declare_comes_from_the_default_policy():
    policy = load_toolkit(str(TOOLKITS / "kitchen")).value.policy
    assert [band.id for band in policy.bands] == ["niedrig", "hoch"]
    assert policy.privacy.threshold == 5


def test_a_member_brings_its_whole_toolkit(house):
    assert load_toolkit(str(house / "tea.yaml")).value.id == "tea-house"
    assert load_toolkit(str(house / "toolkit.yaml")).value.id == "tea-house"


def test_a_file_that_stands_alone_beside_a_toolkit_stays_alone(house):
    write(house, alone=TEA)
    assert load_toolkit(str(house / "alone.yaml")).value.id == "tea"


def test_a_framework_without_scale_and_without_toolkit_says_so(tmp_path):
    write(tmp_path, tea=MEMBER)
    loaded = load_toolkit(str(tmp_path / "tea.yaml"))
    assert codes(loaded) == [("tea.yaml", 2, "NLC101")]
    assert loaded.value is None


def test_a_mistake_in_one_member_does_not_hide_one_in_another(house):
    write(
        house,
        toolkit=HEAD + "  - {id: cake, role: competency}\n",
        tea=MEMBER.replace("[own,", "[onw,"),
        cake="id: cake\n",
    )
    assert codes(load_toolkit(str(house))) == [("cake.yaml", 1, "NLC110"), ("tea.yaml", 27, "NLC201")]


def test_a_broken_head_does_not_hide_mistakes_in_the_members(house):
    write(house, toolkit=HEAD.replace("title: The tea house\n", ""), tea=MEMBER.replace("effort: 1", "effort: 5"))
    assert [code for _, _, code in codes(load_toolkit(str(house)))] == ["NLC104", "NLC101"]


def test_a_broken_head_does_not_hide_mistakes_in_cases_and_glossary(house):
    write(house, toolkit="id: [", cases="cases: []\n", glossary="terms: []\n")
    assert [(name, code) for name, _, code in codes(load_toolkit(str(house)))] == [
        ("cases.yaml", "NLC110"),
        ("glossary.yaml", "NLC110"),
        ("toolkit.yaml", "NLC005"),
    ]


def test_a_member_cannot_be_called_like_a_part_of_every_toolkit(house):
    write(house, toolkit=HEAD + "  - {id: glossary, role: module}\n")
    assert codes(load_toolkit(str(house))) == [("toolkit.yaml", 25, "NLC209")]


def test_weights_name_sides_and_groups_of_the_toolkit(house):
    write(house, toolkit=HEAD + "scoring: {weights: {sides: {guest: 2}, groups: {cook: 2}}}\n")
    assert codes(load_toolkit(str(house))) == [("toolkit.yaml", 25, "NLC206"), ("toolkit.yaml", 25, "NLC205")]


def test_a_default_policy_that_was_damaged_is_a_path_error(house, tmp_path, monkeypatch):
    (tmp_path / "policy.yaml").write_text("schema: nlcaudit/policy/1\n", "utf-8")
    monkeypatch.setattr("nlcaudit.loader.policies.bundled", lambda _: tmp_path)
    with pytest.raises(PathError, match="is damaged"):
        load_toolkit(str(house))


def test_a_wrong_policy_does_not_hide_mistakes_in_the_members(house):
    write(
        house,
        toolkit=HEAD + "scoring: {coverage: {threshold: 2}}\n",
        tea=MEMBER.replace("lever: house", "lever: garden"),
    )
    assert [code for _, _, code in codes(load_toolkit(str(house)))] == ["NLC207", "NLC108"]


def test_a_member_without_a_file_and_one_that_is_named_twice(house):
    write(house, toolkit=HEAD + "  - {id: cake, role: module}\n  - {id: tea, role: module}\n")
    assert codes(load_toolkit(str(house))) == [("toolkit.yaml", 25, "NLC209"), ("toolkit.yaml", 26, "NLC208")]


def test_a_broken_glossary_does_not_make_its_terms_unknown(house):
    write(house, tea=MEMBER.replace("lever: house", "lever: house\n        terms: [kettle]"), glossary="terms: []\n")
    assert codes(load_toolkit(str(house))) == [("glossary.yaml", 1, "NLC110")]


def test_bands_of_the_toolkit_are_held_to_its_languages_and_default_bands_are_not(house):
    bands = "scoring: {bands: [{id: low, at_least: 0, label: {fr: Bas}}]}\n"
    assert load_toolkit(str(house)).diagnostics == ()
    write(house, toolkit=HEAD + bands)
    assert [code for _, _, code in codes(load_toolkit(str(house)))] == ["NLC401", "NLC402"]


def test_two_points_of_a_source_with_one_id(house):
    write(
        house,
        toolkit=HEAD.replace("[{id: C2, text: Boil the water.}]", "[{id: C2, text: Boil.}, {id: C2, text: Pour.}]"),
    )
    assert codes(load_toolkit(str(house))) == [("toolkit.yaml", 22, "NLC208")]


def test_advice_on_wording_is_given_only_when_asked_for(house):
    write(house, tea=MEMBER.replace("Each pot on the order list has its own kettle.", "Always."))
    assert load_toolkit(str(house)).diagnostics == ()
    assert [d.code for d in load_toolkit(str(house), advice=True).diagnostics] == ["NLC405"]


def test_a_member_that_cannot_be_opened_is_named_and_the_others_are_still_checked(house):
    (house / "cake.yaml").mkdir()
    write(house, toolkit=HEAD + "  - {id: cake, role: module}\n", tea=MEMBER.replace("lever: house", "lever: garden"))
    with pytest.raises(UnopenedError, match="a folder") as raised:
        load_toolkit(str(house))
    assert [d.code for d in raised.value.diagnostics] == ["NLC207"]


def test_the_fingerprint_ignores_remarks_and_layout_but_no_word(house):
    before = load_toolkit(str(house)).value.fingerprint
    write(house, tea=MEMBER.replace("id: tea\n", "id:   tea  # green\n", 1))
    assert load_toolkit(str(house)).value.fingerprint == before
    write(house, tea=MEMBER.replace("Water that has stood", "Water which has stood"))
    assert load_toolkit(str(house)).value.fingerprint != before


@pytest.mark.parametrize(
    ("name", "hint"), [("ncl", "did you mean “nlc”?"), ("zzz", "name a folder, a file or a shipped toolkit")]
)
def test_an_unknown_name_is_a_path_error_with_a_way_out(name, hint):
    with pytest.raises(PathError) as raised:
        load_toolkit(name)
    assert raised.value.hint == hint


def test_a_folder_without_a_toolkit_says_so(tmp_path):
    with pytest.raises(PathError, match=r"there is no toolkit\.yaml in"):
        load_toolkit(str(tmp_path))


def test_a_folder_that_happens_to_be_called_like_a_shipped_toolkit_does_not_hide_it(tmp_path, monkeypatch):
    (tmp_path / "nlc").mkdir()
    monkeypatch.chdir(tmp_path)
    assert load_toolkit("nlc").value.id == "nlc"
