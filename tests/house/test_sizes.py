"""Rooms and functions stay small enough to be read at once."""

import ast
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src/nlcaudit").rglob("*.py"))
LINES = {path: path.read_text("utf-8").count("\n") for path in MODULES}
FUNCTIONS = {
    f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
    for path in MODULES
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.FunctionDef)
}


def test_no_module_has_more_than_300_lines_and_the_median_at_most_120():
    assert {str(path.relative_to(ROOT)): lines for path, lines in LINES.items() if lines > 300} == {}
    assert median(LINES.values()) <= 120


def test_no_function_has_more_than_40_lines_and_the_median_at_most_10():
    long = {name: lines for name, lines in FUNCTIONS.items() if lines > 40}
    assert long == {}
    assert median(FUNCTIONS.values()) <= 10


def test_no_name_is_one_of_the_words_that_mean_nothing():
    empty = ("manager", "handler", "helper", "utils", "processor")
    assert [str(path) for path in MODULES if any(word in path.stem for word in empty)] == []
    assert [name for name in FUNCTIONS if any(word in name.split()[1] for word in empty)] == []
