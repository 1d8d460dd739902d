"""Who answers what, into which file, and the sitting itself: from the options of `assess` to a saved response."""

from nlcaudit.sitting.ground import Ground, find_ground
from nlcaudit.sitting.holding import Held, ask_answers, take_answers
from nlcaudit.sitting.opening import response_path
from nlcaudit.sitting.wanted import Wanted

__all__ = ["Ground", "Held", "Wanted", "ask_answers", "find_ground", "response_path", "take_answers"]
