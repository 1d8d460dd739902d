"""A comparison as text, Markdown and JSON."""

import json
from collections.abc import Iterator

from nlcaudit.evolution.changes import KINDS, PART_NAMES, Change
from nlcaudit.evolution.comparing import Comparison
from nlcaudit.evolution.verdict import Verdict
from nlcaudit.evolution.versions import WEIGHT_NAMES, WEIGHTS
from nlcaudit.messages import SOURCE_LANGUAGE, tell
from nlcaudit.sentences import Sentence, shortened

MOST_FIELDS = 3
LEAST_WIDTH = 10
TO_PASTE = Sentence("To put into the file")


def render_text(comparison: Comparison, verdict: Verdict, draft: str, language: str = SOURCE_LANGUAGE) -> str:
    """Render for a terminal: the changes by weight, the verdict, the block to paste."""
    lines: list[str] = []
    width = max([LEAST_WIDTH, *(len(tell(KINDS[change.kind], language)) for change in comparison.changes)])
    for weight in WEIGHTS:
        changes = [change for change in comparison.changes if change.weight == weight]
        plain = [f"  {line}" for change in changes for line in _plain(change, width, language)]
        lines += [tell(WEIGHT_NAMES[weight], language), *plain, ""] if changes else []
    lines.append(tell(verdict.text, language))
    if draft:
        lines += ["", tell(Sentence("{title}:", title=TO_PASTE), language), "", *draft.splitlines()]
    return "\n".join(lines) + "\n"


def _plain(change: Change, width: int, language: str) -> Iterator[str]:
    part = tell(PART_NAMES[change.part], language)
    yield f"{tell(KINDS[change.kind], language):{width}} {part} {name(change)}{_where(change, language)}"
    yield f"{'':{width}} {tell(change.reason, language)}"


def name(change: Change) -> str:
    """The thing's id, or both of its ids."""
    return f"{change.was} → {change.subject}" if change.was else change.subject


def _guess(change: Change) -> Sentence:
    return Sentence("a guess: {share} % of the words are the same", share=change.likeness)


def _where(change: Change, language: str) -> str:
    parts = [_guess(change)] if change.guessed else []
    parts += [shortened(change.fields, MOST_FIELDS)] if change.fields else []
    told = [tell(part, language) for part in parts]
    told += [tell(change.said, language)] if change.said else []
    told += [", ".join(change.languages)] if change.languages else []
    return f" ({'; '.join(told)})" if told else ""


def render_markdown(comparison: Comparison, verdict: Verdict, draft: str, language: str = SOURCE_LANGUAGE) -> str:
    """Render for a change log or a pull request."""
    old, new = _code(verdict.old), _code(verdict.new)
    title = tell(Sentence("Changes from {old} to {new}", old=old, new=new), language)
    lines = [f"# {title}", "", tell(_sentence(verdict), language), ""]
    for weight in WEIGHTS:
        changes = [change for change in comparison.changes if change.weight == weight]
        heading = tell(WEIGHT_NAMES[weight], language).capitalize()
        lines += [f"## {heading}", "", *(_entry(change, language) for change in changes), ""] if changes else []
    if draft:
        lines += [f"## {tell(TO_PASTE, language)}", "", "```yaml", *draft.splitlines(), "```", ""]
    return "\n".join(lines).rstrip() + "\n"


def _entry(change: Change, language: str) -> str:
    named = " → ".join(_code(one) for one in (change.was, change.subject) if one)
    inside = [_code(field) for field in change.fields]
    parts: list[str] = [_guess(change)] if change.guessed else []
    parts += [shortened(inside, MOST_FIELDS)] if inside else []
    parts += [_code(tell(change.said, language))] if change.said else []
    parts += [", ".join(_code(spoken) for spoken in change.languages)] if change.languages else []
    beside = f" ({'; '.join(tell(part, language) for part in parts)})" if parts else ""
    said = Sentence("**{kind}** {part} {named}{beside}: {reason}", kind=KINDS[change.kind],
                    part=PART_NAMES[change.part], named=named, beside=beside, reason=change.reason)  # fmt: skip
    return f"- {tell(said, language)}"


def _code(text: str) -> str:
    """Text from a file as Markdown code, in which nothing is markup."""
    line = " ".join(text.split())
    ticks = "`" * (1 + max((len(run) for run in _runs(line)), default=0))
    pad = " " if "`" in line else ""
    return f"{ticks}{pad}{line}{pad}{ticks}"


def _runs(line: str) -> list[str]:
    return [run for run in "".join(char if char == "`" else " " for char in line).split() if run]


def _sentence(verdict: Verdict) -> Sentence:
    if verdict.weight is None:
        changed = Sentence("Nothing changed, but the version is lower.")
        return Sentence("Nothing changed.") if verdict.enough else changed
    weight = WEIGHT_NAMES[verdict.weight]
    if verdict.needed is None:
        return Sentence("The heaviest change is {weight}; nobody can tell which version that needs.", weight=weight)
    if verdict.enough:
        template = Sentence(
            "The heaviest change is {weight}: at least {needed} is needed, so the version is high enough."
        )
    else:
        template = Sentence(
            "The heaviest change is {weight}: at least {needed} is needed, so the version is **too low**."
        )
    return Sentence(template, weight=weight, needed=verdict.needed)


def render_json(comparison: Comparison, verdict: Verdict, draft: str, language: str = SOURCE_LANGUAGE) -> str:
    """Render as one JSON document (`nlcaudit/diff/1`)."""
    written = {
        "schema": "nlcaudit/diff/1",
        "from": verdict.old,
        "to": verdict.new,
        "verdict": {
            "weight": verdict.weight,
            "needed": verdict.needed,
            "enough": verdict.enough,
            "text": tell(verdict.text, language),
        },
        "changes": [_record(change, language) for change in comparison.changes],
        "migrations": draft or None,
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _record(change: Change, language: str) -> dict[str, object]:
    return {
        "weight": change.weight, "kind": change.kind, "part": change.part, "id": change.subject,
        "was": change.was or None, "guess": change.likeness, "fields": list(change.fields),
        "languages": list(change.languages), "said": tell(change.said, language) or None,
        "reason": tell(change.reason, language),
    }  # fmt: skip
