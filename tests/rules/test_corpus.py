"""Each rule has one wrong file that it alone finds, at the place stated, and one right file beside it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlcaudit.rules.registry import RULES
from nlcaudit.source import read_document
from nlcaudit.validation import validate_paths

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests/corpus/invalid").iterdir())


def found_in(case, part):
    old = case / "old/tea.yaml"
    checked = validate_paths([case / part], str(old) if old.exists() else None)
    assert checked.unopened == ()
    return [f"{Path(d.path).relative_to(case)}:{d.line}:{d.column}: {d.code}" for d in checked.diagnostics]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_wrong_file_has_one_finding_at_its_place(case):
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert len(expected) == 1
    assert found_in(case, "bad") == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_right_file_beside_it_has_none(case):
    assert found_in(case, "good") == []


def test_each_rule_has_one_case_and_one_section_in_the_documentation():
    by_name = [f"{rule.code}-{rule.name}" for rule in RULES.values()]
    documented = re.findall(r"^### (NLC\d{3}) ([a-z0-9-]+)$", (ROOT / "docs/rules.md").read_text("utf-8"), re.MULTILINE)
    assert [case.name for case in CASES] == sorted(by_name)
    assert [f"{code}-{name}" for code, name in documented] == sorted(by_name)


def test_codes_and_names_are_unique_and_each_rule_says_what_and_why():
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    for code, rule in RULES.items():
        assert re.fullmatch(r"NLC\d{3}", code)
        summary, empty, *rest = rule.doc.strip().splitlines()
        assert (summary[-1], empty, bool(rest)) == (".", "", True), code


def test_every_finding_of_the_corpus_carries_a_message_that_can_be_acted_on():
    for finding in validate_paths(CASES).diagnostics:
        assert finding.message[-1] not in ".!", finding
        assert not finding.message[0].isupper() or finding.message.startswith("NLC"), finding


FILES = [path for path in sorted((ROOT / "tests/corpus").rglob("*.yaml")) if path.stat().st_size < 4000]
MARKS = [
    "\n",
    "  ",
    "- ",
    ": ",
    "&a ",
    "*a",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "|\n",
    ">-\n",
    "? ",
    "#",
    "\t",
    "\r\n",
    "---\n",
]
WORDS = ["!!str ", "null", "true", "1e9", "'2/0'", "\x00", "é", "\ufeff", "\U0001f600"]
PIECES = st.sampled_from([*MARKS, *WORDS])


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_file_is_told_and_never_raises(tmp_path_factory, data):
    path = data.draw(st.sampled_from(FILES))
    raw = path.read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw)))
        end = start + data.draw(st.integers(0, 12))
        piece = data.draw(PIECES | st.text(max_size=4)).encode("utf-8", "surrogatepass")
        raw = raw[:start] + piece + raw[end:]
    damaged = tmp_path_factory.mktemp("damaged") / path.name
    damaged.write_bytes(raw)
    for finding in validate_paths([damaged]).diagnostics:
        assert finding.line >= 1
        assert finding.column >= 1


@settings(max_examples=200)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused(raw):
    document, found = read_document(raw, "any.yaml")
    assert document is not None or found
