"""Rules about engagements (NLC512 and NLC514), and those they share with responses."""

from collections.abc import Iterable, Iterator

from nlcaudit.diagnostics import Finding, Route, Rule, did_you_mean
from nlcaudit.engagement import NO_SIDE, EngagementFile
from nlcaudit.framework import Toolkit
from nlcaudit.rules.answers import UNKNOWN_FRAMEWORK, UNKNOWN_GROUP, UNKNOWN_SIDE, check_version
from nlcaudit.rules.references import DUPLICATE_ID
from nlcaudit.rules.tags import check_spoken
from nlcaudit.sentences import Sentence

TARGET_OUT_OF_RANGE = Rule("NLC512", "target-out-of-range", "error", """
A target lies above the highest level of the scale.

Targets are ratings, from 1 to the highest.
""")  # fmt: skip

UNKNOWN_SUBJECT = Rule("NLC514", "unknown-subject", "error", """
A reply is about something that the toolkit does not ask.

It would be printed nowhere. Write the id of a question or of a framework, or leave `about` out for a reply to the
whole.
""")  # fmt: skip

RULES = (TARGET_OUT_OF_RANGE, UNKNOWN_SUBJECT)


def check_engagement(file: EngagementFile, toolkit: Toolkit) -> Iterator[Finding]:
    """Everything in `engagement.yaml` that does not fit the toolkit."""
    yield from check_version(file.toolkit, toolkit)
    for index, language in enumerate(file.languages):
        yield from check_spoken(language, ("languages", index), toolkit)
    yield from _groups(file, toolkit)
    sides = [side.id for side in toolkit.sides]
    for index, sponsor in enumerate(file.sponsors):
        yield from _side(sponsor.side, sides, ("sponsors", index, "side"))
    subjects = [*toolkit.roles, *toolkit.by_id]
    for index, reply in enumerate(file.replies):
        yield from _side(reply.side, sides, ("replies", index, "side"))
        if reply.about is not None and reply.about not in subjects:
            yield UNKNOWN_SUBJECT.at(
                ("replies", index, "about"),
                Sentence("there is no question or framework “{name}”", name=reply.about),
                did_you_mean(reply.about, subjects),
            )
    yield from _chosen(file, toolkit)


def _groups(file: EngagementFile, toolkit: Toolkit) -> Iterator[Finding]:
    sides = [*(side.id for side in toolkit.sides), NO_SIDE]
    seen: set[str] = set()
    for index, group in enumerate(file.groups):
        if group.id in seen:
            yield DUPLICATE_ID.at(
                ("groups", index, "id"),
                Sentence("“{group}” is a group already", group=group.id),
                Sentence("keep one of the two"),
            )
        elif group.id not in toolkit.group_by_id:
            yield UNKNOWN_GROUP.at(("groups", index, "id"), Sentence("there is no group “{group}”", group=group.id),
                                   did_you_mean(group.id, toolkit.group_by_id))  # fmt: skip
        seen.add(group.id)
        if group.side is not None:
            yield from _side(group.side, sides, ("groups", index, "side"))


def _side(named: str, sides: Iterable[str], route: Route) -> Iterator[Finding]:
    if named not in sides:
        yield UNKNOWN_SIDE.at(route, Sentence("there is no side “{named}”", named=named), did_you_mean(named, sides))


def _chosen(file: EngagementFile, toolkit: Toolkit) -> Iterator[Finding]:
    for index, module in enumerate(file.modules):
        if toolkit.roles.get(module) != "module":
            modules = [name for name, role in toolkit.roles.items() if role == "module"]
            yield UNKNOWN_FRAMEWORK.at(("modules", index), Sentence("there is no module “{module}”", module=module),
                                       did_you_mean(module, modules))  # fmt: skip
    for framework, target in file.targets.items():
        if framework not in toolkit.roles:
            yield UNKNOWN_FRAMEWORK.at(
                ("targets", framework),
                Sentence("there is no framework “{framework}”", framework=framework),
                did_you_mean(framework, toolkit.roles),
                key=True,
            )
        elif not 1 <= target <= toolkit.top:
            yield TARGET_OUT_OF_RANGE.at(
                ("targets", framework),
                Sentence("the target of {framework} is {target}", framework=framework, target=target),
                Sentence("write 1 to {top}", top=toolkit.top),
            )
