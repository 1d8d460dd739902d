"""The list of commands. Each is imported when it runs: `--version` and `--help` need none of them."""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from nlcaudit.cli.language import ENGLISH, language, say
from nlcaudit.sentences import Sentence

COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("demo:demo", "Try the program on an example city."),
    "init": ("init:init", "Make the folder of an engagement: one city at one moment."),
    "form": ("form:form", "Make blank questionnaires: offline page, paper, CSV, Markdown."),
    "import": ("importing:import_", "Take in forms and exports that came back."),
    "assess": ("assess:assess", "Answer the questionnaire; stop and go on at any time."),
    "status": ("status:status", "Say who has answered, who is missing, and whom to remind."),
    "hands": ("talk:hands", "Record a show of hands on a question."),
    "agree": ("talk:agree", "Record a rating that the sides agreed on."),
    "evidence": ("evidence:app", "List evidence, who has seen it, and the sums of its files."),
    "withdraw": ("forget:withdraw", "Remove a respondent from everything that can be reached."),
    "purge": ("forget:purge", "Delete the answers whose time is over."),
    "score": ("score:score", "Score an engagement: profile, bounds, stages, sides."),
    "report": ("report:report", "Write the report: two pages, or everything."),
    "verify": ("verify:verify", "Make a report again, and say what differs."),
    "validate": ("validate:validate", "Check files and say what to put right, and where."),
    "diff": ("diff:diff", "Say what changed between two versions, and what that needs."),
    "migrate": ("migrate:migrate", "Move saved answers to the toolkit's current version."),
    "explain": ("validate:explain", "Explain a rule of `validate`."),
    "frameworks": ("frameworks:app", "List and show what is asked."),
}
"""Name → where it is, as `module:object` in this room, and the line of `nlcaudit --help`."""


FIRST_SENTENCE = re.compile(r"(?<=\.)\s|\n")


def spoken(command: Any) -> Any:  # noqa: ANN401 - typer does not export its commands
    """Return a command that speaks the language of this call."""
    if language() != ENGLISH:
        from nlcaudit.cli.helping import speak

        speak(command)
    return command


class Group(TyperGroup):
    """A group that lists its commands with whole sentences: typer cuts them off where a line ends."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - typer does not export them
        """Write the list of commands into the help."""
        told = [(name, one.short_help or one.help or "") for name, one in self.commands.items() if not one.hidden]
        with formatter.section("Commands"):
            formatter.write_dl([(name, FIRST_SENTENCE.split(text)[0]) for name, text in told])


class Commands(TyperGroup):
    """A group whose commands are imported one by one."""

    def __init__(self, **attrs: Any) -> None:  # noqa: ANN401
        """Know the names, for the hint when one is misspelt."""
        super().__init__(**attrs)
        self.commands: Any = dict.fromkeys(COMMANDS)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - typer does not export its contexts
        """Return the names in the order of the list."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        found = getattr(import_module(f"nlcaudit.cli.{module}"), name)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
            alone.command(cmd_name)(found)
            found = alone
        command = get_command(found)
        command.name = cmd_name
        return spoken(command)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """Write the list of commands into the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, say(Sentence(summary))) for name, (_, summary) in COMMANDS.items()])
