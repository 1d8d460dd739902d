"""Which number is printed where, read back from a rendered report.

A place is what a row, a finding or a question is about, and the head of the column or the label of the fact; of a text
outside tables and facts, the heading before it and nothing.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

Place = tuple[str, str, str]
"""What it is about, under which label, and the text that is printed there."""
QUIET = {"style", "script", "title"}
KEPT = {"th", "td", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "p", "caption", "li", "text"}


def numbers(text: str) -> set[str]:
    """Return the decimals in a text, without their signs."""
    return set(re.findall(r"(?<![\d.])\d+\.\d+(?![\d.])", text))


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.about, self.label, self.open, self.text = "", "", "", ""
        self.heads: list[str] = []
        self.column, self.quiet, self.title = 0, 0, False
        self.places: list[Place] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.quiet += tag in QUIET
        if tag == "thead":
            self.heads = []
        if tag == "tr":
            self._end()  # the last cell of the row before may end without a tag
            self.column = 0
        self.places += [("", name, value or "") for name, value in attrs if name in ("aria-label", "alt", "title")]
        if tag in KEPT:
            self._end()
            self.open, self.title = tag, dict(attrs).get("class") == "title"
        if tag == "th" and dict(attrs).get("scope") == "col":
            self.open = "head"
        if tag == "span" and dict(attrs).get("class") in ("context", "code"):
            self.text += "\t"

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= tag in QUIET
        if tag in KEPT:
            self._end()
        if tag == "span":
            self.text += "\t"

    def handle_data(self, data: str) -> None:
        self.text += "" if self.quiet else data

    def _end(self) -> None:
        parts = [part.strip() for part in self.text.split("\t") if part.strip()]
        text, said = " ".join(parts), self.open
        if said == "head":
            self.heads.append(text)
        elif said == "th" or (said == "p" and self.title):
            self.about = max(parts, key=len, default="") if said == "p" else text
        elif said in {"h1", "h2", "h3", "h4", "h5"}:
            self.about = parts[-1] if parts else ""
            self.places.append(("", "", text))
        elif said == "dt":
            self.label = text
        elif said == "td":
            self.places.append((self.about, self.heads[self.column], text))
        elif said == "dd":
            self.places.append((self.about, self.label, text))
        elif text:
            self.places.append(("", "", text))
        self.column += said in ("th", "td")
        self.open, self.text, self.title = "", "", False


def places_of_html(page: str) -> list[Place]:
    """Return what is printed in an HTML report, and where."""
    return _Page(page).places


def places_of_markdown(page: str) -> Iterator[Place]:
    """Yield what is printed in a Markdown report, and where."""
    about, heads = "", []
    for line in (line.strip() for line in page.splitlines()):
        cells = [cell.strip().strip("*`") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        fact = re.fullmatch(r"- \*([^*]+)\*: (.*)", line)
        title = re.fullmatch(r"\*\*[A-Z]+\d+\*\* (.*)", line)
        if not cells:
            heads = []
        if title or line.startswith("#"):
            about = title[1] if title else line.strip("# ")
        if fact:
            yield about, fact[1], fact[2]
        elif cells and not heads:
            heads = cells
        elif cells:
            yield from ((cells[0], head, cell) for head, cell in zip(heads, cells, strict=True))
        else:
            yield "", "", line
