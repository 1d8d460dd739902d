"""Rules about responses (NLC50x and NLC511)."""

from collections.abc import Iterator

from nlcaudit.diagnostics import Finding, Rule, did_you_mean
from nlcaudit.engagement import CHOICE_KEYS, Answer, Response, ToolkitRef
from nlcaudit.framework import Toolkit
from nlcaudit.rules.evolution import NOT_MIGRATED, check_standing
from nlcaudit.rules.tags import check_spoken
from nlcaudit.sentences import Sentence

UNKNOWN_QUESTION = Rule("NLC501", "unknown-question", "error", """
Answers a question that the toolkit does not ask.

The answer would count nowhere. Correct the id; if the question was renamed or removed in a newer version, the answer
belongs to that older version.
""")  # fmt: skip
RATING_OUT_OF_RANGE = Rule("NLC502", "rating-out-of-range", "error", """
A rating lies above the highest level of the scale.

Ratings count from 0. Write one of the levels, or `dont_know: true`.
""")  # fmt: skip
OTHER_TOOLKIT = Rule("NLC503", "other-toolkit", "error", """
The file answers another toolkit.

Its answers cannot be read with this one. Choose the toolkit that the file names.
""")  # fmt: skip
OTHER_VERSION = Rule("NLC504", "other-version", "warning", """
The file was written with another version of the toolkit.

Questions may have changed since. Answers to questions that still exist are used. `nlcaudit migrate` moves the file to
the current version and says what moved.
""")  # fmt: skip
UNKNOWN_GROUP = Rule("NLC505", "unknown-respondent-group", "error", """
A response or an engagement names a group that the toolkit does not have.

Its answers would belong to nobody. Write the id of one of the toolkit's groups.
""")  # fmt: skip
NOT_ONE_ANSWER = Rule("NLC506", "not-one-answer", "error", """
An answer is several kinds of answer at once, or none.

“Don't know”, “outside our powers”, “not applicable” and a rating mean five different things with “unanswered”.
Keep exactly one of the keys `rating`, `dont_know`, `outside_powers`, `not_applicable`. An answer that was only begun
may hold a note or evidence alone.
""")  # fmt: skip
SAME_RESPONDENT = Rule("NLC507", "same-respondent", "error", """
Two files carry the same respondent's pseudonym.

They would count twice. Give one its own pseudonym, or delete the older copy.
""")  # fmt: skip
UNKNOWN_FRAMEWORK = Rule("NLC508", "unknown-framework", "error", """
Names a framework that the toolkit does not have.

Write the id of one of the toolkit's members.
""")  # fmt: skip
NO_GROUP = Rule("NLC509", "no-group", "error", """
A response does not say which group it comes from.

Where the toolkit has groups, scores weigh groups, so an answer without one cannot be placed. Add `group: …`.
""")  # fmt: skip
UNKNOWN_SIDE = Rule("NLC510", "unknown-respondent-side", "error", """
A response or an engagement names a side that the toolkit does not have.

Write the id of one of the toolkit's sides, or `none` for a group that is on neither.
""")  # fmt: skip
NAMED_PERSON = Rule("NLC511", "named-person", "error", """
A person's response carries a name.

Persons answer under a pseudonym; only an institution's cleared answer has a name. Remove `name` and `released`.
""")  # fmt: skip
TOOLKIT_NOT_FOUND = Rule("NLC513", "toolkit-not-found", "error", """
The toolkit that the file answers cannot be found.

A toolkit that comes with nlcaudit is named by its `id`. Any other is also named by its `path`: from the engagement's
folder, or from the folder of a response that stands alone.
""")  # fmt: skip

RULES = (
    UNKNOWN_QUESTION, RATING_OUT_OF_RANGE, OTHER_TOOLKIT, OTHER_VERSION, UNKNOWN_GROUP, NOT_ONE_ANSWER,
    SAME_RESPONDENT, UNKNOWN_FRAMEWORK, NO_GROUP, UNKNOWN_SIDE, NAMED_PERSON, TOOLKIT_NOT_FOUND,
)  # fmt: skip


def check_response(response: Response, toolkit: Toolkit) -> Iterator[Finding]:
    """Everything in a response that does not fit the toolkit."""
    if response.toolkit.id != toolkit.id:
        yield OTHER_TOOLKIT.at(
            ("toolkit", "id"),
            Sentence("this file answers “{written}”, not “{wanted}”", written=response.toolkit.id, wanted=toolkit.id),
            Sentence("score it with the toolkit it names"),
        )
        return
    standing = list(check_standing(response, toolkit))
    yield from standing
    if any(finding.rule is NOT_MIGRATED for finding in standing):
        return  # what does not fit is what has to move
    yield from check_version(response.toolkit, toolkit)
    yield from _respondent(response, toolkit)
    if "language" in response.model_fields_set:
        yield from check_spoken(response.language, ("language",), toolkit)
    for index, framework in enumerate(response.frameworks):
        if framework not in toolkit.roles:
            yield UNKNOWN_FRAMEWORK.at(
                ("frameworks", index),
                Sentence("there is no framework “{framework}”", framework=framework),
                did_you_mean(framework, toolkit.roles),
            )
    for question_id, answer in response.answers.items():
        yield from _answer(question_id, answer, toolkit)


def _respondent(response: Response, toolkit: Toolkit) -> Iterator[Finding]:
    if response.group is None and toolkit.groups:
        yield NO_GROUP.at(
            (),
            Sentence("“{respondent}” belongs to no group", respondent=response.respondent),
            Sentence("add “group: …”"),
        )
    elif response.group is not None and response.group not in toolkit.group_by_id:
        yield UNKNOWN_GROUP.at(("group",), Sentence("there is no group “{group}”", group=response.group),
                               did_you_mean(response.group, toolkit.group_by_id))  # fmt: skip
    if response.voice == "person" and (response.name or response.released):
        key = "name" if response.name else "released"
        yield NAMED_PERSON.at(
            (key,),
            Sentence("“{respondent}” is a person and has “{key}”", respondent=response.respondent, key=key),
            Sentence("remove it"),
            key=True,
        )


def check_version(written: ToolkitRef, toolkit: Toolkit) -> Iterator[Finding]:
    """The file was written with the toolkit as it is now."""
    if written.version != toolkit.version:
        said = Sentence(
            "written with version {written}; this is {current}", written=written.version, current=toolkit.version
        )
        yield OTHER_VERSION.at(("toolkit", "version"), said, Sentence("nlcaudit migrate moves it"))
    elif written.sha256 is not None and written.sha256 != toolkit.fingerprint:
        said = Sentence("the toolkit has changed since, though it is still version {version}", version=toolkit.version)
        yield OTHER_VERSION.at(("toolkit", "sha256"), said, Sentence("a change of the texts deserves a new version"))


def _answer(question_id: str, answer: Answer, toolkit: Toolkit) -> Iterator[Finding]:
    route = ("answers", question_id)
    if question_id not in toolkit.by_id:
        yield UNKNOWN_QUESTION.at(route, Sentence("there is no question “{question}”", question=question_id),
                                  did_you_mean(question_id, toolkit.by_id), key=True)  # fmt: skip
    kinds = [key for key in CHOICE_KEYS if getattr(answer, key) is not None]
    if len(kinds) > 1 or not (
        kinds or answer.note or answer.evidence or answer.confidence or answer.flag or answer.then is not None
    ):
        said = Sentence("the answer to {question} says: {kinds}", question=question_id,
                        kinds=kinds or [Sentence("nothing")])  # fmt: skip
        yield NOT_ONE_ANSWER.at(route, said, Sentence("keep exactly one kind"), key=True)
    sides = [side.id for side in toolkit.sides]
    for index, record in enumerate(answer.evidence):
        if record.seen_by is not None and record.seen_by not in sides:
            yield UNKNOWN_SIDE.at(
                (*route, "evidence", index, "seen_by"),
                Sentence("there is no side “{side}”", side=record.seen_by),
                did_you_mean(record.seen_by, sides),
            )
    if answer.rating is not None and answer.rating > toolkit.top:
        said = Sentence("the rating of {question} lies above the scale", question=question_id)
        yield RATING_OUT_OF_RANGE.at((*route, "rating"), said, Sentence("write 0 to {top}", top=toolkit.top))
    if answer.then is not None and answer.then > toolkit.top:
        said = Sentence("the rating of {question} a year ago lies above the scale", question=question_id)
        yield RATING_OUT_OF_RANGE.at((*route, "then"), said, Sentence("write 0 to {top}", top=toolkit.top))
