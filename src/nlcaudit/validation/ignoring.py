"""Findings that the files themselves ask to leave aside: by a remark, or under `ignore` in a toolkit."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from nlcaudit.diagnostics import Diagnostic, Rule
from nlcaudit.errors import PathError
from nlcaudit.framework.ignored import Ignored
from nlcaudit.loader.files import read_bytes
from nlcaudit.loader.folders import FILE
from nlcaudit.rules.ignoring import BAD_IGNORE, NEVER_IGNORED, UNUSED_IGNORE, codes_meant, wrongly_named
from nlcaudit.rules.registry import RULES
from nlcaudit.sentences import Sentence
from nlcaudit.shape import Strict, shape
from nlcaudit.source import LINE_BREAK, excerpt, is_confidential, parse_ignores, read_document

DECLARED = re.compile(r"^[ ]*ignore[ ]*:", re.MULTILINE)


class _Declared(Strict):
    ignore: tuple[Ignored, ...] = ()


@dataclass
class Excuse:
    """One word of an ignore: which findings it leaves aside, and whether there were any.

    Attributes:
        path, line, column: where the word stands.
        shown: the line it stands in.
        word: what is written; empty where nothing is named.
        codes: what the word stands for.
        files: the files it is about: the file of a remark, or patterns of names in the toolkit's folder.
        lines: the first and last line that a remark covers.
    """

    path: str
    line: int
    column: int
    shown: str
    word: str
    codes: frozenset[str]
    files: tuple[str, ...]
    lines: tuple[int, int] | None = None
    used: bool = field(default=False, compare=False)

    def excuses(self, found: Diagnostic) -> bool:
        """Tell whether this finding is meant."""
        if found.code not in self.codes:
            return False
        if self.lines is not None:
            return found.path == self.path and self.lines[0] <= found.line <= self.lines[1]
        there = Path(found.path)
        return there.parent == Path(self.path).parent and any(fnmatchcase(there.name, name) for name in self.files)

    def finding(self, rule: Rule, message: Sentence, hint: Sentence) -> Diagnostic:
        """Make a finding about this word."""
        return Diagnostic(
            self.path, self.line, self.column, rule.code, rule.severity, message, hint, self.shown
        )  # fmt: skip


def leave_aside(
    found: Collection[Diagnostic], files: Collection[Path], applied: Collection[str]
) -> tuple[set[Diagnostic], int]:
    """Leave out what the files ask to ignore, and add what is wrong with the asking.

    Args:
        found: everything found in some files.
        files: those of them whose ignores are judged.
        applied: codes of the rules that were applied in full, so that an ignore of theirs without a finding is not
            needed.

    Returns:
        The findings, and how many were left aside.
    """
    excuses = [excuse for path in _homes(found, files) for excuse in _excuses(path)]
    if not excuses:
        return set(found), 0
    kept = set()
    for one in found:
        meant = [excuse for excuse in excuses if excuse.excuses(one)]
        for excuse in meant:
            excuse.used = True
        if not meant:
            kept.add(one)
    judged = {str(path) for path in files}
    wrong = {one for excuse in excuses if excuse.path in judged for one in _wrong(excuse, applied)}
    return kept | wrong, len(found) - len(kept)


def _homes(found: Iterable[Diagnostic], files: Iterable[Path]) -> list[Path]:
    """Every file that may ask for something: those with findings, those looked at, the toolkits they lie beside."""
    paths = {Path(one.path) for one in found} | set(files)
    return sorted(paths | {path for path in {path.parent / FILE for path in paths} if path.is_file()})


def _excuses(path: Path) -> Iterator[Excuse]:
    try:
        text = read_bytes(path).decode("utf-8")
    except (PathError, UnicodeDecodeError):
        return  # it is told elsewhere
    lines = [] if is_confidential(text) else LINE_BREAK.split(text)
    for remark in parse_ignores(text):
        for word, column in remark.codes or (("", remark.column),):
            yield Excuse(str(path), remark.line, column, excerpt(lines, remark.line), word, _codes(word), (),
                         (remark.first, remark.last))  # fmt: skip
    if DECLARED.search(text):
        yield from _declared(text, path)


def _declared(text: str, path: Path) -> Iterator[Excuse]:
    document, _ = read_document(text.encode(), str(path))
    if document is None:
        return
    alone = document.data.get("toolkit")
    home, way = (alone, ("toolkit",)) if isinstance(alone, dict) else (document.data, ())
    declared, _ = shape(_Declared, {"ignore": home.get("ignore", ())})
    for number, entry in enumerate(declared.ignore if declared else ()):
        for index, word in enumerate(entry.rules):
            at = document.locate((*way, "ignore", number, "rules", index))
            files = (path.name,) if way else entry.files or ("*",)
            yield Excuse(str(path), at.line, at.column, excerpt(document.lines, at.line), word, _codes(word), files)


def _codes(word: str) -> frozenset[str]:
    return frozenset(code for code in codes_meant(word, RULES.values()) if not code.startswith(NEVER_IGNORED))


def _wrong(excuse: Excuse, applied: Collection[str]) -> Iterator[Diagnostic]:
    if not excuse.word:
        yield excuse.finding(BAD_IGNORE, Sentence("this remark names no rule"),
                             Sentence("write “# nlc: ignore NLC404 — why”"))  # fmt: skip
        return
    named = wrongly_named(excuse.word, RULES.values())
    if named is not None:
        yield excuse.finding(*named)
    elif not excuse.used and excuse.codes <= set(applied):
        said = Sentence("there is no {rule} here to ignore", rule=excuse.word)
        if not excuse.lines:
            said = Sentence("there is no {rule} in {files} to ignore", rule=excuse.word, files=excuse.files)
        yield excuse.finding(UNUSED_IGNORE, said, Sentence("remove it"))
