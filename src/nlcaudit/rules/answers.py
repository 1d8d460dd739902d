"""Rules about responses and engagements (NLC5xx)."""

from collections.abc import Iterator

from nlcaudit.diagnostics import Finding, Rule, did_you_mean
from nlcaudit.engagement import CHOICE_KEYS, NO_SIDE, Answer, EngagementFile, Response
from nlcaudit.framework import Toolkit

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

Questions may have changed since. Answers to questions that still exist are used.
""")  # fmt: skip
UNKNOWN_GROUP = Rule("NLC505", "unknown-respondent-group", "error", """
A response or an engagement names a group that the toolkit does not have.

Its answers would belong to nobody. Write the id of one of the toolkit's groups.
""")  # fmt: skip
NOT_ONE_ANSWER = Rule("NLC506", "not-one-answer", "error", """
An answer is several kinds of answer at once, or none.

“Don't know”, “outside our powers”, “not applicable” and a rating mean five different things with “unanswered”.
Keep exactly one of the keys `rating`, `dont_know`, `outside_powers`, `not_applicable`. An answer that was only begun may
hold a note or evidence alone.
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
UNKNOWN_ENGAGEMENT_SIDE = Rule("NLC510", "unknown-engagement-side", "error", """
The engagement names a side that the toolkit does not have.

Write the id of one of the toolkit's sides, or `none` for a group that is on neither.
""")  # fmt: skip
NAMED_PERSON = Rule("NLC511", "named-person", "error", """
A person's response carries a name.

Persons answer under a pseudonym; only an institution's cleared answer has a name. Remove `name` and `released`.
""")  # fmt: skip
TARGET_OUT_OF_RANGE = Rule("NLC512", "target-out-of-range", "error", """
A target lies above the highest level of the scale.

Targets are ratings, from 1 to the highest.
""")  # fmt: skip

RULES = (
    UNKNOWN_QUESTION, RATING_OUT_OF_RANGE, OTHER_TOOLKIT, OTHER_VERSION, UNKNOWN_GROUP, NOT_ONE_ANSWER,
    SAME_RESPONDENT, UNKNOWN_FRAMEWORK, NO_GROUP, UNKNOWN_ENGAGEMENT_SIDE, NAMED_PERSON, TARGET_OUT_OF_RANGE,
)  # fmt: skip


def check_response(response: Response, toolkit: Toolkit) -> Iterator[Finding]:
    """Everything in a response that does not fit the toolkit."""
    if response.toolkit.id != toolkit.id:
        yield OTHER_TOOLKIT.at(("toolkit", "id"), f"this file answers “{response.toolkit.id}”, not “{toolkit.id}”",
                               "score it with the toolkit it names")  # fmt: skip
        return
    if response.toolkit.version != toolkit.version:
        yield OTHER_VERSION.at(("toolkit", "version"),
                               f"written with version {response.toolkit.version}; this is {toolkit.version}")  # fmt: skip
    yield from _respondent(response, toolkit)
    for index, framework in enumerate(response.frameworks):
        if framework not in toolkit.roles:
            yield UNKNOWN_FRAMEWORK.at(("frameworks", index), f"there is no framework “{framework}”",
                                       did_you_mean(framework, toolkit.roles))  # fmt: skip
    for question_id, answer in response.answers.items():
        yield from _answer(question_id, answer, toolkit)


def _respondent(response: Response, toolkit: Toolkit) -> Iterator[Finding]:
    if response.group is None and toolkit.groups:
        yield NO_GROUP.at((), f"“{response.respondent}” belongs to no group", "add “group: …”")
    elif response.group is not None and response.group not in toolkit.group_by_id:
        yield UNKNOWN_GROUP.at(("group",), f"there is no group “{response.group}”",
                               did_you_mean(response.group, toolkit.group_by_id))  # fmt: skip
    if response.voice == "person" and (response.name or response.released):
        key = "name" if response.name else "released"
        yield NAMED_PERSON.at((key,), f"“{response.respondent}” is a person and has “{key}”", "remove it", key=True)


def _answer(question_id: str, answer: Answer, toolkit: Toolkit) -> Iterator[Finding]:
    route = ("answers", question_id)
    if question_id not in toolkit.by_id:
        yield UNKNOWN_QUESTION.at(route, f"there is no question “{question_id}”",
                                  did_you_mean(question_id, toolkit.by_id), key=True)  # fmt: skip
    kinds = [key for key in CHOICE_KEYS if getattr(answer, key) is not None]
    if len(kinds) > 1 or not (kinds or answer.note or answer.evidence or answer.confidence or answer.flag):
        said = " and ".join(kinds) or "nothing"
        yield NOT_ONE_ANSWER.at(route, f"the answer to {question_id} says {said}", "keep exactly one kind", key=True)
    if answer.rating is not None and answer.rating > toolkit.top:
        yield RATING_OUT_OF_RANGE.at((*route, "rating"), f"the rating of {question_id} is {answer.rating}",
                                     f"write 0 to {toolkit.top}")  # fmt: skip


def check_engagement(file: EngagementFile, toolkit: Toolkit) -> Iterator[Finding]:
    """Everything in `engagement.yaml` that does not fit the toolkit."""
    if file.toolkit.version != toolkit.version:
        yield OTHER_VERSION.at(("toolkit", "version"),
                               f"written with version {file.toolkit.version}; this is {toolkit.version}")  # fmt: skip
    sides = {side.id for side in toolkit.sides} | {NO_SIDE}
    for index, group in enumerate(file.groups):
        if group.id not in toolkit.group_by_id:
            yield UNKNOWN_GROUP.at(("groups", index, "id"), f"there is no group “{group.id}”",
                                   did_you_mean(group.id, toolkit.group_by_id))  # fmt: skip
        if group.side is not None and group.side not in sides:
            yield UNKNOWN_ENGAGEMENT_SIDE.at(("groups", index, "side"), f"there is no side “{group.side}”",
                                             did_you_mean(group.side, sides))  # fmt: skip
    for key, named in (("sponsors", file.sponsors), ("replies", file.replies)):
        for index, one in enumerate(named):
            if one.side not in sides - {NO_SIDE}:
                yield UNKNOWN_ENGAGEMENT_SIDE.at((key, index, "side"), f"there is no side “{one.side}”",
                                                 did_you_mean(one.side, sides - {NO_SIDE}))  # fmt: skip
    yield from _chosen(file, toolkit)


def _chosen(file: EngagementFile, toolkit: Toolkit) -> Iterator[Finding]:
    for index, module in enumerate(file.modules):
        if toolkit.roles.get(module) != "module":
            modules = [name for name, role in toolkit.roles.items() if role == "module"]
            yield UNKNOWN_FRAMEWORK.at(("modules", index), f"there is no module “{module}”",
                                       did_you_mean(module, modules))  # fmt: skip
    for framework, target in file.targets.items():
        if framework not in toolkit.roles:
            yield UNKNOWN_FRAMEWORK.at(("targets", framework), f"there is no framework “{framework}”",
                                       did_you_mean(framework, toolkit.roles), key=True)  # fmt: skip
        elif not 1 <= target <= toolkit.top:
            yield TARGET_OUT_OF_RANGE.at(("targets", framework), f"the target of {framework} is {target}",
                                         f"write 1 to {toolkit.top}")  # fmt: skip
