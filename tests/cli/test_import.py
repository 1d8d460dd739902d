"""`nlcaudit import` from the command line."""

import json

import pytest
import yaml
from importers.making import as_csv_form, as_markdown_form, engagement, response, table

from nlcaudit.store import render_response

ROWS = [
    {
        "Timestamp": "2026/11/14 9:00:00 AM",
        "Email Address": "a@b.org",
        "group": "Youth work",
        "T1": "2",
        "Comments": "hm",
    },
    {"Timestamp": "2026/11/14 9:30:00 AM", "Email Address": "c@d.org", "group": "Justice", "T1": "d", "Comments": ""},
]


@pytest.fixture
def city(tmp_path):
    (tmp_path / "a.csv").write_bytes(table(ROWS))
    return engagement(tmp_path)


def responses(city):
    return {path.name: yaml.safe_load(path.read_text("utf-8")) for path in sorted((city / "responses").glob("*.yaml"))}


def test_a_doubtful_column_stops_everything_and_says_what_to_do(nlcaudit, city):
    ended = nlcaudit("import", "a.csv", "--in", city)
    assert ended.code == 1
    assert "a.csv, column E: nothing says what the column “Comments” is" in ended.err
    assert "--map 'Comments=T1'" in ended.err
    assert "left out: says who somebody is (e-mail)" in ended.out
    assert responses(city) == {}


def test_what_is_declared_is_imported_once(nlcaudit, city):
    first = nlcaudit("import", "a.csv", "--in", city, "--map", "Comments=T1 note")
    assert (first.code, len(responses(city))) == (0, 2)
    before = responses(city)
    again = nlcaudit("import", "a.csv", "--in", city, "--map", "Comments=T1 note")
    assert (again.code, responses(city)) == (0, before)
    assert again.out.count("there already") == 2
    assert "a@b.org" not in str(before)
    assert nlcaudit("validate", city).code == 0
    assert nlcaudit("score", "--in", city).code == 0


def test_a_dry_run_writes_nothing_but_the_draft_of_a_mapping_which_then_serves(nlcaudit, city):
    ended = nlcaudit("import", "a.csv", "--in", city, "--dry-run", "--mapping", "m.yaml")
    assert (ended.code, responses(city)) == (1, {})
    draft = city.parent / "m.yaml"
    assert '"Comments": "?"' in draft.read_text("utf-8")
    assert nlcaudit("import", "a.csv", "--in", city, "--mapping", "m.yaml").code == 1
    draft.write_text(draft.read_text("utf-8").replace('"?"', '"T1 note"'), "utf-8")
    assert nlcaudit("import", "a.csv", "--in", city, "--mapping", "m.yaml").code == 0
    assert len(responses(city)) == 2


def test_the_group_can_be_said_for_all_or_by_a_column(nlcaudit, city):
    (city.parent / "b.csv").write_bytes(table([{"T1": "1", "Service": "justice"}]))
    assert nlcaudit("import", "b.csv", "--in", city, "--group", "local-police", "--drop", "Service").code == 0
    assert nlcaudit("import", "b.csv", "--in", city, "--group", "Service", "--same", "each").code == 0
    assert {one["group"] for one in responses(city).values()} == {"local-police", "justice"}


def test_every_form_of_ours_is_taken_and_one_respondent_stays_one(nlcaudit, city):
    filled = response({"trust-obstacles-named": {"rating": 2}})
    (city.parent / "form.csv").write_bytes(as_csv_form(filled))
    (city.parent / "form.yaml").write_text(render_response(filled), "utf-8")
    (city.parent / "form.md").write_bytes(as_markdown_form(filled))
    assert nlcaudit("import", "form.csv", "form.yaml", "--in", city).code == 0
    assert list(responses(city)) == ["mk-5927.yaml"]
    assert nlcaudit("import", "form.md", "--in", city, "--same", "once").code == 0
    assert list(responses(city)) == ["mk-5927.yaml"]


def test_json_names_each_column_each_submission_and_each_problem(nlcaudit, city):
    told = json.loads(nlcaudit("import", "a.csv", "--in", city, "--format", "json").out)
    assert (told["schema"], told["written"]) == ("nlcaudit/import/1", False)
    assert [column["is"] for column in told["tables"][0]["columns"]] == [
        "respondent", "dropped", "respondent", "answer", "unmapped",
    ]  # fmt: skip
    assert told["problems"][0]["column"] == 5


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--map", "Comments"], "maps nothing"), (["--map", "Comments=T77"], "no question"),
     (["--map", "Comments=T1 colour"], "no part")],
)  # fmt: skip
def test_a_declaration_that_names_nothing_is_a_wrong_call(nlcaudit, city, arguments, said):
    ended = nlcaudit("import", "a.csv", "--in", city, *arguments)
    assert (ended.code, said in ended.err) == (2, True)


def test_a_file_that_is_not_there_is_a_path_error(nlcaudit, city):
    assert nlcaudit("import", "nowhere.csv", "--in", city).code == 3


def test_the_blank_web_page_is_told_from_the_file_that_it_hands_over(nlcaudit, city):
    (city.parent / "form.html").write_text("<!doctype html><title>x</title>", "utf-8")
    ended = nlcaudit("import", "form.html", "--in", city)
    assert ended.code == 1
    assert "import the response file that it hands over" in ended.err


def test_it_speaks_french(nlcaudit, city, monkeypatch):
    monkeypatch.setenv("NLCAUDIT_LANG", "fr")
    ended = nlcaudit("import", "a.csv", "--in", city)
    assert "a.csv, colonne E: rien ne dit ce qu’est la colonne" in ended.err
    assert "laissé de côté\u202f: dit qui est la personne" in ended.out


def withdrawn(nlcaudit, city, name):
    assert nlcaudit("withdraw", name, "--in", city, "--yes").code == 0
    return (city / "responses/.withdrawn").read_text("utf-8")


def test_whoever_withdrew_does_not_come_back_with_the_same_export_unless_asked(nlcaudit, city):
    call = ("import", "a.csv", "--in", city, "--drop", "Comments")
    assert nlcaudit(*call).code == 0
    gone = next(name for name, one in responses(city).items() if one["group"] == "justice").removesuffix(".yaml")
    stone = withdrawn(nlcaudit, city, gone)
    assert gone not in stone
    assert not {"c@d.org", "justice", "2026"} & set(stone.split())
    again = nlcaudit(*call)
    assert (again.code, len(responses(city))) == (0, 1)
    assert "a.csv, row 3: withdrawn, left out; --readmit takes it in again" in again.out
    assert json.loads(nlcaudit(*call, "--format", "json").out)["withdrawn"] == [
        {"path": "a.csv", "sheet": "", "row": 3}
    ]
    assert (nlcaudit(*call, "--readmit").code, len(responses(city))) == (0, 2)
    assert "there already" in nlcaudit(*call).out
    assert nlcaudit("validate", city).code == 0


def test_the_form_of_whoever_withdrew_is_left_out_by_its_code(nlcaudit, city):
    (city.parent / "mk-5927.yaml").write_text(render_response(response()), "utf-8")
    assert nlcaudit("import", "mk-5927.yaml", "--in", city).code == 0
    assert "mk-5927" not in withdrawn(nlcaudit, city, "mk-5927")
    again = nlcaudit("import", "mk-5927.yaml", "--in", city)
    assert (again.code, responses(city), "withdrawn, left out" in again.out) == (0, {}, True)


def test_a_damaged_list_of_those_who_withdrew_stops_the_import(nlcaudit, city):
    (city / "responses/.withdrawn").write_text("nlcaudit/withdrawn/1\nab")
    ended = nlcaudit("import", "a.csv", "--in", city, "--drop", "Comments")
    assert (ended.code, "nobody can tell who withdrew" in ended.err, responses(city)) == (3, True, {})
