"""Text → Markdown that says the same and does nothing."""

import re

ANYWHERE = re.compile(r"([\\`*_\[\]|<>~&$@])")
"""What begins emphasis, code, links, HTML, entities, cells, formulas or mentions wherever it stands."""
IN_FRONT = re.compile(r"^([-+#=]|\d+(?=[.)](?:\s|$)))")
"""What begins a heading, a list or an underline at the start of a line."""
BREAKABLE = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
"""White space at which a line may break; a non-breaking space is not among it."""
ADDRESS = re.compile(r"(https?|ftp)(?=://)|(www)(?=\.)", re.IGNORECASE)
"""What GitHub turns into a link without being asked."""


def escape(text: str) -> str:
    """Return `text` as one line of Markdown in which no character is markup."""
    line = ANYWHERE.sub(r"\\\1", " ".join(BREAKABLE.split(text)).strip(" "))
    line = ADDRESS.sub(lambda match: match.group() + "\\", line)
    return IN_FRONT.sub(lambda match: f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}", line)
