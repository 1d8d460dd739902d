"""Engagements and responses from disk."""

from pathlib import Path

import pytest

from nlcaudit.errors import PathError
from nlcaudit.loader import load_engagement, load_response
from nlcaudit.loader.files import UnopenedError

ROOT = Path(__file__).parents[2]
TEA = ROOT / "tests/corpus/valid/tea.yaml"

ENGAGEMENT = """\
schema: nlcaudit/engagement/1
city: Teapot Street
date: 2026-05-01
toolkit: {id: tea, version: "1.0", path: tea.yaml}
languages: [en]
groups:
  - {id: cooks, expected: 2}
  - {id: regulars, side: none}
"""
RESPONSE = """\
schema: nlcaudit/response/1
toolkit: {id: tea, version: "1.0"}
respondent: mint-07
group: cooks
frameworks: [tea]
answers:
  tea-boiled: {rating: 1}
"""


@pytest.fixture
def city(tmp_path):
    folder = tmp_path / "city"
    (folder / "responses").mkdir(parents=True)
    (folder / "tea.yaml").write_text(TEA.read_text("utf-8"), "utf-8")
    (folder / "engagement.yaml").write_text(ENGAGEMENT, "utf-8")
    (folder / "responses/mint-07.yaml").write_text(RESPONSE, "utf-8")
    return folder


def codes(loaded):
    return [(Path(d.path).name, d.line, d.column, d.code) for d in loaded.diagnostics]


def test_an_engagement_with_its_own_toolkit(city):
    loaded = load_engagement(city)
    assert (loaded.diagnostics, loaded.toolkit.id) == ((), "tea")
    assert [response.respondent for response in loaded.engagement.responses] == ["mint-07"]
    assert loaded.engagement.side_of("cooks", loaded.toolkit) == "kitchen"
    assert loaded.engagement.side_of("regulars", loaded.toolkit) is None


def test_a_response_inside_an_engagement_is_read_with_the_engagements_toolkit(city):
    loaded = load_engagement(city / "responses/mint-07.yaml")
    assert (loaded.diagnostics, loaded.toolkit.id) == ((), "tea")


def test_the_same_response_elsewhere_does_not_find_its_toolkit(tmp_path):
    alone = tmp_path / "mint-07.yaml"
    alone.write_text(RESPONSE, "utf-8")
    loaded = load_engagement(alone)
    assert (codes(loaded), loaded.toolkit) == ([("mint-07.yaml", 2, 15, "NLC513")], None)


def test_a_toolkit_that_is_not_there_is_found_wrong_in_the_engagement(city):
    (city / "tea.yaml").unlink()
    assert codes(load_engagement(city)) == [("engagement.yaml", 4, 42, "NLC513")]


def test_a_toolkit_with_mistakes_is_shown_with_its_own_lines(city):
    (city / "tea.yaml").write_text(TEA.read_text("utf-8").replace("lever: house", "lever: garden"), "utf-8")
    assert codes(load_engagement(city)) == [("tea.yaml", 53, 16, "NLC207")]


def test_the_id_of_a_shipped_toolkit_is_not_looked_up_where_the_program_was_started(city, monkeypatch):
    (city / "engagement.yaml").write_text(
        ENGAGEMENT.replace("id: tea", "id: kitchen").replace(", path: tea.yaml", ""), "utf-8"
    )
    monkeypatch.chdir(ROOT / "tests/toolkits")
    assert codes(load_engagement(city)) == [("engagement.yaml", 4, 15, "NLC513")]


def test_a_broken_response_does_not_hide_the_mistakes_of_another(city):
    (city / "responses/a.yaml").write_text("respondent: [", "utf-8")
    (city / "responses/b.yaml").write_text(RESPONSE.replace("mint", "sage").replace("rating: 1", "rating: 7"), "utf-8")
    assert codes(load_engagement(city)) == [("a.yaml", 1, 14, "NLC005"), ("b.yaml", 7, 24, "NLC502")]


def test_a_response_that_cannot_be_opened_is_named_and_the_others_are_checked(city):
    (city / "responses/a.yaml").mkdir()
    (city / "responses/b.yaml").write_text(RESPONSE.replace("mint", "sage").replace("rating: 1", "rating: 7"), "utf-8")
    with pytest.raises(UnopenedError, match="a folder") as raised:
        load_engagement(city)
    assert [d.code for d in raised.value.diagnostics] == ["NLC502"]


def test_no_response_is_overlooked_because_of_its_ending_and_hidden_files_are_left_alone(city):
    (city / "responses/sage.yml").write_text(RESPONSE.replace("mint-07", "sage-11"), "utf-8")
    (city / "responses/._mint-07.yaml").write_bytes(b"\x00\x05\x16")
    (city / "responses/notes.txt").write_text("not ours", "utf-8")
    loaded = load_engagement(city)
    assert [response.respondent for response in loaded.engagement.responses] == ["mint-07", "sage-11"]


def test_a_toolkit_that_changed_without_a_new_version_is_a_warning(city):
    text = RESPONSE.replace('version: "1.0"', f'version: "1.0", sha256: {"0" * 64}')
    (city / "responses/mint-07.yaml").write_text(text, "utf-8")
    [found] = load_engagement(city).diagnostics
    assert (found.code, found.severity) == ("NLC504", "warning")


def test_evidence_seen_by_a_side_that_does_not_exist(city):
    text = RESPONSE.replace("{rating: 1}", "{rating: 1, evidence: [{what: The list, seen_by: guest}]}")
    (city / "responses/mint-07.yaml").write_text(text, "utf-8")
    [found] = load_engagement(city).diagnostics
    assert (found.code, found.hint) == ("NLC510", "did you mean “guests”?")


def test_a_group_that_is_declared_twice(city):
    (city / "engagement.yaml").write_text(ENGAGEMENT + "  - {id: cooks}\n", "utf-8")
    assert codes(load_engagement(city)) == [("engagement.yaml", 9, 10, "NLC208")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("modules: [tea]", (9, 11, "NLC508")),
        ("targets: {coffee: 1}", (9, 11, "NLC508")),
        ("targets: {tea: 0}", (9, 16, "NLC512")),
        ("sponsors: [{side: guest, name: A}]", (9, 19, "NLC510")),
        ("replies: [{side: none, text: No.}]", (9, 18, "NLC510")),
    ],
)
def test_what_an_engagement_names_must_be_in_its_toolkit(city, line, found):
    (city / "engagement.yaml").write_text(f"{ENGAGEMENT}{line}\n", "utf-8")
    assert codes(load_engagement(city)) == [("engagement.yaml", *found)]


def test_a_toolkit_that_cannot_be_opened_does_not_hide_the_mistakes_of_a_response(city):
    (city / "engagement.yaml").write_text(ENGAGEMENT.replace("path: tea.yaml", "path: house"), "utf-8")
    (city / "house/toolkit.yaml").mkdir(parents=True)
    (city / "responses/a.yaml").write_text("respondent: [", "utf-8")
    assert [code for *_, code in codes(load_engagement(city))] == ["NLC513", "NLC005"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("{dont_know: true}", None),
        ("{outside_powers: true}", None),
        ("{not_applicable: No water here.}", None),
        ("{note: Later.}", None),
        ("{}", "NLC506"),
        ("{rating: 1, not_applicable: No.}", "NLC506"),
        ("{dont_know: false}", "NLC108"),
        ("{rating: 10}", "NLC502"),
        ("{rating: -1}", "NLC107"),
        ('{rating: "1"}', "NLC103"),
        ("{rating: true}", "NLC103"),
        ("{rating: 1.0}", "NLC103"),
        ('{not_applicable: " "}', "NLC105"),
    ],
)
def test_an_answer_is_exactly_one_of_five_things(city, answer, code):
    path = city / "responses/mint-07.yaml"
    path.write_text(RESPONSE.replace("{rating: 1}", answer), "utf-8")
    assert [d.code for d in load_engagement(city).diagnostics] == ([code] if code else [])


def test_a_folder_without_an_engagement_says_how_to_make_one(tmp_path):
    with pytest.raises(PathError) as raised:
        load_engagement(tmp_path)
    assert raised.value.hint == "name the folder with --in, or make one: nlcaudit init DIR"


def test_a_response_alone_is_loaded_without_any_toolkit(city):
    assert load_response(city / "responses/mint-07.yaml").value.respondent == "mint-07"


@pytest.mark.parametrize("broken", ["{rating: one}", "{rating: 1, nte: calm}", "calm", "[1]"])
def test_an_answer_of_a_wrong_shape_does_not_hide_what_is_wrong_beside_it(city, broken):
    path = city / "responses/mint-07.yaml"
    written = RESPONSE.replace("group: cooks", "group: coks").replace("{rating: 1}", broken)
    path.write_text(written + "  tea-boild: {rating: 1}\n", "utf-8")
    for loaded in (load_engagement(city), load_engagement(path)):
        codes = [d.code for d in loaded.diagnostics if d.path == str(path)]
        assert (codes[0], codes[-1], len(codes)) == ("NLC505", "NLC501", 3)
        assert codes[1].startswith("NLC1")
        assert not loaded.usable


def test_an_unknown_question_is_told_even_where_its_answer_cannot_be_read(city):
    path = city / "responses/mint-07.yaml"
    path.write_text(RESPONSE.replace("tea-boiled: {rating: 1}", "tea-boild: {rating: one}"), "utf-8")
    assert [d.code for d in load_engagement(path).diagnostics] == ["NLC501", "NLC103"]
