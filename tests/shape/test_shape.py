"""What does not fit a model is told in our words, at its place, once."""

from typing import Annotated, Literal

import pytest
from pydantic import Field

from nlcaudit.engagement import EngagementFile, Response
from nlcaudit.framework import Framework
from nlcaudit.framework.toolkit import ToolkitFile
from nlcaudit.framework.vocabulary import Cases, Glossary
from nlcaudit.shape import WHOLE, Day, Exact, Id, Share, Strict, Yes, shape
from nlcaudit.shape.wording import FORMS
from nlcaudit.source import read_document
from nlcaudit.text import LocalizedText


class Leaf(Strict):
    id: Id
    colour: Literal["green", "black"] = "green"


class Tea(Strict):
    title: LocalizedText
    cups: int = Field(default=1, ge=1, le=9)
    share: Share | None = None
    weight: Exact | None = None
    day: Day | None = None
    hot: Yes | None = None
    strength: Annotated[Literal[1, 2, 3], WHOLE] | None = None
    leaves: tuple[Leaf, ...] = Field(default=(), max_length=3)
    names: dict[Id, str] = {}


def found_in(text, model=Tea):
    document, problems = read_document(text.encode(), "tea.yaml")
    assert problems == []
    shaped, findings = shape(model, document.data)
    assert (shaped is None) == bool(findings)
    placed = [document.diagnose(finding) for finding in findings]
    return [(one.code, one.line, one.column, one.message, one.hint) for one in placed]


def test_what_fits_has_no_findings():
    assert (
        found_in(
            'title: {en: Tea, fr: Thé}\ncups: 2\nshare: "2/3"\nday: 2026-11-30\nhot: true\nleaves: [{id: assam}]\n'
        )
        == []
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("cups: true", ("NLC103", 2, 7, "“cups” must be a whole number, not true", "")),
        ('cups: "3"', ("NLC103", 2, 7, "“cups” must be a whole number, not the text “3”", "")),
        ("cups: 1.0", ("NLC103", 2, 7, "“cups” must be a whole number, not the number 1.0", "")),
        ("cups:", ("NLC103", 2, 1, "“cups” must be a whole number, not nothing", "")),
        ("strength: true", ("NLC104", 2, 11, "“strength” cannot be true", "write one of: 1, 2, 3")),
        ("strength: 1.0", ("NLC104", 2, 11, "“strength” cannot be the number 1.0", "write one of: 1, 2, 3")),
        ("cups: 0", ("NLC107", 2, 7, "“cups” is 0", "write at least 1")),
        ("cups: 10", ("NLC107", 2, 7, "“cups” is 10", "write at most 9")),
        ("cusp: 2", ("NLC102", 2, 1, "the key “cusp” is not known here", "did you mean “cups”?")),
        ("share: 1.1", ("NLC108", 2, 8, "“share” is the number 1.1: expected a share between 0 and 1", "")),
        ("share: true", ("NLC108", 2, 8, "“share” is true: expected a number such as 2, 0.5 or “2/3”", "")),
        ("weight: 1/0", ("NLC108", 2, 9, "“weight” is the text “1/0”: expected a number such as 2, 0.5 or “2/3”", "")),
        (
            "day: 30.11.2026",
            (
                "NLC108",
                2,
                6,
                "“day” is the text “30.11.2026”: expected a date written as 2026-11-30",
                "write “2026-11-30”",
            ),
        ),
        (
            "day: '20261130'",
            (
                "NLC108",
                2,
                6,
                "“day” is the text “20261130”: expected a date written as 2026-11-30",
                "write “2026-11-30”",
            ),
        ),
        (
            "day: 2026-02-30",
            (
                "NLC108",
                2,
                6,
                "“day” is the text “2026-02-30”: expected a date written as 2026-11-30",
                "there is no such day",
            ),
        ),
        (
            "day: 30/11/2026",
            ("NLC108", 2, 6, "“day” is the text “30/11/2026”: expected a date written as 2026-11-30", ""),
        ),
        (
            "hot: false",
            ("NLC108", 2, 6, "“hot” is false: expected true; leave the key out to say the contrary", "remove the key"),
        ),
        (
            "hot: yes",
            (
                "NLC108",
                2,
                6,
                "“hot” is the text “yes”: expected true; leave the key out to say the contrary",
                "write “true”",
            ),
        ),
        (
            "leaves: assam",
            (
                "NLC103",
                2,
                9,
                "“leaves” must be a list, not the text “assam”",
                "begin the entry with “- ”, or put it in brackets",
            ),
        ),
        ("leaves: [assam]", ("NLC103", 2, 10, "“0” must be a mapping of keys and values, not the text “assam”", "")),
        (
            "leaves: [{id: Assam}]",
            ("NLC105", 2, 15, "“Assam” is not an id", "write small letters, digits and single hyphens: my-question-1"),
        ),
        (
            "leaves: [{id: a, colour: gren}]",
            ("NLC104", 2, 26, "“colour” cannot be the text “gren”", "did you mean “green”?"),
        ),
        (
            "leaves: [{id: a, colour: 3}]",
            ("NLC104", 2, 26, "“colour” cannot be the number 3", "write one of: black, green"),
        ),
        ("leaves: [{id: a}, {id: b}, {id: c}, {id: d}]", ("NLC106", 2, 9, "“leaves” must have at most 3 entries", "")),
        (
            "names: {A: x}",
            ("NLC105", 2, 9, "“A” is not an id", "write small letters, digits and single hyphens: my-question-1"),
        ),
        ("names: {a: 1}", ("NLC103", 2, 12, "“a” must be a text, not the number 1", 'put quotes around it: "1"')),
        ("schema_: x", ("NLC102", 2, 1, "the key “schema_” is not known here", "correct or remove it")),
    ],
)
def test_one_wrong_value_is_one_finding(line, expected):
    assert found_in(f"title: Tea\n{line}\n") == [expected]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("1", ("NLC103", 1, 8, "“title” must be a text, not the number 1", 'put quotes around it: "1"')),
        ('" "', ("NLC105", 1, 8, "“title” is blank", "write a text, or remove the key")),
        ("{english: Tea}", ("NLC105", 1, 9, "“english” is not a language tag", "write en, fr, fr-CA, …")),
        ("{en: 1}", ("NLC103", 1, 13, "“en” must be a text, not the number 1", 'put quotes around it: "1"')),
        ("{}", ("NLC106", 1, 8, "“title” must have at least 1 entry", "")),
        ("[Tea]", ("NLC103", 1, 8, "“title” must be a text, not a list", "")),
    ],
)
def test_a_text_is_words_or_a_map_of_languages(title, expected):
    [found] = found_in(f"title: {title}\n")
    assert (found[0], found[3], found[4]) == (expected[0], expected[3], expected[4])


def test_a_missing_key_is_one_finding():
    assert found_in("cups: 2\n") == [("NLC101", 1, 1, "the key “title” is missing", "add “title: …” here")]


def test_a_misspelt_key_is_not_also_a_missing_one():
    assert found_in("titel: Tea\n") == [("NLC102", 1, 1, "the key “titel” is not known here", "did you mean “title”?")]


def test_a_wrong_entry_does_not_make_the_list_too_short():
    class Box(Strict):
        leaves: tuple[Leaf, ...] = Field(min_length=1)

    assert [code for code, *_ in found_in("leaves: [{id: A}]\n", Box)] == ["NLC105"]
    assert [code for code, *_ in found_in("leaves: []\n", Box)] == ["NLC106"]


def test_all_mistakes_are_found_in_one_pass():
    text = "titel: Tea\ncups: no\nday: soon\nleaves: [{colour: blue}]\n"
    assert [code for code, *_ in found_in(text)] == ["NLC103", "NLC108", "NLC101", "NLC104", "NLC102"]


def test_a_number_that_would_keep_the_machine_busy_is_refused():
    assert [code for code, *_ in found_in('title: Tea\nweight: "1e999999999"\n')] == ["NLC108"]


def test_a_model_cannot_be_changed():
    tea, _ = shape(Leaf, {"id": "assam"})
    with pytest.raises(ValueError, match="frozen"):
        tea.id = "other"


@pytest.mark.parametrize("model", [ToolkitFile, Framework, Cases, Glossary, EngagementFile, Response])
def test_each_form_that_a_model_asks_for_is_explained(model):
    asked = set()

    def walk(part):
        if isinstance(part, dict):
            asked.update([part["pattern"]] if isinstance(part.get("pattern"), str) else [])
            for inner in part.values():
                walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    model.model_rebuild()
    walk(model.__pydantic_core_schema__)
    assert asked
    assert asked <= set(FORMS)
