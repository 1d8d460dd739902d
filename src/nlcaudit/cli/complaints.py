"""What typer says about a wrong call → what we say."""

import re
from typing import Any

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.errors import UserError
from nlcaudit.sentences import NOTHING, Sentence

KNOWN_WRONG = (
    (r"No such option: (?P<name>\S+)(?: \(Possible options: (?P<near>.*)\))?", Sentence("there is no option {name}")),
    (r"No such command '(?P<name>.*?)'\.(?: Did you mean (?P<near>.*)\?)?", Sentence("there is no command “{name}”")),
    (r"Missing command\.", Sentence("which command?")),
    (r"Missing (?:argument|option) '(?P<name>.*?)'\..*", Sentence("missing: {name}")),
    (r"Got unexpected extra argument\(s\) \((?P<name>.*)\)", Sentence("more than this command takes: {name}")),
    (r"Option '(?P<name>.*)' requires an argument\.", Sentence("{name} needs a value behind it")),
    (r"Option '(?P<name>.*)' requires (?P<number>[0-9]+) arguments\.",
     Sentence("{name} needs {number} values behind it")),
    (r"Option '(?P<name>.*)' does not take a value\.", Sentence("{name} takes no value")),
    (r"Invalid value for '(?P<name>.*?)': (?:Value error, )?'(?P<word>.*)' is not one of (?P<words>.*)\.",
     Sentence("{name} cannot be “{word}”")),
    (r"Invalid value for '(?P<name>.*?)': Input should be a valid (?:integer|number).*",
     Sentence("{name} must be a number")),
    (r"Invalid value for '(?P<name>.*?)': Input should be less than or equal to (?P<limit>.*)",
     Sentence("{name} must be at most {limit}")),
    (r"Invalid value for '(?P<name>.*?)': Input should be greater than or equal to (?P<limit>.*)",
     Sentence("{name} must be at least {limit}")),
)  # fmt: skip
"""How typer words it, and the sentence that its parts fill in."""


def wrong_call(error: Any, command: str) -> UserError:  # noqa: ANN401 - typer does not export its errors
    """Say in our words what is wrong with a call of a command, and where its options are listed."""
    told = error.format_message()
    called = error.ctx.command_path if getattr(error, "ctx", None) else command
    listed = Sentence("what it takes: {command}", command=f"{called} --help")
    for pattern, sentence in KNOWN_WRONG:
        parts = re.fullmatch(pattern, told, re.DOTALL)
        if parts is not None:
            found = {name: text for name, text in parts.groupdict().items() if text is not None}
            return UserError(Sentence(sentence, **found), _hint(found) or listed)
    return UserError(Sentence(told), listed)


def _hint(found: dict[str, str]) -> Sentence:
    if "words" in found:
        return did_you_mean(found["word"], re.findall(r"'([^']*)'", found["words"]))
    near = re.findall(r"[\w-]+", found.get("near", ""))
    if len(near) > 1:
        return Sentence("did you mean one of these: {words}?", words=near)
    return Sentence("did you mean “{word}”?", word=near[0]) if near else NOTHING
