"""Calls that cannot be carried out: each is refused in a sentence, with the way out, and nothing is written."""

import pytest
from cli.asking import run

from nlcaudit.translating import parse_catalogue

SEEN = ["evidence", "seen", "T1"]


@pytest.mark.parametrize(("call", "said", "hint"), [
    ([*SEEN, "mk-2222", "1", "--by", "locl"], "there is no side “locl”", "did you mean “local”?"),
    ([*SEEN, "mk-2222", "1", "--by", "local"], "there is no response of “mk-2222” in .", ""),
    (["frameworks", "export", "--lang", "en-GB", "trst"], "there is no framework “trst”",
     "did you mean “trust”?"),
    (["report", "--radar"], "the short edition has no radar", "add --edition full"),
    (["report", "--template", "responses"], "responses holds no template",
     ("name one or more of them as ours are named: report.html.j2, blocks.html.j2, style.css, report.md.j2, "
     "blocks.md.j2, report.docx")),
])  # fmt: skip
def test_what_is_asked_of_a_command_and_cannot_be_is_refused(nlcaudit, monkeypatch, port_azur, call, said, hint):
    monkeypatch.chdir(port_azur)
    before = sorted(port_azur.rglob("*"))
    done = nlcaudit(*call)
    advice = f"    hint: {hint}\n" if hint else ""
    assert (done.code, done.err) == (2, f"nlcaudit: {said}\n{advice}")
    assert sorted(port_azur.rglob("*")) == before


def test_an_export_for_translators_without_out_goes_to_standard_output(nlcaudit):
    done = nlcaudit("frameworks", "export", "--lang", "fr", "trust")
    catalogue, found = parse_catalogue(done.out.encode())
    assert (done.code, done.err, catalogue.language, found) == (0, "", "fr", ())
    assert any(entry.name.startswith("trust") for entry in catalogue.entries)


def test_a_catalogue_that_does_not_say_its_language_is_not_taken(nlcaudit, tmp_path):
    (tmp_path / "a.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n')
    done = nlcaudit("frameworks", "import", "a.po", "--dry-run")
    assert (done.code, done.err) == (
        2, "nlcaudit: a.po does not say its language\n    hint: write “Language: fr” into its header\n")  # fmt: skip


def test_a_workshop_chooses_the_respondents_itself(port_azur):
    done = run("assess", "--workshop", "--respondent", "mk-2222", typed="q\n", folder=port_azur)
    assert (done.returncode, done.stderr) == (
        2, ("nlcaudit: a workshop chooses the respondents itself\n"
        "    hint: leave out --respondent, --out, --answers and --name\n"))  # fmt: skip
    assert list((port_azur / "responses").iterdir()) == []


def test_a_workshop_without_anybody_to_ask_is_refused(port_azur):
    done = run("assess", "--workshop", folder=port_azur)
    assert (done.returncode, done.stderr.startswith("nlcaudit: ")) == (2, True)
    assert list((port_azur / "responses").iterdir()) == []
