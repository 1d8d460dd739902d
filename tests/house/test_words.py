"""What people read is marked, so that it can be said in another language."""

import ast
import re
from pathlib import Path

import pytest

from nlcaudit.cli import language as spoken

SOURCE = Path(__file__).parents[2] / "src/nlcaudit"
MARKS = {"Sentence", "counted", "text", "plural"}
TOLD = {"UserError", "PathError", "Refused", "note", "at", "did_you_mean"}
WORDS = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")
FOREIGN = {"cli/helping.py", "cli/complaints.py", "cli/validate.py", "cli/commands.py"}
"""Modules that translate what typer or a rule says: there a sentence is made of a text that is not written there."""


def calls(names):
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names:
                yield str(path.relative_to(SOURCE)), node


def test_nothing_that_is_told_is_a_text_without_a_mark():
    unmarked = [
        f"{place}:{call.lineno}"
        for place, call in calls(TOLD)
        for argument in call.args
        if isinstance(argument, ast.JoinedStr)
        or (isinstance(argument, ast.Constant) and isinstance(argument.value, str) and WORDS.search(argument.value))
    ]
    assert unmarked == []


def test_a_sentence_is_never_made_of_an_f_string():
    made = [
        f"{place}:{call.lineno}"
        for place, call in calls(MARKS)
        if call.args and isinstance(call.args[0], ast.JoinedStr) and place not in FOREIGN
    ]
    assert made == []


def test_commands_print_no_text_of_their_own_without_a_mark():
    printed = [
        f"{place}:{call.lineno}"
        for place, call in calls({"echo"})
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and WORDS.search(argument.value)
    ]
    assert printed == []


SELF_FOUND = {"Option", "Argument", "Typer", "Rule"}
"""Help texts and documentation of rules, which the catalogues find by themselves."""
WORDLESS = {"Markup", "Element", "Row", "ValueError", "Table"}
"""Markup, the words of a file format, the name of one, and what no user sees."""


def literals(node):
    """The texts in an expression that stand there bare: as they are, or as pieces of an f-string."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    return [text for part in node.values for text in literals(part)] if isinstance(node, ast.JoinedStr) else []


def test_no_field_of_a_value_holds_a_text_without_a_mark():
    """What is told later is often kept first: `Refused(…)`, `Section(title=…)`, `hint: str = "…"`."""
    kept = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            given = []
            if name[:1].isupper() and name not in MARKS | SELF_FOUND | WORDLESS:
                given = [*node.args, *(keyword.value for keyword in node.keywords)]
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                given = [node.value]
            kept += [
                f"{path.relative_to(SOURCE)}:{node.lineno}" for one in given if any(map(WORDS.search, literals(one)))
            ]
    assert kept == []


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "en"),
        ([], {"LANG": "fr_CA.UTF-8"}, "fr"),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"NLCAUDIT_LANG": "fr", "LC_ALL": "en_GB.UTF-8"}, "fr"),
        (["score", "--lang", "fr"], {"LANG": "en_GB.UTF-8"}, "fr"),
        (["score", "--lang=fr"], {}, "fr"),
        (["report", "--lang", "fr,en"], {}, "en"),
        (["init", "--lang", "fr", "--lang", "en"], {}, "en"),
        (["frameworks", "show", "trust", "--lang", "ar"], {"LANG": "fr_FR.UTF-8"}, "fr"),
        (["demo", "--", "--lang", "fr"], {}, "en"),
        (["score", "--lang"], {}, "en"),
    ],
)
def test_the_call_and_then_the_environment_choose_the_language(arguments, environment, expected):
    try:
        spoken.choose_language(arguments, environment)
        assert spoken.language() == expected
    finally:
        spoken.choose_language([], {})


def test_help_and_complaints_speak_french(nlcaudit, monkeypatch):
    monkeypatch.setenv("NLCAUDIT_LANG", "fr")
    told = nlcaudit("score", "--help").out
    assert "Emploi\u202f: nlcaudit score" in told
    assert "Exemple\u202f: nlcaudit score --in port-azur" in told
    assert not re.search(r"\b(Usage|Options:|default|required|Show)\b", told)
    ended = nlcaudit("scor")
    assert (ended.code, ended.err.splitlines()) == (
        2,
        [
            "nlcaudit: il n’y a pas de commande «\u202fscor\u202f»",
            "    conseil\u202f: vouliez-vous dire «\u202fscore\u202f»\u202f?",
        ],
    )
