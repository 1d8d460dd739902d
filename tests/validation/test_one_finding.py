"""One wrong thing is one finding, at the place where it went wrong, with the way out."""

from pathlib import Path

import pytest

from nlcaudit.validation import validate_paths

ROOT = Path(__file__).parents[2]
RESPONSE = """\
schema: nlcaudit/response/1
toolkit: {id: nlc, version: "1.0.0"}
respondent: mint-07
group: justice
frameworks: [trust]
answers:
  trust-obstacles-named:
    rating: 1
    note: calm
    evidence: [{what: minutes, date: 2026-03-12}]
  trust-agenda-shared:
    note: "x y"
"""


def found_in(tmp_path, *changes):
    text = RESPONSE
    for written, instead in changes:
        assert written in text
        text = text.replace(written, instead)
    path = tmp_path / "mint-07.yaml"
    path.write_text(text, "utf-8")
    return [(one.line, one.column, one.code, one.hint) for one in validate_paths([path]).diagnostics]


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ("what: minutes", "what: minutes, agreed, seen",
         (10, 32, "NLC010", "put quotes around a text that contains a comma")),
        ("note: calm", "note: 'calm", (9, 11, "NLC005", "close the quote")),
        ("note: calm", 'note: "calm', (9, 11, "NLC005", "close the quote")),
        ("2026-03-12", "12.03.2026", (10, 38, "NLC108", "write “2026-03-12”")),
        ("rating: 1", "dont_know: yes", (8, 16, "NLC108", "write “true”")),
        ("group:", "language: en_gb\ngroup:", (4, 11, "NLC105", "write “en-gb”")),
        ("group:", "language: fre\ngroup:", (4, 11, "NLC413", "write “fr”")),
        ("group:", "language: de\ngroup:", (4, 11, "NLC525", "write one of: ar, en, fr")),
    ],
)  # fmt: skip
def test_a_slip_in_a_response(tmp_path, written, instead, expected):
    ours = [one for one in found_in(tmp_path, (written, instead)) if one[2] != "NLC501"]
    assert ours == [expected]


def test_a_language_in_the_form_of_a_region_is_spoken(tmp_path):
    assert not [one for one in found_in(tmp_path, ("group:", "language: fr-CA\ngroup:")) if one[2] == "NLC525"]


def test_an_empty_value_behind_a_colon_is_no_torn_text(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("schema: nlcaudit/framework/1\nextra: {a: , b : }\n", "utf-8")
    assert "NLC010" not in {one.code for one in validate_paths([path]).diagnostics}


def test_how_answers_were_given_is_not_told_beside_an_error(tmp_path):
    bare = ("group: justice", "voice: institution\ngroup: justice"), ("rating: 1", "rating: 3")
    bare += (("    evidence: [{what: minutes, date: 2026-03-12}]\n", ""),)
    right = found_in(tmp_path, *bare, ('  trust-agenda-shared:\n    note: "x y"\n', ""))
    assert [one[2] for one in right] == ["NLC522"]
    wrong = found_in(tmp_path, *bare, ("trust-agenda-shared", "no-such-question"))
    assert [one[2] for one in wrong] == ["NLC501"]


def test_a_misspelt_language_is_not_also_missing(tmp_path):
    tea = (ROOT / "tests/corpus/valid/tea.yaml").read_text("utf-8")
    tea = tea.replace("- {id: en}", "- {id: en}\n    - {id: fr}")
    tea = tea.replace("title: Water\n", "title: {en: Water, fre: Eau}\n")
    path = tmp_path / "tea.yaml"
    path.write_text(tea, "utf-8")
    line = tea[: tea.index("fre:")].count("\n") + 1
    found = [(one.code, one.hint) for one in validate_paths([path]).diagnostics if one.line == line]
    assert found == [("NLC402", "did you mean “fr”?")]
