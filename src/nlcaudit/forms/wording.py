"""What every form says in its own words; the catalogue `forms` holds the other languages."""

from collections.abc import Mapping

from nlcaudit.messages import Messages


def text(message: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is printed."""
    return message


DOMAIN = "forms"

KINDS: Mapping[str, str] = {
    "dont_know": text("I don’t know"),
    "outside_powers": text("Outside our legal powers"),
    "not_applicable": text("Does not apply here"),
}
KEYS: Mapping[str, str] = {"dont_know": "d", "outside_powers": "o", "not_applicable": "n"}
"""What is typed, ticked or written for a kind of answer, on every form and in every language."""

KIND_NOTES: Mapping[str, str] = {
    "dont_know": text("A good answer where you do not know."),
    "outside_powers": text("The law gives this to somebody else."),
    "not_applicable": text("Please say why."),
}
CONFIDENCE: Mapping[str, str] = {"low": text("low"), "medium": text("medium"), "high": text("high")}
STRENGTHS: Mapping[str, str] = {
    "claim": text("somebody says so"),
    "document": text("a document says so"),
    "observed": text("seen at work"),
    "outcome": text("results show it"),
}


def messages(language: str) -> Messages:
    """The sentences of forms in one language."""
    return Messages(DOMAIN, language)
