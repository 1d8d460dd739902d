"""A comparison as text, Markdown and JSON."""

import json
from collections.abc import Iterator

from nlcaudit.evolution.changes import Change
from nlcaudit.evolution.comparing import Comparison
from nlcaudit.evolution.verdict import Verdict
from nlcaudit.evolution.versions import WEIGHTS

MOST_FIELDS = 3


def render_text(comparison: Comparison, verdict: Verdict, draft: str) -> str:
    """Render for a terminal: the changes by weight, the verdict, the block to paste."""
    lines: list[str] = []
    for weight in WEIGHTS:
        changes = [change for change in comparison.changes if change.weight == weight]
        lines += [weight, *(f"  {line}" for change in changes for line in _plain(change)), ""] if changes else []
    lines.append(verdict.text)
    if draft:
        lines += ["", "To put into the file:", "", *draft.splitlines()]
    return "\n".join(lines) + "\n"


def _plain(change: Change) -> Iterator[str]:
    yield f"{change.kind:10} {change.part} {name(change)}{_where(change)}"
    yield f"{'':10} {change.reason}"


def name(change: Change) -> str:
    """The thing's id, or both of its ids."""
    return f"{change.was} → {change.subject}" if change.was else change.subject


def _where(change: Change) -> str:
    parts = []
    if change.guessed:
        parts.append(f"a guess: {change.likeness} % of the words are the same")
    if change.fields:
        more = len(change.fields) - MOST_FIELDS
        parts.append(", ".join(change.fields[:MOST_FIELDS]) + (f" and {more} more" if more > 0 else ""))
    if change.said:
        parts.append(change.said)
    if change.languages:
        parts.append(", ".join(change.languages))
    return f" ({'; '.join(parts)})" if parts else ""


def render_markdown(comparison: Comparison, verdict: Verdict, draft: str) -> str:
    """Render for a change log or a pull request."""
    lines = [f"# Changes from {_code(verdict.old)} to {_code(verdict.new)}", "", f"{_sentence(verdict)}", ""]
    for weight in WEIGHTS:
        changes = [change for change in comparison.changes if change.weight == weight]
        lines += [f"## {weight.capitalize()}", "", *map(_item, changes), ""] if changes else []
    if draft:
        lines += ["## To put into the file", "", "```yaml", *draft.splitlines(), "```", ""]
    return "\n".join(lines).rstrip() + "\n"


def _item(change: Change) -> str:
    named = " → ".join(_code(one) for one in (change.was, change.subject) if one)
    inside = [_code(field) for field in change.fields[:MOST_FIELDS]]
    more = len(change.fields) - MOST_FIELDS
    where = ", ".join(inside) + (f" and {more} more" if more > 0 else "")
    spoken = ", ".join(_code(language) for language in change.languages)
    guess = f"a guess, {change.likeness} % of the words are the same" if change.guessed else ""
    said = _code(change.said) if change.said else ""
    beside = "; ".join(part for part in (guess, where, said, spoken) if part)
    return f"- **{change.kind}** {change.part} {named}{f' ({beside})' if beside else ''}: {change.reason}"


def _code(text: str) -> str:
    """Text from a file as Markdown code, in which nothing is markup."""
    line = " ".join(text.split())
    ticks = "`" * (1 + max((len(run) for run in _runs(line)), default=0))
    pad = " " if "`" in line else ""
    return f"{ticks}{pad}{line}{pad}{ticks}"


def _runs(line: str) -> list[str]:
    return [run for run in "".join(char if char == "`" else " " for char in line).split() if run]


def _sentence(verdict: Verdict) -> str:
    if verdict.weight is None:
        return "Nothing changed." if verdict.enough else "Nothing changed, but the version is lower."
    if verdict.needed is None:
        return f"The heaviest change is {verdict.weight}; nobody can tell which version that needs."
    word = "high enough" if verdict.enough else "**too low**"
    return f"The heaviest change is {verdict.weight}: at least {verdict.needed} is needed, so the version is {word}."


def render_json(comparison: Comparison, verdict: Verdict, draft: str) -> str:
    """Render as one JSON document (`nlcaudit/diff/1`)."""
    written = {
        "schema": "nlcaudit/diff/1",
        "from": verdict.old,
        "to": verdict.new,
        "verdict": {"weight": verdict.weight, "needed": verdict.needed, "enough": verdict.enough, "text": verdict.text},
        "changes": [_record(change) for change in comparison.changes],
        "migrations": draft or None,
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _record(change: Change) -> dict[str, object]:
    return {
        "weight": change.weight, "kind": change.kind, "part": change.part, "id": change.subject,
        "was": change.was or None, "guess": change.likeness, "fields": list(change.fields),
        "languages": list(change.languages), "said": change.said or None, "reason": change.reason,
    }  # fmt: skip
