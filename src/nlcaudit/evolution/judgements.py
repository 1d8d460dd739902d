"""What a change of each key weighs, and why: the table that `docs/evolution.md` prints.

*Major*: an answer given before cannot be read as an answer now, or was given under a promise that no longer holds.
*Minor*: the answers are read as before; what is asked beside them, or what comes out of them, is another.
*Patch*: whoever answers or reads a result sees the same.
"""

from collections.abc import Mapping
from typing import NamedTuple

from nlcaudit.evolution.changes import ChangeKind, Part
from nlcaudit.evolution.versions import Weight
from nlcaudit.sentences import Sentence


class Judgement(NamedTuple):
    """What a change of one key is, weighs, and why."""

    kind: ChangeKind
    weight: Weight
    reason: Sentence


SCORE = Sentence("the same answers give another score")
READ_ONLY = Sentence("it is read, not answered")
LINK = Sentence("answers are read as before; they refer to something else")
EDITED = Judgement("edited", "minor", Sentence("answers are read as before"))
UNSEEN = Judgement("edited", "patch", READ_ONLY)

JUDGEMENTS: Mapping[Part, Mapping[str, Judgement]] = {
    "toolkit": {
        "id": Judgement("renamed", "major", Sentence("answers name the toolkit they were given to")),
        "title": UNSEEN,
        "summary": UNSEEN,
        "notice": UNSEEN,
        "wording": UNSEEN,
    },
    "language": {"status": Judgement("edited", "minor", Sentence("another choice of languages is offered"))},
    "level": {
        "id": Judgement("renamed", "minor", Sentence("answers hold the rating, not the id of its level")),
        "label": Judgement("reworded", "major", Sentence("every rating was chosen under this word")),
        "meaning": Judgement("reworded", "major", Sentence("every rating was chosen under this meaning")),
        "value": Judgement(
            "rescaled", "major", Sentence("a rating is worth another part of the scale, on every question")
        ),
    },
    "side": {"": UNSEEN},
    "group": {
        "label": Judgement("reworded", "minor", Sentence("people may place themselves elsewhere")),
        "side": Judgement("regrouped", "minor", SCORE),
        "note": UNSEEN,
    },
    "lever": {"": UNSEEN},
    "step-list": {
        "levers": Judgement("edited", "minor", Sentence("the report lists other steps")),
        "title": UNSEEN,
    },
    "source": {"": UNSEEN, "points": EDITED},
    "policy": {"": Judgement("rescored", "minor", Sentence("the same answers give another result"))},
    "framework": {
        "code": Judgement("recoded", "minor", Sentence("it is called otherwise on paper")),
        "title": UNSEEN,
        "summary": UNSEEN,
        "role": Judgement("edited", "minor", Sentence("it counts in another place of the result")),
    },
    "theme": {
        "title": UNSEEN,
        "weight": Judgement("reweighted", "minor", SCORE),
        "weight_reason": UNSEEN,
    },
    "question": {
        "text": Judgement("reworded", "major", Sentence("an answer to the old wording is no answer to the new one")),
        "levels/text": Judgement("reworded", "major", Sentence("a rating stands for what its level says")),
        "levels/next_step": Judgement("edited", "minor", Sentence("the report proposes something else")),
        "levels": Judgement("rescaled", "major", Sentence("a rating counts the levels")),
        "title": EDITED,
        "why": EDITED,
        "evidence": Judgement("edited", "minor", Sentence("other evidence suffices")),
        "sources": Judgement("relinked", "minor", LINK),
        "lessons": Judgement("relinked", "minor", LINK),
        "cases": Judgement("relinked", "minor", LINK),
        "terms": Judgement("relinked", "minor", LINK),
        "lever": Judgement("edited", "minor", Sentence("its step stands in another list of the report")),
        "gate": Judgement("gated", "minor", Sentence("the same answers may reach another stage")),
        "core": Judgement("edited", "minor", Sentence("the quick version asks other questions")),
        "sensitive": Judgement("edited", "minor", Sentence("the public edition leaves it out")),
        "weight": Judgement("reweighted", "minor", SCORE),
        "weight_reason": UNSEEN,
        "asked_of": Judgement("regrouped", "minor", Sentence("more groups are asked")),
        "code": Judgement("recoded", "minor", Sentence("paper forms printed before call it otherwise")),
    },
    "case": {"": UNSEEN},
    "term": {
        "": Judgement("edited", "minor", Sentence("a word of the questions is explained otherwise")),
        "sources": UNSEEN,
    },
}

NARROWED = Judgement("regrouped", "major", Sentence("answers of groups that are no longer asked count nowhere"))
UNCOVERED = Judgement(
    "edited", "major", Sentence("people answered on the promise that it stays out of the public edition")
)
LESS_PRIVATE = Judgement("rescored", "major", Sentence("people answered on the promise of a higher threshold"))
CODE_TAKEN = Judgement("recoded", "major", Sentence("on paper forms printed before, the code means another question"))
CORRECTED = Judgement(
    "corrected", "patch", Sentence("spelling only: the words are the same but for a letter or a mark")
)
TRANSLATED = Judgement("translated", "patch", Sentence("the source text stays; only translations change"))
DECLARED_TRANSLATION = Judgement("translated", "patch", Sentence("another language is offered for the same text"))


def judgement(part: Part, place: str) -> Judgement:
    """The judgement of a key: its own, else the one of the key around it, else the part's."""
    known = JUDGEMENTS[part]
    while place and place not in known:
        place = place.rpartition("/")[0]
    return known.get(place, EDITED)
