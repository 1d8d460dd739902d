"""Withdrawn is gone: no byte of a respondent stays in the engagement's folder."""

import shutil
from pathlib import Path

import pytest
from cli.asking import run
from cli.terminal import answer, ended, talk

from nlcaudit.errors import ExitCode

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
    (folder / "responses/zamo-81.yaml~").write_bytes(own.read_bytes())
    (folder / "responses/copy.yaml").write_bytes(own.read_bytes())
    with_comments(folder, own)
    (folder / "responses/.zamo-81.yaml.0badcafe.tmp").write_bytes(own.read_bytes()[:300])
    (folder / "responses/.#zamo-81.yaml").symlink_to("somebody@desk.1234:5678")  # emacs has it open
    return folder


@pytest.fixture
def city(left_about, tmp_path):
    return Path(shutil.copytree(left_about, tmp_path / "city", symlinks=True))


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
    found = folder.rglob("*")
    return [path.name for path in found if text in path.name or (path.is_file() and text.encode() in path.read_bytes())]


def test_withdrawn_leaves_no_byte_and_makes_the_reports_again(city):
    old = (city / "reports/report.en.html").read_bytes()
    done = run("withdraw", "zamo-81", "--yes", "--reports", "regenerate", folder=city)
    assert done.returncode == 0, done.stderr
    assert (holding(city, "zamo-81"), holding(city, SAID)) == ([], [])
    assert (city / "reports/report.en.html").read_bytes() != old
    assert "Out of reach: copies that were sent, printed or backed up" in done.stderr
    assert run("validate", ".", folder=city).returncode == 0


REPORTS = [
    ("--view", "local", "--release", "participants", "--date", "2026-12-24"),
    ("--sections", "solid"),
    ("--unprotected",),
    ("--edition", "full", "--earlier", EXAMPLE.with_name("port-azur-2025")),
    ("--edition", "full", "--view", "national", "--theme", "theme"),
]
NOT_AGAIN = {
    "report-full-national.en.md": "it had a look of its own; nlcaudit report --theme or --template makes it",
    "report-full.en.md": "it had an earlier wave beside it; nlcaudit report --earlier makes it",
    "report-part.en.md": "it had sections of its own; nlcaudit report --sections makes it",
    "report-unprotected.en.md": "it was for the analyst only; nlcaudit report --unprotected makes it",
    "report.fr.md": "nothing in it says how it was made",
}


def test_reports_are_made_again_as_they_were_made_and_those_that_cannot_be_are_named(nlcaudit, monkeypatch, city):
    monkeypatch.chdir(city)
    (city / "responses/copy.yaml").unlink()
    shutil.rmtree(city / "reports")
    (city / "theme").mkdir()
    (city / "theme/theme.yaml").write_text('schema: nlcaudit/theme/1\nfooter: {en: "City hall"}\n')
    for options in REPORTS:
        done = nlcaudit("report", "--lang", "en", "--format", "md", *options)
        assert done.code == 0, done.err
    (city / "reports/report.fr.md").write_text("Without a stamp")
    done = nlcaudit("withdraw", "zamo-81", "--yes", "--reports", "regenerate")
    assert [line for line in done.err.splitlines() if "again: " in line] == [
        "made again: reports/report-local.en.md",
        *(f"not made again: reports/{name} ({why})" for name, why in NOT_AGAIN.items()),
    ]
    assert [path.name for path in (city / "reports").iterdir()] == ["report-local.en.md"]
    verified = nlcaudit("verify", "reports/report-local.en.md", "--view", "local")
    assert verified.out == "reports/report-local.en.md is what the answers say, byte for byte\n"


def test_what_was_interrupted_is_finished_by_doing_it_again_and_newer_reports_stay(nlcaudit, monkeypatch, city):
    monkeypatch.chdir(city)
    (city / "responses/copy.yaml").unlink()
    old = (city / "reports/report.en.html").read_bytes()
    assert nlcaudit("withdraw", "zamo-81", "--yes").code == 0
    assert list((city / "reports").iterdir()) == []
    assert nlcaudit("report", "--lang", "fr", "--format", "md").code == 0
    (city / "reports/report.en.html").write_bytes(old)  # as if it had been killed before it came to the reports
    done = nlcaudit("withdraw", "zamo-81", "--yes")
    assert (done.code, done.err.splitlines()[:3]) == (0, [
        "“zamo-81” withdrew before; this looks for reports made with those answers.",
        "removed reports/report.en.html", "1 file removed",
    ])  # fmt: skip
    assert [path.name for path in (city / "reports").iterdir()] == ["report.fr.md"]


def test_a_pseudonym_inside_another_is_left_alone(city):
    other = city / "responses/zamo-812.yaml"
    other.write_bytes((city / "responses/wero-12.yaml").read_bytes().replace(b"wero-12", b"zamo-812"))
    assert run("withdraw", "zamo-81", "--yes", folder=city).returncode == 0
    assert other.exists()
    assert list((city / "reports").iterdir()) == []


def test_where_nobody_is_left_a_report_is_not_made_again(nlcaudit, monkeypatch, city):
    monkeypatch.chdir(city)
    for path in (city / "responses").iterdir():
        if "zamo-81" not in path.name:
            path.unlink()
    done = nlcaudit("withdraw", "zamo-81", "--yes", "--reports", "regenerate")
    assert "not made again: reports/report.en.html (nobody is left who answered)\n" in done.err


def test_in_an_engagement_with_errors_no_report_is_made_again(nlcaudit, monkeypatch, city):
    monkeypatch.chdir(city)
    (city / "responses/wero-12.yaml").write_text("schema: nlcaudit/response/1\n")
    done = nlcaudit("withdraw", "zamo-81", "--yes", "--reports", "regenerate")
    said = "the engagement has errors; nlcaudit validate says where"
    assert f"not made again: reports/report.en.html ({said})\n" in done.err
    assert (done.code, list((city / "reports").iterdir())) == (0, [])


def test_figures_that_were_published_are_said_to_stay_published(nlcaudit, monkeypatch, city):
    monkeypatch.chdir(city)
    head = city / "engagement.yaml"
    head.write_text(head.read_text("utf-8").replace("release: draft", "release: public"), "utf-8")
    done = nlcaudit("withdraw", "zamo-81", "--yes", "--reports", "keep")
    assert done.err.endswith("Figures that were published with these answers stay published.\n")
    assert [path.name for path in (city / "reports").iterdir()] == ["report.en.html"]


def test_a_file_that_leads_in_a_circle_is_named(nlcaudit, monkeypatch, city):
    monkeypatch.chdir(city)
    (city / "loop").symlink_to("loop")
    done = nlcaudit("withdraw", "zamo-81", "--yes")
    assert (done.code, done.err) == (3, "nlcaudit: cannot open loop: too many levels of symbolic links\n")
    assert (city / "responses/zamo-81.yaml").exists()


def test_what_a_person_has_to_look_at_is_named_even_where_nothing_else_is_there(nlcaudit, tmp_path):
    shutil.copy(EXAMPLE / "engagement.yaml", tmp_path)
    (tmp_path / "minutes.txt").write_text("Present: zamo-81")
    done = nlcaudit("withdraw", "zamo-81", "--yes")
    assert done.err.splitlines()[:4] == [
        "This removes “zamo-81” for good:", "minutes.txt",
        "still names the respondent, look at it by hand: minutes.txt", "0 files removed",
    ]  # fmt: skip
    assert (tmp_path / "minutes.txt").exists()


def test_what_a_person_has_to_look_at_is_named(city):
    (city / "minutes.txt").write_text("Present: zamo-81")
    done = run("withdraw", "zamo-81", "--yes", "--reports", "keep", folder=city)
    assert "still names the respondent, look at it by hand: minutes.txt" in done.stderr


def test_without_a_person_or_yes_nothing_is_removed(city):
    before = sorted(path.name for path in city.rglob("*"))
    assert run("withdraw", "zamo-81", folder=city).returncode == 2
    assert run("purge", "--before", "2099-01-01", folder=city).returncode == 2
    assert sorted(path.name for path in city.rglob("*")) == before


@pytest.mark.parametrize(("call", "said"), [
    (["withdraw", "zamo-99", "--yes"],
     (2, "nothing in . names “zamo-99”", "nlcaudit status lists the pseudonyms")),
    (["withdraw", "Zamo 81", "--yes"],
     (2, "“Zamo 81” is no pseudonym", "nlcaudit status lists them")),
    (["withdraw", "zamo-81", "--yes", "--in", "responses"],
     (3, "there is no engagement.yaml in responses", "name the folder with --in")),
    (["purge", "--before", "soon", "--yes"],
     (2, "“soon” is no date", "write it as 2026-11-14")),
])  # fmt: skip
def test_what_cannot_be_forgotten_is_told_and_nothing_is_removed(nlcaudit, monkeypatch, city, call, said):
    monkeypatch.chdir(city)
    before = sorted(city.rglob("*"))
    done = nlcaudit(*call)
    assert (done.code, done.err) == (said[0], f"nlcaudit: {said[1]}\n    hint: {said[2]}\n")
    assert sorted(city.rglob("*")) == before


@pytest.mark.parametrize("line", ["1", "no", "q"])
def test_on_a_terminal_a_person_is_asked_and_whoever_does_not_say_yes_keeps_everything(city, line):
    before = sorted(city.rglob("*"))
    child = talk(city, "withdraw", "zamo-81", "--reports", "keep")
    child.expect_exact("This removes “zamo-81” for good:")
    child.expect_exact("responses/zamo-81.yaml\r\n")
    child.expect_exact("Remove it?")
    answer(child, ("Number", ""), ("Number", line))
    assert ended(child) == ExitCode.USAGE
    assert child.before.endswith("nlcaudit: nothing was changed\r\n")
    assert sorted(city.rglob("*")) == before


def test_on_a_terminal_yes_removes_it_in_the_language_of_the_keeper(city):
    child = talk(city, "withdraw", "zamo-81", "--reports", "keep", NLCAUDIT_LANG="fr")
    child.expect_exact("Supprimer\u202f?")
    child.expect_exact("1  non, tout laisser tel quel")
    child.expect_exact("2  oui, supprimer")
    answer(child, ("Numéro", "2"))
    assert ended(child) == ExitCode.CLEAN
    assert (holding(city, "zamo-81"), holding(city, SAID)) == ([], [])


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
    (city.parent / "notes").mkdir()
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
