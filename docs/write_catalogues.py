"""Brings the catalogues of the program's own words up to date with the code; `make catalogues` runs it.

Each room of `src/nlcaudit` has the catalogue of its name, but for the few that share one. A message that is new gets
an empty translation, one that was reworded is marked fuzzy beside its old translation, one that is gone is dropped.
What is complete is compiled.
"""

import ast
import sys
from collections.abc import Iterator
from contextvars import Context
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from typer.main import get_command

from nlcaudit.cli.app import app
from nlcaudit.cli.commands import COMMANDS, Commands
from nlcaudit.cli.helping import EXAMPLE
from nlcaudit.rules.registry import RULES
from nlcaudit.sentences import paragraphs

PACKAGE = Path(__file__).parents[1] / "src/nlcaudit"
LOCALE = PACKAGE / "locale"
SHARED = {
    "results": "score", "scoring": "score",
    "prompts": "interview", "sitting": "interview", "engagement_texts": "interview",
    "charts": "report", "rendering": "report", "publishing": "report",
    "source": "rules", "shape": "rules", "diagnostics": "rules", "output": "rules",
    "loader": "files", "store": "files", "choosing": "files", "errors": "files", "validation": "files",
    "catalogue": "files", "traceability": "files", "stamping": "files", "demonstration": "files",
    "sentences": "rules",
    "issuing": "forms",
    "moving": "evolution",
    "tables": "importers", "importing": "importers",
}  # fmt: skip
"""Room → catalogue, where that is not of the same name. `help` holds what commands say about themselves."""

ONE, WITH_PLURAL = ("Sentence", "text"), ("counted", "plural")
MARKS = {**dict.fromkeys(ONE, 1), **dict.fromkeys(WITH_PLURAL, 2)}
"""Function → how many of its first arguments are messages."""

Message = str | tuple[str, str]
WIDTH = 110
PERSONAL = (b'"Report-Msgid-Bugs-To:', b'"Last-Translator:', b'"Language-Team:', b'"Generated-By:')
"""Lines of a header that only name persons and tools; git knows them better."""


def rooms() -> dict[str, list[Path]]:
    """Return the modules of every catalogue."""
    found: dict[str, list[Path]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        found.setdefault(SHARED.get(room, room), []).append(path)
    return found


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Yield every call that marks a message, with the name of the mark."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = str(getattr(called, "attr", getattr(called, "id", "")))
            if name in MARKS and len(node.args) >= MARKS[name]:
                yield node, name


def said_in(path: Path) -> Iterator[Message]:
    """Yield the messages of one module in the order in which they stand there."""
    found = sorted(calls(ast.parse(path.read_text("utf-8"))), key=lambda one: (one[0].lineno, one[0].col_offset))
    for call, name in found:
        texts = [arg.value for arg in call.args[: MARKS[name]] if isinstance(arg, ast.Constant) and arg.value]
        if len(texts) == MARKS[name]:
            yield (texts[0], texts[1]) if name in WITH_PLURAL else texts[0]


def said_by_commands() -> Iterator[str]:
    """Yield what the commands and their options say about themselves."""
    yield from told_by(get_command(app))
    for name, (_, summary) in COMMANDS.items():
        yield summary
        yield from told_by(Commands(name="").get_command(None, name))


def told_by(command: object) -> Iterator[str]:
    """Yield the texts of one command and of those below it."""
    yield from (text for text in paragraphs(command.help or "") if text and not text.startswith(EXAMPLE))
    for parameter in command.params:
        yield from (text for text in (parameter.help, parameter.metavar) if text)
    for inner in getattr(command, "commands", {}).values():
        if inner is not None:
            yield from told_by(inner)


def said_by_rules() -> Iterator[str]:
    """Yield the documentation of every rule, paragraph by paragraph."""
    for rule in RULES.values():
        yield from paragraphs(rule.doc)


def messages() -> dict[str, dict[Message, None]]:
    """Return the messages of every catalogue that has any, each once, in order."""
    said = {name: [one for path in paths for one in said_in(path)] for name, paths in rooms().items()}
    said["help"] = Context().run(list, said_by_commands())  # in English, whatever this process spoke before
    said["rules"] = [*said.get("rules", ()), *said_by_rules()]
    return {name: dict.fromkeys(found) for name, found in sorted(said.items()) if found}


def read(path: Path) -> Catalog:
    """Read a catalogue; one that is not there yet is empty."""
    language = path.parents[1].name
    if not path.exists():
        today = datetime.now(UTC)
        head = f"# Words of the room {path.stem}."
        return Catalog(locale=language, project="nlcaudit", version="1", header_comment=head, fuzzy=False,
                       creation_date=today, revision_date=today)  # fmt: skip
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def updated(old: Catalog, said: dict[Message, None]) -> Catalog:
    """Return the catalogue with exactly these messages, and what was translated of them."""
    new = Catalog(locale=old.locale, header_comment=old.header_comment, project="nlcaudit", version="1",
                  creation_date=old.creation_date, revision_date=old.revision_date, fuzzy=False)  # fmt: skip
    for message in said:
        new.add(message)
    old.update(new, update_header_comment=False, update_creation_date=False)
    old.obsolete.clear()
    return old


def written(catalogue: Catalog) -> bytes:
    """Return the text of a catalogue."""
    text = BytesIO()
    write_po(text, catalogue, width=WIDTH, no_location=True, ignore_obsolete=True)
    return b"".join(line for line in text.getvalue().splitlines(keepends=True) if not line.startswith(PERSONAL))


def compiled(catalogue: Catalog) -> bytes:
    """Return the binary form of a catalogue."""
    binary = BytesIO()
    write_mo(binary, catalogue)
    return binary.getvalue()


def unfinished(catalogue: Catalog) -> list[str]:
    """Return the messages that want a translator."""
    return [str(one.id) for one in catalogue if one.id and (one.fuzzy or not all(translations(one)))]


def translations(message: object) -> tuple[str, ...]:
    """Return a message's translation, in each of its forms."""
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


def main() -> int:
    """Update and compile every catalogue of every language."""
    said = messages()
    left = 0
    for folder in sorted(LOCALE.glob("*/LC_MESSAGES")):
        for path in folder.glob("*.po"):
            if path.stem not in said:
                path.unlink()
                path.with_suffix(".mo").unlink(missing_ok=True)
        for name, wanted in said.items():
            path = folder / f"{name}.po"
            catalogue = updated(read(path), wanted)
            path.write_bytes(written(catalogue))
            path.with_suffix(".mo").write_bytes(compiled(catalogue))
            for message in unfinished(catalogue):
                left += 1
                print(f"{path.relative_to(PACKAGE.parents[1])}: to translate: {message}")  # noqa: T201
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
