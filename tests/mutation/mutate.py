"""Mutants of `nlcaudit.scoring`, and whether its tests notice.

By hand: `python tests/mutation/mutate.py [number] [seed] [part]`; `part` keeps the modules whose path holds it. A
mutant is one change of one module: an operator, a comparison, a constant, a condition. The tests of scoring run once to
learn which of them reach which line, and how long each takes. Then each mutant runs in a fork of this process, with its
module's text replaced, against the tests that reach its line, the fastest first, and stops at the first failure. What
survives that meets them again with all their examples, and the attack; what survives that too is printed.
"""

import ast
import importlib.abc
import importlib.util
import os
import pickle
import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import coverage
import hypothesis
import irrCAC.raw
import krippendorff
import numpy as np
import pytest
import scipy.optimize
import yaml
from changing import changes, stands_at

import nlcaudit.engagement
import nlcaudit.framework
import nlcaudit.loader

ROOT = Path(__file__).parents[2]
SCORING = ROOT / "src/nlcaudit/scoring"
TESTS = ROOT / "tests/scoring"
ATTACK = TESTS / "test_privacy_attack.py"
PACKAGE = "nlcaudit.scoring"
LEFT_OUT = ("a_thousand_tables", "deals_come_close")
SECONDS = 60
"""Of the processor, at least, before a mutant is taken for one that never ends."""
LONGEST = 600
"""The same where all examples and the attack run: several times what they take."""
QUIET = "ignore::pytest.PytestAssertRewriteWarning"
"""Plugins that are imported before the fork cannot be rewritten; they need not be."""
LOADED = (hypothesis, irrCAC.raw, krippendorff, np, scipy.optimize, yaml,
          nlcaudit.engagement, nlcaudit.framework, nlcaudit.loader)  # fmt: skip
"""Imported once for all forks; none of them imports scoring."""
FLAGS = {"strict", "frozen", "slots", "compare", "repr"}
"""Arguments that guard the code itself: right code does the same without them, so no test can tell."""
FEW = 10
"""Examples of each property at the first meeting."""
PASSED, FAILED_TO_RUN = 0, (4, 5)


@dataclass(frozen=True)
class Mutant:
    """A module with one change.

    Attributes:
        path: the module.
        lines: of the statement that holds the change.
        line: of the change.
        what: the change.
        number: which node of the module is changed, in the order of `ast.walk`; None for none.
    """

    path: Path
    lines: range
    line: int
    what: str
    number: int | None = None

    @property
    def text(self) -> str:
        """The module with the change."""
        source = self.path.read_text("utf-8")
        if self.number is None:
            return source
        tree = ast.parse(source)
        own = list(ast.walk(tree))[self.number]
        new = next(made for _, made in changes(own))
        return ast.unparse(ast.fix_missing_locations(Swap(own, new).visit(tree)))

    @property
    def module(self) -> str:
        """Its dotted name."""
        inside = self.path.relative_to(SCORING).with_suffix("")
        return ".".join((PACKAGE, *(part for part in inside.parts if part != "__init__")))


class Swap(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the new node where the old one stood."""
        return self.new if node is self.old else self.generic_visit(node)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    whole = ast.parse(path.read_text("utf-8"))
    flags = {id(k.value) for k in ast.walk(whole) if isinstance(k, ast.keyword) and k.arg in FLAGS}
    idle = flags | {id(node) for node in _types_of_locals(whole)}
    places = stands_at(whole)
    for number, node in enumerate(ast.walk(whole)):
        for what, _ in () if id(node) in idle else changes(node):
            yield Mutant(path, places[id(node)], getattr(node, "lineno", 0), what, number)


def _types_of_locals(whole: ast.Module) -> Iterator[ast.AST]:
    """Yield what Python never looks at when it runs: the annotations of variables in functions."""
    for function in (node for node in ast.walk(whole) if isinstance(node, ast.FunctionDef)):
        for node in (node for node in ast.walk(function) if isinstance(node, ast.AnnAssign)):
            yield from ast.walk(node.annotation)


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


@dataclass
class Reach:
    """What the tests reach: a plugin of pytest that writes it down.

    Attributes:
        seconds: how long each test took.
        lines: of each module, the tests that reach a line.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def learn(self) -> None:
        """Run all tests; they must pass."""
        self.watch = coverage.Coverage(data_file=None, source=[str(SCORING)], config_file=False)
        self.watch.start()
        if run_tests(sorted({*TESTS.glob("test_*.py")} - {ATTACK}), self, Chosen(None, few=True)) != PASSED:
            raise SystemExit("the tests fail without any change, so they tell nothing of mutants")
        self.watch.stop()
        data = self.watch.get_data()
        self.lines = {file: data.contexts_by_lineno(file) for file in data.measured_files()}
        del self.watch

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note under a test's name what it reaches."""
        self.watch.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how long it took."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0) + report.duration

    def tests(self, mutant: Mutant) -> list[str]:
        """Return the tests that reach a mutant, the fastest first; all of the module where its line runs at import."""
        found = self.lines.get(str(mutant.path), {})
        own = {test for line in mutant.lines for test in found.get(line, [])} - {""}
        whole = {test for tests in found.values() for test in tests} - {""}
        return sorted(own or whole, key=lambda test: self.seconds[test])


class Chosen:
    """A plugin of pytest: some tests in their order, None for all; with few examples of each property or all."""

    def __init__(self, names: Sequence[str] | None, *, few: bool) -> None:
        self.names, self.few = names, few

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Choose, put in order and shorten."""
        if self.names is not None:
            by_name = {item.nodeid: item for item in items}
            attacks = [name for name in by_name if ATTACK.name in name]  # last, where they were asked for
            items[:] = [by_name[name] for name in (*self.names, *attacks) if name in by_name]
        for item in items:
            given = getattr(item.obj, "_hypothesis_internal_use_settings", None)
            if given is not None:
                most = min(given.max_examples, FEW) if self.few else given.max_examples
                phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
                item.obj._hypothesis_internal_use_settings = hypothesis.settings(  # noqa: SLF001 - there is no other
                    given, max_examples=most, phases=phases, derandomize=True, database=None)  # fmt: skip


def run_tests(files: Sequence[Path], *plugins: object) -> int:
    """Run the tests of some files here, up to the first failure; return the code of pytest."""
    skip = " and ".join(f"not {name}" for name in LEFT_OUT)
    call = [
        "-x",
        "-q",
        "--noconftest",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-W",
        QUIET,
        "-k",
        skip,
        *map(str, files),
    ]
    return int(pytest.main(call, plugins=list(plugins)))


def in_a_fork(work: Any, seconds: int) -> tuple[int, Any]:
    """Do work in a fork, silently; return how the fork ended, and what it pickled."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        with os.fdopen(into, "wb") as pipe:
            pipe.write(pickle.dumps(work()))
            pipe.flush()
            os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        told = pipe.read()
    return os.waitpid(child, 0)[1], pickle.loads(told) if told else None  # noqa: S301 - our own fork wrote it


def reach() -> Reach:
    """Learn in a fork what the tests reach: this process must not import what is to be changed."""

    def work() -> Reach:
        found = Reach()
        found.learn()
        return found

    ended, found = in_a_fork(work, 3600)
    if ended or found is None:
        raise SystemExit("the tests fail without any change, so they tell nothing of mutants")
    return found


def killed(mutant: Mutant, known: Reach, *, few: bool = True) -> bool:
    """Tell whether one of the tests that reach a mutant fails, or never ends."""
    names = known.tests(mutant)
    if not names:
        return False

    def work() -> int:
        sys.meta_path.insert(0, Changed(mutant))
        files = [*{ROOT / name.split("::")[0]: 0 for name in names}, *([] if few else [ATTACK])]
        return run_tests(files, Chosen(names, few=few))

    long = sum(known.seconds[name] for name in names) * 3 if few else LONGEST
    ended, code = in_a_fork(work, SECONDS + int(long))
    if code in FAILED_TO_RUN:
        raise SystemExit(f"no test ran against {mutant.path}:{mutant.line}")
    return bool(ended) or code != PASSED


def main() -> None:
    """Draw mutants, run them, and print what survived."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20261126
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    os.chdir(ROOT)
    os.environ.setdefault("NLCAUDIT_ATTACKS", "80")
    assert PACKAGE not in sys.modules
    every = [m for path in sorted(SCORING.rglob("*.py")) if part in str(path) for m in mutants_of(path)]
    drawn = Random(seed).sample(every, min(number, len(every)))  # noqa: S311 - repeatable, not secret
    known = reach()
    same = Mutant(every[0].path, every[0].lines, 0, "nothing")
    if killed(same, known):
        raise SystemExit("a module that only looks changed is noticed, so the tests tell nothing of mutants")
    dead = 0
    for place, mutant in enumerate(drawn, start=1):
        gone = killed(mutant, known) or killed(mutant, known, few=False)
        dead += gone
        if not gone:
            print(f"survived: {mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.what}", flush=True)  # noqa: T201
        print(f"{dead} of {place} killed", file=sys.stderr, flush=True)  # noqa: T201
    print(f"{dead} of {len(drawn)} killed ({100 * dead / len(drawn):.1f} %), seed {seed}, of {len(every)} mutants")  # noqa: T201


if __name__ == "__main__":
    main()
