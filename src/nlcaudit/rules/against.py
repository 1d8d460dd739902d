"""Checks a toolkit against an older version of itself."""

from collections.abc import Iterator, Sequence

from nlcaudit.diagnostics import Finding, Route
from nlcaudit.evolution.changes import PART_NAMES, Change, happened
from nlcaudit.evolution.comparing import Comparison, compare
from nlcaudit.evolution.drafting import undeclared_rewordings, unmapped_scale
from nlcaudit.evolution.pairing import ANOTHER, asked_words
from nlcaudit.evolution.texts import likeness
from nlcaudit.evolution.verdict import Verdict, is_lost, judge, once_declared
from nlcaudit.framework import Toolkit
from nlcaudit.rules.evolution import (
    ID_REUSED,
    MIGRATION_MISSING,
    MOST_NAMED,
    REWORDING_UNDECLARED,
    SCALE_UNMAPPED,
    VERSION_TOO_LOW,
)
from nlcaudit.rules.walking import Draft, each_question
from nlcaudit.sentences import Sentence, shortened


def check_against(draft: Draft, old: Toolkit) -> Iterator[Finding]:
    """What answers to an older version need, and this one does not say.

    A toolkit with a part that cannot be read is not compared: everything in that part would seem to be gone.
    """
    if draft.broken:
        return
    new = draft.toolkit
    comparison = compare(old, new)
    changes = once_declared(comparison.changes)
    verdict = judge(old.version, new.version, changes)
    if not verdict.enough:
        yield _too_low(draft, changes, verdict)
    yield from _lost(draft, old, comparison)
    if unmapped_scale(old, new):
        yield SCALE_UNMAPPED.at(
            draft.shared("scale", "levels"),
            Sentence("{before} levels became {now}", before=len(old.levels), now=len(new.levels)),
            Sentence("add “scale: […]” to a migration; nlcaudit diff drafts it"),
            key=True,
        )
    yield from _reworded(draft, old, comparison)


def _too_low(draft: Draft, changes: Sequence[Change], verdict: Verdict) -> Finding:
    heaviest = [change for change in changes if change.weight == verdict.weight]
    said = Sentence("{new} is too low after {old}", new=verdict.new, old=verdict.old)
    if heaviest:
        named = tuple(dict.fromkeys(happened(change.kind, change.subject) for change in heaviest))
        said = Sentence("{what}: {changes}", what=said, changes=shortened(named, MOST_NAMED))
    hint = (
        Sentence('write “version: "{needed}"” or higher', needed=verdict.needed)
        if verdict.needed
        else Sentence("raise the version")
    )
    return VERSION_TOO_LOW.at(draft.shared("version"), said, hint)


def _lost(draft: Draft, old: Toolkit, comparison: Comparison) -> Iterator[Finding]:
    places = {question.id: route for route, _, question in each_question(draft.toolkit)}
    for change in comparison.changes:
        if change.part == "question" and change.guessed:
            said = Sentence("{subject} asks what {was} asked before", subject=change.subject, was=change.was)
            hint = Sentence(
                "add “renamed: {{{was}: {subject}}}” to a migration, or bring the old id back",
                was=change.was,
                subject=change.subject,
            )
            yield MIGRATION_MISSING.at((*places[change.subject], "id"), said, hint)
        elif is_lost(change):
            yield MIGRATION_MISSING.at(
                _home(draft, old, change),
                Sentence("the {part} {subject} is gone", part=PART_NAMES[change.part], subject=change.subject),
                _declaration(change),
                key=True,
            )


def _home(draft: Draft, old: Toolkit, change: Change) -> Route:
    """Where the thing would stand if it were still there."""
    if change.part == "question":
        framework = old.home[change.subject][0].id
        if draft.toolkit.framework(framework) is not None:
            return (framework, "themes")
    plural = {"group": "groups", "side": "sides"}.get(change.part, "members")
    return draft.shared("version" if draft.alone and plural == "members" else plural)


def _declaration(change: Change) -> Sentence:
    if change.part == "question":
        return Sentence("add “removed: {{{id}: why}}” or “renamed: {{{id}: …}}” to a migration", id=change.subject)
    return Sentence("add “{part}s: {{{id}: …}}” to a migration, or bring the id back", part=change.part,
                    id=change.subject)  # fmt: skip


def _reworded(draft: Draft, old: Toolkit, comparison: Comparison) -> Iterator[Finding]:
    new, source = draft.toolkit, old.languages[0].id
    undeclared = set(undeclared_rewordings(old, new, comparison))
    for route, _, question in each_question(new):
        was = comparison.pairs.same.get(question.id)
        if question.id not in undeclared or was is None:
            continue
        share = likeness(asked_words(old.by_id[was], source), asked_words(question, source))
        if was == question.id and share < ANOTHER:
            said = Sentence(
                "{question} stands for another question: {share} % of the words are the same",
                question=question.id,
                share=round(100 * share),
            )
            yield ID_REUSED.at((*route, "id"), said, Sentence("give the new question an id of its own"))
        else:
            yield REWORDING_UNDECLARED.at(
                (*route, "text"),
                Sentence("{question} says something else than in {version}", question=question.id, version=old.version),
                Sentence("add “reworded: [{question}]” to a migration", question=question.id),
                key=True,
            )
