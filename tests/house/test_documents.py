"""What the documents say is what the program does."""

import re
import shlex
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from nlcaudit.engagement import EngagementFile, Response
from nlcaudit.framework import Framework
from nlcaudit.framework.toolkit import ToolkitFile
from nlcaudit.framework.vocabulary import Cases, Glossary
from nlcaudit.validation import validate_paths

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?:^ {4}|`)(nlcaudit [^#|&>`\n]+)", re.MULTILINE)
NAMED = re.compile(r"# ([\w./-]+\.yaml)\n")


def load(path):
    spec = spec_from_file_location(path.stem, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def calls():
    for page in PAGES:
        text = page.read_text("utf-8")
        lines = [line for kind, block in BLOCK.findall(text) if kind == "console" for line in block.splitlines()]
        found = INLINE.findall(text) + [line for line in lines if line.startswith("nlcaudit ")]
        yield from ((page.name, call.strip()) for call in found)


def commands(nlcaudit):
    listed = nlcaudit("--help").out.split("Commands:\n")[1]
    return {line.split()[0] for line in listed.splitlines() if re.match(r"  \S", line)}


def test_the_rules_page_is_generated_from_the_rules():
    page = load(ROOT / "docs/write_rules.py").page
    assert (ROOT / "docs/rules.md").read_text("utf-8") == page("en"), "run `make docs`"
    assert (ROOT / "docs/rules.fr.md").read_text("utf-8") == page("fr"), "run `make docs`"


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_first_screen_of_the_readme_has_the_two_commands(target):
    assert f"\nmake {target}" in "\n".join(README.splitlines()[:40])
    assert f"\n{target}: " in (ROOT / "Makefile").read_text("utf-8")


def test_every_command_that_a_document_calls_exists_with_its_options(nlcaudit):
    seen = sorted(set(calls()))
    assert len(seen) > 15
    for page, call in seen:
        words = shlex.split(call)[1:]
        told = nlcaudit(*words[: 2 if words[0] in ("frameworks", "evidence") else 1], "--help")
        assert told.code == 0, (page, call)
        options = {word.split("=")[0] for word in words if word.startswith("--")}
        assert {option for option in options if option not in told.out} == set(), (page, call)


def test_the_table_of_commands_is_complete(nlcaudit):
    assert set(re.findall(r"^\| `nlcaudit ([a-z]+)", README, re.MULTILINE)) == commands(nlcaudit)


def test_every_help_text_has_an_example(nlcaudit):
    for command in sorted(commands(nlcaudit) - {"frameworks"}):
        assert "Example: nlcaudit " in nlcaudit(command, "--help").out, command


def test_every_example_file_in_the_documents_is_valid(tmp_path):
    examples = {}
    for page in PAGES:
        for language, text in BLOCK.findall(page.read_text("utf-8")):
            named = NAMED.match(text)
            if language == "yaml" and named:
                examples[named[1]] = text
    assert {"kitchen/toolkit.yaml", "port/engagement.yaml"} <= set(examples)
    for name, text in examples.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    checked = validate_paths([tmp_path])
    assert (checked.diagnostics, checked.unopened, checked.files) == ((), (), len(examples))


def test_every_key_of_the_models_is_explained():
    for page, models in (
        ("writing-frameworks.md", (ToolkitFile, Framework, Cases, Glossary)),
        ("files.md", (EngagementFile, Response)),
    ):
        text = (ROOT / "docs" / page).read_text("utf-8")
        keys = {key for model in models for key in keys_of(model)}
        assert sorted(key for key in keys if f"`{key}`" not in text) == [], page


def keys_of(model, seen=frozenset()):
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in models_in(field.annotation):
            if inner not in seen:
                yield from keys_of(inner, seen | {inner})


def models_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_inside_the_repository_leads_somewhere(page):
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
