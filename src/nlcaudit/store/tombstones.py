"""By what a withdrawn respondent is known again when the same export is imported once more: salted sums, no names.

A salt of its own keeps the sums of one engagement from being looked up in another, or in a table made beforehand.
Whoever has the salt and guesses a pseudonym can learn that it withdrew, which its absence shows already; whoever has
the export can tell which of its rows withdrew, and has the answers anyway. Nothing else can be worked out.
"""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nlcaudit.errors import PathError, reason
from nlcaudit.sentences import Sentence
from nlcaudit.store.locking import locked
from nlcaudit.store.saving import save_durably

TOMBSTONES = ".withdrawn"
"""In `responses/`; hidden, so that it is never taken for a response, and purged with them."""
HEADING = "nlcaudit/withdrawn/1"


@dataclass(frozen=True, slots=True)
class Tombstones:
    """Who is not to come back unasked.

    Attributes:
        salt: drawn once for each engagement; empty where nobody withdrew.
        sums: of fingerprints of submissions and pseudonyms, sorted.
    """

    salt: str = ""
    sums: frozenset[str] = frozenset()

    def hold(self, fingerprints: Iterable[str]) -> bool:
        """Tell whether one of these fingerprints belongs to somebody who withdrew."""
        return bool(self.sums) and any(self._sum(one) in self.sums for one in fingerprints)

    def with_more(self, fingerprints: Iterable[str]) -> "Tombstones":
        """Return them with those of one more respondent."""
        salted = Tombstones(self.salt or secrets.token_hex(16), self.sums)
        return Tombstones(salted.salt, salted.sums | {salted._sum(one) for one in fingerprints})

    def _sum(self, fingerprint: str) -> str:
        return hashlib.sha256(f"{self.salt}\x1f{fingerprint}".encode()).hexdigest()


def load_tombstones(responses: Path) -> Tombstones:
    """Read those of a folder of responses.

    Raises:
        PathError: the file is there and cannot be read, or is damaged.
    """
    path = responses / TOMBSTONES
    try:
        heading, *lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    except FileNotFoundError:
        return Tombstones()
    except OSError as error:
        raise PathError(Sentence("cannot open {path}: {why}", path=path, why=reason(error))) from error
    if heading != HEADING or len(lines) < 2 or lines[-1]:  # noqa: PLR2004 - salt, and the end of the last line
        raise PathError(
            Sentence("{path} is damaged: nobody can tell who withdrew", path=path),
            Sentence("restore it; without it, an import can bring a withdrawn respondent back"),
        )
    return Tombstones(lines[0], frozenset(lines[1:-1]))


def bury(responses: Path, fingerprints: Iterable[str]) -> None:
    """Add a respondent; nothing is written about when, or of which group.

    Raises:
        PathError: the file cannot be read or saved.
    """
    path = responses / TOMBSTONES
    with locked(path):
        stones = load_tombstones(responses).with_more(fingerprints)
        save_durably(path, "".join(f"{line}\n" for line in (HEADING, stones.salt, *sorted(stones.sums))))
