"""The JSON Schemas say what the models say, and nothing that is shipped contradicts them."""

import re
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import nlcaudit
from nlcaudit.kinds import KINDS
from nlcaudit.rules.schemas import kind_of
from nlcaudit.schemas import build_schema
from nlcaudit.schemas.building import schema_of
from nlcaudit.shape import Exact, Share, Strict, shape
from nlcaudit.source import read_document

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests/corpus/invalid"
SHIPPED = sorted(
    path for folder in ("frameworks", "examples", "tests/toolkits") for path in (ROOT / folder).rglob("*.yaml")
)
VALIDATORS = {kind: Draft202012Validator(build_schema(kind)) for kind in KINDS}
SHAPE = sorted(path for path in CORPUS.glob("NLC1[01]*"))


def read(path):
    document, _ = read_document(path.read_bytes(), str(path))
    return plain(document.data) if document else None


def plain(value):
    """What a YAML parser of another program reads."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple | list) else value


def places(schema, kind):
    return sorted("/".join(map(str, error.absolute_path)) for error in VALIDATORS[kind].iter_errors(schema))


def schemas_in(schema, route=""):
    """Every schema inside a schema, with where it stands."""
    yield route, schema
    for key in ("properties", "$defs"):
        for name, inner in schema.get(key, {}).items():
            yield from schemas_in(inner, f"{route}/{key}/{name}")
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from schemas_in(schema[key], f"{route}/{key}")
    for inner in schema.get("anyOf", ()):
        yield from schemas_in(inner, f"{route}/anyOf")


def generated():
    spec = spec_from_file_location("write_schemas", ROOT / "docs/write_schemas.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


def test_the_schemas_in_the_repository_are_the_generated_ones():
    pages = generated()
    assert {path: path.read_text("utf-8") for path in pages} == pages, "run: make docs"
    folders = [ROOT / "frameworks/schemas", *(ROOT / "examples").glob("*/.schema")]
    assert {path for folder in folders for path in folder.iterdir()} == set(pages)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_of_draft_2020_12(kind):
    schema = build_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_and_every_mapping_of_keys_is_closed(kind):
    for route, schema in schemas_in(build_schema(kind)):
        if re.search(r"/properties/[^/]+$", route):
            assert len(schema.get("description", "")) > 3, f"{route} is not in its model's list of Attributes"
        if "object" in schema.get("type", ()):
            assert (
                schema["additionalProperties"] is False or "propertyNames" in schema or route == "/properties/stamps"
            ), route


def test_every_kind_of_file_that_is_read_has_a_schema():
    for module in walk_packages(nlcaudit.__path__, "nlcaudit."):
        if module.name != "nlcaudit.__main__":
            import_module(module.name)
    files = {model for model in models_below(Strict) if "schema_" in model.model_fields}
    assert files == set(KINDS.values()), "nlcaudit.kinds lists every model of a file"


def models_below(model):
    for inner in model.__subclasses__():
        yield inner
        yield from models_below(inner)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_schemas_and_all_shipped_data_agree(path):
    values = read(path)
    assert places(values, kind_of(values)) == []


@pytest.mark.parametrize("path", SHAPE, ids=lambda path: path.name)
def test_what_the_corpus_has_wrong_in_shape_is_refused_by_the_schema_too(path):
    for folder, refused in (("bad", True), ("good", False)):
        found = []
        for file in sorted((path / folder).rglob("*.yaml")):
            values = read(file)
            kind = kind_of(values)
            found += places(values, kind if kind in KINDS else "framework") if values is not None else []
        assert bool(found) == refused, (folder, found)


WRONG = [
    None, True, False, 0, 1, -1, 99, 0.5, "", " ", "x", "Not An Id", "a" * 81, "2/3", "1/0", "1/00", "-0/5", "1e3",
    [], {}, ["a"], [1], [None], {"en": "x"}, {"EN": "x"}, {"x": 1}, {"en": ""}, "2026-02-31", "T1", "en",
]  # fmt: skip
SEEDS = [
    ("toolkit", "tests/toolkits/harbour/toolkit.yaml"),
    ("framework", "tests/toolkits/lights.yaml"),
    ("policy", "frameworks/policy.yaml"),
    ("engagement", "examples/port-azur/engagement.yaml"),
    ("response", "examples/port-azur/responses/probation-port-azur.yaml"),
]
VALUES = {kind: read(ROOT / path) for kind, path in SEEDS}
LATER = "2026-02-31"
"""A day that does not exist has the form of a day: only `validate` knows the calendar."""

TOO_HIGH = (99, {"rating", "then"})
"""No scale has so many levels, an editor can tell; the model leaves it to `validate`, which knows the toolkit's own."""


def routes(value, route=()):
    yield route
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in entries:
        yield from routes(inner, (*route, step))


ROUTES = {
    kind: [r for r in routes(value) if r and r[0] != "schema" and "scoring" not in r] for kind, value in VALUES.items()
}


def changed(value, route, new):
    """The value with another one at a route; with `...` nothing there."""
    if not route:
        return new
    step, rest = route[0], route[1:]
    if isinstance(value, list):
        kept = [changed(one, rest, new) if index == step else one for index, one in enumerate(value)]
        return [one for one in kept if one is not ...]
    kept = {**value, step: changed(value[step], rest, new) if step in value else new}
    return {key: one for key, one in kept.items() if one is not ...}


def nested(value):
    """What our own reader gives: lists are tuples."""
    if isinstance(value, dict):
        return {key: nested(inner) for key, inner in value.items()}
    return tuple(map(nested, value)) if isinstance(value, list) else value


@settings(max_examples=300)
@given(st.data())
def test_model_and_schema_accept_and_refuse_the_same(data):
    kind = data.draw(st.sampled_from(sorted(VALUES)))
    route = data.draw(st.sampled_from(ROUTES[kind]))
    route = (*route, "Unknown key") if data.draw(st.integers(0, 9)) == 0 else route
    new = data.draw(st.sampled_from([..., *WRONG]).filter(lambda value: value != LATER))
    try:
        values = changed(VALUES[kind], route, new)
    except (TypeError, KeyError):  # the route leads into a text
        return
    model, _ = shape(KINDS[kind], nested(values))
    told_apart = kind == "response" and new == TOO_HIGH[0] and route[-1] in TOO_HIGH[1]
    assert VALIDATORS[kind].is_valid(values) == (model is not None and not told_apart), (kind, route, new)


class Numbers(Strict):
    exact: Exact = 0
    share: Share = 0


NUMBERS = Draft202012Validator(schema_of(Numbers))


@pytest.mark.parametrize("key", ["exact", "share"])
@given(st.one_of(
    st.from_regex(r"\A-?[0-9]{0,13}[./]?[0-9]{0,13}\Z"), st.integers(-(10**14), 10**14),
    st.floats(-2, 2).map(lambda number: round(number, 6)).filter(lambda number: "e" not in str(number)),
))  # fmt: skip
def test_an_exact_number_is_refused_by_the_schema_exactly_where_it_is_refused_by_us(key, number):
    schema = NUMBERS
    model, _ = shape(Numbers, {key: number})
    if isinstance(number, str) and key == "share" and schema.is_valid({key: number}):
        return  # "5/2" has the form of a number: only `validate` sees that it is more than 1
    assert schema.is_valid({key: number}) == (model is not None)
