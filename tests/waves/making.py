"""Two moments of one city, from lines of YAML or at random."""

from random import Random

import yaml
from scoring.making import engagement_from, toolkit
from scoring.making_random import random_engagement

from nlcaudit.engagement import Engagement, engagement_of
from nlcaudit.framework import Toolkit
from nlcaudit.scoring import score
from nlcaudit.waves import Changes, compare_waves

KIT = """
levels: 4
sides: [north, south]
groups: {police: north, ministry: north, city: south, youth: south}
frameworks:
  trust:
    one: [names, list]
  rhythm:
    two: [meets]
"""
PROOF = {"what": "minutes", "strength": "document", "date": "2026-06-01"}


def wave(kit: Toolkit, sheets, date="2026-11-14", **file) -> Engagement:
    written = yaml.safe_load(sheets) if isinstance(sheets, str) else sheets
    return engagement_from(kit, written, date=date, **file)


def compared(kit: Toolkit, then: Engagement, now: Engagement, *, old: Toolkit | None = None, protect=True) -> Changes:
    return compare_waves(kit, now, score(kit, now, protect=protect), (old or kit, then))


def sheets(rating: int, people: int = 6, questions=("names", "list", "meets"), groups=("police", "city"), **more):
    """So many people of each group, all of whom rate everything alike; `more` is what else their answers say."""
    return {group: [{q: {"rating": rating, **more} for q in questions} for _ in range(people)] for group in groups}


def kit(text: str = KIT) -> Toolkit:
    return toolkit(text)


def random_waves(dice: Random, kit: Toolkit) -> tuple[Engagement, Engagement]:
    """Two random moments: the same pseudonyms come back wherever a group is as large again, except some."""
    then, now = (_of_persons(dice, kit) for _ in range(2))
    left = dice.choice([0, 0.1, 0.3, 0.6])
    renamed = [
        r.model_copy(update={"respondent": f"before-{r.respondent}"}) if dice.random() < left else r
        for r in then.responses
    ]
    return engagement_of(renamed), now


def _of_persons(dice: Random, kit: Toolkit) -> Engagement:
    found = random_engagement(dice, kit, dice.randint(8, 30))
    return found if len(found.persons) == len(found.responses) else _of_persons(dice, kit)
