"""Texts that try to become markup, and a toolkit and an engagement made of them."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path

import yaml
from report.ferry import CITY, SHEETS, TOOLKITS, engaged

from nlcaudit.loader import load_toolkit

CORPUS = (
    "<script>document.title='owned'</script>",
    "</style><script>document.title='owned'</script>",
    "</title><script>document.title='owned'</script>",
    "<img src=x onerror=document.title='owned'>",
    "<svg onload=document.title='owned'>",
    "<svg><script>document.title='owned'</script></svg>",
    "<iframe src=javascript:document.title='owned'></iframe>",
    '<a href="javascript:alert(1)">click</a>',
    "<body onload=alert(1)>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example/a.css>",
    "<style>*{display:none}</style>",
    "<form action=//evil.example><input name=q></form>",
    "<object data=//evil.example></object><embed src=//evil.example>",
    "<details open ontoggle=alert(1)>",
    '<math><mtext></table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    '"><b>bold</b>',
    "--><script>alert(1)</script><!--",
    "<!--",
    "]]><![CDATA[<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "{{ 7 * 7 }} {% for x in range(9) %}x{% endfor %} {# no #}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{0} {name} %s %(name)s {!r}",
    "javascript:alert(1)",
    "https://evil.example/?q=1 www.evil.example mail@evil.example ftp://evil.example",
    "[click](javascript:alert(1)) ![x](//evil.example/x.png) [r]: //evil.example",
    "[a]: https://evil.example 'x'",
    "| a | b |\n|---|---|\n| c | d |",
    "# heading\n\n- list\n1. list\n> quote\n---\n```\ncode\n```",
    "1. one\n2) two",
    "*emph* **strong** _emph_ __strong__ ~~gone~~ `code` <b>b</b>",
    "$$\\int$$ $x$ \\(y\\) \\",
    "\u202egnp.exe\u202c \u2066isolated \u2067again",
    "\u200b\u00ad zero width",
    "'; DROP TABLE answers; --",
    "<ScRiPt >document.title='owned'</sCrIpT\t>",
    "<script/x>document.title='owned'//",
    "<<script>document.title='owned'//<</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<textarea></textarea><script>alert(1)</script>",
    "<xmp><script>alert(1)</script></xmp><plaintext>",
    "<video><source onerror=alert(1)></video>",
    "<marquee onstart=alert(1)>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><style>@import '//evil.example/a.css';</style></svg>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "` onmouseover=alert(1) `",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
    "<?xml-stylesheet href='//evil.example/a.xsl'?>",
    "</td></tr></table><h1>Another report</h1>",
    "</main></body></html><p>after the end</p>",
    "<https://evil.example> <mail@evil.example>",
    "[click][r] ![r] [^1] [^1]: //evil.example",
    "+SUM(1,2) @SUM(1,2) -2+3|cmd",
    '=HYPERLINK("https://evil.example","click")',
    '#eval("1") #image("/etc/passwd") $ x $ <label> @label',
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{%p for x in y %}{{r x }}{%tr endfor %}",
    "<w:br/><w:instrText>INCLUDETEXT //evil.example</w:instrText>",
    "_x0041_ _x000D_ \u2028 \u0085",
    "=cmd|'/C calc'!A0",
    "w" * 500,
    "😀 🇫🇷 👩‍👩‍👧 שלום مرحبا",
)  # fmt: skip


def _texts(value: object, swap: Callable[[str], str], key: str = "") -> object:
    """Replace every human text; ids and settings stay."""
    if (
        isinstance(value, dict)
        and value
        and set(value) <= {"en", "fr"}
        and all(isinstance(v, str) for v in value.values())
    ):
        return {language: swap(text) for language, text in value.items()}
    if isinstance(value, dict):
        return {name: _texts(inside, swap, name) for name, inside in value.items()}
    if isinstance(value, list):
        return [_texts(inside, swap, key) for inside in value]
    return swap(value) if isinstance(value, str) and key in FREE else value


FREE = {
    "publisher", "url", "country", "name", "office", "text", "note", "what", "where", "owner", "not_applicable",
    "city", "subject", "notice", "title", "label",
}  # fmt: skip
"""Keys whose value is a text when it is not a map of languages."""


def swapping(shift: int) -> Callable[[str], str]:
    """Return a function that gives one hostile text after the other; `shift` says where it begins."""
    numbers: Iterator[int] = count(shift)
    return lambda _: CORPUS[next(numbers) % len(CORPUS)]


@cache
def _written(name: str) -> object:
    return yaml.load((TOOLKITS / "harbour" / name).read_text(encoding="utf-8"), yaml.CSafeLoader)


def made(folder: Path, swap: Callable[[str], str]):
    """Return the harbour toolkit and the ferry engagement with every text swapped."""
    shutil.copytree(TOOLKITS / "harbour", folder)
    for path in folder.glob("*.yaml"):
        values = _texts(_written(path.name), swap)
        path.write_text(yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10**6), encoding="utf-8")
    kit = load_toolkit(str(folder)).value
    assert kit is not None
    city = _texts(CITY, swap)
    assert isinstance(city, dict)
    office = {"coast-guard": [*engaged(kit, SHEETS).responses[:1]]}
    engagement = engaged(kit, SHEETS, **city)
    body = office["coast-guard"][0].model_copy(
        update={"respondent": "zz-body", "voice": "institution", "name": swap(""), "released": True}
    )
    return kit, type(engagement)(engagement.file, (*engagement.responses, body))
