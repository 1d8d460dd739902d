"""Which counts where what came in contradicts what is there: the user's word, for all or for one respondent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from nlcaudit.errors import UserError
from nlcaudit.sentences import Sentence

Prefer = Literal["file", "import"]


@dataclass(frozen=True, slots=True)
class Preference:
    """What the user said.

    Attributes:
        always: of everybody who is not named.
        named: pseudonym → what counts of that one.
    """

    always: Prefer | None = None
    named: Mapping[str, Prefer] = field(default_factory=dict)

    def of(self, respondent: str) -> Prefer | None:
        """What counts of one respondent; None where nobody has said it."""
        return self.named.get(respondent, self.always)


NOBODY_SAID = Preference()


def parse_preference(words: Sequence[str]) -> Preference:
    """Read `file`, `import`, `mk-5927=file`.

    Raises:
        UserError: one of them is none of these, or two contradict each other.
    """
    found: dict[str, Prefer] = {}
    for word in words:
        respondent, _, said = word.rpartition("=")
        choice = next((one for one in get_args(Prefer) if one == said.strip()), None)
        name = respondent.strip().lower()
        if choice is None or ("=" in word and not name):
            raise UserError(Sentence("--prefer does not know “{word}”", word=word), WAYS)
        if found.setdefault(name, choice) != choice:
            raise UserError(Sentence("--prefer says both file and import of the same"), WAYS)
    return Preference(found.pop("", None), found)


WAYS = Sentence("write file or import; for one respondent alone mk-5927=file or mk-5927=import")
