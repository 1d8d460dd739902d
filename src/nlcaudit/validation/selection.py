"""Which findings a caller wants to hear of."""

from collections.abc import Iterable, Sequence

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.errors import UserError
from nlcaudit.rules.ignoring import PREFIX, codes_meant, meant_rule
from nlcaudit.rules.registry import RULES
from nlcaudit.sentences import Sentence

ALWAYS_TOLD = "NLC0"
"""Nothing can be said about a file that cannot be read."""


def chosen(found: Iterable[Diagnostic], select: Sequence[str], ignore: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Keep the findings of selected rules that are not ignored; those about reading a file are always kept.

    Args:
        found: what was found.
        select: codes, beginnings of codes, or names, each also several with commas; nothing means all.
        ignore: the same. Where both name a rule, the longer word counts: `--ignore NLC4 --select NLC404` keeps NLC404.

    Raises:
        UserError: a word names no rule.
    """
    wanted, unwanted = _lengths(select or [PREFIX]), _lengths(ignore)
    return tuple(
        one for one in found if one.code.startswith(ALWAYS_TOLD) or wanted.get(one.code, 0) > unwanted.get(one.code, 0)
    )


def _lengths(words: Sequence[str]) -> dict[str, int]:
    """Each code, and how exactly it was named: in characters; a name is as exact as a code."""
    lengths: dict[str, int] = {}
    for word in (part.strip() for written in words for part in written.split(",")):
        codes = codes_meant(word, RULES.values()) if word else frozenset()
        if not codes:
            raise UserError(Sentence("there is no rule “{rule}”", rule=word), meant_rule(word, RULES.values()))
        exact = len(word) if word.upper().startswith(PREFIX) else len("NLC404")
        lengths |= {code: max(exact, lengths.get(code, 0)) for code in codes}
    return lengths
