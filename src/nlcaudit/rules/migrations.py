"""Rules about the `migrations` of a toolkit, which say how older answers are read (NLC606…NLC611).

What is checked goes backwards, from the questions there are now: nobody has the older versions at hand here.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from nlcaudit.diagnostics import Finding, Route, Rule, did_you_mean
from nlcaudit.evolution.versions import number
from nlcaudit.framework.migrations import LevelMap, Migration
from nlcaudit.rules.walking import Draft
from nlcaudit.sentences import Sentence

MIGRATION_ORDER = Rule("NLC606", "migration-order", "error", """
The versions of the migrations do not rise up to the version of the toolkit.

Each migration says what changed on the way `to` a version of one to three numbers (`1.2.0`). They stand in ascending
order, one for each version, and none leads beyond the version that the toolkit has.
""")  # fmt: skip
UNKNOWN_TARGET = Rule("NLC607", "unknown-migration-target", "error", """
A migration leads to an id that the toolkit does not have in that version.

Answers that follow it would have no home. Write the id of a question (under `frameworks`, `groups` and `sides`: of one
of those) that is there now, or that a later migration renames or removes.
""")  # fmt: skip
ID_IN_USE = Rule("NLC608", "id-in-use", "error", """
An id that a migration renames or removes is there all the same.

An id is never used again for something else: older answers would be read as answers to the new question. Give the new
one an id of its own. If it is the same question again, say so in a later migration: `restored: [id]`.
""")  # fmt: skip
TWO_FATES = Rule("NLC609", "two-fates", "error", """
A migration says two things about one question.

One question is either renamed or removed, and two questions cannot become one: a respondent has answered both, and only
one answer could stay. Keep the one that asks the same, and list the other under `removed`.
""")  # fmt: skip
RENAME_CIRCLE = Rule("NLC610", "rename-circle", "error", """
A migration renames a question to an id that it takes from another.

In one version an id would mean one question before and another after it, and a file that was moved halfway could not be
told from one that was not. Give one of the two a new id.
""")  # fmt: skip
LEVEL_MAP = Rule("NLC611", "level-map", "error", """
A map of levels does not fit the scales it leads from and to.

It says for each level of before, lowest first, which level says the same now: `[0, 1, 1, 3]`, with `null` where none
does. It has as many entries as there were levels, never falls, and stays on the scale.
""")  # fmt: skip

RULES = (MIGRATION_ORDER, UNKNOWN_TARGET, ID_IN_USE, TWO_FATES, RENAME_CIRCLE, LEVEL_MAP)


def check_order(draft: Draft) -> Iterator[Finding]:
    """Versions rise, and none lies beyond the toolkit's."""
    current, before = number(draft.toolkit.version), None
    for index, step in enumerate(draft.toolkit.migrations):
        here = number(step.to)
        place = draft.shared("migrations", index, "to")
        if here is None:
            yield MIGRATION_ORDER.at(
                place, Sentence("“{to}” is not a version of one to three numbers", to=step.to), Sentence("write 1.2.0")
            )
        elif before is not None and here <= before:
            yield MIGRATION_ORDER.at(place, Sentence("{to} does not come after the migration before it", to=step.to),
                                     Sentence("put them in ascending order, one for each version"))  # fmt: skip
        elif current is None or here > current:
            yield MIGRATION_ORDER.at(
                place,
                Sentence("{to} is not a version up to {version}", to=step.to, version=draft.toolkit.version),
                Sentence("write “version: {to}”, or an earlier version here", to=step.to),
            )
        before = here or before


def check_fates(draft: Draft) -> Iterator[Finding]:
    """Every question has one fate in one migration."""
    for index, step in enumerate(draft.toolkit.migrations):
        place = draft.shared("migrations", index)
        takers: dict[str, str] = {}
        for old, new in step.renamed.items():
            route = (*place, "renamed", old)
            if old in step.removed:
                yield TWO_FATES.at(
                    route, Sentence("{old} is renamed and removed", old=old), Sentence("keep one of the two"), key=True
                )
            if new in step.renamed:
                yield RENAME_CIRCLE.at(
                    route, Sentence("{new} is renamed in the same version", new=new), Sentence("choose a new id")
                )
            elif new in takers:
                yield TWO_FATES.at(
                    route,
                    Sentence("{other} becomes {new} already", other=takers[new], new=new),
                    Sentence("list {old} under “removed”", old=old),
                )
            takers.setdefault(new, old)


def check_targets(draft: Draft) -> Iterator[Finding]:
    """What a migration leads to is there, and what it leads away from is not."""
    toolkit = draft.toolkit
    yield from _ways(draft, "groups", {group.id for group in toolkit.groups})
    yield from _ways(draft, "sides", {side.id for side in toolkit.sides})
    yield from _ways(draft, "frameworks", set(toolkit.roles))
    if not draft.broken:
        yield from _questions(draft)


def _backwards(draft: Draft) -> list[tuple[int, Migration]]:
    """The migrations with their places in the file, newest first; those without a version of numbers left out."""
    dated = [(at, place, step) for place, step in enumerate(draft.toolkit.migrations) if (at := number(step.to))]
    return [(place, step) for _, place, step in sorted(dated, key=lambda one: one[:2], reverse=True)]


def _ways(draft: Draft, key: str, there: set[str]) -> Iterator[Finding]:
    for index, step in _backwards(draft):
        ways: Mapping[str, str] = getattr(step, key)
        yield from _moved(draft.shared("migrations", index, key), ways, there)
        there = there - set(ways.values()) | set(ways)


def _moved(place: Route, ways: Mapping[str, str], there: set[str]) -> Iterator[Finding]:
    for old, new in ways.items():
        if new not in there:
            yield UNKNOWN_TARGET.at(
                (*place, old), Sentence("there is no “{new}” in that version", new=new), did_you_mean(new, there)
            )
        if old in there and old not in ways.values():
            yield _in_use((*place, old), old)


def _in_use(route: Route, old: str) -> Finding:
    return ID_IN_USE.at(
        route,
        Sentence("“{old}” is there all the same", old=old),
        Sentence("give the new one an id of its own"),
        key=True,
    )


def _questions(draft: Draft) -> Iterator[Finding]:
    there = set(draft.toolkit.by_id)
    for index, step in _backwards(draft):
        place = draft.shared("migrations", index)
        yield from _moved((*place, "renamed"), step.renamed, there)
        for old in step.removed:
            if old in there:
                yield _in_use((*place, "removed", old), old)
        yield from _named(place, step, there)
        there = there - set(step.renamed.values()) - set(step.restored) | set(step.renamed) | set(step.removed)


def _named(place: Route, step: Migration, there: set[str]) -> Iterator[Finding]:
    lists: tuple[tuple[str, tuple[str, ...]], ...] = (("restored", step.restored), ("reworded", step.reworded))
    for key, names in lists:
        for at, name in enumerate(names):
            if name not in there:
                yield UNKNOWN_TARGET.at((*place, key, at), Sentence("there is no “{name}” in that version", name=name),
                                        did_you_mean(name, there))  # fmt: skip
    for name in step.levels:
        if name not in there:
            yield UNKNOWN_TARGET.at(
                (*place, "levels", name),
                Sentence("there is no “{name}” in that version", name=name),
                did_you_mean(name, there),
                key=True,
            )


def check_level_maps(draft: Draft) -> Iterator[Finding]:
    """Each map leads from all levels of its time to levels that there were next, without falling."""
    after = len(draft.toolkit.levels)
    for index, step in _backwards(draft):
        place = draft.shared("migrations", index)
        before = len(step.scale) if step.scale is not None else after
        if step.scale is not None:
            yield from _map((*place, "scale"), step.scale, before, after)
        for name, levels in step.levels.items():
            yield from _map((*place, "levels", name), levels, before, after)
        after = before


def _map(place: Route, levels: LevelMap, before: int, after: int) -> Iterator[Finding]:
    known = [level for level in levels if level is not None]
    if len(levels) != before:
        yield LEVEL_MAP.at(
            place,
            Sentence("{entries} entries for {before} levels", entries=len(levels), before=before),
            Sentence("write one for each level of before"),
        )
    elif any(level >= after for level in known):
        yield LEVEL_MAP.at(
            place,
            Sentence("level {level} is not on the scale", level=max(known)),
            Sentence("write 0 to {top}, or null", top=after - 1),
        )
    elif any(low > high for low, high in pairwise(known)):
        yield LEVEL_MAP.at(place, Sentence("the levels fall"), Sentence("a higher level of before cannot say less now"))


CHECKS = (check_order, check_fates, check_targets, check_level_maps)
