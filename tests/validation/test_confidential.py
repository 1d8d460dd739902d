"""What a person wrote is never repeated: not in a message, not as an excerpt, in no format."""

import pytest

from nlcaudit.output import render_github, render_json, render_junit, render_sarif, render_text
from nlcaudit.validation import validate_paths

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
"""
SAID = "Zanzibar Quux"


@pytest.mark.parametrize(
    "written",
    [
        "rating: 1",
        "respondent: mint-07",
        "group: justice",
        "date: 2026-03-12",
        "evidence: [{what: minutes, date: 2026-03-12}]",
        "rating: 1\n    confidence: high",
        "rating: 1\n    dont_know: true",
        "rating: 1\n    note",
    ],
)
@pytest.mark.parametrize("instead", [SAID, f"{SAID}: x: y", f"'{SAID}", f"M. {SAID} a@b.example"])
def test_no_finding_repeats_what_was_written(tmp_path, written, instead):
    before, _, _ = RESPONSE.partition(written.split("\n")[0])
    key = written.split("\n")[-1].strip().split(":")[0]
    rest = RESPONSE[len(before) + len(written.split("\n")[0]) :]
    head = "rating: 1\n    " if "\n" in written else ""
    (tmp_path / "mint-07.yaml").write_text(f"{before}{head}{key}: {instead}{rest}", "utf-8")
    found = validate_paths([tmp_path]).diagnostics
    assert found
    for render in (render_text, render_json, render_github, render_junit, render_sarif):
        told = render(found)
        assert "Zanzibar" not in told
        assert "Quux" not in told


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("note: calm", "Zanzibar Quux: calm"),
        ("note: calm", "Zanzibar Quux: calm\n    Zanzibar Quux: calm"),
        ("note: calm", "note: !Zanzibar calm"),
        ("note: calm", "note: *Zanzibar"),
        ("note: calm", "note: 0612345678"),
        ("what: minutes", "what: minutes, says Zanzibar Quux"),
        ("trust-obstacles-named:", "Zanzibar Quux:"),
    ],
)
def test_no_finding_repeats_a_text_that_became_something_else(tmp_path, written, instead):
    (tmp_path / "mint-07.yaml").write_text(RESPONSE.replace(written, instead), "utf-8")
    found = validate_paths([tmp_path]).diagnostics
    assert found
    for word in ("Zanzibar", "Quux", "612345678"):
        assert word not in render_json(found)


@pytest.mark.parametrize("key", ["rating", "then"])
@pytest.mark.parametrize(("number", "code"), [("7", "NLC502"), ("98", "NLC502"), ("-3", "NLC107")])
def test_a_rating_that_is_no_level_is_not_repeated(tmp_path, key, number, code):
    written = f"rating: 1\n    {key}: {number}" if key != "rating" else f"rating: {number}"
    (tmp_path / "mint-07.yaml").write_text(RESPONSE.replace("rating: 1", written), "utf-8")
    [found] = [one for one in validate_paths([tmp_path]).diagnostics if one.severity == "error"]
    assert found.code == code
    assert number not in found.message
