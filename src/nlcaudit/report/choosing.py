"""Only the sections that somebody asks for, in the report's own order."""

from collections.abc import Sequence
from dataclasses import replace

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.errors import UserError
from nlcaudit.report.views import Section
from nlcaudit.sentences import Sentence

CHAPTER = 2
ALWAYS = "replies"
"""Of a public report: what the sides reply goes with whatever is published."""


def chosen(sections: Sequence[Section], names: Sequence[str], *, public: bool) -> list[Section]:
    """Keep the sections that are named, a chapter with all below it.

    Args:
        sections: of the whole report.
        names: ids; none of them keeps everything.
        public: the report is for everybody.

    Raises:
        UserError: the report has no such section.
    """
    known = [section.id for section in sections]
    for name in names:
        if name not in known:
            raise UserError(
                Sentence("this report has no section “{name}”", name=name),
                did_you_mean(name, known, Sentence("write any of: {words}", words=known)),
            )
    if not names:
        return list(sections)
    wanted = {*names, ALWAYS} if public else set(names)
    kept: list[Section] = []
    inside = False
    for section in sections:
        if section.level == CHAPTER:
            inside = section.id in wanted
        if inside:
            kept.append(section)
        elif section.id in wanted:  # without its chapter it is one itself: no level of headings is left out
            kept.append(replace(section, level=CHAPTER))
    return kept
