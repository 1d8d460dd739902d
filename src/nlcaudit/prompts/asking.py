"""Single questions outside the questionnaire: a choice from a numbered list, a text, a date. Nothing is preset."""

from collections.abc import Mapping, Sequence
from datetime import date

from nlcaudit.errors import UserError
from nlcaudit.interview.speaking import Paragraph
from nlcaudit.messages import Messages
from nlcaudit.prompts.terminal import Terminal
from nlcaudit.sentences import Sentence
from nlcaudit.source.document import FORBIDDEN

LEAVE_OUT = "-"
LONGEST = 500


class Left(Exception):  # noqa: N818 - somebody wants to stop; nothing is wrong
    """Somebody left instead of answering; nothing was written."""


def ask_choice(terminal: Terminal, messages: Messages, title: str, choices: Mapping[str, str]) -> str:
    """Ask for one of `choices` (id → label) by its number or id.

    Raises:
        Left: nobody wants to choose.
    """
    return ask_choices(terminal, messages, title, choices, most=1)[0]


def ask_choices(
    terminal: Terminal, messages: Messages, title: str, choices: Mapping[str, str], most: int, *, optional: bool = False
) -> tuple[str, ...]:
    """Ask for up to `most` of `choices`, by numbers or ids with spaces between them. Raises `Left` as above."""
    ids = list(choices)
    asked = [Paragraph(""), Paragraph(title, strong=True)]
    asked += [Paragraph(f"{number:>2}  {choices[key]}", 2, 6) for number, key in enumerate(ids, start=1)]
    asked += [Paragraph(messages.text("Type - for none."))] if optional else []
    terminal.say(asked)
    prompt = messages.text("Number") if most == 1 else messages.text("Numbers, with spaces")
    while True:
        said = _line(terminal, messages, prompt, asked)
        if optional and said == LEAVE_OUT:
            return ()
        chosen = [_chosen(word, ids) for word in said.replace(",", " ").split()]
        if chosen and None not in chosen and len(chosen) <= most:
            return tuple(dict.fromkeys(key for key in chosen if key))
        wrong = messages.text("Please type a number from 1 to {count}; ? lists them again, q leaves.", count=len(ids))
        terminal.say([Paragraph(wrong)])


def _chosen(word: str, ids: Sequence[str]) -> str | None:
    if word in ids:
        return word
    if word.isascii() and word.isdigit() and 1 <= int(word[:6]) <= len(ids):
        return ids[int(word) - 1]
    return None


def ask_text(terminal: Terminal, messages: Messages, title: str, *, optional: bool = False) -> str | None:
    """Ask for one line of text; `-` leaves it out where that is possible. Raises `Left` as above."""
    asked = [Paragraph(""), Paragraph(title, strong=True)]
    asked += [Paragraph(messages.text("Type - to leave it out."))] if optional else []
    terminal.say(asked)
    while True:
        said = _line(terminal, messages, "", asked)
        if said == LEAVE_OUT and optional:
            return None
        if said and said != LEAVE_OUT and len(said) <= LONGEST and not FORBIDDEN.search(said):
            return said
        terminal.say([Paragraph(messages.text("Please type a short text; ? asks again, q leaves."))])


def ask_date(terminal: Terminal, messages: Messages, title: str) -> date:
    """Ask for a calendar day. Raises `Left` as above."""
    asked = [Paragraph(""), Paragraph(title, strong=True)]
    terminal.say(asked)
    while True:
        try:
            return date.fromisoformat(_line(terminal, messages, "", asked))
        except ValueError:
            terminal.say([Paragraph(messages.text("Please type the date as 2026-11-30; q leaves."))])


def _line(terminal: Terminal, messages: Messages, prompt: str, asked: Sequence[Paragraph]) -> str:
    """Wait for a line; `?` asks once more, `q` leaves."""
    while True:
        typed = terminal.ask(f"{prompt} > " if prompt else "> ")
        if typed is None:
            raise UserError(
                Sentence("the input ended before everything was asked; nothing was written"),
                Sentence("give the rest as options"),
            )
        said = typed.text.strip()
        if said.lower() == "q":
            raise Left
        if said != "?":
            return said
        terminal.say([*asked, Paragraph(messages.text("“?” says this again, “q” leaves; nothing is written yet."))])
