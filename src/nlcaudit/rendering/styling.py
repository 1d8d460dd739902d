"""A theme as the beginning of a style sheet: its colours and fonts as custom properties."""

import re
from collections.abc import Mapping

from nlcaudit.theme import Theme, palette

FAMILIES = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'


def style_sheet(theme: Theme, rules: str) -> str:
    """Return a style sheet without comments and indentation, with the theme before its rules."""
    families = ", ".join([*(f'"{family}"' for family in theme.fonts), FAMILIES])
    colours = {mode: _properties(known) for mode, known in theme.colours.items()}
    variables = (
        f":root {{ color-scheme: light dark; --families: {families}; {colours['light']} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {colours['dark']} }} }}\n"
        f"@media print {{ :root {{ {colours['print']} }} }}\n"
    )
    plain = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    return variables + "\n".join(line.strip() for line in plain.splitlines() if line.strip())


def _properties(known: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in palette(known).items())
