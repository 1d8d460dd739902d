"""How far an engagement is: who has answered, who is not heard, what is missing, which evidence to ask for."""

from nlcaudit.standing.asking import Asking, evidence_to_ask_for
from nlcaudit.standing.survey import Standing, build_standing
from nlcaudit.standing.telling import render_asking, render_standing, standing_json

__all__ = [
    "Asking",
    "Standing",
    "build_standing",
    "evidence_to_ask_for",
    "render_asking",
    "render_standing",
    "standing_json",
]
