"""The few characters in front of the cursor: which question, and what is read next."""

from nlcaudit.interview.sentences import PROMPTS
from nlcaudit.interview.state import Interview
from nlcaudit.messages import Messages


def prompt(state: Interview) -> str:
    """Return the prompt, with the space after it."""
    messages = Messages("interview", state.response.language)
    code = state.question.code if state.question else messages.text("Review")
    label = PROMPTS.get(state.awaited)
    return f"{messages.text(label, code=code) if label else code} > "
