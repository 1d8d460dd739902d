"""What both pages of a form are made with: templates, style sheets, and the hashes that let them in."""

import base64
import hashlib
import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from nlcaudit.bundled import bundled


def template_of(name: str) -> Template:
    """Return a template of the folder `form`."""
    return _environment().get_template(f"form/{name}")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(bundled("templates"), encoding="utf-8"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip


def source_of(name: str) -> str:
    """Return the text of a file of the folder `form`."""
    return (bundled("templates") / "form" / name).read_text(encoding="utf-8")


@cache
def style_of(name: str) -> str:
    """Return a style sheet without comments and indentation."""
    lines = re.sub(r"/\*.*?\*/", "", source_of(name), flags=re.DOTALL).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def digest_of(text: str) -> str:
    """Return the sha256 of a style or a script, as a Content Security Policy writes it."""
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def page_of(rendered: str) -> bytes:
    """Return a rendered page without its empty lines."""
    return "".join(f"{line}\n" for line in rendered.splitlines() if line.strip()).encode("utf-8")
