"""Words → a YAML scalar in the style of the file that it is written into."""

from textwrap import wrap

from nlcaudit.source import read_document
from nlcaudit.store.scalars import quoted

WIDTH = 120
"""Columns of a line, as in the shipped files."""
NARROWEST = 40
INDENT = "  "


def inline(words: str, *, flow: bool) -> str:
    """Write words on one line: plain where they read as themselves, else in double quotes."""
    return words if "\n" not in words and _reads(words, words, flow=flow) else quoted(words)


def folded(words: str, indent: int) -> str:
    """Write words as a folded block whose lines are indented by `indent`; in quotes where a block cannot hold them."""
    width = max(WIDTH - indent, NARROWEST)
    lines: list[str] = []
    for number, paragraph in enumerate(words.split("\n")):
        wrapped = wrap(paragraph, width, break_long_words=False, break_on_hyphens=False, expand_tabs=False)
        lines += [""] * (number > 0) + wrapped
    block = "\n".join([">-", *(" " * indent + line if line else "" for line in lines)])
    return block if _reads(words, block) else quoted(words)


def _reads(words: str, written: str, *, flow: bool = False) -> bool:
    """Tell whether YAML reads what is written as these words."""
    text = f"{{a: {written}, b: c}}\n" if flow else f"a: {written}\n"
    document, found = read_document(text.encode("utf-8", "surrogatepass"), "")
    return document is not None and not found and document.data == ({"a": words, "b": "c"} if flow else {"a": words})
