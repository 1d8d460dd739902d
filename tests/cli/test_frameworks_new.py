"""`nlcaudit frameworks new`: an example that is complete, valid and explains itself."""

import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from nlcaudit.framework.questions import Framework, Question
from nlcaudit.framework.toolkit import ToolkitFile
from nlcaudit.kinds import KINDS
from nlcaudit.loader import load_toolkit
from nlcaudit.rules.schemas import kind_of
from nlcaudit.schemas import build_schema
from nlcaudit.source import read_document

LANGUAGES = [("en",), ("fr",), ("en", "fr"), ("fr", "en"), ("de",), ("en", "de")]


def made(nlcaudit, *options):
    done = nlcaudit("frameworks", "new", "night-buses", *options)
    assert done.code == 0, done.err
    return Path("night-buses" if "--toolkit" in options else "night-buses.yaml")


def options(languages):
    return [word for language in languages for word in ("--lang", language)]


@pytest.mark.parametrize("languages", LANGUAGES, ids=",".join)
@pytest.mark.parametrize("toolkit", [[], ["--toolkit"]], ids=["alone", "toolkit"])
def test_it_is_valid_at_once_even_strictly(nlcaudit, languages, toolkit):
    path = made(nlcaudit, *options(languages), *toolkit)
    checked = nlcaudit("validate", "--strict", path)
    assert (checked.code, checked.out) == (0, "")
    loaded = load_toolkit(str(path)).value
    assert tuple(language.id for language in loaded.languages) == languages
    assert len(loaded.by_id) == 3


@pytest.mark.parametrize("toolkit", [[], ["--toolkit"]], ids=["alone", "toolkit"])
def test_its_files_name_the_schemas_beside_them_and_fit_them(nlcaudit, toolkit):
    path = made(nlcaudit, "--lang", "fr", "--lang", "en", *toolkit)
    for file in sorted(path.glob("*.yaml")) if toolkit else [path]:
        values = plain(read_document(file.read_bytes(), str(file))[0].data)
        kind = kind_of(values)
        line = file.read_text("utf-8").splitlines()[0]
        assert line == f"# yaml-language-server: $schema=.schema/{kind}.json"
        assert (file.parent / f".schema/{kind}.json").is_file()
        assert Draft202012Validator(build_schema(kind)).is_valid(values)
    assert {kind.stem for kind in Path(path if toolkit else ".").glob(".schema/*")} <= set(KINDS)


def plain(value):
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple | list) else value


@pytest.mark.parametrize("languages", [("en",), ("fr", "en")], ids=",".join)
@pytest.mark.parametrize("toolkit", [[], ["--toolkit"]], ids=["alone", "toolkit"])
def test_what_may_be_uncommented_is_valid_once_it_is(nlcaudit, languages, toolkit):
    path = made(nlcaudit, *options(languages), *toolkit)
    for file in path.glob("*.yaml") if toolkit else [path]:
        text = file.read_text("utf-8")
        file.write_text(uncommented(text), "utf-8")
    checked = nlcaudit("validate", "--strict", path)
    assert (checked.code, checked.out) == (0, "")
    question = next(iter(load_toolkit(str(path)).value.by_id.values()))
    assert (question.weight, question.sensitive, question.asked_of) == (2, True, ("city-hall", "schools"))
    assert question.title is not None


def uncommented(text):
    """Remove the # in front of every key; sentences begin with a capital or a backtick."""
    return re.sub(r"^( *)# (?=(?: *[a-z_]+:(?: [\[\"0-9t>].*)?$)| {2,}\S)", r"\1", text, flags=re.MULTILINE)


def test_every_key_of_a_question_and_of_a_toolkit_is_shown(nlcaudit):
    files = [made(nlcaudit), *made(nlcaudit, "--toolkit").glob("*.yaml")]
    text = "".join(path.read_text("utf-8") for path in files)
    missing = {
        field.alias or name
        for model in (Question, Framework, ToolkitFile)
        for name, field in model.model_fields.items()
        if not re.search(rf"^[ #-]*{field.alias or name}:", text, re.MULTILINE)
    }
    assert missing <= {"lessons", "migrations", "ignore"}  # a first framework needs none of them


@pytest.mark.parametrize(("language", "said"), [
    ("en", "Answers are stored under this id."), ("fr", "Les réponses sont rangées sous cet identifiant."),
])  # fmt: skip
def test_the_comments_speak_the_first_language(nlcaudit, language, said):
    text = made(nlcaudit, "--lang", language).read_text("utf-8")
    assert said in " ".join(text.replace("#", " ").split())
    others = {"en": "Enlevez", "fr": "Remove the"}
    assert others[language] not in text


def test_a_language_in_which_the_example_is_not_written_is_a_draft_to_be_translated(nlcaudit):
    text = made(nlcaudit, "--lang", "en", "--lang", "de").read_text("utf-8")
    assert "The example is not written in de" in text
    assert [(one.id, one.status) for one in load_toolkit("night-buses.yaml").value.languages] == [
        ("en", "reviewed"), ("de", "draft"),
    ]  # fmt: skip


def test_it_can_be_shown_and_answered(nlcaudit):
    path = made(nlcaudit)
    assert "Who calls the schools when a flood warning arrives?" in nlcaudit("frameworks", "show", path).out
    Path("a.yaml").write_text("night-buses-schools-called: {rating: 1}\n", "utf-8")
    done = nlcaudit("assess", path, "--out", "try.yaml", "--group", "schools", "--answers", "a.yaml")
    assert done.code == 0, done.err
    assert nlcaudit("score", "--in", "try.yaml").code == 0


def test_nothing_is_overwritten_and_a_second_one_stands_beside_the_first(nlcaudit):
    path = made(nlcaudit)
    path.write_text("mine", "utf-8")
    again = nlcaudit("frameworks", "new", "night-buses")
    assert (again.code, "is there already; nothing was written" in again.err) == (3, True)
    assert path.read_text("utf-8") == "mine"
    assert nlcaudit("frameworks", "new", "trams").code == 0
    Path("floods").mkdir()
    refused = nlcaudit("frameworks", "new", "floods", "--toolkit")
    assert (refused.code, list(Path("floods").iterdir())) == (3, [])


@pytest.mark.parametrize(("given", "said"), [
    (["Night Buses"], "“Night Buses” is not an id"),
    (["../up"], "“../up” is not an id"),
    (["a" * 61], "is not an id"),
    (["toolkit"], "“toolkit” is the name of another kind of file"),
    (["a", "--lang", "en_GB!"], "“en_GB!” is not a language tag"),
])  # fmt: skip
def test_what_does_not_fit_writes_nothing(nlcaudit, given, said):
    done = nlcaudit("frameworks", "new", *given)
    assert (done.code, said in done.err) == (2, True), done.err
    assert list(Path().iterdir()) == []


def test_it_says_what_to_do_next(nlcaudit):
    done = nlcaudit("frameworks", "new", "trams", "--in", "my folder")
    assert done.out == ""
    assert "nlcaudit validate 'my folder/trams.yaml'" in done.err
