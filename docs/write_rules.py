"""Writes docs/rules.md and docs/rules.fr.md from the rules themselves; `make docs` runs it."""

from pathlib import Path
from textwrap import fill

from nlcaudit.messages import tell
from nlcaudit.rules.registry import RULES
from nlcaudit.sentences import Sentence, paragraphs

AREAS = {
    "en": {
        "0": "Reading a file",
        "1": "What a value must be, and what a question must hold",
        "2": "What texts refer to",
        "3": "Scale, bands, gates and weights",
        "4": "Languages and wording",
        "5": "Responses and engagements",
        "6": "From one version to the next",
        "7": "What is asked to be ignored",
        "8": "Themes of reports",
    },
    "fr": {
        "0": "Lire un fichier",
        "1": "Ce qu’une valeur doit être, et ce qu’une question doit contenir",
        "2": "Ce à quoi les textes renvoient",
        "3": "Échelle, fourchettes, seuils et poids",
        "4": "Langues et formulations",
        "5": "Réponses et évaluations",
        "6": "D’une version à l’autre",
        "7": "Ce que l’on demande d’ignorer",
        "8": "Thèmes des rapports",
    },
}
HEADS = {
    "en": """\
# Rules

What `nlcaudit validate` finds. `nlcaudit explain NLC201` prints the same on the terminal. A code never changes its
meaning and is never used again. An **error** makes a file unusable for what it is about; a **warning** does not, and
fails only with `--strict`. [ci.md](ci.md) says how to choose rules, and how a file asks to leave one aside.

[En français](rules.fr.md)
""",
    "fr": """\
# Règles

Ce que trouve `nlcaudit validate`. `nlcaudit explain NLC201` dit la même chose dans le terminal. Un code ne change
jamais de sens et n’est jamais réutilisé. Une **erreur** rend un fichier inutilisable pour ce dont il s’agit ; un
**avertissement** non, et n’est un échec qu’avec `--strict`. [ci.md](ci.md) dit comment choisir les règles, et comment
un fichier demande d’en laisser une de côté.

[In English](rules.md)
""",
}
SEVERITIES = {"en": {"error": "error", "warning": "warning"}, "fr": {"error": "erreur", "warning": "avertissement"}}


def page(language: str = "en") -> str:
    """Return the whole page in a language."""
    parts = [HEADS[language]]
    area = ""
    for code, rule in sorted(RULES.items()):
        if code[3] != area:
            area = code[3]
            parts.append(f"\n## {AREAS[language][area]}\n")
        summary, *rest = _texts(rule.doc, language)
        said = "\n\n".join(rest)
        parts.append(f"\n### {code} {rule.name}\n\n*{SEVERITIES[language][rule.severity]}* · {summary}\n\n{said}\n")
    return "".join(parts)


def _texts(doc: str, language: str) -> list[str]:
    if language == "en":
        return doc.strip().split("\n\n")
    return [fill(tell(Sentence(text), language), 118, break_long_words=False) for text in paragraphs(doc)]


if __name__ == "__main__":
    for name, spoken in (("rules.md", "en"), ("rules.fr.md", "fr")):
        (Path(__file__).parent / name).write_text(page(spoken), encoding="utf-8")
