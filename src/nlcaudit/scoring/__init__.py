"""Answers → scorecard (docs/method.md)."""

from nlcaudit.scoring.building import score
from nlcaudit.scoring.scorecard import (
    Difference,
    FrameworkResult,
    InstitutionAnswer,
    Measure,
    Node,
    Presence,
    Scorecard,
    Step,
)  # fmt: skip

__all__ = [
    "Difference", "FrameworkResult", "InstitutionAnswer", "Measure", "Node", "Presence", "Scorecard", "Step", "score",
]  # fmt: skip
