"""The machine reads no clock, no file, no environment."""

import ast
from pathlib import Path

from nlcaudit import interview

ALLOWED = {"babel", "collections", "dataclasses", "datetime", "nlcaudit", "typing", "unicodedata"}


def test_the_machine_imports_nothing_that_could_reach_outside():
    imported = set()
    for path in Path(interview.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                imported.add(node.module)
            if isinstance(node, ast.Import):
                imported.update(alias.name for alias in node.names)
    assert {name.split(".")[0] for name in imported} <= ALLOWED
    rooms = {name.split(".")[1] for name in imported if name.startswith("nlcaudit.")}
    assert rooms <= {"engagement", "framework", "interview", "messages", "source", "text"}
