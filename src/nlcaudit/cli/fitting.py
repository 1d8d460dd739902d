"""Lines for a terminal: broken at words where it is too narrow, as they are everywhere else."""

import os
from textwrap import wrap
from typing import TextIO

COMMAND = "nlcaudit "
"""A line with a command stays whole, so that it can be copied."""
HANG, USUAL = 4, 80


def fitted(text: str, stream: TextIO) -> str:
    """Break the lines of a text at words, if `stream` is a terminal that is narrower.

    Args:
        text: lines, each with its own indent.
        stream: where they will be printed.
    """
    if not stream.isatty():
        return text
    width = max(_columns(stream), 2 * HANG)
    return "".join(_broken(line, width) for line in text.splitlines(keepends=True))


def _columns(stream: TextIO) -> int:
    """The width of the terminal behind this stream; standard output may lead elsewhere."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL
    except OSError:
        return USUAL


def _broken(line: str, width: int) -> str:
    said = line.rstrip("\n")
    if len(said) <= width or COMMAND in said:
        return line
    indent = len(said) - len(said.lstrip())
    lines = wrap(said.lstrip(), width, initial_indent=" " * indent, subsequent_indent=" " * (indent + HANG),
                 break_long_words=False, break_on_hyphens=False)  # fmt: skip
    return "\n".join(lines) + line[len(said) :]
