"""`nlcaudit init`: a folder that is ready, or nothing."""

import pexpect
import pytest
from cli.asking import ENVIRONMENT, PROGRAM, run
from interview.making import orchard_yaml

from nlcaudit.errors import ExitCode
from nlcaudit.loader import load_engagement

GIVEN = ["--city", "Port-Azur", "--date", "2026-11-14", "--lang", "en"]


def test_the_folder_holds_what_an_engagement_needs_and_is_clean(tmp_path):
    done = run("init", "port-azur", *GIVEN, "--lang", "fr", "--country", "Azuria: the: land", "--subject", "Review “1”",
               folder=tmp_path)  # fmt: skip
    assert (done.returncode, done.stdout) == (ExitCode.CLEAN, "")
    assert "nlcaudit assess --in port-azur" in done.stderr
    folder = tmp_path / "port-azur"
    assert sorted(path.name for path in folder.iterdir()) == [
        ".gitignore", ".schema",
        "consent.en.md", "consent.fr.md", "engagement.yaml", "invitation.en.md", "invitation.fr.md",
        "reports", "responses",
    ]  # fmt: skip
    loaded = load_engagement(folder)
    assert loaded.diagnostics == ()
    file, toolkit = loaded.engagement.file, loaded.toolkit
    assert (file.toolkit.id, file.toolkit.version, file.toolkit.sha256) == (
        toolkit.id,
        toolkit.version,
        toolkit.fingerprint,
    )
    assert [(g.id, g.side, g.expected) for g in file.groups] == [(g.id, g.side, 0) for g in toolkit.groups]
    assert (file.depth, file.languages, file.modules) == ("quick", ("en", "fr"), ())
    assert "responses/\n" in (folder / ".gitignore").read_text()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_lines_to_uncomment_are_valid_once_uncommented(tmp_path, language):
    run("init", "city", "--city", "X", "--date", "2026-11-14", "--lang", language, folder=tmp_path)
    path = tmp_path / "city" / "engagement.yaml"
    keys = ("withdraw_until", "keeper", "  office", "  until", "sponsors", "  - {side")
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line[2:] if line[2:].startswith(keys) else line for line in lines))
    loaded = load_engagement(tmp_path / "city")
    assert loaded.diagnostics == ()
    assert [sponsor.side for sponsor in loaded.engagement.file.sponsors] == ["national", "local"]


@pytest.mark.parametrize(("language", "said"), [
    ("en", ["voluntary", "skip", "take your answers back", "Name no person and no case",
            "fewer than 5 persons", "appraise"]),
    ("fr", ["volontaire", "passer toute question", "retirer vos réponses", "Ne nommez ni personne ni affaire",
            "moins de 5 personnes", "évaluer"]),
])  # fmt: skip
def test_the_consent_text_says_what_people_must_know(tmp_path, language, said):
    run("init", "city", "--city", "Port-Azur", "--date", "2026-11-14", "--lang", language, folder=tmp_path)
    text = (tmp_path / "city" / f"consent.{language}.md").read_text()
    assert [words for words in said if words not in text] == []


def test_missing_flags_are_named_without_a_terminal(tmp_path):
    done = run("init", "city", "--city", "X", folder=tmp_path)
    assert (done.returncode, "missing: --date, --lang" in done.stderr) == (ExitCode.USAGE, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("more", "said"), [
    (["--date", "14/11/2026"], "“14/11/2026” is no date"),
    (["--lang", "frr"], "did you mean “fr”?"),
    (["--module", "tust"], "has no module “tust”"),
    (["--city", "a\nb"], "--city must be a text on one line"),
    (["--toolkit", "nothing"], "there is no toolkit or framework “nothing”"),
])  # fmt: skip
def test_an_option_that_does_not_fit_writes_nothing(tmp_path, more, said):
    done = run("init", "city", *GIVEN, *more, folder=tmp_path)
    assert (done.returncode in {ExitCode.USAGE, ExitCode.PATH}, said in done.stderr) == (True, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_engagement_that_is_there_is_never_overwritten(tmp_path):
    run("init", "city", *GIVEN, folder=tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "city").iterdir() if path.is_file()}
    done = run("init", "city", "--city", "Other", "--date", "2027-01-01", "--lang", "en", folder=tmp_path)
    assert (done.returncode, "is an engagement already; nothing was written" in done.stderr) == (ExitCode.PATH, True)
    assert {path: path.read_bytes() for path in (tmp_path / "city").iterdir() if path.is_file()} == before


def test_a_file_that_is_in_the_way_is_never_overwritten(tmp_path):
    (tmp_path / "city").mkdir()
    (tmp_path / "city" / "consent.en.md").write_text("Ours.")
    done = run("init", "city", *GIVEN, folder=tmp_path)
    assert done.returncode == ExitCode.PATH
    assert [path.name for path in (tmp_path / "city").iterdir()] == ["consent.en.md"]


def test_a_toolkit_of_ones_own_is_found_again_from_the_engagement(tmp_path):
    (tmp_path / "orchards.yaml").write_text(orchard_yaml())
    made = run("init", "valley", "--toolkit", "orchards.yaml", *GIVEN, folder=tmp_path)
    assert made.returncode == ExitCode.CLEAN, made.stderr
    done = run("assess", "--in", "valley", "--group", "growers", typed="2\nq\n", folder=tmp_path)
    assert done.returncode == ExitCode.CLEAN, done.stderr
    checked = run("validate", "valley", folder=tmp_path)
    assert (checked.returncode, checked.stdout) == (ExitCode.CLEAN, "")


def test_on_a_terminal_it_asks_in_the_first_language_chosen(tmp_path):
    child = pexpect.spawn(PROGRAM[0], [*PROGRAM[1:], "init", "city"], cwd=str(tmp_path), env={**ENVIRONMENT},
                          encoding="utf-8", timeout=60, dimensions=(50, 80))  # fmt: skip
    child.expect_exact("Which languages")
    child.sendline("2 1")
    for question, typed in [
        ("Quelle ville", "Port-Azur"), ("Quel pays", "-"), ("De quel jour", "demain"),
        ("Veuillez taper la date", "?"), ("De quel jour", "2026-11-14"),
        ("De quoi s’agit-il", ""), ("Veuillez taper", "Revue"), ("Combien de questions", "2"),
    ]:  # fmt: skip
        child.expect_exact(question)
        child.expect_exact("> ")
        child.sendline(typed)
    if child.expect_exact(["Quels modules", "city is ready"]) == 0:
        child.expect_exact("> ")
        child.sendline("-")
        child.expect_exact("city is ready")
    child.expect(pexpect.EOF)
    file = load_engagement(tmp_path / "city").engagement.file
    assert (file.city.get("fr"), file.country, file.languages, file.depth) == ("Port-Azur", None, ("fr", "en"), "full")


def test_a_draft_language_needs_a_word_more(nlcaudit, tmp_path):
    wanted = ("init", "city", "--city", "Port-Azur", "--date", "2026-11-14", "--lang", "ar", "--yes")
    refused = nlcaudit(*wanted)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "nlcaudit: “ar” is a draft\n    hint: add --include-drafts to use it all the same\n"
    assert not (tmp_path / "city").exists()
    assert nlcaudit(*wanted, "--include-drafts").code == 0
    assert "languages: [ar]" in (tmp_path / "city/engagement.yaml").read_text(encoding="utf-8")
