"""Mutants of `nlcaudit.scoring`, and whether its tests notice.

By hand: `python tests/mutation/mutate.py [number] [seed] [part] [test files]`; `part` keeps the modules whose path
holds it. A mutant is one change of one module: an operator, a comparison, a constant, a condition. Each runs in a fork
of this process, with its module's text replaced, against the tests of scoring but for the attack and the peers, and
stops at the first failure. What survives is printed.
"""

import ast
import importlib.abc
import importlib.util
import os
import signal
import sys
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random

import hypothesis
import pytest
import yaml

ROOT = Path(__file__).parents[2]
SCORING = ROOT / "src/nlcaudit/scoring"
PACKAGE = "nlcaudit.scoring"
LEFT_OUT = ("a_thousand_tables", "deals_come_close")
SECONDS = 300
QUIET = "ignore::pytest.PytestAssertRewriteWarning"
"""Plugins that are imported before the fork cannot be rewritten; they need not be."""
FLAGS = {"strict", "frozen", "slots", "compare", "repr"}
"""Arguments that guard the code itself: right code does the same without them, so no test can tell."""
LOADED = (hypothesis, yaml)
"""Imported once for all forks."""
COMPARISONS = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
               ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}  # fmt: skip
OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.BitOr: ast.BitAnd,
             ast.BitAnd: ast.BitOr, ast.Pow: ast.Mult, ast.FloorDiv: ast.Mult}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A module with one change."""

    path: Path
    line: int
    what: str
    text: str

    @property
    def module(self) -> str:
        """Its dotted name."""
        inside = self.path.relative_to(SCORING).with_suffix("")
        return ".".join((PACKAGE, *(part for part in inside.parts if part != "__init__")))


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield what a node can become."""
    new = deepcopy(node)
    if isinstance(new, ast.Compare) and type(new.ops[0]) in COMPARISONS:
        new.ops[0] = COMPARISONS[type(new.ops[0])]()
        yield f"{type(node.ops[0]).__name__} → {type(new.ops[0]).__name__}", new
    elif isinstance(new, ast.BinOp) and type(new.op) in OPERATORS:
        new.op = OPERATORS[type(new.op)]()
        yield f"{type(node.op).__name__} → {type(new.op).__name__}", new
    elif isinstance(new, ast.BoolOp):
        new.op = ast.Or() if isinstance(new.op, ast.And) else ast.And()
        yield "and ↔ or", new
    elif isinstance(new, ast.UnaryOp) and isinstance(new.op, ast.Not):
        yield "not gone", new.operand
    elif isinstance(new, ast.IfExp):
        new.body, new.orelse = new.orelse, new.body
        yield "branches exchanged", new
    elif isinstance(new, ast.Constant) and type(new.value) in (int, float):
        new.value += 1
        yield f"{node.value} → {new.value}", new
    elif isinstance(new, ast.Constant) and isinstance(new.value, bool):
        yield f"{node.value} → {not node.value}", ast.Constant(not node.value)


class Swap(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the new node where the old one stood."""
        return self.new if node is self.old else self.generic_visit(node)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    source = path.read_text("utf-8")
    whole = ast.parse(source)
    flags = {id(k.value) for k in ast.walk(whole) if isinstance(k, ast.keyword) and k.arg in FLAGS}
    for number, node in enumerate(ast.walk(whole)):
        for what, _ in () if id(node) in flags else changes(node):
            tree = ast.parse(source)
            own = list(ast.walk(tree))[number]
            new = next(made for _, made in changes(own))
            text = ast.unparse(ast.fix_missing_locations(Swap(own, new).visit(tree)))
            yield Mutant(path, getattr(node, "lineno", 0), what, text)


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Imports one module from a changed text."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> object:
        """Stand in for the one module."""
        if name != self.mutant.module:
            return None
        package = self.mutant.path.name == "__init__.py"
        return importlib.util.spec_from_loader(name, self, origin=str(self.mutant.path), is_package=package)

    def get_source(self, _name: str) -> str:
        """Return the changed text."""
        return self.mutant.text


def killed(mutant: Mutant) -> bool:
    """Run the tests against a mutant in a fork; tell whether one of them failed or did not end in time."""
    child = os.fork()
    if not child:
        signal.alarm(SECONDS)
        sys.meta_path.insert(0, Changed(mutant))
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        skip = " and ".join(f"not {name}" for name in LEFT_OUT)
        quick = ["test_agreement.py", "test_resampling.py", "test_diagnosis.py", "test_differences.py", "test_means.py"]
        files = [ROOT / "tests/scoring" / name for name in quick]
        rest = [p for p in sorted((ROOT / "tests/scoring").glob("test_*.py")) if "attack" not in p.name]
        named = sys.argv[4:] or [str(path) for path in dict.fromkeys((*files, *rest)) if path.exists()]
        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-W", QUIET, "-k", skip, *named])))
    return os.waitpid(child, 0)[1] != 0


def main() -> None:
    """Draw mutants, run them, and print what survived."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20261126
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    os.chdir(ROOT)
    known = [m for path in sorted(SCORING.rglob("*.py")) if part in str(path) for m in mutants_of(path)]
    drawn = Random(seed).sample(known, min(number, len(known)))  # noqa: S311 - repeatable, not secret
    whole = known[0].path
    if killed(Mutant(whole, 0, "nothing", whole.read_text("utf-8"))):
        raise SystemExit("the tests fail without any change, so they tell nothing of mutants")
    dead = 0
    for place, mutant in enumerate(drawn, start=1):
        gone = killed(mutant)
        dead += gone
        if not gone:
            print(f"survived: {mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.what}", flush=True)  # noqa: T201
        print(f"{dead} of {place} killed", file=sys.stderr, flush=True)  # noqa: T201
    print(f"{dead} of {len(drawn)} killed ({100 * dead / len(drawn):.1f} %), seed {seed}, of {len(known)} mutants")  # noqa: T201


if __name__ == "__main__":
    main()
