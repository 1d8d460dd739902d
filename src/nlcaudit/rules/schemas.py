"""Rules about the key `schema`, which says what a file is (NLC11x)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from nlcaudit.diagnostics import Finding, Rule, did_you_mean
from nlcaudit.sentences import Sentence

SCHEMA = Rule("NLC110", "schema", "error", """
The key `schema` is missing, or names no kind of file that is expected here.

Every file says what it is: `schema: nlcaudit/framework/1`. So a program never takes one kind of file for another.
""")  # fmt: skip
NEWER_SCHEMA = Rule("NLC111", "newer-schema", "error", """
The file was written for a newer nlcaudit.

This version cannot know what the new keys mean, and would lose them. Upgrade: `pipx upgrade nlcaudit`.
""")  # fmt: skip

RULES = (SCHEMA, NEWER_SCHEMA)
VERSION = 1
FORM = re.compile(r"nlcaudit/([a-z-]+)/([1-9][0-9]{0,3})\Z")


def check_schema(values: object, kinds: Sequence[str]) -> Iterator[Finding]:
    """Check that a document is of one of `kinds`, in a version this program knows."""
    written = values.get("schema") if isinstance(values, Mapping) else None
    wanted = " or ".join(f"nlcaudit/{kind}/{VERSION}" for kind in kinds)
    match = FORM.match(written) if isinstance(written, str) else None
    if written is None:
        yield SCHEMA.at(
            (), Sentence("the file does not say what it is"), Sentence("begin with “schema: {wanted}”", wanted=wanted)
        )
    elif match is None or match[1] not in kinds:
        known = [f"nlcaudit/{kind}/{VERSION}" for kind in kinds]
        yield SCHEMA.at(("schema",), Sentence("the schema “{written}” is not expected here", written=written),
                        did_you_mean(str(written), known, Sentence("write {wanted}", wanted=wanted)))  # fmt: skip
    elif int(match[2]) > VERSION:
        yield NEWER_SCHEMA.at(("schema",), Sentence("“{written}” is newer than this program knows", written=written),
                              Sentence("upgrade: pipx upgrade nlcaudit"))  # fmt: skip


def kind_of(values: object) -> str | None:
    """Return the kind that a document says it is."""
    written = values.get("schema") if isinstance(values, Mapping) else None
    match = FORM.match(written) if isinstance(written, str) else None
    return match[1] if match else None
