"""Form → one HTML file that asks, keeps a draft and writes a response file, without a single request."""

import base64
import json
import re
import zlib
from functools import cache

from markupsafe import Markup

from nlcaudit.forms.page_content import page_content
from nlcaudit.forms.page_words import WORDS
from nlcaudit.forms.pages import digest_of, page_of, source_of, style_of, template_of
from nlcaudit.forms.views import Form
from nlcaudit.forms.wording import messages

SCRIPTS = ("answers.js", "page.js")
LARGEST_PLAIN = 120_000
"""Bytes; above this the texts are packed, so that the file stays small enough to be mailed anywhere."""


def render_page(form: Form) -> bytes:
    """Render all languages of a form as one page; its script and its style are let in by their hashes alone."""
    plain = _page(form, packed=False)
    return plain if len(plain) <= LARGEST_PLAIN else _page(form, packed=True)


def _page(form: Form, *, packed: bool) -> bytes:
    content = json.dumps(page_content(form), ensure_ascii=False, separators=(",", ":"))
    style, script = _style(), _script()
    page = template_of("form.html.j2").render(
        title=form.title[form.languages[0].id].text,
        language=form.languages[0],
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_digest=digest_of(style),
        script_digest=digest_of(script),
        packed=packed,
        content=Markup(_packed(content) if packed else _harmless(content)),  # noqa: S704 - cannot end its element
        apologies=[(one.id, messages(one.id).verbatim(WORDS["noScript"])) for one in form.languages],
        old=" ".join(messages(one.id).verbatim(WORDS["old"]) for one in form.languages),
    )  # fmt: skip
    return page_of(page)


def _harmless(content: str) -> str:
    """JSON that says the same and cannot be taken for the end of its element, or for a comment."""
    return content.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _packed(content: str) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(content.encode("utf-8")) + packer.flush()).decode("ascii")


@cache
def _style() -> str:
    return re.sub(r"(?<=[:;,{}]) +| +(?=\{)", "", style_of("form.css"))


@cache
def _script() -> str:
    """Return the scripts without whole-line comments and indentation; no text of theirs goes over several lines."""
    lines = (line.strip() for name in SCRIPTS for line in source_of(name).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))
