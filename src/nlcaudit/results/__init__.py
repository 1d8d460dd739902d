"""Results of scoring → text for the terminal, and JSON (docs/scorecard.md)."""

from nlcaudit.results.contrasts import contrast_json, render_contrast
from nlcaudit.results.derivations import Derivation, derivation_json, derive, render_derivation
from nlcaudit.results.scorecards import explanation_json, render_explanation, render_scorecard, scorecard_json

__all__ = [
    "Derivation", "contrast_json", "derivation_json", "derive", "explanation_json", "render_contrast",
    "render_derivation", "render_explanation", "render_scorecard", "scorecard_json",
]  # fmt: skip
