"""The questionnaire's front ends. This one is made of lines: nothing is redrawn, a screen reader can read it."""

from nlcaudit.prompts.asking import ask_choice, ask_choices, ask_date, ask_text
from nlcaudit.prompts.conversation import Conversation, converse
from nlcaudit.prompts.terminal import Terminal

__all__ = ["Conversation", "Terminal", "ask_choice", "ask_choices", "ask_date", "ask_text", "converse"]
