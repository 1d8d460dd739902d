"""Forms for tests."""

from functools import cache
from pathlib import Path

from nlcaudit.engagement import EngagementFile, ToolkitRef
from nlcaudit.forms import Wish, build_form
from nlcaudit.framework import Toolkit
from nlcaudit.loader import load_toolkit

ROOT = Path(__file__).parents[2]
TOOLKITS = ROOT / "tests/toolkits"


@cache
def kit(name: str = "nlc") -> Toolkit:
    loaded = load_toolkit(name if name == "nlc" else str(TOOLKITS / name))
    assert loaded.value is not None
    return loaded.value


def form_of(toolkit: Toolkit | None = None, engagement: EngagementFile | None = None, **wished: object):
    """A form of everything that a toolkit asks, in English and French, unless something else is wished."""
    toolkit = toolkit or kit()
    wish = {
        "languages": ("en", "fr"),
        "depth": "quick",
        "frameworks": tuple(f.id for f in toolkit.with_role("competency")),
        "groups": tuple(group.id for group in toolkit.groups),
        "consent": {},
    }
    reference = ToolkitRef(id=toolkit.id, version=toolkit.version, sha256=toolkit.fingerprint)
    return build_form(toolkit, reference, Wish(**{**wish, **wished}), engagement)
