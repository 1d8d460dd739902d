"""Typing in paper sheets as a pure state machine: `(state, line) → (state, events)`; no file, no terminal.

Each sheet is typed twice; where the two passes differ, that is settled, and only then there is a response.
"""

from nlcaudit.keying.events import Event, Refused
from nlcaudit.keying.state import Keying, Mark
from nlcaudit.keying.stepping import step
from nlcaudit.keying.wording import prompt, render

__all__ = ["Event", "Keying", "Mark", "Refused", "prompt", "render", "step"]
