"""What came of moving files, file by file, as text and JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from nlcaudit.evolution.migrating import Move


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
    remarks: tuple[str, ...] = ()


def render_accounts(accounts: Sequence[Account]) -> str:
    """Render for a terminal."""
    return "".join(_one(account) for account in accounts)


def _one(account: Account) -> str:
    versions = account.old if account.old == account.new else f"{account.old} → {account.new}"
    lines = [f"{account.path}: {versions}{_counted(account)}"]
    lines += [f"  {move.kind:10} {move.subject}: {move.text}" for move in account.moves]
    lines += [f"  {'note':10} {remark}" for remark in account.remarks]
    return "\n".join(lines) + "\n"


def _counted(account: Account) -> str:
    if account.answers is None:
        return ""
    said = f", {account.answers} answer{'' if account.answers == 1 else 's'}"
    return f"{said}, {account.orphans} orphaned" if account.orphans else said


def render_accounts_json(accounts: Sequence[Account], *, written: bool) -> str:
    """Render as one JSON document (`nlcaudit/migration/1`); `written` tells whether the files were saved."""
    files = [
        {
            "path": account.path, "from": account.old, "to": account.new, "answers": account.answers,
            "orphaned": account.orphans, "remarks": list(account.remarks),
            "moves": [{"kind": move.kind, "id": move.subject, "text": move.text} for move in account.moves],
        }
        for account in accounts
    ]  # fmt: skip
    document = {"schema": "nlcaudit/migration/1", "written": written, "files": files}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
