"""What stands in a report, for tests: its words, and the elements of its HTML."""

from collections import Counter
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser

from nlcaudit.loader.themes import shipped_theme
from nlcaudit.rendering import Setting, render
from nlcaudit.report import Phrase

ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "background", "xlink:href", "cite"}


def phrases(value: object):
    """Every phrase of a report, in order."""
    if isinstance(value, Phrase):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from phrases(entry)
    elif is_dataclass(value):
        for field in fields(value):
            yield from phrases(getattr(value, field.name))


def words(value: object) -> str:
    return "\n".join(str(phrase) for phrase in phrases(value) if phrase)


def section(report, name):
    return next(one for one in report.sections if one.id == name)


class Elements(HTMLParser):
    """Counts elements with the names of their attributes, and keeps addresses and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Counter[tuple[str, ...]] = Counter()
        self.addresses: list[str] = []
        self.declared: list[str] = []
        self.tree: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "wbr":  # stands in long words, whatever they say
            assert not attrs
            return
        self.elements[tag, *sorted(name for name, _ in attrs)] += 1
        self.addresses += [value or "" for name, value in attrs if name in ADDRESSES]
        self.tree.append((tag, dict(attrs)))

    def handle_comment(self, data):
        self.declared.append(data)


def render_html(report, **look) -> str:
    return render("html", report, Setting(shipped_theme(), **look))


def render_markdown(report, **look) -> str:
    return render("md", report, Setting(shipped_theme(), **look))
