"""What is asked: toolkits, their frameworks, themes, questions and levels, and the policy that scores them."""

from nlcaudit.framework.migrations import Migration
from nlcaudit.framework.policy import ScoringPolicy
from nlcaudit.framework.questions import Framework, Level, NextStep, Question, Theme
from nlcaudit.framework.toolkit import Role, Toolkit
from nlcaudit.framework.vocabulary import (
    Case,
    Group,
    Language,
    Lever,
    ScaleLevel,
    Side,
    Source,
    StepList,
    Term,
)  # fmt: skip

__all__ = [
    "Case", "Framework", "Group", "Language", "Level", "Lever", "Migration", "NextStep", "Question", "Role",
    "ScaleLevel", "ScoringPolicy", "Side", "Source", "StepList", "Term", "Theme", "Toolkit",
]  # fmt: skip
