"""`nlcaudit report`: what it writes, and what it refuses."""

from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parents[2]
APPROVED = """sponsors:
  - {side: local, name: Ilona Marchevel, approved: 2026-11-20}
  - {side: national, name: Théodore Askavant, approved: 2026-11-21}
"""

NOT_APPROVED = (
    "a public report needs the approval of both sponsors; missing in engagement.yaml: national, local\n"
    "    hint: write under “sponsors:”  - {side: national, name: …,"
)


@pytest.fixture
def city(tmp_path):
    return Path(copytree(ROOT / "examples/port-azur", tmp_path / "city"))


def rewritten(city: Path, begin: str, end: str, text: str) -> Path:
    """Replace the part of engagement.yaml from one key up to another."""
    path = city / "engagement.yaml"
    before, rest = path.read_text("utf-8").split(f"\n{begin}", 1)
    path.write_text(f"{before}\n{text}{end}{rest.split(end, 1)[1]}", encoding="utf-8")
    return city


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_writes_both_formats_in_the_languages_of_the_engagement(nlcaudit, city, tmp_path):
    ended = nlcaudit("report", "--in", city, "--out", tmp_path / "new/folder")
    assert ended.code == 0
    assert names(tmp_path / "new/folder") == ["report.en.html", "report.en.md", "report.fr.html", "report.fr.md"]
    assert ended.out == ""
    assert ended.err.startswith(f"wrote {tmp_path}/new/folder/report.en.html\n")
    assert f"nlcaudit report --in {city} --edition full" in ended.err


def test_without_out_it_writes_into_the_folder_of_the_engagement(nlcaudit, city):
    for old in (city / "reports").iterdir():
        old.unlink()
    assert nlcaudit("report", "--in", city, "--format", "md", "--lang", "fr", "--edition", "full").code == 0
    assert names(city / "reports") == ["report-full.fr.md"]


def test_the_date_printed_is_the_engagements_unless_another_is_given(nlcaudit, city, tmp_path):
    nlcaudit("report", "--in", city, "--out", tmp_path, "--lang", "en", "--format", "md")
    assert "Republic of Talvane · 14 November 2026\n" in (tmp_path / "report.en.md").read_text("utf-8")
    nlcaudit("report", "--in", city, "--out", tmp_path, "--lang", "en", "--format", "md", "--date", "2027-01-02")
    assert "Republic of Talvane · 2 January 2027\n" in (tmp_path / "report.en.md").read_text("utf-8")


def test_a_report_that_is_not_protected_has_a_name_of_its_own_and_is_private(nlcaudit, city, tmp_path):
    ended = nlcaudit(
        "report", "--in", city, "--out", tmp_path / "o", "--lang", "en", "--format", "html", "--unprotected"
    )
    written = tmp_path / "o/report-unprotected.en.html"
    assert names(tmp_path / "o") == [written.name]
    assert written.stat().st_mode & 0o777 == 0o600
    assert "Not protected: keep it on this screen" in ended.err


def test_a_single_response_file_makes_a_report_beside_it(nlcaudit, city):
    source = city / "responses/dari-45.yaml"
    assert nlcaudit("report", "--in", source, "--lang", "en", "--format", "md").code == 0
    assert "One person answered." in (city / "responses/reports/report.en.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "odt"], "there is no format “odt”\n    hint: write one of: docx, html, json, md, pdf, xlsx"),
        (["--lang", "de"], "there is no report in the language “de”\n    hint: write one of: en, fr"),
        (["--date", "tomorrow"], "“tomorrow” is no date\n    hint: write it as 2026-11-30"),
        (["--release", "public", "--unprotected"], "a public report is always protected"),
        (["--release", "public"], NOT_APPROVED),
    ],
)  # fmt: skip
def test_what_cannot_be_carried_out_is_refused_and_nothing_is_written(nlcaudit, city, tmp_path, arguments, said):
    ended = nlcaudit("report", "--in", city, "--out", tmp_path / "out", *arguments)
    assert ended.code == 2
    assert said in ended.err
    assert not (tmp_path / "out").exists()


def test_public_needs_the_date_of_every_sponsor(nlcaudit, city, tmp_path):
    rewritten(city, "sponsors:", "release:", APPROVED.replace(", approved: 2026-11-21", ""))
    ended = nlcaudit("report", "--in", city, "--release", "public", "--out", tmp_path / "out")
    assert (ended.code, "missing in engagement.yaml: national" in ended.err) == (2, True)


def test_public_is_written_when_both_sponsors_approved(nlcaudit, city, tmp_path):
    rewritten(city, "sponsors:", "release:", APPROVED)
    ended = nlcaudit(
        "report", "--in", city, "--release", "public", "--out", tmp_path / "o", "--lang", "en", "--format", "md"
    )
    assert ended.code == 0, ended.err
    page = (tmp_path / "o/report.en.md").read_text("utf-8")
    assert "not released it yet" not in page
    assert "Republic of Talvane · 14 November 2026 · Public" in page


def test_an_error_in_a_file_stops_it(nlcaudit, city, tmp_path):
    with (city / "engagement.yaml").open("a", encoding="utf-8") as file:
        file.write("colour: blue\n")
    ended = nlcaudit("report", "--in", city, "--out", tmp_path / "out")
    assert ended.code == 1
    assert "NLC102" in ended.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_named(nlcaudit, city, tmp_path):
    (tmp_path / "file").write_text("")
    ended = nlcaudit("report", "--in", city, "--out", tmp_path / "file/reports")
    assert ended.code == 3
    assert f"cannot make the folder {tmp_path}/file/reports" in ended.err
    assert "choose another with --out" in ended.err
