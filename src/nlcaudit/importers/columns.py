"""Heads of columns → what the columns stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlcaudit.importers import vocabulary
from nlcaudit.importers.declaring import Declared
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.matching import words_of
from nlcaudit.importers.targets import (
    KEY_WORDS,
    PARTS,
    Column,
    Dropped,
    How,
    OfQuestion,
    OfRespondent,
    Part,
    Target,
    Unmapped,
)
from nlcaudit.sentences import Sentence
from nlcaudit.tables import column_letter

MARKED = re.compile(r"\W{0,3}\[([A-Za-z]{1,3}[0-9]{1,3})\]\s*(.*)\Z", re.DOTALL)
"""`[T1] Do national and local partners …`: the code stands in brackets on purpose."""
LEADING = re.compile(r"\W{0,3}([A-Z]{1,3}[0-9]{1,3})\s*[-–—:.)·|]?\s+(.*)\Z", re.DOTALL)
GRID = re.compile(r".*\[(.+)\]\s*\Z", re.DOTALL)
"""Google Forms writes the rows of a grid as `Title of the grid [row]`."""
NAMED_PART = re.compile(r"(.+?)[_.]([a-z]+(?:_by)?)\Z")


def recognise_columns(heads: Sequence[str], lexicon: Lexicon, declared: Declared) -> tuple[Column, ...]:
    """Say of each column what it stands for; two columns never stand for the same."""
    columns = [_column(number, head, lexicon, declared) for number, head in enumerate(heads, start=1) if head.strip()]
    return tuple(_doubled(columns, lexicon))


def _column(number: int, head: str, lexicon: Lexicon, declared: Declared) -> Column:
    name = " ".join(head.split())
    said = declared.target(head, column_letter(number))
    if said is not None:
        ours = _by_name(name, lexicon)
        return Column(number, name, said, "declared", exact=ours is not None and ours[0] == said)
    for recognise in (_by_name, _by_code, _by_text, _by_habit):
        found = recognise(name, lexicon)
        if found is not None:
            target, how = found
            return Column(number, name, target, how, exact=recognise is _by_name)
    return Column(
        number,
        name,
        Unmapped(Sentence("nothing says what the column “{short}” is", short=_short(name)), _advice(name)),
    )


Found = tuple[Target, How] | None


def _by_name(name: str, lexicon: Lexicon) -> Found:
    """Our own names, alone or behind the names of groups: `T1`, `trust/T1_note`, `trust-T1`."""
    found: dict[Target, How] = {}
    for tail in _tails(name):
        for question, part in _readings(tail):
            if question.upper() in lexicon.codes:
                found.setdefault(OfQuestion(lexicon.codes[question.upper()], part), "code")
            if question in lexicon.ids:
                found.setdefault(OfQuestion(lexicon.ids[question], part), "id")
    if len(found) > 1:
        said = [target.question for target in found if isinstance(target, OfQuestion)]
        return Unmapped(
            Sentence("the column “{name}” could be one of: {said}", name=name, said=said), _advice(name)
        ), "none"
    return next(iter(found.items()), None)


def _tails(name: str) -> Iterator[str]:
    """The name without 0, 1, 2, … groups in front; ODK Central joins them with `-`, which ids contain, too."""
    last = name.rsplit("/", maxsplit=1)[-1]
    parts = last.split("-")
    yield from ("-".join(parts[begin:]) for begin in range(len(parts)))


def _readings(name: str) -> Iterator[tuple[str, Part]]:
    yield name, "answer"
    found = NAMED_PART.match(name)
    yield from ((found[1], part) for part in PARTS if found and part == found[2])


def _by_code(name: str, lexicon: Lexicon) -> Found:
    """A code in front of a text, perhaps behind the labels of groups: `Trust/[T1] Do national …`, `[T1] Note`."""
    parts = name.split("/")
    for begin in reversed(range(len(parts))):
        found = _coded("/".join(parts[begin:]).strip(), lexicon)
        if found is not None:
            return found
    return None


def _coded(name: str, lexicon: Lexicon) -> Found:
    found = MARKED.match(name) or LEADING.match(name)
    question = lexicon.codes.get(found[1].upper()) if found else None
    if not found or question is None:
        return None
    rest = found[2]
    meant = lexicon.questions.meanings(rest)
    if meant and question not in meant:
        said = Sentence(
            "the column “{short}” has the code of {question} and the text of {found}",
            short=_short(name),
            question=question,
            found=meant[0],
        )
        return Unmapped(said, _advice(name)), "none"
    parts = lexicon.parts.meanings(rest)
    if len(parts) == 1:
        return OfQuestion(question, parts[0]), "code"
    return (OfQuestion(question), "code") if meant or MARKED.match(name) else None


def _by_text(name: str, lexicon: Lexicon) -> Found:
    grid = GRID.match(name)
    for text in (name, grid[1] if grid else ""):
        meant = lexicon.questions.meanings(text)
        if len(meant) > 1:
            said = Sentence(
                "the column “{short}” is the text of several questions: {found}", short=_short(name), found=meant
            )
            return Unmapped(said, _advice(name)), "none"
        if meant:
            return OfQuestion(meant[0]), "text"
    return None


def _by_habit(name: str, lexicon: Lexicon) -> Found:
    """What servers and forms call the rest."""
    tails = {name.lower(), name.lower().rsplit("/", maxsplit=1)[-1]}
    for key, heads in vocabulary.MACHINE.items():
        if tails & heads:
            return OfRespondent(key), "name"
    if name.lower() in vocabulary.TECHNICAL:
        return Dropped("technical"), "name"
    about = {key for tail in tails for key in lexicon.about.meanings(tail)}
    if len(about) == 1:
        return OfRespondent(about.pop()), "name"
    if words_of(name) in vocabulary.FORM_TEXTS:
        return Dropped("form"), "name"
    words = {words_of(tail) for tail in tails}
    kind = next((kind for kind, heads in vocabulary.PERSONAL.items() if words & heads), None)
    return (Dropped("personal", kind), "name") if kind else None


def _doubled(columns: Sequence[Column], lexicon: Lexicon) -> Iterator[Column]:
    """Two columns for one thing: neither is taken. Servers' ids and times may stand there several times."""
    many = ("submission", "submitted", "server_number", "replaces")
    seen: dict[Target, Column] = {}
    for column in columns:
        target = column.target
        if isinstance(target, OfQuestion | OfRespondent) and target in seen and getattr(target, "key", "") not in many:
            first, second = column_letter(seen[target].number), column_letter(column.number)
            said = Sentence(
                "the columns {first} and {second} are both {called}",
                first=first,
                second=second,
                called=_called(target, lexicon),
            )
            yield replace(
                column,
                target=Unmapped(
                    said, Sentence("leave one out: --drop '#{first}' or --drop '#{second}'", first=first, second=second)
                ),
                how="none",
            )
        else:
            seen.setdefault(target, column)
            yield column


def _called(target: OfQuestion | OfRespondent, lexicon: Lexicon) -> str:
    if isinstance(target, OfRespondent):
        return KEY_WORDS[target.key]
    code = lexicon.toolkit.by_id[target.question].code
    return code if target.part == "answer" else f"{code} {target.part}"


def _advice(name: str) -> Sentence:
    return Sentence("say what it is with --map '{name}=T1' or leave it out with --drop '{name}'", name=name)


def _short(name: str, most: int = 60) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
