"""Withdrawn is gone: no byte of a respondent stays in the engagement's folder."""

import shutil
from pathlib import Path

import pytest
from cli.asking import run

EXAMPLE = Path(__file__).parents[2] / "examples/port-azur"
SAID = "Je demande d'abord au bureau de l'association"


@pytest.fixture(scope="module")
def left_about(tmp_path_factory):
    """The example with what is left lying about: a draft, a copy of an editor, a record of the talk, a report."""
    folder = tmp_path_factory.mktemp("left") / "city"
    shutil.copytree(EXAMPLE, folder)
    shutil.rmtree(folder / "reports")
    own = folder / "responses/zamo-81.yaml"
    assert run("agree", "T1", "1", "--reason", "As zamo-81 said", folder=folder).returncode == 0
    assert run("report", "--lang", "en", "--format", "html", folder=folder).returncode == 0
    (folder / "responses/.zamo-81.yaml.0badcafe.tmp").write_bytes(own.read_bytes()[:300])
    (folder / "responses/zamo-81.yaml~").write_bytes(own.read_bytes())
    (folder / "responses/copy.yaml").write_bytes(own.read_bytes())
    with_comments(folder, own)
    return folder


@pytest.fixture
def city(left_about, tmp_path):
    return Path(shutil.copytree(left_about, tmp_path / "city"))


def with_comments(folder, own):
    """What a hand wrote into the files, and was kept beside them when they were saved; a comment with the code."""
    talk = folder / "workshop.yaml"
    for path in (own, talk):
        path.write_text(path.read_text("utf-8") + "# zamo-81: ask again\n", "utf-8")
    assert run("assess", "--respondent", "zamo-81", typed="t One more word\nq\n", folder=folder).returncode == 0
    assert run("hands", "T1", "3", "5", "2", "0", folder=folder).returncode == 0
    copies = [path for path in folder.rglob("*.by-hand") if "zamo-81" in path.read_text("utf-8")]
    assert {path.name.partition(".")[0] for path in copies} == {"zamo-81", "workshop"}
    talk.write_text(talk.read_text("utf-8") + "# so said zamo-81\n", "utf-8")


def holding(folder, text):
    found = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in found if text.encode() in path.read_bytes() or text in path.name]


def test_withdrawn_leaves_no_byte_and_makes_the_reports_again(city):
    old = (city / "reports/report.en.html").read_bytes()
    done = run("withdraw", "zamo-81", "--yes", "--reports", "regenerate", folder=city)
    assert done.returncode == 0, done.stderr
    assert (holding(city, "zamo-81"), holding(city, SAID)) == ([], [])
    assert (city / "reports/report.en.html").read_bytes() != old
    assert "Out of reach: copies that were sent, printed or backed up" in done.stderr
    assert run("validate", ".", folder=city).returncode == 0


def test_a_pseudonym_inside_another_is_left_alone(city):
    other = city / "responses/zamo-812.yaml"
    other.write_bytes((city / "responses/wero-12.yaml").read_bytes().replace(b"wero-12", b"zamo-812"))
    assert run("withdraw", "zamo-81", "--yes", folder=city).returncode == 0
    assert other.exists()
    assert list((city / "reports").iterdir()) == []


def test_what_a_person_has_to_look_at_is_named(city):
    (city / "minutes.txt").write_text("Present: zamo-81")
    done = run("withdraw", "zamo-81", "--yes", "--reports", "keep", folder=city)
    assert "still names the respondent, look at it by hand: minutes.txt" in done.stderr


def test_without_a_person_or_yes_nothing_is_removed(city):
    before = sorted(path.name for path in city.rglob("*"))
    assert run("withdraw", "zamo-81", folder=city).returncode == 2
    assert run("purge", "--before", "2099-01-01", folder=city).returncode == 2
    assert sorted(path.name for path in city.rglob("*")) == before


def test_whoever_is_not_there_is_told(city):
    done = run("withdraw", "zamo-99", "--yes", folder=city)
    assert (done.returncode, "nothing in . names “zamo-99”" in done.stderr) == (2, True)


def test_purge_deletes_every_answer_once_the_keepers_day_is_over(city):
    assert "no answers" in run("purge", "--before", "2028-11-30", "--yes", folder=city).stderr
    assert len(list((city / "responses").iterdir())) > 25
    done = run("purge", "--before", "2028-12-01", "--yes", folder=city)
    assert done.returncode == 0, done.stderr
    assert list((city / "responses").iterdir()) == []
    assert (holding(city, SAID), holding(city, "zamo-81"), holding(city, "wero-12")) == ([], [], [])
    assert not (city / "workshop.yaml").exists()
    assert list(city.rglob("*.by-hand")) == []
    assert list((city / "reports").iterdir()) == []


def test_purge_never_looks_beside_the_engagement_unasked(city):
    done = run("purge", "--before", "2099-01-01", "--yes", folder=city.parent)
    assert (done.returncode, len(list((city / "responses").iterdir())) > 25) == (3, True)
    assert run("purge", "--all", "--before", "2099-01-01", "--yes", folder=city.parent).returncode == 0
    assert list((city / "responses").iterdir()) == []


def test_purge_keeps_only_reports_that_were_released_to_the_public(city):
    head = city / "engagement.yaml"
    draft = head.read_text("utf-8")
    (city / "responses/copy.yaml").unlink()
    sponsors, replies = draft.replace("release: draft", "release: public").split("\nreplies:")
    sponsors = sponsors.replace("  - side:", "  - approved: 2026-11-20\n    side:")
    head.write_text(f"{sponsors}\nreplies:{replies}", "utf-8")
    public = run("report", "--lang", "en", "--format", "html,docx", folder=city)
    assert public.returncode == 0, public.stderr
    head.write_text(draft, "utf-8")
    assert run("report", "--lang", "fr", "--format", "html,docx", folder=city).returncode == 0
    (city / "reports/export.csv").write_text("a copy")
    assert run("purge", "--before", "2099-01-01", "--yes", folder=city).returncode == 0
    assert sorted(path.name for path in (city / "reports").iterdir()) == ["report.en.docx", "report.en.html"]


def test_a_sheet_in_hand_and_the_words_of_a_mapping_go_too(city):
    sheet = (city / "responses/zamo-81.yaml").read_text("utf-8").replace("zamo-81", "sheet-7")
    (city / "responses/sheet-7.yaml").write_text(sheet, "utf-8")
    (city / "responses/.paper-in-hand").write_text('nlcaudit/paper/1 x\n"7"\n"2"\n')
    mapping = city / "map.yaml"
    mapping.write_text('schema: nlcaudit/mapping/1\ncolumns: {"T1 of sheet-7": T1}\nanswers: {}\n')
    done = run("withdraw", "sheet-7", "--yes", folder=city)
    assert (done.returncode, holding(city, "sheet-7")) == (0, [])
    assert not (city / "responses/.paper-in-hand").exists()
    assert run("purge", "--before", "2099-01-01", "--yes", folder=city).returncode == 0
    assert not mapping.exists()


def test_another_sheet_in_hand_stays(city):
    (city / "responses/.paper-in-hand").write_text('nlcaudit/paper/1 x\n"8"\n"2"\n')
    assert run("withdraw", "zamo-81", "--yes", folder=city).returncode == 0
    assert (city / "responses/.paper-in-hand").exists()
