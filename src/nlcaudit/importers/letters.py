"""A Markdown form that came back → an entry. Its shape stands in docs/forms.md."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlcaudit.forms.wording import messages
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.matching import words_of
from nlcaudit.importers.sheets import Cell, Entry
from nlcaudit.importers.targets import Key, OfQuestion, OfRespondent, Part, Target
from nlcaudit.messages import INTERFACE_LANGUAGES
from nlcaudit.sentences import Sentence
from nlcaudit.tables import Problem
from nlcaudit.tables.decoding import UnreadableError, decode

HEAD = re.compile(r"<!-- nlcaudit/form/1: (\S+) (\S+), (quick|full), (\S+) -->\s*\Z")
QUESTION = re.compile(r"### ([A-Z]{1,3}[0-9]{1,3})\. ")
HEADING = re.compile(r"#{1,3} ")
BOX = re.compile(r"\s*[-*+]\s+\\?\[([^\]\\]{0,9})\\?\]\s*([a-z0-9-]+)\b")
"""Editors write other bullets, and a backslash before a bracket; people write blanks into the box."""
BULLET = re.compile(r"[-*+]\s+")
LABELS: dict[Part, str] = {
    "reason": "Reason, if it does not apply:",
    "confidence": "How sure (low, medium, high):",
    "note": "Note:",
    "what": "What shows it:",
}


@dataclass
class Letter:
    """What was read of a form so far."""

    path: str
    lexicon: Lexicon
    cells: list[tuple[Target, Cell]] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    question: str | None = None
    part: Part | None = None
    text: list[str] = field(default_factory=list)
    begun: int = 0

    def say(self, target: Target, text: str, row: int) -> None:
        """Note something that was said."""
        self.cells.append((target, Cell(text, self.path, "", row, 0, exact=True)))

    def wrong(self, row: int, message: str, hint: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.path, "", row, 0, message, hint))

    def close(self) -> None:
        """The text behind a label is at its end."""
        text = "\n".join(self.text).strip()
        if self.part is not None and self.question is not None and text:
            self.say(OfQuestion(self.question, self.part), text, self.begun)
        self.part, self.text = None, []


def read_letter(raw: bytes, path: str, lexicon: Lexicon, encoding: str | None = None) -> tuple[Entry, list[Problem]]:
    """Read a form in Markdown.

    Returns:
        One respondent's entry, and what is wrong; rows are the lines of the file.
    """
    letter = Letter(path, lexicon)
    try:
        lines = decode(raw, encoding)[0].splitlines()
    except UnreadableError as error:
        letter.wrong(0, error.message, error.hint)
        lines = []
    found = next((match for line in lines if (match := HEAD.search(line))), None)
    if not lines and not letter.problems:
        letter.wrong(0, Sentence("there is nothing in this file"), Sentence("export the answers again"))
    elif lines and found is None:
        letter.wrong(
            1, Sentence("it is not one of our forms"), Sentence("keep the first line: <!-- nlcaudit/form/1: … -->")
        )
    elif found is not None:
        keys: tuple[Key, ...] = ("toolkit", "version", "depth", "language")
        for key, text in zip(keys, found.groups(), strict=True):
            letter.say(OfRespondent(key), text, 1)
        for row, line in enumerate(lines, start=1):
            _line(letter, line, row)
        letter.close()
    return Entry(path, "", 0, tuple(letter.cells), frozenset(letter.asked), form=True), letter.problems


def _line(letter: Letter, line: str, row: int) -> None:
    heading, box, label = HEADING.match(line), BOX.match(line), _label(line) if letter.question else None
    if heading or label or (box and letter.part is None):
        letter.close()
    if heading:
        _heading(letter, line, row)
    elif label:
        letter.part, rest = label
        letter.text, letter.begun = [rest], row
    elif letter.part is not None:
        letter.text.append(line)
    elif box:
        _box(letter, box, row)


def _heading(letter: Letter, line: str, row: int) -> None:
    found = QUESTION.match(line)
    letter.question = letter.lexicon.codes.get(found[1]) if found else None
    if letter.question is not None:
        letter.asked.add(letter.question)
    elif found:
        letter.wrong(
            row,
            Sentence("there is no question {found} in this toolkit", found=found[1]),
            Sentence("the form was made with another one"),
        )


def _box(letter: Letter, box: re.Match[str], row: int) -> None:
    mark, key = box[1].strip().lower(), box[2]
    if mark not in ("", "x"):
        letter.wrong(
            row, Sentence("“[{found}]” is neither marked nor empty", found=box[1]), Sentence("write [x], or leave [ ]")
        )
    elif mark == "x" and letter.question is not None:
        letter.say(OfQuestion(letter.question), key, row)
    elif mark == "x":
        letter.say(OfRespondent("group"), key, row)


def _label(line: str) -> tuple[Part, str] | None:
    """One of the four labels in any language of the program, and what stands behind it."""
    bullet = BULLET.match(line)
    said, colon, rest = line[bullet.end() :].partition(":") if bullet else ("", "", "")
    for part, known in _labels():
        if colon and words_of(said) == words_of(known):
            return part, rest.strip()
    return None


def _labels() -> Iterator[tuple[Part, str]]:
    for part, label in LABELS.items():
        yield from ((part, messages(language).text(label)) for language in INTERFACE_LANGUAGES)
