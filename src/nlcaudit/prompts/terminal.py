"""Lines in, paragraphs out: only ever appended, without a single escape code unless styling is wanted."""

import contextlib
import os
import re
import signal
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BufferedReader, TextIOWrapper
from textwrap import wrap
from types import FrameType
from typing import BinaryIO, TextIO

from nlcaudit.errors import ExitCode
from nlcaudit.interview.speaking import Paragraph

BOLD, RESET = "\x1b[1m", "\x1b[0m"
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
BEFORE_SIGN, AFTER_SIGN = re.compile(" (?=[:;?!»])"), re.compile("(?<=«) ")
NO_BREAK = "\N{NO-BREAK SPACE}"
NARROWEST, WIDEST = 30, 88
LONGEST_READ = 100_000
CUT_BY_TERMINAL = 4095
"""A terminal passes no longer line; what is longer was cut without a word."""
ENDED_BY_SIGNAL = 128
CAUGHT = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Interrupted(Exception):  # noqa: N818 - somebody wants to stop; nothing is wrong
    """A signal came while a line was awaited."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def code(self) -> int:
        """The exit code: 130 after Ctrl-C, 128 and the number after another signal."""
        return ExitCode.INTERRUPTED if self.number == signal.SIGINT else ENDED_BY_SIGNAL + self.number


@dataclass(frozen=True, slots=True)
class Typed:
    """One line; `whole` is False when part of it was lost on the way."""

    text: str
    whole: bool = True


@dataclass
class Terminal:
    """A place to talk to a person, or a pipe.

    Attributes:
        source: where lines come from.
        target: where paragraphs go.
        interactive: lines are typed by a person, and seen while they are typed.
        width: columns.
        styled: bold may be used.
    """

    source: BinaryIO
    target: TextIO
    interactive: bool
    width: int = 80
    styled: bool = False
    _waiting: bool = field(default=False, init=False)
    _caught: int | None = field(default=None, init=False)

    def say(self, paragraphs: Iterable[Paragraph]) -> None:
        """Write paragraphs, wrapped at words."""
        for paragraph in paragraphs:
            for line in self._lines(paragraph):
                self.target.write(f"{BOLD}{line}{RESET}\n" if paragraph.strong and self.styled else f"{line}\n")

    def say_whole(self, line: str) -> None:
        """Write a line that must not be wrapped, such as a command to copy."""
        self.target.write(CONTROL.sub("\N{REPLACEMENT CHARACTER}", line) + "\n")

    def ask(self, prompt: str) -> Typed | None:
        """Show a prompt and wait for a line.

        Returns:
            The line, or None when there is no more.

        Raises:
            Interrupted: a signal came, now or since the last line.
        """
        self.target.write(prompt)
        self.target.flush()
        raw = self._read()
        if not raw or (self.interactive and not raw.endswith(b"\n")):  # nobody pressed Enter
            self.target.write("\n")
            return None
        text = raw.decode("utf-8", "surrogateescape").removesuffix("\n").removesuffix("\r")
        if not self.interactive:
            self.say_whole(text[:WIDEST])
        return Typed(text, len(raw) <= (CUT_BY_TERMINAL if self.interactive else LONGEST_READ))

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Turn signals into `Interrupted`, but only while a line is awaited: saving is never cut off."""
        heard = [number for number in CAUGHT if signal.getsignal(number) != signal.SIG_IGN]  # as under nohup
        before = {number: signal.signal(number, self._notice) for number in heard}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _notice(self, number: int, _: FrameType | None) -> None:
        self._caught = number
        if self._waiting:
            raise Interrupted(number)

    def _read(self) -> bytes:
        self._waiting = True
        try:
            if self._caught is not None:
                raise Interrupted(self._caught)
            return self.source.readline(LONGEST_READ + 1)
        finally:
            self._waiting = False

    def _lines(self, paragraph: Paragraph) -> list[str]:
        text = CONTROL.sub("\N{REPLACEMENT CHARACTER}", paragraph.text)
        text = AFTER_SIGN.sub(NO_BREAK, BEFORE_SIGN.sub(NO_BREAK, text))
        width = min(max(self.width, NARROWEST), WIDEST)
        return wrap(
            text,
            width,
            initial_indent=" " * paragraph.indent,
            subsequent_indent=" " * paragraph.hang,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]


def standard_terminal(*, width: int, styled: bool) -> Terminal | None:
    """The terminal or pipe of this process; None when nothing will ever be read from it."""
    if sys.stdin is None or sys.stdout is None or _at_its_end(sys.stdin.buffer):
        return None
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return Terminal(sys.stdin.buffer, sys.stdout, sys.stdin.isatty(), width, styled)


def _at_its_end(source: BinaryIO) -> bool:
    """Whether a file or a null device has nothing to read; a pipe or a terminal may still bring something."""
    mode = os.fstat(source.fileno()).st_mode
    waits = stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or source.isatty()
    return not waits and isinstance(source, BufferedReader) and not source.peek(1)
