"""Every file says where its schema lies, by a path that leads there, and keeps saying it."""

from pathlib import Path

import pytest
from cli.asking import run

from nlcaudit.kinds import KINDS
from nlcaudit.rules.schemas import kind_of
from nlcaudit.source import read_document
from nlcaudit.store.modelines import MODELINE

ROOT = Path(__file__).parents[2]
SHIPPED = [
    path
    for folder in ("frameworks", "examples")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    if not path.name.endswith(".lock.yaml")
]
LINE = f"{MODELINE}../.schema/response.json\n"
OWN = f"{MODELINE}/somewhere/else.json\n"
GIVEN = ("--city", "X", "--date", "2026-11-14", "--lang", "en")


def schema_named_by(path):
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith(MODELINE), path
    return (path.parent / first.removeprefix(MODELINE)).resolve()


def kind(path):
    return kind_of(read_document(path.read_bytes(), str(path))[0].data)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_shipped_file_names_the_schema_of_its_kind(path):
    named = schema_named_by(path)
    assert (named.is_file(), named.name) == (True, f"{kind(path)}.json")


@pytest.fixture
def city(tmp_path):
    assert run("init", "city", *GIVEN, folder=tmp_path).returncode == 0
    return tmp_path / "city"


def answered(city, *more):
    (city.parent / "a.yaml").write_text("trust-obstacles-named: {rating: 2}\n", "utf-8")
    done = run("assess", "--in", "city", "--group", "youth-work", "--answers", "a.yaml", "--respondent", "mk-59", *more,
               folder=city.parent)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return city / "responses/mk-59.yaml"


def test_a_new_engagement_brings_its_schemas(city):
    assert schema_named_by(city / "engagement.yaml") == (city / ".schema/engagement.json").resolve()
    for name in ("engagement", "response", "workshop"):
        assert (city / f".schema/{name}.json").read_bytes() == (ROOT / f"frameworks/schemas/{name}.json").read_bytes()


def test_a_new_response_names_its_schema_and_the_next_save_keeps_it_once(city):
    path = answered(city)
    assert schema_named_by(path) == (city / ".schema/response.json").resolve()
    assert answered(city).read_text("utf-8").count(MODELINE) == 1


@pytest.mark.parametrize("first", [OWN, ""])
def test_what_a_response_says_of_its_schema_stays_as_it_is(city, first):
    path = answered(city)
    path.write_text(path.read_text("utf-8").replace(LINE, first), "utf-8")
    (city.parent / "a.yaml").write_text("trust-obstacles-named: {rating: 1}\n", "utf-8")
    text = answered(city).read_text("utf-8")
    assert text.startswith(first or "schema: ")
    assert text.count(MODELINE) == bool(first)


def test_a_response_without_a_schema_beside_it_has_no_modeline(tmp_path):
    (tmp_path / "a.yaml").write_text("trust-obstacles-named: {rating: 2}\n", "utf-8")
    run("assess", "trust", "--out", "mine.yaml", "--group", "youth-work", "--answers", "a.yaml", folder=tmp_path)
    assert (tmp_path / "mine.yaml").read_text("utf-8").startswith("schema: ")


def test_the_command_prints_the_schema_of_every_kind(nlcaudit):
    for name in KINDS:
        printed = nlcaudit("frameworks", "schema", name)
        assert printed.out == (ROOT / f"frameworks/schemas/{name}.json").read_text("utf-8")
    wrong = nlcaudit("frameworks", "schema", "framewrok")
    assert (wrong.code, "did you mean “framework”?" in wrong.err) == (2, True)
