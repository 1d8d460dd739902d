"""What a file asks to leave aside is left aside, and nothing else."""

from pathlib import Path

import pytest

from nlcaudit.source import parse_ignores
from nlcaudit.source.reading import PLAIN, QUICK
from nlcaudit.validation import validate_paths

ROOT = Path(__file__).parents[2]
TEA = (ROOT / "tests/corpus/valid/tea.yaml").read_text("utf-8")
TWO = TEA.replace("boiled for each pot?", "boiled? Is the pot warm?")


def found_in(folder, text):
    (folder / "tea.yaml").write_text(text, "utf-8")
    checked = validate_paths([folder])
    return [(d.code, d.line) for d in checked.diagnostics], checked.ignored


def covered(text, parser=QUICK):
    """Each code with the lines that it covers."""
    return {code: list(range(one.first, one.last + 1)) for one in parse_ignores(text, parser) for code, _ in one.codes}


def test_without_a_remark_the_finding_is_there(tmp_path):
    assert found_in(tmp_path, TWO) == ([("NLC406", 39)], 0)


SAID = ["NLC406", "nlc406", "NLC4", "double-question", "NLC208, NLC406", "NLC406 — why", "NLC406 -- why"]


@pytest.mark.parametrize("said", SAID)
def test_a_remark_on_the_line_leaves_it_aside(tmp_path, said):
    kept, ignored = found_in(tmp_path, TWO.replace("warm?", f"warm?  # nlc: ignore {said}"))
    assert (ignored, {code for code, _ in kept}) == (1, {"NLC701"} if "208" in said else set())


@pytest.mark.parametrize("before", ["        text: Is", "      - id: tea-boiled", "  - id: tea-water", "themes:"])
def test_a_remark_above_a_block_covers_the_block(tmp_path, before):
    margin = before[: len(before) - len(before.lstrip())]
    text = TWO.replace(before, f"{margin}# nlc: ignore NLC406 — one gesture\n{before}", 1)
    assert found_in(tmp_path, text) == ([], 1)


def test_a_remark_elsewhere_leaves_nothing_aside_and_is_told(tmp_path):
    text = TWO.replace("        lever: house", "        lever: house  # nlc: ignore NLC406")
    assert found_in(tmp_path, text) == ([("NLC406", 39), ("NLC701", 53)], 0)


def test_what_keeps_a_file_from_being_read_cannot_be_ignored(tmp_path):
    text = TEA.replace("code: T\n", "code: T\ncode: T  # nlc: ignore NLC006\n", 1)
    assert [code for code, _ in found_in(tmp_path, text)[0]] == ["NLC006", "NLC703"]


def test_a_remark_cannot_excuse_a_remark(tmp_path):
    text = TEA.replace("lever: house", "lever: house  # nlc: ignore NLC701, NLC406")
    assert [code for code, _ in found_in(tmp_path, text)[0]] == ["NLC703", "NLC701"]


def test_nothing_is_called_unused_while_other_rules_could_not_be_applied(tmp_path):
    text = TEA.replace("lever: house", "levr: house  # nlc: ignore NLC406")
    assert [code for code, _ in found_in(tmp_path, text)[0]] == ["NLC102"]


def test_a_rule_that_needs_an_older_version_is_not_called_unused_without_one(tmp_path):
    (tmp_path / "old.yaml").write_text(TEA, "utf-8")
    (tmp_path / "tea").mkdir()
    path = tmp_path / "tea/tea.yaml"
    path.write_text(TEA.replace('version: "1.0"', 'version: "1.0"  # nlc: ignore NLC603'), "utf-8")
    assert validate_paths([path]).diagnostics == ()
    assert [d.code for d in validate_paths([path], str(tmp_path / "old.yaml")).diagnostics] == ["NLC701"]


@pytest.mark.parametrize("parser", [PLAIN, QUICK])
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1  # nlc: ignore X\nb: 2\n", {"X": [1]}),
        ("# nlc: ignore X\n\n# a comment\na: 1\nb: 2\n", {"X": [4]}),
        ("a:  # nlc: ignore X\n  b: 1\n  c: 2\nd: 3\n", {"X": [1, 2, 3]}),
        ("a:\n# nlc: ignore X\n- b: 1\n  c: 2\n- d: 3\n", {"X": [3, 4]}),
        ("a:\n- b: 1  # nlc: ignore X\n  c: 2\n", {"X": [2]}),
        ("a: >-  # nlc: ignore X\n  one\n  two\nb: 3\n", {"X": [1, 2, 3]}),
        ("a: one\n  two  # nlc: ignore X\n", {"X": [1, 2]}),
        ("a: {b: 1,\n  c: 2}\nd: [1,\n  2]  # nlc: ignore X\n", {"X": [4]}),
        ("# nlc: ignore X\na: {b: 1,\n  c: 2}\n", {"X": [2, 3]}),
        ("a: |\n  # nlc: ignore X\n  text # nlc: ignore Y\n# nlc: ignore Z\nb: 1\n", {"Z": [5]}),
        ("a: 'one # nlc: ignore X'\n", {}),
        ("a: 'one # nlc: ignore X'  # nlc: ignore Y\n", {"Y": [1]}),
        ('a: "one\n  # nlc: ignore X"\n', {}),
        ("a: one#nlc: ignore X\n", {}),
        ("a: [# nlc: ignore X\n", {}),
        ("a: \x1f  # nlc: ignore X\n", {}),
        ("a: 1\n# nlc: ignore X\n", {"X": [3]}),
        ("\ufeffa: 1  # nlc: ignore X\r\nb: 1\r\n", {"X": [1]}),
    ],
)  # fmt: skip
def test_a_remark_covers_its_line_or_what_begins_there(parser, text, lines):
    assert covered(text, parser) == lines


def test_the_reason_and_the_column_of_each_code_are_read():
    [one] = parse_ignores("a: 1  # NLC: Ignore NLC404, NLC405 – said – so\n")
    assert (one.column, one.codes, one.reason) == (7, (("NLC404", 21), ("NLC405", 29)), "said – so")


def test_a_toolkit_ignores_rules_in_files_by_name_and_pattern(tmp_path):
    text = TWO.replace("toolkit:\n", "toolkit:\n  ignore:\n    - {rules: [NLC406], reason: one gesture}\n", 1)
    assert found_in(tmp_path, text) == ([], 1)


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("{rules: [NLC406], files: [tea.yaml]}", []),
        ("{rules: [double-question], files: ['t*.yaml']}", []),
        ("{rules: [NLC4]}", []),
        ("{rules: [NLC406], files: [coffee.yaml]}", ["NLC406", "NLC701"]),
        ("{rules: [NLC406, NLC407]}", ["NLC701"]),
        ("{rules: [NLC499]}", ["NLC406", "NLC702"]),
        ("{rules: [NLC006]}", ["NLC406", "NLC703"]),
        ("{rules: []}", ["NLC106"]),
    ],
)
def test_an_entry_of_a_toolkit(tmp_path, entry, codes):
    folder = ROOT / "tests/corpus/invalid/NLC403-stale-translation/good"
    for path in folder.iterdir():
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    head, tea = tmp_path / "toolkit.yaml", tmp_path / "tea.yaml"
    head.write_text(head.read_text("utf-8") + f"ignore:\n  - {entry}\n", "utf-8")
    text = tea.read_text("utf-8")
    start = text.index("text:")
    line = text[start : text.index("\n", start)]
    tea.write_text(text.replace(line, doubled(line)), "utf-8")
    assert sorted(d.code for d in validate_paths([tmp_path]).diagnostics if d.code not in ("NLC403", "NLC412")) == codes


def doubled(line):
    return line.replace("?", "? Is it?", 1)
