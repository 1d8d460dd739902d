"""`nlcaudit form`: the files it writes, what it warns of, and what it refuses."""

import os
import re
import shutil
from pathlib import Path

import pytest

from nlcaudit.errors import ExitCode
from nlcaudit.forms import FORMATS
from nlcaudit.source import read_document

ROOT = Path(__file__).parents[2]
NATIVE = ("html", "print", "csv", "md")


@pytest.fixture
def city(tmp_path):
    folder = tmp_path / "city"
    folder.mkdir()
    shutil.copy(ROOT / "examples/port-azur/engagement.yaml", folder)
    return folder


def written(folder):
    return sorted(path.name for path in (folder / "forms").iterdir())


def test_each_format_has_its_files_in_the_folder_of_the_engagement(nlcaudit, city):
    ended = nlcaudit("form", "--in", city, "--format", ",".join(NATIVE))
    assert (ended.code, ended.out) == (ExitCode.CLEAN, "")
    assert written(city) == [
        "form-quick.en.csv", "form-quick.en.md", "form-quick.fr.csv", "form-quick.fr.md", "form-quick.html",
        "paper-quick.en.html", "paper-quick.fr.html",
    ]  # fmt: skip
    assert ended.err.count("wrote ") == 7
    assert "[" not in ended.err


def test_the_offline_page_is_what_is_made_if_nothing_is_said(nlcaudit, city):
    nlcaudit("form", "--in", city, "--group", "youth-work", "--full", "--lang", "fr")
    assert written(city) == ["form-full.youth-work.html"]
    assert '"groups":[{"id":"youth-work"' in (city / "forms/form-full.youth-work.html").read_text("utf-8")


def test_only_the_groups_of_the_engagement_are_offered(nlcaudit, city):
    nlcaudit("form", "--in", city, "--format", "md", "--lang", "en")
    groups = re.findall(r"^- \[ \] ([a-z-]{3,}): ", (city / "forms/form-quick.en.md").read_text("utf-8"), re.MULTILINE)
    declared = read_document((city / "engagement.yaml").read_bytes(), "")[0].data["groups"]
    assert sorted(groups) == sorted(group["id"] for group in declared)
    assert len(groups) == 8


def test_the_consent_of_the_folder_is_used_and_what_is_left_open_in_it_is_told(nlcaudit, city):
    (city / "consent.en.md").write_text("# Mind\n\nAsk [whom], by [date].\n", "utf-8")
    ended = nlcaudit("form", "--in", city, "--format", "print", "--lang", "en")
    assert ended.code == ExitCode.CLEAN
    assert "the consent text (en) still has [whom], [date]" in ended.err
    assert "<h2>Mind</h2>" in (city / "forms/paper-quick.en.html").read_text("utf-8")


def test_without_an_engagement_a_toolkit_will_do(nlcaudit, tmp_path):
    target = tmp_path / "trust.md"
    ended = nlcaudit(
        "form", "--toolkit", "nlc", "--frameworks", "trust", "--format", "md", "--lang", "fr", "--out", target
    )
    assert ended.code == ExitCode.CLEAN
    assert target.read_text("utf-8").count("\n### T") == 3
    if os.name != "nt":
        assert target.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize(("options", "said"), [
    (["--format", "htm"], "did you mean “html”?"),
    (["--group", "youth"], "there is no group “youth” here"),
    (["--lang", "de"], "not written in “de”"),
    (["--lang", "ar"], "“ar” is a draft"),
    (["--frameworks", "trsut"], "did you mean “trust”?"),
    (["--format", "csv", "--out", "one.csv"], "2 files were asked for, and --out names one"),
])  # fmt: skip
def test_what_cannot_be_made_is_refused_with_a_hint_and_nothing_is_written(nlcaudit, city, options, said):
    ended = nlcaudit("form", "--in", city, *options)
    assert ended.code == ExitCode.USAGE
    assert said in ended.err
    assert sorted(path.name for path in city.iterdir()) == ["engagement.yaml"]


def test_a_consent_text_that_is_not_utf_8_is_told(nlcaudit, city):
    (city / "consent.fr.md").write_bytes("Été".encode("cp1252"))
    ended = nlcaudit("form", "--in", city)
    assert ended.code == ExitCode.PATH
    assert "consent.fr.md is not UTF-8 text" in ended.err


def test_a_folder_without_an_engagement_is_told_what_to_do(nlcaudit, tmp_path):
    ended = nlcaudit("form", "--in", tmp_path)
    assert ended.code == ExitCode.USAGE
    assert "nlcaudit init" in ended.err


def test_every_format_is_named_in_the_help_and_in_the_document(nlcaudit):
    told = nlcaudit("form", "--help").out
    page = (ROOT / "docs/forms.md").read_text("utf-8")
    for name in FORMATS:
        assert name in told
        assert f"| `{name}` |" in page
