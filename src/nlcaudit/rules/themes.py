"""Rules about themes of reports (NLC8xx)."""

import re
from collections.abc import Iterator

from nlcaudit.diagnostics import Finding, Rule
from nlcaudit.sentences import Sentence
from nlcaudit.theme import Colours, Mode, ThemeFile, completed, contrasts

CONTRAST = Rule("NLC801", "theme-contrast", "error", """
Two colours of a theme are too alike to be told apart.

Words need a contrast of at least 4.5:1 with what they stand on, bars and marks of 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), by
day, by night and on paper. Make one of the two darker or lighter. What a theme leaves out stays as it was shipped.
""")  # fmt: skip
LOGO = Rule("NLC802", "theme-logo", "error", """
The logo of a theme cannot be used.

It is an SVG or PNG file beside `theme.yaml`, of at most 100 kB: it becomes part of every report. An SVG holds shapes
only: no script, no link to another file.
""")  # fmt: skip

RULES = (CONTRAST, LOGO)
LARGEST = 100_000
FORBIDDEN = ("<script", "javascript:", "<!entity", "<foreignobject", 'href="http', "href='http", "url(http")
ATTRIBUTE = re.compile(r"\son[a-z]+(?=\s*=)")
"""What runs when something happens."""
SVG, PNG = b"<svg", b"\x89PNG\r\n\x1a\n"


def check_theme(theme: ThemeFile, default: Colours) -> Iterator[Finding]:
    """Every pair of colours that a reader has to tell apart can be told apart."""
    colours = completed(theme.colours, default)
    told: set[object] = set()
    for pair in contrasts(colours):
        route, name = _blamed(theme, pair.mode, pair.upper, pair.lower)
        if pair.ratio < pair.least and (route, pair.lower) not in told:
            told.add((route, pair.lower))  # paper takes colours from the light mode, and the mistake with them
            yield CONTRAST.at(
                route,
                Sentence("{upper} {upper_colour} on {lower} {lower_colour} has a contrast of {ratio}:1 ({mode})",
                         upper=pair.upper, upper_colour=colours[pair.mode][pair.upper], lower=pair.lower,
                         lower_colour=colours[pair.mode][pair.lower], ratio=f"{pair.ratio:.2f}", mode=pair.mode),
                Sentence("make {name} darker or lighter until it is at least {least}:1", name=name,
                         least=f"{pair.least:g}"),
            )  # fmt: skip


def _blamed(theme: ThemeFile, mode: Mode, upper: str, lower: str) -> tuple[tuple[str, ...], str]:
    """Return where the theme says one of the two: in this mode, else in the one that print takes it from."""
    for place in (mode, "light"):
        for name in (upper, lower):
            if getattr(getattr(theme.colours, place), name) is not None:
                return ("colours", place, name), name
    return ("colours",), upper


def check_logo(name: str, content: bytes) -> Iterator[Finding]:
    """The logo is what it says, small, and made of shapes only."""
    if len(content) > LARGEST:
        yield LOGO.at(("logo", "file"), Sentence("{file} has {size} bytes", file=name, size=len(content)),
                      Sentence("at most {largest}", largest=LARGEST))  # fmt: skip
    elif name.endswith(".png") and not content.startswith(PNG):
        yield LOGO.at(("logo", "file"), Sentence("{file} is no PNG picture", file=name))
    elif name.endswith(".svg"):
        text = content.decode("utf-8", "replace").lower()
        active = [word for word in FORBIDDEN if word in text] + ATTRIBUTE.findall(text)
        if SVG not in content or "\ufffd" in text:
            yield LOGO.at(("logo", "file"), Sentence("{file} is no SVG picture", file=name))
        elif active:
            yield LOGO.at(("logo", "file"), Sentence("{file} holds “{active}”", file=name, active=active[0].strip()),
                          Sentence("save it as plain SVG: shapes only"))  # fmt: skip
