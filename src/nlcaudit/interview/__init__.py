"""The questionnaire as a pure state machine: `(state, line) → (state, events)`; no file, no clock, no terminal.

Every front end shows `render` of the events and `prompt` of the state, and hands over one line at a time.
"""

from nlcaudit.interview.events import Event, Refused
from nlcaudit.interview.moving import begin, leave
from nlcaudit.interview.prompting import prompt
from nlcaudit.interview.state import Interview
from nlcaudit.interview.stepping import step
from nlcaudit.interview.wording import render

__all__ = ["Event", "Interview", "Refused", "begin", "leave", "prompt", "render", "step"]
