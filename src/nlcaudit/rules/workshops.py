"""Rules about the record of a workshop (NLC515 and NLC516), and those it shares with responses."""

from collections.abc import Iterator

from nlcaudit.diagnostics import Finding, Route, Rule, did_you_mean
from nlcaudit.engagement import AgreedRating, Workshop
from nlcaudit.framework import Toolkit
from nlcaudit.rules.answers import OTHER_TOOLKIT, RATING_OUT_OF_RANGE, UNKNOWN_QUESTION, UNKNOWN_SIDE, check_version
from nlcaudit.rules.evidence import check_seen_by
from nlcaudit.sentences import Sentence

HANDS_PER_LEVEL = Rule("NLC515", "hands-per-level", "error", """
A show of hands does not have one number for each level.

Nobody could tell which number belongs to which level. Write as many numbers as the scale has levels, the lowest level
first; 0 where no hand was raised.
""")  # fmt: skip
ONE_SIDED_AGREEMENT = Rule("NLC516", "one-sided-agreement", "error", """
An agreed rating was not agreed on by two sides.

A rating that one side gives alone is its view, not an agreement. List under `sides` every side whose participants
agreed, or take the entry away; the first answers stay as they are in any case.
""")  # fmt: skip

RULES = (HANDS_PER_LEVEL, ONE_SIDED_AGREEMENT)


def check_workshop(workshop: Workshop, toolkit: Toolkit) -> Iterator[Finding]:
    """Everything in a workshop's record that does not fit the toolkit."""
    if workshop.toolkit.id != toolkit.id:
        said = Sentence("this file answers “{theirs}”, not “{ours}”", theirs=workshop.toolkit.id, ours=toolkit.id)
        yield OTHER_TOOLKIT.at(("toolkit", "id"), said, Sentence("name the engagement’s toolkit"))
        return
    yield from check_version(workshop.toolkit, toolkit)
    for index, show in enumerate(workshop.hands):
        yield from _question(show.question, ("hands", index, "question"), toolkit)
        if len(show.counts) != len(toolkit.levels):
            said = Sentence("{count} numbers for {levels} levels", count=len(show.counts), levels=len(toolkit.levels))
            yield HANDS_PER_LEVEL.at(("hands", index, "counts"), said,
                                     Sentence("write one number for each level, the lowest first"))  # fmt: skip
    for question_id, agreed in workshop.agreed.items():
        route = ("agreed", question_id)
        yield from _question(question_id, route, toolkit, key=True)
        yield from _agreed(agreed, question_id, route, toolkit)


def _question(question_id: str, route: Route, toolkit: Toolkit, *, key: bool = False) -> Iterator[Finding]:
    if question_id not in toolkit.by_id:
        said = Sentence("there is no question “{question}”", question=question_id)
        yield UNKNOWN_QUESTION.at(route, said, did_you_mean(question_id, toolkit.by_id), key=key)


def _agreed(agreed: AgreedRating, question_id: str, route: Route, toolkit: Toolkit) -> Iterator[Finding]:
    sides = [side.id for side in toolkit.sides]
    if agreed.rating > toolkit.top:
        said = Sentence("the rating of {question} is {rating}", question=question_id, rating=agreed.rating)
        yield RATING_OUT_OF_RANGE.at((*route, "rating"), said, Sentence("write 0 to {top}", top=toolkit.top))
    for index, side in enumerate(agreed.sides):
        if side not in sides:
            said = Sentence("there is no side “{side}”", side=side)
            yield UNKNOWN_SIDE.at((*route, "sides", index), said, did_you_mean(side, sides))
    if len(sides) > 1 and len(set(agreed.sides)) < 2:  # noqa: PLR2004 - it takes two to agree
        said = Sentence("only one side, or none, agreed on {question}", question=question_id)
        yield ONE_SIDED_AGREEMENT.at(route, said, Sentence("list the sides: {sides}", sides=sides), key=True)
    yield from check_seen_by(agreed.evidence, route, toolkit)
