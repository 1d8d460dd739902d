"""Blocks as lines of words, for formats in which tables, steps and questions stand elsewhere."""

from collections.abc import Iterator

from nlcaudit.report.phrases import Phrase, joined, plain
from nlcaudit.report.views import Block, Bullets, Facts, Findings, Prose, Replies, ReplyView, Table

BULLET = plain("•")


def paragraphs(block: Block, colon: str) -> Iterator[Phrase]:
    """Yield the words of a block that are not rows of a table."""
    match block:
        case Prose():
            yield from block.paragraphs
        case Bullets():
            yield from (joined((BULLET, entry), " ") for entry in block.entries)
        case Facts():
            yield from (joined((fact.label, fact.value), f"{colon} ") for fact in block.entries)
        case Table():
            yield from (text for text in (block.title, block.how) if text)
        case Replies():
            yield from (_reply(reply, colon) for reply in block.entries)
        case Findings():
            for finding in block.entries:
                yield joined((finding.title, finding.context), " · ")
                yield finding.statement
                yield from (_reply(reply, colon) for reply in finding.replies)


def _reply(reply: ReplyView, colon: str) -> Phrase:
    return joined((reply.heading, reply.text), f"{colon} ")
