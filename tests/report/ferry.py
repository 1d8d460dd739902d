"""A small engagement on the harbour toolkit, with everything that a report can show."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from scoring.making import engagement_from

from nlcaudit.engagement import Engagement
from nlcaudit.framework import Toolkit
from nlcaudit.loader import load_toolkit
from nlcaudit.report import Options, Report, build_report
from nlcaudit.scoring import score

TOOLKITS = Path(__file__).parents[1] / "toolkits"
KINDS = {"d": "dk", "o": "out", "n": "na", "-": None}
SHEETS = {
    "shipping-ministry": "33322333 33323322 3323d332 33322333 22322323",
    "coast-guard": "33323321 32322333 33o32333 33323233 33n22332",
    "harbour-office": "01310111 10311112 11301101 01d1111- 11311-11",
    "crews": "11200011 0131101d 1121-010",
}
CITY = {
    "city": {"en": "Port Lumen", "fr": "Port-Lumen"},
    "country": "Talvane",
    "subject": {"en": "How the night ferry is run", "fr": "La marche du bac de nuit"},
    "notice": {"en": "Port Lumen does not exist.", "fr": "Port-Lumen n’existe pas."},
    "languages": ["en", "fr"],
    "groups": [
        {"id": "shipping-ministry", "expected": 5, "invited": 5},
        {"id": "crews", "expected": 3, "invited": 4, "declined": 1},
    ],
    "sponsors": [
        {"side": "ministry", "name": "A. Dahl", "office": "Minister’s office", "approved": "2026-11-20"},
        {"side": "port", "name": "B. Okoro", "approved": "2026-11-21"},
    ],
    "keeper": {"office": "City archive", "until": "2028-01-01"},
    "replies": [
        {"side": "port", "about": "timetable-draft", "text": {"en": "We were not invited.", "fr": "Sans invitation."}},
        {"side": "ministry", "about": "safety", "text": "We will drill in May."},
        {"side": "port", "text": "We agree with the rest."},
        {"side": "port", "about": "safety-complaints", "text": "We open the files in June."},
    ],
}


@cache
def toolkit(name: str = "harbour") -> Toolkit:
    loaded = load_toolkit(str(TOOLKITS / name))
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def engaged(kit: Toolkit, sheets: dict[str | None, str], **file) -> Engagement:
    """Sheets by group: one word a person, one sign a question in the order of the toolkit."""
    asked = list(kit.by_id)
    rows = {
        group: [
            {q: KINDS[sign] if sign in KINDS else int(sign) for q, sign in zip(asked, word, strict=True)}
            for word in words.split()
        ]
        for group, words in sheets.items()
    }
    return engagement_from(kit, rows, **file)


def ferry(sheets: dict[str | None, str] | None = None, **file) -> Engagement:
    return engaged(toolkit(), SHEETS if sheets is None else sheets, **{**CITY, **file})


def report_of(engagement: Engagement, kit: Toolkit | None = None, *, protect: bool = True, **options) -> Report:
    kit = kit or toolkit()
    chosen = Options(**{"language": "en", "day": engagement.file.date if engagement.file else None, **options})
    return build_report(kit, engagement.file, score(kit, engagement, protect=protect), chosen)


def released(engagement: Engagement) -> Engagement:
    """The same answers, given by institutions alone, which released what they said."""
    named = tuple(
        one.model_copy(update={"voice": "institution", "name": f"Office {number}", "released": True})
        for number, one in enumerate(engagement.responses)
    )
    return replace(engagement, responses=named)


def institutions(sheets: dict[str | None, str]) -> Engagement:
    """The ferry, answered by institutions alone, which released what they said."""
    return released(ferry(sheets))
