"""Rules about a toolkit against an older version of itself, and about responses that are behind it (NLC6xx)."""

from collections.abc import Iterator

from nlcaudit.diagnostics import Finding, Rule
from nlcaudit.engagement import Response
from nlcaudit.evolution.changes import happened
from nlcaudit.evolution.versions import pending
from nlcaudit.framework import Toolkit
from nlcaudit.sentences import Sentence, shortened

MIGRATION_MISSING = Rule("NLC601", "migration-missing", "error", """
An id that responses refer to was renamed or removed, and no migration says so.

Answers that were given to it would have no home. `nlcaudit diff OLD NEW` drafts the entry: under `migrations`, with the
new version as `to`, `renamed: {old: new}` or `removed: {old: why}`; for frameworks, groups and sides what took their
place. Found with `validate --against OLD`.
""")  # fmt: skip
ID_REUSED = Rule("NLC602", "id-reused", "error", """
An id stands for another question than before.

Older answers would be read as answers to a question that nobody was asked. Give the new question an id of its own and
list the old one under `removed`; if it is the same question in other words, list it under `reworded`. Found with
`validate --against OLD`, where fewer than 4 of 10 words of text and levels are the same.
""")  # fmt: skip
VERSION_TOO_LOW = Rule("NLC603", "version-too-low", "error", """
The version does not tell what the changes ask for.

Whoever holds answers reads from the version whether they can still be used: the first number rises when an answer
cannot be read as before, the second when something else that counts is different, the third for the rest.
`nlcaudit diff OLD NEW` lists the changes with their reasons. Found with `validate --against OLD`.
""")  # fmt: skip
SCALE_UNMAPPED = Rule("NLC604", "scale-unmapped", "error", """
The number of levels changed, and no migration says which level is which.

A rating counts the levels: 2 of 3 is not 2 of 5. Write `scale: […]` into the migration, with the level of now for each
level of before, and `null` where none says the same. Found with `validate --against OLD`.
""")  # fmt: skip
REWORDING_UNDECLARED = Rule("NLC605", "rewording-undeclared", "error", """
A question or its levels say something else than before, and no migration says so.

Answers to the old wording are kept, but marked, and never compared with answers to the new one. List the question under
`reworded` in the migration. Spelling and translations need no entry. Found with `validate --against OLD`.
""")  # fmt: skip
NOT_MIGRATED = Rule("NLC612", "not-migrated", "error", """
A response was given to an older version, and its answers are read otherwise now.

Questions were renamed or removed since, or levels moved: as it stands, answers would be lost or misread.
`nlcaudit migrate` moves the file to the current version, says what moved, and loses no answer.
""")  # fmt: skip
ORPHAN_RETURNS = Rule("NLC613", "orphan-returns", "warning", """
A response keeps an orphaned answer whose question is there again.

It counts nowhere while it is an orphan. `nlcaudit migrate` puts it back under its question.
""")  # fmt: skip
OLDER_WORDING = Rule("NLC614", "older-wording", "warning", """
Answers in a response were given to an older wording of their questions.

They count like any other, but they answer something else than what the report prints. Ask these questions again where
that is possible: a new answer takes the mark away.
""")  # fmt: skip

RULES = (
    MIGRATION_MISSING, ID_REUSED, VERSION_TOO_LOW, SCALE_UNMAPPED, REWORDING_UNDECLARED, NOT_MIGRATED, ORPHAN_RETURNS,
    OLDER_WORDING,
)  # fmt: skip
FOUND_AGAINST = (MIGRATION_MISSING, ID_REUSED, VERSION_TOO_LOW, SCALE_UNMAPPED, REWORDING_UNDECLARED)
"""Found only beside an older version."""
MOST_NAMED = 3


def check_standing(response: Response, toolkit: Toolkit) -> Iterator[Finding]:
    """A response is not behind its toolkit, and what is not as it was given is told."""
    if response.orphaned or pending(toolkit, response.toolkit.version):
        yield from _behind(response, toolkit)
    old = [question for question, answer in response.answers.items() if answer.wording is not None]
    if old:
        said = Sentence("given to an older wording: {questions}", questions=shortened(old, MOST_NAMED))
        yield OLDER_WORDING.at(("answers", old[0], "wording"), said, key=True)


def _behind(response: Response, toolkit: Toolkit) -> Iterator[Finding]:
    from nlcaudit.evolution.migrating import Stuck, migrate  # noqa: PLC0415 - few responses are behind

    moved = migrate(response, toolkit)
    waiting = pending(toolkit, response.toolkit.version)
    if isinstance(moved, Stuck):
        if waiting:
            yield NOT_MIGRATED.at(("toolkit", "version"), moved.reason, moved.hint)
        return
    back = [move.subject for move in moved.moves if move.kind == "restored"]
    first = next((move for move in moved.moves if move.kind not in ("reworded", "restored")), None)
    if first is not None and waiting:
        said = Sentence("given to {old}, and {new} reads it otherwise: {what}", old=response.toolkit.version,
                        new=toolkit.version, what=happened(first.kind, first.subject))  # fmt: skip
        yield NOT_MIGRATED.at(("toolkit", "version"), said, Sentence("nlcaudit migrate moves it"))
        return
    for index, orphan in enumerate(response.orphaned):
        if orphan.question in back:
            yield ORPHAN_RETURNS.at(
                ("orphaned", index, "question"),
                Sentence("{question} is asked again", question=orphan.question),
                Sentence("nlcaudit migrate puts the answer back"),
            )
