"""Rules about what the validator is asked to ignore (NLC7xx)."""

from collections.abc import Iterable

from nlcaudit.diagnostics import Rule, did_you_mean
from nlcaudit.sentences import Sentence

UNUSED_IGNORE = Rule("NLC701", "unused-ignore", "warning", """
An ignore has nothing to ignore.

What it once excused is mended, or it stands at another place than the finding. Left there, it would hide the next
mistake of this kind. Remove it, or move it: a remark covers its own line; alone on a line, what begins on the next one.
""")  # fmt: skip
UNKNOWN_IGNORED = Rule("NLC702", "unknown-ignored-rule", "warning", """
An ignore names a rule that does not exist.

It ignores nothing. `nlcaudit explain --list` lists all codes; `NLC4` stands for all that begin so.
""")  # fmt: skip
BAD_IGNORE = Rule("NLC703", "bad-ignore", "warning", """
A remark to the validator cannot be followed.

Write `# nlc: ignore NLC404 — why`, with one or more codes. There is no ignore of everything. What keeps a file from
being read (NLC0xx) and the rules about ignores themselves (NLC7xx) cannot be ignored.
""")  # fmt: skip

RULES = (UNUSED_IGNORE, UNKNOWN_IGNORED, BAD_IGNORE)
NEVER_IGNORED = ("NLC0", "NLC7")
PREFIX = "NLC"


def codes_meant(written: str, rules: Iterable[Rule]) -> frozenset[str]:
    """Return the codes that a word stands for: a code, the beginning of codes, or a rule's name; none if unknown."""
    word = written.upper()
    known = {rule.code: rule.name for rule in rules}
    if word.startswith(PREFIX):
        return frozenset(code for code in known if code.startswith(word))
    return frozenset(code for code, name in known.items() if name == written.lower())


def meant_rule(written: str, rules: Iterable[Rule]) -> Sentence:
    """Return a hint for a word that names no rule; numbers that look alike mean nothing alike."""
    listed = Sentence("nlcaudit explain --list lists all")
    is_code = written.upper().startswith(PREFIX)
    return listed if is_code else did_you_mean(written.lower(), [rule.name for rule in rules], listed)


def wrongly_named(written: str, rules: Iterable[Rule]) -> tuple[Rule, Sentence, Sentence] | None:
    """Say what is wrong with a word that should name rules to ignore: rule, message and hint."""
    known = list(rules)
    codes = codes_meant(written, known)
    if not codes:
        return UNKNOWN_IGNORED, Sentence("there is no rule “{rule}”", rule=written), meant_rule(written, known)
    if any(code.startswith(NEVER_IGNORED) for code in codes):
        return BAD_IGNORE, Sentence("“{rule}” cannot be ignored", rule=written), Sentence("mend what it finds")
    return None
