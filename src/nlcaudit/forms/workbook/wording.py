"""What the workbook says in its own words; the catalogue `forms` holds the other languages."""

from collections.abc import Mapping, Sequence

from nlcaudit.forms.views import Texts
from nlcaudit.messages import INTERFACE_LANGUAGES, Messages
from nlcaudit.text import Spoken

DOMAIN = "forms"


def text(message: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is written."""
    return message


COLUMNS: tuple[tuple[str, str], ...] = (
    ("code", text("Code")),
    ("question", text("Question")),
    ("levels", text("Levels")),
    ("answer", text("Your answer")),
    ("reason", text("Reason, if it does not apply")),
    ("confidence", text("How sure you are")),
    ("note", text("Note")),
    ("what", text("What shows it")),
    ("where", text("Where it can be found")),
    ("date", text("Its date (2026-11-30)")),
    ("owner", text("Who keeps it")),
    ("strength", text("What kind of evidence")),
    ("seen_by", text("Which side saw it")),
    ("flag", text("To come back to (x)")),
)
"""Name for the program → head for people. What stands from `answer` on is filled in."""
WIDTHS: Mapping[str, int] = {
    "code": 6, "question": 40, "levels": 62, "answer": 24, "reason": 26, "confidence": 12, "note": 40, "what": 30,
    "where": 22, "date": 13, "owner": 20, "strength": 20, "seen_by": 16, "flag": 12,
}  # fmt: skip
BEGIN = text("Begin here")
OTHERS = (
    text("Language"), text("Your group"), text("Your code, if you were given one"), text("Yes"), text("No"),
    text("I have read the text below and agree to answer"), text("Why we ask:"), text("Only for:"),
    text("Please choose from the list, or empty the cell."),
)  # fmt: skip


def own(languages: Sequence[str], message: str) -> Texts:
    """A sentence of the program in each language; English where it has no catalogue."""
    return {one: Spoken(Messages(DOMAIN, one).text(message), _spoken(one)) for one in languages}


def _spoken(language: str) -> str:
    known = language.split("-", maxsplit=1)[0] in INTERFACE_LANGUAGES
    return language if known else INTERFACE_LANGUAGES[0]


def joined(languages: Sequence[str], texts: Texts, code: str) -> Texts:
    """A title behind its code."""
    return {one: Spoken(f"{code} {texts[one].text}", texts[one].language) for one in languages}
