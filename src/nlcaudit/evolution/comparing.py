"""Two versions of a toolkit → everything that is different. The order of files and questions does not count."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from nlcaudit.evolution import judgements as known
from nlcaudit.evolution.changes import PARTS, Change, Part
from nlcaudit.evolution.fields import compare_models
from nlcaudit.evolution.pairing import Pairs, pair_questions
from nlcaudit.evolution.questions import compare_questions
from nlcaudit.evolution.tracing import renamed_framework, renamed_group, renamed_side
from nlcaudit.evolution.versions import WEIGHTS, pending
from nlcaudit.framework import Toolkit
from nlcaudit.sentences import Sentence

NAMED = Sentence("a response that names it has no home, and no migration says what took its place")


@dataclass(frozen=True)
class Comparison:
    """What is different between two versions, the heaviest first, and how their questions were paired."""

    changes: tuple[Change, ...]
    pairs: Pairs


def compare(old: Toolkit, new: Toolkit) -> Comparison:
    """Compare two versions of a toolkit, with the migrations that the new one declares."""
    pairs = pair_questions(old, new)
    found = [*_head(old, new), *_scale(old, new), *_shared(old, new, pairs), *compare_questions(old, new, pairs)]
    ordered = sorted(set(found), key=lambda c: (WEIGHTS.index(c.weight), PARTS.index(c.part), c))
    return Comparison(tuple(ordered), pairs)


def _head(old: Toolkit, new: Toolkit) -> Iterator[Change]:
    source = old.languages[0].id
    for field in ("id", "title", "summary", "notice", "wording"):
        yield from compare_models("toolkit", new.id, _only(old, field), _only(new, field), source)
    yield from compare_models("policy", "scoring", _values(old.policy), _values(new.policy), source)
    before, after = old.policy.privacy, new.policy.privacy
    if after.threshold < before.threshold or after.minimum < before.minimum:
        kind, weight, reason = known.LESS_PRIVATE
        yield Change(weight, "policy", "scoring", kind, reason, ("privacy",))


def _only(toolkit: Toolkit, field: str) -> dict[str, object]:
    return {field: getattr(toolkit, field)}


def _values(model: BaseModel) -> dict[str, object]:
    return {name: getattr(model, name) for name in type(model).model_fields}


def _scale(old: Toolkit, new: Toolkit) -> Iterator[Change]:
    """Levels are paired by their place: a rating counts them."""
    if len(old.levels) != len(new.levels):
        yield Change(
            "major",
            "level",
            "scale",
            "rescaled",
            Sentence("a rating counts the levels, and their number changed"),
            said=Sentence("{old} → {new} levels", old=len(old.levels), new=len(new.levels)),
        )
        return
    for before, after in zip(old.levels, new.levels, strict=True):
        if before.id != after.id:
            kind, weight, reason = known.judgement("level", "id")
            yield Change(weight, "level", after.id, kind, reason, was=before.id)
        yield from compare_models("level", after.id, before, after, old.languages[0].id)


def _shared(old: Toolkit, new: Toolkit, pairs: Pairs) -> Iterator[Change]:
    steps, source = pending(new, old.version), old.languages[0].id
    renaming: dict[Part, dict[str, str]] = {
        "group": {group.id: renamed_group(group.id, steps) for group in old.groups},
        "side": {side.id: renamed_side(side.id, steps) for side in old.sides},
        "framework": {name: renamed_framework(name, steps) for name in old.roles},
    }
    for part, before, after in _lists(old, new):
        yield from _entries(part, _by_id(before), _by_id(after), renaming.get(part, {}), source)
    yield from _gone(old, new, renaming, pairs)
    renamed = renaming["framework"]
    for name, role in old.roles.items():
        now = renamed[name]
        if now in new.roles and new.roles[now] != role:
            kind, weight, reason = known.judgement("framework", "role")
            yield Change(weight, "framework", now, kind, reason, ("role",), said=f"{role} → {new.roles[now]}")


def _gone(old: Toolkit, new: Toolkit, renaming: Mapping[Part, Mapping[str, str]], pairs: Pairs) -> Iterator[Change]:
    """What responses name and cannot find; a framework is only missed while one of its questions lives on."""
    alive = {old.home[was][0].id for was in pairs.same.values()}
    present = {"group": new.group_by_id, "side": {side.id for side in new.sides}, "framework": new.roles}
    for part, renamed in renaming.items():
        for name, now in renamed.items():
            if now in present[part]:
                continue
            if part == "framework" and name not in alive:
                yield Change("minor", part, name, "removed", Sentence("its questions are gone with it"))
            else:
                yield Change("major", part, name, "removed", NAMED)


def _lists(old: Toolkit, new: Toolkit) -> Iterator[tuple[Part, Iterable[BaseModel], Iterable[BaseModel]]]:
    yield "language", old.languages, new.languages
    yield "side", old.sides, new.sides
    yield "group", old.groups, new.groups
    yield "lever", old.levers, new.levers
    yield "step-list", old.step_lists, new.step_lists
    yield "source", old.sources, new.sources
    yield "framework", old.frameworks, new.frameworks
    yield "theme", (t for f in old.frameworks for t in f.themes), (t for f in new.frameworks for t in f.themes)
    yield "case", old.cases, new.cases
    yield "term", old.terms, new.terms


def _by_id(entries: Iterable[BaseModel]) -> dict[str, BaseModel]:
    return {str(getattr(entry, "id")): entry for entry in entries}  # noqa: B009 - models share no base with an id


def _entries(
    part: Part, before: Mapping[str, BaseModel], after: Mapping[str, BaseModel], renamed: Mapping[str, str], source: str
) -> Iterator[Change]:
    taken = {renamed.get(name, name) for name in before}
    for name, entry in before.items():
        now = renamed.get(name, name)
        if now not in after:
            if not renamed:
                yield Change("minor", part, name, "removed", Sentence("no answer names it"))
            continue
        if now != name:
            yield Change("minor", part, now, "renamed", Sentence("declared by a migration"), was=name)
        yield from compare_models(part, now, entry, after[now], source)
    for name in after:
        if name not in taken:
            yield Change("minor", part, name, "added", Sentence("nothing that was answered changes"))
