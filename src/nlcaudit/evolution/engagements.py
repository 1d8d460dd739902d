"""What has to change in `engagement.yaml` when its toolkit gets a new version."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nlcaudit.diagnostics import Route
from nlcaudit.engagement import EngagementFile
from nlcaudit.evolution.migrating import Stuck
from nlcaudit.evolution.tracing import renamed_framework, renamed_group, renamed_side, trace_question
from nlcaudit.evolution.versions import pending
from nlcaudit.framework import Migration, Toolkit
from nlcaudit.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Edit:
    """One word of a file that becomes another; with `key`, the key at the route instead of its value."""

    route: Route
    old: str
    new: str
    key: bool = False


def engagement_edits(file: EngagementFile, toolkit: Toolkit) -> tuple[Edit, ...] | Stuck:
    """Say what changes in an engagement's file; the rest of it, comments included, stays as it is written."""
    written = file.toolkit
    steps = pending(toolkit, written.version)
    merged = Counter(renamed_group(group.id, steps) for group in file.groups)
    double = next((group for group, count in merged.items() if count > 1), None)
    if double is not None:
        return Stuck(Sentence("several of its groups became “{group}”", group=double),
                     Sentence("make them one entry, “id: {group}”, and try again", group=double))  # fmt: skip
    edits = [Edit(("toolkit", "version"), written.version, toolkit.version)]
    if written.sha256 is not None:
        edits.append(Edit(("toolkit", "sha256"), written.sha256, toolkit.fingerprint))
    edits += [*_groups(file, steps), *_sides(file, steps), *_chosen(file, steps)]
    return tuple(edit for edit in edits if edit.old != edit.new)


def _groups(file: EngagementFile, steps: tuple[Migration, ...]) -> Iterator[Edit]:
    for index, group in enumerate(file.groups):
        yield Edit(("groups", index, "id"), group.id, renamed_group(group.id, steps))
        if group.side is not None:
            yield Edit(("groups", index, "side"), group.side, renamed_side(group.side, steps))


def _sides(file: EngagementFile, steps: tuple[Migration, ...]) -> Iterator[Edit]:
    for index, sponsor in enumerate(file.sponsors):
        yield Edit(("sponsors", index, "side"), sponsor.side, renamed_side(sponsor.side, steps))
    for index, reply in enumerate(file.replies):
        yield Edit(("replies", index, "side"), reply.side, renamed_side(reply.side, steps))


def _chosen(file: EngagementFile, steps: tuple[Migration, ...]) -> Iterator[Edit]:
    for index, reply in enumerate(file.replies):
        if reply.about is not None:
            question, _ = trace_question(reply.about, steps)
            about = question if question != reply.about else renamed_framework(reply.about, steps)
            yield Edit(("replies", index, "about"), reply.about, about)
    for index, module in enumerate(file.modules):
        yield Edit(("modules", index), module, renamed_framework(module, steps))
    for framework, target in file.targets.items():
        yield Edit(("targets", framework), str(target), str(_level(target, steps)))
        yield Edit(("targets", framework), framework, renamed_framework(framework, steps), key=True)


def _level(target: int, steps: tuple[Migration, ...]) -> int:
    """A target on the scale of now; one whose level is gone stays, for `validate` to tell."""
    level: int | None = target
    for step in steps:
        if step.scale is not None and level is not None:
            level = step.scale[level] if level < len(step.scale) else None
    return target if level is None else level
