"""`--help` and the complaints about a wrong call, in other languages than English.

typer writes both in English. Its texts pass through here: those of the commands are told in the reader's language
before they are printed, its own where it prints them.
"""

import re
from collections.abc import Sequence
from typing import Any

from nlcaudit.cli.language import ENGLISH, language, say
from nlcaudit.sentences import Sentence, paragraphs

EXAMPLE = "Example: "
EXTRA = re.compile(r"^(?P<help>.*?)(?:(?:^|  )\[(?P<extra>(?:default: |required|[^\]]*; required).*)\])?$", re.DOTALL)
PLACES = (Sentence("[OPTIONS]"), Sentence("COMMAND [ARGS]..."))
TYPERS_WORDS = (
    Sentence("Usage: "), Sentence("Arguments:"), Sentence("Options:"), Sentence("Commands:"),
    Sentence("Show this message and exit."),
)  # fmt: skip
"""What typer writes into every help, for those who translate it."""


def speak(command: Any) -> Any:  # noqa: ANN401 - typer does not export its commands
    """Translate what a command says about itself, and let its help be formatted in that language."""
    if language() != ENGLISH:
        command.help = _paragraphs(command.help)
        command.short_help = _paragraphs(command.short_help)
        command.context_class = _speaking(command.context_class)
        for parameter in command.params:
            parameter.help = say(Sentence(parameter.help or ""))
            parameter.metavar = parameter.metavar and say(Sentence(parameter.metavar))
        for inner in getattr(command, "commands", {}).values():
            if inner is not None:  # else it is imported, and spoken, when it runs
                speak(inner)
    return command


def _paragraphs(text: str | None) -> str | None:
    return "\n\n".join(_paragraph(one) for one in paragraphs(text)) if text else text


def _paragraph(text: str) -> str:
    """Translate one; the command of an example is the same in every language."""
    if text.startswith(EXAMPLE):
        return say(Sentence("Example: {command}", command=text.removeprefix(EXAMPLE)))
    return say(Sentence(text))


def _speaking(context: Any) -> Any:  # noqa: ANN401
    """Make a context whose help speaks the reader's language."""

    class Formatter(context.formatter_class):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            for word in PLACES:
                args = args.replace(word, say(word))
            super().write_usage(prog, args, prefix or say(Sentence("Usage: ")))

        def write_heading(self, heading: str) -> None:
            self.write(" " * self.current_indent + say(Sentence(f"{heading}:")) + "\n")

        def write_dl(self, rows: Sequence[tuple[str, str]], *args: Any, **extra: Any) -> None:  # noqa: ANN401
            super().write_dl([(name, _record(told)) for name, told in rows], *args, **extra)

    return type("Context", (context,), {"formatter_class": Formatter})


def _record(told: str) -> str:
    """Translate what typer adds to an option's help."""
    parts = EXTRA.match(told)
    if parts is None or not parts["extra"]:
        return say(Sentence(told))
    extra = re.sub(r"^default: (.*?)(?=$|; required$)", lambda m: say(Sentence("default: {value}", value=m[1])),
                   parts["extra"])  # fmt: skip
    extra = re.sub(r"(^|; )required$", lambda m: m[1] + say(Sentence("required")), extra)
    return f"{parts['help']}  [{extra}]".strip()
