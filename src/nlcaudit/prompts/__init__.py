"""The questionnaire's front ends. This one is made of lines: nothing is redrawn, a screen reader can read it."""

from nlcaudit.prompts.asking import Left, ask_choice, ask_choices, ask_date, ask_text
from nlcaudit.prompts.conversation import Conversation, converse
from nlcaudit.prompts.terminal import Interrupted, Terminal

__all__ = [
    "Conversation",
    "Interrupted",
    "Left",
    "Terminal",
    "ask_choice",
    "ask_choices",
    "ask_date",
    "ask_text",
    "converse",
]
