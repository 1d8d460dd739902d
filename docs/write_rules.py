"""Writes docs/rules.md from the rules themselves; `make docs` runs it."""

from pathlib import Path

from nlcaudit.rules import RULES

AREAS = {
    "0": "Reading a file",
    "1": "What a value must be, and what a question must hold",
    "2": "What texts refer to",
    "3": "Scale, bands, gates and weights",
    "4": "Languages and wording",
    "5": "Responses and engagements",
    "6": "From one version to the next",
    "7": "What is asked to be ignored",
    "8": "Themes of reports",
}
HEAD = """\
# Rules

What `nlcaudit validate` finds. `nlcaudit explain NLC201` prints the same on the terminal. A code never changes its
meaning and is never used again. An **error** makes a file unusable for what it is about; a **warning** does not, and
fails only with `--strict`. [ci.md](ci.md) says how to choose rules, and how a file asks to leave one aside.
"""


def page() -> str:
    """Return the whole page."""
    parts = [HEAD]
    area = ""
    for code, rule in sorted(RULES.items()):
        if code[3] != area:
            area = code[3]
            parts.append(f"\n## {AREAS[area]}\n")
        summary, _, rest = rule.doc.strip().partition("\n\n")
        parts.append(f"\n### {code} {rule.name}\n\n*{rule.severity}* · {summary}\n\n{rest}\n")
    return "".join(parts)


if __name__ == "__main__":
    (Path(__file__).parent / "rules.md").write_text(page(), encoding="utf-8")
