"""The consent text: Markdown as the team writes it → blocks that any form can print."""

import re
from collections.abc import Iterator

from nlcaudit.forms.views import Block, BlockKind, Run

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
STRONG = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*|__(\S(?:.*?\S)?)__")
HEADING = re.compile(r"#{1,6}\s+")
ITEM = re.compile(r"[-*+]\s+|\d{1,3}[.)]\s+")
OPEN = re.compile(r"\[[^\]\n]+\](?![(\[])")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>()#+=.:!|&~$@-])")


def parse_blocks(markdown: str) -> tuple[Block, ...]:
    """Read headings, paragraphs, lists and strong words; anything else stays as it was typed."""
    return tuple(_block(lines) for lines in _gathered(COMMENT.sub("", markdown)))


def left_open(markdown: str) -> tuple[str, ...]:
    """What stands in [brackets] and has still to be filled in, each once."""
    return tuple(dict.fromkeys(OPEN.findall(COMMENT.sub("", markdown))))


def _gathered(text: str) -> Iterator[list[str]]:
    """Lines that belong together: until an empty one, or one that begins a block of its own."""
    lines: list[str] = []
    for line in (raw.strip() for raw in text.splitlines()):
        begins = HEADING.match(line) or ITEM.match(line)
        if lines and (not line or begins or HEADING.match(lines[0])):
            yield lines
            lines = []
        if line:
            lines.append(line)
    if lines:
        yield lines


def _block(lines: list[str]) -> Block:
    text = " ".join(lines)
    kinds: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (("heading", HEADING), ("item", ITEM))
    for kind, mark in kinds:
        begun = mark.match(text)
        if begun:
            return Block(kind, tuple(_runs(text[begun.end() :])))
    return Block("paragraph", tuple(_runs(text)))


def _runs(text: str) -> Iterator[Run]:
    at = 0
    for found in STRONG.finditer(text):
        if found.start() > at:
            yield Run(_plain(text[at : found.start()]))
        yield Run(_plain(found[1] or found[2]), strong=True)
        at = found.end()
    if at < len(text):
        yield Run(_plain(text[at:]))


def _plain(text: str) -> str:
    return ESCAPED.sub(r"\1", text)
