"""Toolkits on other subjects go the whole way: no subject, scale, group or side is known to the program."""

import ast
from pathlib import Path

import pytest

from nlcaudit.framework import ScoringPolicy
from nlcaudit.loader import load_toolkit

ROOT = Path(__file__).parents[2]
TOOLKITS = ROOT / "tests/toolkits"


def answer(folder, toolkit_path, respondent, ratings):
    toolkit = load_toolkit(str(toolkit_path)).value
    questions = list(toolkit.by_id)
    lines = [
        "schema: nlcaudit/response/1",
        "toolkit:",
        f"  id: {toolkit.id}",
        f'  version: "{toolkit.version}"',
        f"  path: {toolkit_path}",
        f"respondent: {respondent}",
        f"group: {toolkit.groups[0].id}",
        f"language: {toolkit.languages[0].id}",
        f"frameworks: [{', '.join(framework.id for framework in toolkit.frameworks)}]",
        "answers:",
        *(f"  {question}: {{rating: {rating}}}" for question, rating in zip(questions, ratings, strict=True)),
    ]
    path = folder / f"{respondent}.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "ratings", "score"),
    [("kitchen", [2, 2, 2], "33.3"), ("lights.yaml", [1], "100.0"), ("stairs.yaml", [3], "33.3")],
)
def test_a_response_is_validated_scored_and_reported(nlcaudit, tmp_path, name, ratings, score):
    path = answer(tmp_path, TOOLKITS / name, "alone", ratings)
    assert nlcaudit("validate", "--strict", path).code == 0
    scored = nlcaudit("score", "--in", path, "--unprotected")
    assert (scored.code, score in scored.out) == (0, True), scored
    reported = nlcaudit("report", "--in", path, "--out", tmp_path / "reports", "--unprotected", "--lang", "en")
    assert (reported.code, len(list((tmp_path / "reports").iterdir()))) == (0, 2), reported


def test_values_that_a_toolkit_declares_make_the_score(nlcaudit, tmp_path):
    path = answer(tmp_path, TOOLKITS / "kitchen", "alone", [1, 3, 4])
    out = nlcaudit("score", "--in", path, "--unprotected").out
    assert "45.0" in out  # (0.1 + 0.8) / 2
    assert "100.0" in out


def test_no_id_of_the_shipped_toolkit_is_written_in_the_program():
    nlc = load_toolkit("nlc").value
    ids = {
        *nlc.by_id,
        *nlc.group_by_id,
        *nlc.roles,
        *(side.id for side in nlc.sides),
        *(level.id for level in nlc.levels),
    }
    ids |= {lever.id for lever in nlc.levers} | {band.id for band in nlc.policy.bands}
    ids -= set(ScoringPolicy.model_fields)  # “trust” is also a section of every policy
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
        for path in (ROOT / "src/nlcaudit").rglob("*.py")
        if path.parent.name != "scaffolding"  # its example may have such sides
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in ids
    ]
    assert found == []
