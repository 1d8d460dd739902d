"""What the user declares: columns, words and levels that nothing else tells. On the command line or in a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.engagement import MappingFile, Word
from nlcaudit.errors import UserError
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.matching import words_of
from nlcaudit.importers.targets import KEYS, PARTS, Dropped, Key, OfQuestion, OfRespondent, Part, Target
from nlcaudit.sentences import Sentence
from nlcaudit.tables import column_letter

DROP = "drop"
OPEN = "?"
"""Stands in a drafted mapping where a person has to decide."""


@dataclass(frozen=True)
class Declared:
    """Everything declared, from the file and the command line together.

    Attributes:
        columns: the head of a column, or `#F` for a column's letter → what it stands for.
    """

    columns: tuple[tuple[str, Target], ...] = ()
    answers: Mapping[str, int | Word] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    group: str | None = None
    numbers_from: Literal[0, 1] | None = None

    def target(self, name: str, letter: str) -> Target | None:
        """What was declared of a column; the letter goes before the head."""
        for said, target in self.columns:
            if said == f"#{letter}":
                return target
        return next((target for said, target in self.columns if words_of(said) == words_of(name)), None)


def parse_target(text: str, lexicon: Lexicon) -> Target:
    """Read `T1`, `T1 note`, `trust-obstacles-named reason`, `group`, `drop`.

    Raises:
        UserError: it names nothing.
    """
    name, _, part = text.strip().partition(" ")
    part = part.strip() or "answer"
    question = lexicon.codes.get(name.upper()) or lexicon.ids.get(name)
    if name == DROP:
        return Dropped("asked")
    if name in KEYS:
        return OfRespondent(_key(name))
    if question is None:
        known = [DROP, *KEYS, *lexicon.codes]
        raise UserError(
            Sentence("“{text}” is no question and nothing else that a column can be", text=text),
            did_you_mean(name, known, Sentence("write a question’s code, “T1 note”, group, or drop")),
        )
    if part not in PARTS:
        raise UserError(Sentence("an answer has no part “{part}”", part=part), did_you_mean(part, PARTS))
    return OfQuestion(question, _part(part))


def _key(name: str) -> Key:
    return next(key for key in KEYS if key == name)


def _part(name: str) -> Part:
    return next(part for part in PARTS if part == name)


def declare(
    lexicon: Lexicon,
    file: MappingFile | None,
    columns: Sequence[str] = (),
    dropped: Sequence[str] = (),
    group: str | None = None,
) -> Declared:
    """Put together what a mapping file and the options say; options win.

    Args:
        lexicon: what can be named.
        file: the mapping file, where there is one.
        columns: `COLUMN=TARGET`, one a column.
        dropped: heads of columns.
        group: the id of the group of all rows, or the head of the column that says it.

    Raises:
        UserError: one of them names nothing.
    """
    said: list[tuple[str, Target]] = []
    for written in columns:
        head, sign, target = written.rpartition("=")
        if not sign or not head.strip():
            raise UserError(Sentence("“{written}” maps nothing", written=written), Sentence("write --map 'COLUMN=T1'"))
        said.append((head, parse_target(target, lexicon)))
    said += [(head, Dropped("asked")) for head in dropped]
    constant = group if group in lexicon.toolkit.group_by_id else None
    if group is not None and constant is None:
        said.append((group, OfRespondent("group")))
    said += [
        (head, parse_target(text, lexicon)) for head, text in (file.columns if file else {}).items() if text != OPEN
    ]
    return Declared(
        columns=tuple(said),
        answers={words_of(text): answer for text, answer in (file.answers if file else {}).items()},
        groups={words_of(text): _known_group(name, lexicon) for text, name in (file.groups if file else {}).items()},
        group=constant,
        numbers_from=file.numbers_from if file else None,
    )


def named_columns(
    columns: Sequence[str], dropped: Sequence[str], group: str | None, lexicon: Lexicon
) -> tuple[tuple[str, str], ...]:
    """The option and the head or letter of each column that the command line names."""
    mapped = [("--map", written.rpartition("=")[0]) for written in columns]
    says_group = [("--group", group)] if group is not None and group not in lexicon.toolkit.group_by_id else []
    return (*mapped, *(("--drop", head) for head in dropped), *says_group)


def refuse_absent(named: Sequence[tuple[str, str]], tables: Sequence[Sequence[str]], lexicon: Lexicon) -> None:
    """Refuse a column that no table has: what was meant is somewhere else, and would be read as if nothing was said.

    Args:
        named: option → head, or `#F` for a letter.
        tables: the heads of each table.
        lexicon: `--group` may have been meant for one of its groups.

    Raises:
        UserError: the first that is in none of them.
    """
    heads = [head for table in tables for head in table if head.strip()]
    letters = {f"#{column_letter(number)}" for table in tables for number in range(1, len(table) + 1)}
    known = {words_of(head) for head in heads}
    for option, head in named:
        if head not in letters and words_of(head) not in known:
            meant = [*heads, *(lexicon.toolkit.group_by_id if option == "--group" else ())]
            raise UserError(
                Sentence("no table has a column “{head}”, which {option} names", head=head, option=option),
                did_you_mean(head, meant, Sentence("write its head as it stands in the table, or its letter: #C")),
            )


def _known_group(name: str, lexicon: Lexicon) -> str:
    if name not in lexicon.toolkit.group_by_id:
        raise UserError(
            Sentence("the mapping names no group of the toolkit: “{name}”", name=name),
            did_you_mean(name, lexicon.toolkit.group_by_id),
        )
    return name
