"""Reports of engagements as they should not be, and sometimes are: empty, enormous, one-sided, badly typed."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path

from report.ferry import CITY, SHEETS, ferry, report_of, toolkit
from report.hostile import made
from scoring.making import engagement_from, toolkit_from

from nlcaudit.engagement import Engagement
from nlcaudit.framework import Toolkit
from nlcaudit.report import Report

Case = tuple[Toolkit, Engagement]
LONG = "We wrote this down after the second meeting of the spring, and nobody has read it since. " * 57
EMOJI = "👩🏽‍🚒 🇫🇷 👨‍👩‍👧‍👦 ❤️‍🔥 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"
BACKWARDS = "from right to left"
ONE_WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 12


def _sheets(signs: str, people: int = 5) -> dict[str | None, str]:
    """Every group answers with these signs in turn."""
    size = len(toolkit().by_id)
    return {group: " ".join([(signs * size)[:size]] * people) for group in SHEETS}


def _crowd(people: int) -> Case:
    chance = random.Random(3)  # noqa: S311 - repeatable, not secret
    size = len(toolkit().by_id)
    sheets = {
        group: " ".join("".join(chance.choices("0123don-", k=size)) for _ in range(people // len(SHEETS)))
        for group in SHEETS
    }
    return toolkit(), ferry(sheets)


def _made_of(levels: int, frameworks: int, *, sides: bool = True) -> Case:
    spec = {
        "levels": levels,
        "sides": ["state", "city"] if sides else [],
        "groups": {f"group-{n}": ("state", "city")[n % 2] if sides else None for n in range(4)},
        "frameworks": {
            f"framework-number-{f}": {f"theme-{f}-{t}": [f"question-{f}-{t}-{q}" for q in range(3)] for t in range(2)}
            for f in range(frameworks)
        },
    }
    kit = replace(toolkit_from(spec), title=toolkit().title, summary=toolkit().summary)
    chance = random.Random(5)  # noqa: S311 - repeatable, not secret
    sheets = {group: [{q: chance.randrange(levels) for q in kit.by_id} for _ in range(4)] for group in kit.group_by_id}
    return kit, engagement_from(kit, sheets, city="Port-Azur")


def _told(text: str) -> Case:
    """Replies, notes and the engagement’s own words of one length."""
    kit = toolkit()
    replies = [{"side": "port", "about": about, "text": text} for about in (*list(kit.by_id)[:2], "safety", None)]
    asked, answer = list(kit.by_id), {"rating": 2, "note": text}
    rows = {group: [dict.fromkeys(asked, answer)] * 1 for group in SHEETS}
    return kit, engagement_from(kit, rows, **{**CITY, "notice": text, "replies": replies})


def _swapped(folder: Path, text: str) -> Case:
    numbers = count()
    return made(folder, lambda _: f"{text} {next(numbers)}")


def cases(folder: Path) -> Mapping[str, Callable[[], Case]]:
    """Each case under its name; what is read from files is written into a folder first."""
    return {
        "empty": lambda: (toolkit(), Engagement(None, ())),
        "nobody has answered yet": lambda: (toolkit(), ferry({})),
        "one respondent": lambda: (toolkit(), ferry({"crews": SHEETS["crews"].split()[0]})),
        "nothing answered": lambda: (toolkit(), ferry(_sheets("-"))),
        "all not applicable": lambda: (toolkit(), ferry(_sheets("n"))),
        "one side only": lambda: (toolkit(), ferry({"crews": SHEETS["crews"], "harbour-office": SHEETS["crews"]})),
        "no sides": lambda: _made_of(4, 3, sides=False),
        "300 respondents": lambda: _crowd(300),
        "5,000 characters": lambda: _told(LONG),
        "emoji": lambda: _swapped(folder / "emoji", EMOJI),
        "500 characters without a space": lambda: _swapped(folder / "word", ONE_WORD),
        "10 levels": lambda: _made_of(10, 3),
        "20 frameworks": lambda: _made_of(4, 20),
        BACKWARDS: lambda: (toolkit(), ferry()),
    }


def strained(folder: Path, name: str, edition: str) -> Report:
    """Return the report of one case."""
    kit, engagement = cases(folder)[name]()
    language = "x-rtl" if name == BACKWARDS else "en"
    return report_of(engagement, kit, edition=edition, language=language, radar=True)
