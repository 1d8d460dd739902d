"""Moves one response to the current version of its toolkit; every answer stays in it.

An answer without a home becomes an orphan, as it was given. Each migration follows every orphan anew from the version
it was given in, so one comes back as soon as its question does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nlcaudit.engagement import Answer, Orphan, Response, ToolkitRef
from nlcaudit.evolution.replacing import moved_trace
from nlcaudit.evolution.tracing import Traced, renamed_framework, renamed_group, trace, trace_question
from nlcaudit.evolution.versions import Number, number, pending
from nlcaudit.framework import Migration, Toolkit
from nlcaudit.sentences import Sentence

MoveKind = Literal["renamed", "rescaled", "reworded", "orphaned", "restored", "regrouped", "framework"]


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that moved, in words.

    Attributes:
        subject: the id that it had in the file.
        text: what became of it.
    """

    kind: MoveKind
    subject: str
    text: Sentence


@dataclass(frozen=True, slots=True)
class Moved:
    """A response at the toolkit's version; the same object when nothing had to move."""

    response: Response
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Stuck:
    """A response that cannot be moved, and stays as it is."""

    reason: Sentence
    hint: Sentence


@dataclass
class Sorting:
    """Answers on their way to their homes."""

    version: str
    answers: dict[str, Answer] = field(default_factory=dict)
    orphans: list[Orphan] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)

    def settle(self, old: str, given: Answer, traced: Traced) -> None:
        """Put an answer under its question."""
        after = traced.answer
        if traced.question != old:
            self.moves.append(Move("renamed", old, Sentence("now {id}", id=traced.question)))
        if after.rating != given.rating:
            self.moves.append(
                Move("rescaled", old, Sentence("rating {old} is now {new}", old=given.rating, new=after.rating))
            )
        if traced.reworded and after.wording is None:
            after = after.model_copy(update={"wording": self.version})
            self.moves.append(
                Move(
                    "reworded",
                    old,
                    Sentence("kept; marked as an answer to the wording of {version}", version=self.version),
                )
            )
        self.answers[traced.question] = after
        self.strand(Orphan(question=old, version=self.version, answer=given), traced)

    def strand(self, given: Orphan, traced: Traced) -> None:
        """Keep the rating of a year ago that no level says any more, by itself; the answer goes on without it."""
        if traced.stranded is not None:
            alone = given.model_copy(update={"answer": Answer(then=traced.stranded)})
            self.orphans.append(alone)
            said = Sentence("no level says its rating of a year ago, {then}, any more", then=traced.stranded)
            self.moves.append(Move("orphaned", given.question, said))

    def orphan(self, old: str, given: Answer, why: Sentence) -> None:
        """Keep an answer that has no home."""
        self.orphans.append(Orphan(question=old, version=self.version, answer=given))
        self.moves.append(Move("orphaned", old, why))


def is_behind(written: ToolkitRef, toolkit: Toolkit) -> bool:
    """Tell whether a file was written with the toolkit as it is not any more."""
    return written.version != toolkit.version or written.sha256 not in (None, toolkit.fingerprint)


def migrate(response: Response, toolkit: Toolkit) -> Moved | Stuck:
    """Move a response to the version of a toolkit.

    Where the file was written with the toolkit as it is, only orphans whose question is back move: an unknown id in
    it is a slip of the pen, for `validate` to tell.
    """
    refused = refusal(response.toolkit, toolkit)
    if refused is not None:
        return refused
    behind = is_behind(response.toolkit, toolkit)
    steps = pending(toolkit, response.toolkit.version)
    sorting = Sorting(response.toolkit.version)
    if behind:
        _sort(response, steps, toolkit, sorting)
    else:
        sorting.answers.update(response.answers)
    _welcome_back(response, toolkit, sorting)
    if not behind and not sorting.moves:
        return Moved(response)
    group = _group(response, steps, sorting)
    if behind and group is not None and toolkit.groups and group not in toolkit.group_by_id:
        return Stuck(
            Sentence("its group “{group}” is gone", group=group),
            Sentence("declare “groups: {old: new}” in the toolkit's migrations"),
        )
    frameworks = _frameworks(response, steps, toolkit, sorting)
    if not frameworks:
        return Stuck(
            Sentence("none of the frameworks it answers is left"),
            Sentence("declare “frameworks: {old: new}” in the toolkit's migrations"),
        )
    return Moved(_written(response, toolkit, sorting, group, frameworks), tuple(sorting.moves))


def _written(
    response: Response, toolkit: Toolkit, sorting: Sorting, group: str | None, frameworks: tuple[str, ...]
) -> Response:
    here, removal = trace_question(response.resume_at or "", pending(toolkit, response.toolkit.version))
    stamp = toolkit.fingerprint if response.toolkit.sha256 is not None else None
    after = response.model_copy(update={
        "toolkit": response.toolkit.model_copy(update={"version": toolkit.version, "sha256": stamp}),
        "group": group, "frameworks": frameworks,
        "resume_at": here if here in toolkit.by_id and removal is None else None,
        "answers": sorting.answers, "orphaned": tuple(sorting.orphans),
    })  # fmt: skip
    return after.model_copy(update={"imported": moved_trace(response, after, toolkit)})


def refusal(written: ToolkitRef, toolkit: Toolkit) -> Stuck | None:
    """Say why a file cannot be moved, or None."""
    if written.id != toolkit.id:
        return Stuck(
            Sentence("it answers the toolkit “{written}”, not “{wanted}”", written=written.id, wanted=toolkit.id),
            Sentence("name its own toolkit"),
        )
    if written.version == toolkit.version:
        return None
    old, new = number(written.version), number(toolkit.version)
    if _newer(old, new):
        return Stuck(
            Sentence(
                "it was written with version {written}; the toolkit here is {current}",
                written=written.version,
                current=toolkit.version,
            ),
            Sentence("bring the toolkit up to date, or nlcaudit: pipx upgrade nlcaudit"),
        )
    if old is None and toolkit.migrations:
        return Stuck(
            Sentence(
                "nobody can tell whether its version “{written}” is older than {current}",
                written=written.version,
                current=toolkit.version,
            ),
            Sentence("write the version as numbers, such as 1.0.0"),
        )
    return None


def _newer(old: Number | None, new: Number | None) -> bool:
    return old is not None and new is not None and old > new


def _sort(response: Response, steps: tuple[Migration, ...], toolkit: Toolkit, sorting: Sorting) -> None:
    """Settle every answer; of two that claim one question, the one that had its id already stays."""
    traced = {old: trace(old, answer, steps, toolkit) for old, answer in response.answers.items()}
    owners: dict[str, str] = {}
    for old in sorted(traced, key=lambda old: traced[old].question != old):
        if not traced[old].lost:
            owners.setdefault(traced[old].question, old)
    for old, answer in response.answers.items():
        here = traced[old]
        if here.lost:
            sorting.orphan(old, answer, here.lost)
        elif owners[here.question] != old:
            sorting.orphan(old, answer, Sentence("{question} has an answer of its own", question=here.question))
        else:
            sorting.settle(old, answer, here)


def _welcome_back(response: Response, toolkit: Toolkit, sorting: Sorting) -> None:
    """Settle the orphans whose question is there again; the others stay, in front of new ones."""
    staying: list[Orphan] = []
    for orphan in response.orphaned:
        traced = trace(orphan.question, orphan.answer, pending(toolkit, orphan.version), toolkit)
        if traced.lost or traced.question in sorting.answers:
            staying.append(orphan)
            continue
        after = traced.answer
        if traced.reworded and after.wording is None:
            after = after.model_copy(update={"wording": orphan.version})
        sorting.answers = _inserted(sorting.answers, traced.question, after, toolkit)
        sorting.back.append(traced.question)
        sorting.moves.append(Move("restored", orphan.question, Sentence("back under {id}", id=traced.question)))
        sorting.strand(orphan, traced)
    sorting.orphans[:0] = staying


def _inserted(answers: Mapping[str, Answer], question: str, answer: Answer, toolkit: Toolkit) -> dict[str, Answer]:
    """Put an answer in front of the first that comes after it in the toolkit."""
    place = {known: at for at, known in enumerate(toolkit.by_id)}
    entries = list(answers.items())
    at = next((at for at, (known, _) in enumerate(entries) if place.get(known, -1) > place[question]), len(entries))
    return dict([*entries[:at], (question, answer), *entries[at:]])


def _group(response: Response, steps: tuple[Migration, ...], sorting: Sorting) -> str | None:
    if response.group is None:
        return None
    group = renamed_group(response.group, steps)
    if group != response.group:
        sorting.moves.append(Move("regrouped", response.group, Sentence("now {id}", id=group)))
    return group


def _frameworks(
    response: Response, steps: tuple[Migration, ...], toolkit: Toolkit, sorting: Sorting
) -> tuple[str, ...]:
    """The frameworks asked: renamed, without those that are gone, with those of answers that came back."""
    kept: dict[str, None] = {}
    for old in response.frameworks:
        new = renamed_framework(old, steps)
        if new in toolkit.roles:
            kept[new] = None
        if new != old or new not in toolkit.roles:
            sorting.moves.append(
                Move("framework", old, Sentence("now {id}", id=new) if new in toolkit.roles else Sentence("is gone"))
            )
    for question in sorting.back:
        kept.setdefault(toolkit.home[question][0].id)
    order = {known: place for place, known in enumerate(toolkit.roles)}
    added = len(kept) > len(response.frameworks)
    return tuple(sorted(kept, key=lambda name: order[name])) if added else tuple(kept)
