"""What came of moving files, file by file, as text and JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlcaudit.evolution.changes import KINDS
from nlcaudit.evolution.migrating import Move
from nlcaudit.messages import SOURCE_LANGUAGE, tell
from nlcaudit.sentences import Sentence, counted

NOTE = Sentence("note")
LEAST_WIDTH = 10


@dataclass(frozen=True, slots=True)
class Account:
    """What moved in one file.

    Attributes:
        path: as the user would write it.
        old: the version it was written with.
        new: the version it is at.
        moves: one for each answer, group or framework that is not as before.
        answers: how many answers stand in it now; None for a file that holds none.
        orphans: how many answers it keeps whose question is gone.
        remarks: what else to know.
    """

    path: str
    old: str
    new: str
    moves: tuple[Move, ...] = ()
    answers: int | None = None
    orphans: int = 0
    remarks: tuple[Sentence, ...] = ()


def render_accounts(accounts: Sequence[Account], language: str = SOURCE_LANGUAGE) -> str:
    """Render for a terminal, in a language."""
    return "".join(_one(account, language) for account in accounts)


def _one(account: Account, language: str) -> str:
    versions = account.old if account.old == account.new else f"{account.old} → {account.new}"
    found = [(KINDS[move.kind], move.subject, move.text) for move in account.moves]
    found += [(NOTE, "", remark) for remark in account.remarks]
    kinds = [tell(kind, language) for kind, _, _ in found]
    width = max(LEAST_WIDTH, *map(len, kinds)) if kinds else 0
    lines = [", ".join([f"{account.path}: {versions}", *(tell(one, language) for one in _counted(account))])]
    for kind, (_, subject, said) in zip(kinds, found, strict=True):
        told = tell(Sentence("{subject}: {said}", subject=subject, said=said) if subject else said, language)
        lines.append(f"  {kind:{width}} {told}")
    return "\n".join(lines) + "\n"


def _counted(account: Account) -> Iterator[Sentence]:
    if account.answers is not None:
        yield counted("{number} answer", "{number} answers", account.answers)
        if account.orphans:
            yield counted("{number} orphaned", "{number} orphaned", account.orphans)


def render_accounts_json(accounts: Sequence[Account], language: str = SOURCE_LANGUAGE, *, written: bool) -> str:
    """Render as one JSON document (`nlcaudit/migration/1`); `written` tells whether the files were saved."""
    files = [
        {
            "path": account.path,
            "from": account.old,
            "to": account.new,
            "answers": account.answers,
            "orphaned": account.orphans,
            "remarks": [tell(remark, language) for remark in account.remarks],
            "moves": [
                {"kind": move.kind, "id": move.subject, "text": tell(move.text, language)} for move in account.moves
            ],
        }
        for account in accounts
    ]
    document = {"schema": "nlcaudit/migration/1", "written": written, "files": files}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
