"""The comment by which an editor finds the schema of a file, and how it stays when the file is saved again."""

from pathlib import Path

SCHEMAS = ".schema"
"""The folder of schemas beside a user's files."""
MODELINE = "# yaml-language-server: $schema="


def modeline(kind: str, folder: str = SCHEMAS) -> str:
    """Return the comment that names the schema of a kind of file.

    Args:
        kind: of the file.
        folder: where the schemas lie, seen from the file.
    """
    return f"{MODELINE}{folder}/{kind}.json"


def with_modeline(text: str, path: Path, seen: bytes | None) -> str:
    """Put the modeline on top of a response that is about to be saved.

    Args:
        text: the new content.
        path: where it is saved.
        seen: the content before; None for a new file, which gets a modeline where the schema lies beside it.
    """
    line = _written(seen) if seen is not None else _fitting(path)
    return f"{line}\n{text}" if line and not text.startswith(MODELINE) else text


def _written(seen: bytes) -> str:
    first = seen.partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
    return first if first.startswith(MODELINE) and first.isprintable() else ""


def _fitting(path: Path) -> str:
    for folder in (SCHEMAS, f"../{SCHEMAS}"):
        if (path.parent / folder / "response.json").is_file():
            return modeline("response", folder)
    return ""


def loses_comments(before: bytes, after: str) -> bool:
    """Tell whether a text has fewer comments than the one before; the modeline does not count."""
    return _comments(before.decode("utf-8", "replace")) > _comments(after)


def _comments(text: str) -> int:
    lines = [line for line in text.splitlines() if not line.startswith(MODELINE)]
    return sum(line.lstrip().startswith("#") or " # " in line for line in lines)
