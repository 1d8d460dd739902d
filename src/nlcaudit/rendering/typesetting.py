"""Typst: our templates and values → PDF or pictures, with the bundled fonts only, the same bytes every time."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import typst

from nlcaudit.bundled import bundled
from nlcaudit.theme import Theme, palette

NO_TIME = 0
"""A report says itself what day it is of; the moment at which it was made would make every file another."""


def typeset(template: str, given: Mapping[str, str]) -> bytes:
    """Set a template as PDF/UA-1.

    Args:
        template: a file of `templates/`.
        given: what it reads from `sys.inputs`.
    """
    return b"".join(_compiled(template, given, format="pdf", pdf_standards=["ua-1"], timestamp=NO_TIME))


def picture(template: str, given: Mapping[str, str], dots: int) -> tuple[bytes, ...]:
    """Draw each page of a template as PNG, with so many dots an inch."""
    return _compiled(template, given, format="png", ppi=dots)


def _compiled(template: str, given: Mapping[str, str], **how: Any) -> tuple[bytes, ...]:  # noqa: ANN401
    """Compile; one file, or one a page."""
    made = _compiler(template).compile(sys_inputs=dict(given), **how)
    return (made,) if isinstance(made, bytes) else tuple(made or ())


def colours(theme: Theme) -> str:
    """Return the colours of a theme on paper, as our templates read them."""
    return json.dumps(palette(theme.colours["print"]))


@cache
def _compiler(template: str) -> typst.Compiler:
    place = bundled("templates")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[place / "fonts"])
    return typst.Compiler(place / template, root=place, font_paths=fonts)
