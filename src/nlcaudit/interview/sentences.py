"""The sentences of the questionnaire, in English; the catalogue `interview` holds the other languages."""

from collections.abc import Mapping

from nlcaudit.engagement import Confidence, Strength
from nlcaudit.interview.events import Reason
from nlcaudit.interview.state import Awaited


def text(message: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is said."""
    return message


KEYS: tuple[tuple[str, str], ...] = (
    ("d", text("I don't know")),
    ("o", text("outside our legal powers")),
    ("n", text("does not apply here (you are asked why)")),
    ("s", text("go on and leave this question as it is")),
    ("b", text("back to the question before")),
    ("j", text("jump: “j {code}” to a question, “j j” to the next one without an answer")),
    ("u", text("undo the last change")),
    ("c", text("how confident you are in your answer")),
    ("y", text("how it was a year ago, as you remember it")),
    ("t", text("write a note")),
    ("e", text("add evidence")),
    ("f", text("flag this question to come back to, or remove the flag")),
    ("w", text("why we ask, what the words mean, what counts as evidence")),
    ("l", text("change the language")),
    ("?", text("show these keys and the question again")),
    ("q", text("save and leave; you can go on later")),
)

TURN = text("another respondent: “r” lists them, “r 3” or “r {respondent}” goes there; what was typed is saved")

REFUSALS: Mapping[Reason, str] = {
    "empty": text("Nothing recorded: Enter alone is not an answer. Type {levels}, d, o, n or s; ? shows all keys."),
    "unknown": text(
        "Nothing recorded: “{said}” is not a key here. Type a level from {levels}, or d, o, n, s; ? shows all keys."
    ),
    "not-here": text(
        "Nothing recorded: there is no question in front of you. Type the code of a question, j, b, u, l, ? or q."
    ),
    "character": text(
        "Nothing recorded: the line holds a control character, perhaps from an arrow key. Please type it again."
    ),
    "too-long": text("Nothing recorded: the line is too long. Please write it in several lines."),
    "too-much": text("Nothing recorded: that is more than one answer can hold. Please keep it shorter."),
    "blank": text(
        "Nothing recorded: the line is empty. Type something, or . to go back to the question; ? helps, q leaves."
    ),
    "one-letter": text(
        "Nothing recorded: a single “{said}” may be a key pressed by mistake. Write a few words, "
        "or . to go back to the question; ? helps, q leaves."
    ),
    "confidence": text("Nothing recorded: type 1 low, 2 medium or 3 high; - takes it away, . goes back."),
    "date": text("Nothing recorded: write the date as 2026-11-30; - leaves it out, . ends here."),
    "strength": text("Nothing recorded: type 1, 2, 3 or 4; - counts as 1, . ends here."),
    "file": text(
        "Nothing recorded: write the path from the engagement's folder, such as evidence/minutes.pdf; "
        "- for none, . ends here."
    ),
    "seen-by": text("Nothing recorded: type one of {sides}; - for nobody yet, . ends here."),
    "then": text("Nothing recorded: type the level of a year ago, {levels}; - takes it away, . goes back."),
    "language": text("There is no language “{said}” here. Type one of: {languages}; . goes back."),
    "one-language": text("There is no other language to change to."),
    "first-question": text("This is the first question."),
    "no-question": text("There is no question “{said}”. Type a code such as {code}, or a number from 1 to {count}."),
    "not-asked": text("Question “{said}” is not among those put to you."),
    "already-answered": text("Every other question has an answer."),
    "everything-answered": text("Every question has an answer."),
    "nothing-to-undo": text("There is nothing left to undo."),
    "nothing-to-remove": text("There is no evidence to take away."),
}

INVITATIONS: Mapping[Awaited, str] = {
    "reason": text("Why does this question not apply here? One line. (. goes back without recording)"),
    "confidence": text("How confident are you? 1 low, 2 medium, 3 high. (- takes it away, . goes back)"),
    "note": text(
        "Write your note, as many lines as you like; a line with only . ends it. Name no person and no case. "
        "(- deletes the note)"
    ),
    "what": text(
        "What shows it? One line: a document, a meeting, a figure. Name no person and no case. "
        "(. goes back, - takes the last piece of evidence away)"
    ),
    "where": text("Where can it be found? (- leaves it out, . ends here)"),
    "date": text("What date does it carry? As in 2026-11-30. (- leaves it out, . ends here)"),
    "owner": text("Which office or body keeps it? (- leaves it out, . ends here)"),
    "strength": text(
        "How strong is it? 1 somebody says so, 2 a document says so, 3 somebody saw it at work, "
        "4 results show it. (- counts as 1, . ends here)"
    ),
    "file": text(
        "Is a file of it kept with the answers? Its path from the engagement's folder. (- for none, . ends here)"
    ),
    "seen_by": text("Which side has seen it, other than the one that brings it? {sides} (- nobody yet, . ends here)"),
    "then": text("Which level was it a year ago, as you remember it? {levels} (- takes it away, . goes back)"),
    "question": text("Where to? A code such as {code}, a number, or j for the next without an answer. (. stays here)"),
    "language": text("Which language? {languages} (. goes back)"),
}

INVITED_AS: Mapping[Awaited, Awaited] = {"more-note": "note"}
"""What is asked again in the words of something else."""

PROMPTS: Mapping[Awaited, str] = {
    "reason": text("{code}, reason"),
    "confidence": text("{code}, confidence"),
    "note": text("{code}, note"),
    "more-note": text("{code}, note"),
    "what": text("{code}, what"),
    "where": text("{code}, where"),
    "date": text("{code}, date"),
    "owner": text("{code}, kept by"),
    "strength": text("{code}, strength"),
    "file": text("{code}, file"),
    "seen_by": text("{code}, seen by"),
    "then": text("{code}, a year ago"),
    "question": text("Go to"),
    "language": text("Language"),
}

CONFIDENCE: Mapping[Confidence, str] = {"low": text("low"), "medium": text("medium"), "high": text("high")}

STRENGTH: Mapping[Strength, str] = {
    "claim": text("somebody says so"),
    "document": text("a document says so"),
    "observed": text("seen at work"),
    "outcome": text("results show it"),
}
