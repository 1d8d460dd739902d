"""Random toolkits and engagements from a seed."""

from random import Random
from typing import Any

from scoring.making import engagement_from, toolkit_from

from nlcaudit.engagement import Engagement
from nlcaudit.framework import Toolkit

STYLES = ("anything", "alike", "ends", "camps", "lowest", "highest")


def random_toolkit(dice: Random, frameworks: int = 1) -> Toolkit:
    top = dice.randint(1, 9) if dice.random() < 0.3 else dice.randint(1, 3)
    levels: Any = top + 1
    if dice.random() < 0.3:
        levels = [f"{n * n}/{top * top}" for n in range(top + 1)]
    sides = ["north", "south", "east"][: dice.choice([0, 1, 2, 2, 2, 3])]
    groups = {f"g{n}": dice.choice([*sides, *sides, *sides, None]) for n in range(dice.randint(1, 8))}
    inside = {f"f{n}": _themes(dice, f"f{n}", list(groups), top) for n in range(frameworks)}
    weights = {"sides": {side: dice.randint(0, 3) for side in sides if dice.random() < 0.2},
               "groups": {group: dice.randint(0, 3) for group in groups if dice.random() < 0.2}}  # fmt: skip
    return toolkit_from({
        "levels": levels, "sides": sides, "groups": groups, "frameworks": inside, "stages": ["one", "two", "three"],
        "weights": weights if dice.random() < 0.4 else {},
    })  # fmt: skip


def _themes(dice: Random, name: str, groups: list[str], top: int) -> dict[str, Any]:
    themes = {}
    for number in range(dice.randint(1, 3)):
        questions = []
        for place in range(dice.randint(1, 3)):
            question: dict[str, Any] = {"id": f"{name}-t{number}-q{place}", "weight": dice.choice([0, 1, 1, 1, 2, 5])}
            if dice.random() < 0.4:
                question["gate"] = {"stage": dice.randint(1, 3), "at_least": dice.randint(1, top)}
            if dice.random() < 0.15:
                question["asked_of"] = dice.sample(groups, dice.randint(1, len(groups)))
            question["core"] = dice.random() < 0.3
            questions.append(question)
        weight = dice.choice([None, None, 0, 1, 3])
        themes[f"{name}-t{number}"] = {"questions": questions} | ({} if weight is None else {"weight": weight})
    return themes


def random_engagement(dice: Random, kit: Toolkit, persons: int, **file: Any) -> Engagement:
    style, gaps = dice.choice(STYLES), dice.choice([0, 0, 0.1, 0.3])
    groups: list[Any] = [group.id for group in kit.groups]
    sheets: dict[Any, list[Any]] = {}
    bodies, back = dice.random() < 0.15, dice.choice([0, 0, 0.3, 1])
    for number in range(persons):
        group = dice.choice(groups) if dice.random() < 0.98 else None
        place = groups.index(group) if group else 0
        sheet = _sheet(dice, kit, style, gaps, place)
        sheet |= {
            q: {"rating": rating, "then": _rating(dice, kit.top, style, place)}
            for q, rating in sheet.items()
            if isinstance(rating, int) and dice.random() < back
        }
        if bodies:
            sheet.setdefault("_", {}).update(voice="institution", name=f"Body {number}")
            sheet["_"] |= {"released": True} if dice.random() < 0.5 else {}
        sheets.setdefault(group, []).append(sheet)
    return engagement_from(kit, sheets, **file)


def _sheet(dice: Random, kit: Toolkit, style: str, gaps: float, place: int) -> dict[str, Any]:
    sheet: dict[str, Any] = {}
    if dice.random() < 0.1:
        sheet["_"] = {"depth": "quick"}
    for question in kit.by_id:
        if dice.random() < gaps:
            sheet[question] = dice.choice(["dk", "out", "na", "na", None])
        else:
            sheet[question] = _rating(dice, kit.top, style, place)
    return sheet


def _rating(dice: Random, top: int, style: str, place: int) -> int:
    fixed = {"alike": top // 2, "ends": dice.choice([0, top]), "camps": top * (place % 2), "lowest": 0, "highest": top}
    return dice.randint(0, top) if style == "anything" or dice.random() < 0.05 else fixed[style]
