"""Who answers what, into which file: from the options of `assess` and `init` to saved files."""

from nlcaudit.sitting.beginning import Beginning, begin_engagement, next_steps
from nlcaudit.sitting.ground import Ground, find_ground, new_ground
from nlcaudit.sitting.holding import Held, ask_answers, take_answers
from nlcaudit.sitting.opening import response_path, usual_frameworks
from nlcaudit.sitting.paper import enter_paper, journal_path
from nlcaudit.sitting.wanted import Wanted
from nlcaudit.sitting.workshop import hold_workshop

__all__ = [
    "Beginning",
    "Ground",
    "Held",
    "Wanted",
    "ask_answers",
    "begin_engagement",
    "enter_paper",
    "find_ground",
    "hold_workshop",
    "journal_path",
    "new_ground",
    "next_steps",
    "response_path",
    "take_answers",
    "usual_frameworks",
]
