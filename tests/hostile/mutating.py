"""Files that a seed damages, and what a check of them may cost: shared by the tests and by the soak."""

import resource
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from nlcaudit.output import render_github, render_json, render_junit, render_sarif, render_text
from nlcaudit.validation import validate_paths

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests/corpus"
SECONDS, MEGABYTES = 2, 300
SARIF_EACH = 20
"""SARIF lists every rule and takes longer than all the rest: one file in so many is printed as such."""
MOST_OF_A_FILE = 20_000
"""Longer files of the corpus are there for their size alone."""
PIECES = (
    *"\n\r\t \0'\"[]{},:#&*!|>%@`?-\\", "\n  ", "- ", ": ", "&a ", "*a", "<<: *a", "|\n", ">-\n", "? ", "---\n",
    "...\n", "\r\n", "!!str ", "!!python/object:os.system ", "null", "true", "yes", "~", "1e999", "-1", "0x1F", "1_000",
    ".nan", "2026-02-30", "'2/0'", "'1/3'", "99999999999999999999999999", "é", "\ufeff", "\u2028", "\x85", "\U0001f600",
    "\u202e", "<script>", "${x}", "{{ x }}", "%s", "::error::", "\x1b[31m", "nlcaudit/response/1", "schema", "id", "fr",
)  # fmt: skip
WRITING = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "os.link", "os.symlink", "os.chmod",
           "os.utime", "subprocess.Popen", "os.system", "socket.connect"}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One folder of the corpus, and which of its files is damaged how."""

    folder: Path
    file: Path
    seed: int

    @property
    def raw(self) -> bytes:
        """The damaged bytes."""
        return damaged((self.folder / self.file).read_bytes(), Random(self.seed))


@cache
def folders() -> list[Path]:
    """Return the folders of the corpus, in a fixed order."""
    return sorted({path.parent for path in CORPUS.glob("invalid/*/*/*") if path.parent.name != "old"})


def case_of(seed: int) -> Case:
    """Return what this seed stands for; the same while the corpus is."""
    random = Random(seed)
    folder = random.choice(folders())
    files = _files(folder)
    return Case(folder, random.choice(files), seed) if files else case_of(seed + 1_000_000)


@cache
def _files(folder: Path) -> list[Path]:
    files = [path for path in sorted(folder.rglob("*.yaml")) if path.stat().st_size < MOST_OF_A_FILE]
    return [path.relative_to(folder) for path in files]


def damaged(raw: bytes, random: Random) -> bytes:
    """Damage a file at one to six places: bits, bytes, words, lines, indentation, or its end."""
    for _ in range(random.randint(1, 6)):
        raw = random.choice(DAMAGES)(raw, random)
    return raw


def _bit(raw: bytes, random: Random) -> bytes:
    at = random.randrange(len(raw) or 1)
    return raw[:at] + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :] if raw else raw


def _piece(raw: bytes, random: Random) -> bytes:
    at = random.randint(0, len(raw))
    return raw[:at] + random.choice(PIECES).encode() + raw[at + random.randint(0, 12) :]


def _many(raw: bytes, random: Random) -> bytes:
    at = random.randint(0, len(raw))
    return raw[:at] + random.choice(PIECES).encode() * random.choice((10, 100, 5000)) + raw[at:]


def _end(raw: bytes, random: Random) -> bytes:
    return raw[: random.randint(0, len(raw))]


def _lines(raw: bytes, random: Random) -> bytes:
    """Lines taken away, doubled, swapped or moved to the right."""
    lines = raw.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    kind = random.randrange(4)
    if kind == 0:
        del lines[one]
    elif kind == 1:
        lines.insert(other, lines[one])
    elif kind == 2:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines[one] = b" " * random.randint(1, 8) + lines[one]
    return b"\n".join(lines)


def _word(raw: bytes, random: Random) -> bytes:
    """A word put where another stood."""
    words = raw.split()
    if not words:
        return raw
    return raw.replace(random.choice(words), random.choice([*words, *(p.encode() for p in PIECES)]), 1)


DAMAGES = (_bit, _piece, _piece, _piece, _many, _end, _lines, _lines, _word, _word, _word)


class Watch:
    """Notes every attempt to write while it is on: an audit hook can be set, and never taken away."""

    def __init__(self) -> None:
        self.on = False
        self.written: list[str] = []
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on:
            return
        opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & 0o1103  # w, rw, creat, trunc
        if event in WRITING or opened:
            self.written.append(f"{event} {arguments[0]!r}")

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note what is written meanwhile."""
        before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
        self.on = True
        try:
            yield
        finally:
            self.on, sys.dont_write_bytecode = False, before


WATCH = Watch()


def try_out(case: Case, scratch: Path, raw: bytes | None = None) -> str:
    """Check a damaged file in a copy of its folder, and print the findings in every format.

    Returns:
        What went wrong: a traceback's last words, a time, a place that was written to; empty when nothing did.
    """
    home = scratch / f"{case.folder.parent.name}-{case.folder.name}"
    if not home.exists():
        shutil.copytree(case.folder, home)
    path = home / case.file
    path.write_bytes(case.raw if raw is None else raw)
    began = time.process_time()
    try:
        with WATCH.watching():
            _told(home, sarif=case.seed % SARIF_EACH == 0)
    except Exception as error:  # noqa: BLE001 - any at all is what is looked for
        return f"{type(error).__name__}: {error}"
    finally:
        spent = time.process_time() - began
        path.write_bytes((case.folder / case.file).read_bytes())
        written, WATCH.written = WATCH.written, []
    if written:
        return f"it wrote: {written[0]}"
    return f"it took {spent:.1f} s" if spent > SECONDS else ""


def _told(home: Path, *, sarif: bool) -> None:
    checked = validate_paths([home])
    found = checked.diagnostics
    assert all(one.line >= 1 and one.column >= 1 for one in found)
    for language in ("en", "fr"):
        render_text(found, language)
        render_json(found, checked.unopened, language)
        render_github(found, checked.unopened, language)
        render_junit(found, checked.unopened, checked.looked_at, language, strict=True)
    if sarif:
        render_sarif(found, checked.unopened)


def megabytes() -> float:
    """Return the most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
