"""JSON lines → a table: each line an object, its keys the columns; objects inside are paths (`group/name`)."""

import json
from collections.abc import Iterator

from nlcaudit.sentences import Sentence
from nlcaudit.tables.decoding import UnreadableError, decode
from nlcaudit.tables.table import Line, Problem, Table

DEEPEST = 20


def read_json_lines(raw: bytes, path: str, encoding: str | None = None) -> tuple[Table | None, list[Problem]]:
    """Read a file of JSON lines.

    Returns:
        The table, whose header is the line with the number 0, and what is wrong.
    """
    try:
        text, called = decode(raw, encoding)
    except UnreadableError as error:
        return None, [Problem(path, "", 0, 0, error.message, error.hint)]
    objects: list[tuple[int, dict[str, str]]] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                objects.append((number, _flat(line)))
            except (ValueError, RecursionError) as error:
                hint = Sentence("write one object in braces a line; lists are not read")
                problems.append(
                    Problem(
                        path,
                        "",
                        number,
                        0,
                        Sentence("this line is no JSON object of texts: {error}", error=error),
                        hint,
                    )
                )
    names = tuple(dict.fromkeys(key for _, entry in objects for key in entry))
    rows = [Line(number, tuple(entry.get(name, "") for name in names)) for number, entry in objects]
    return Table(path, "", f"{called}, JSON lines", (Line(0, names), *rows)) if objects else None, problems


def _flat(line: str) -> dict[str, str]:
    value = json.loads(line, object_pairs_hook=_each_key_once)
    if not isinstance(value, dict):
        raise ValueError("it does not begin with {")  # noqa: TRY004 - what is wrong with a text
    found = list(_leaves(value, (), 0))
    flat = dict(found)
    if len(flat) < len(found):
        raise ValueError("two keys have the same path")
    return flat


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key stands in it twice")
    return dict(pairs)


def _leaves(value: object, route: tuple[str, ...], depth: int) -> Iterator[tuple[str, str]]:
    if depth > DEEPEST:
        raise ValueError("it is nested too deep")
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*route, key), depth + 1)
    elif isinstance(value, list):
        if value and route[-1][:1] != "_":  # `_attachments`, `_tags`: what a server keeps beside the answers
            raise ValueError(f"“{'/'.join(route)}” is a list")
    else:
        said = ("true" if value else "false") if isinstance(value, bool) else str("" if value is None else value)
        yield "/".join(route), said
