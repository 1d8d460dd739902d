"""The language in which the program speaks to who called it."""

from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar

ENGLISH = "en"
SPOKEN = (ENGLISH, "fr")
VARIABLES = ("NLCAUDIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the language is looked for; the first that is set decides, as for other programs."""

_chosen: ContextVar[str] = ContextVar("language", default=ENGLISH)


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Speak from now on as the call asks: by its only `--lang`, else by the environment, else English."""
    asked = dict.fromkeys(_asked(arguments))
    named = next(iter(asked)) if len(asked) == 1 else ""
    usual = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    _chosen.set(_spoken(named) or _spoken(usual) or ENGLISH)


def language() -> str:
    """Return the language of this call."""
    return _chosen.get()


def say(text: str) -> str:
    """Say a `Sentence` in the language of this call; a plain text stays as it is."""
    if language() == ENGLISH:
        return text
    from nlcaudit.messages import tell

    return tell(text, language())


def _asked(arguments: Sequence[str]) -> Iterator[str]:
    for index, argument in enumerate(arguments):
        if argument == "--":
            return
        if argument == "--lang":
            yield from arguments[index + 1 : index + 2]
        elif argument.startswith("--lang="):
            yield argument.removeprefix("--lang=")


def _spoken(named: str) -> str:
    """`fr_CA.UTF-8` and `fr-CA` are French; empty where the program does not speak it."""
    base = named.replace("-", "_").split("_")[0].split(".")[0].lower()
    return base if base in SPOKEN else ""
