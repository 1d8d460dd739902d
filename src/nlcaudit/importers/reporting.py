"""What an import would do, as text and as JSON."""

import json
from collections.abc import Iterator, Sequence

from nlcaudit.framework import Toolkit
from nlcaudit.importers.changing import tell_change
from nlcaudit.importers.merging import Outcome, What
from nlcaudit.importers.planning import RESPONSE_FILE, Plan
from nlcaudit.importers.sheets import Sheet
from nlcaudit.importers.targets import KEY_WORDS, Column, Dropped, How, OfQuestion, OfRespondent, Target
from nlcaudit.messages import SOURCE_LANGUAGE, tell
from nlcaudit.sentences import Sentence, counted
from nlcaudit.tables import Problem, column_letter, place_of

WIDTH = 40
"""Columns of a terminal for the head of a column."""
SAID: dict[What, Sentence] = {
    "new": Sentence("new"),
    "corrected": Sentence("corrected"),
    "added": Sentence("more answers"),
    "same": Sentence("there already"),
    "older": Sentence("older than what is there"),
}
WHY = {
    "technical": Sentence("left out: the server’s own"),
    "asked": Sentence("left out, as you said"),
    "form": Sentence("left out: holds no answer"),
}
HOW: dict[How, Sentence] = {
    "code": Sentence("by its code"),
    "id": Sentence("by its id"),
    "text": Sentence("by its text"),
    "declared": Sentence("as declared"),
}


def render_plan(plan: Plan, toolkit: Toolkit, language: str = SOURCE_LANGUAGE) -> str:
    """Render the mapping, then what becomes of each submission."""
    lines: list[str] = []
    for sheet in plan.sheets:
        lines += _sheet(sheet, toolkit, language)
    lines += [f"{source.path}: {tell(_form(source.reading), language)}" for source in plan.forms]
    lines += [line for outcome in plan.outcomes for line in _outcome(outcome, toolkit, language)]
    refused = tell(Sentence("not imported, because consent was refused"), language)
    lines += [f"{tell(place_of(*place), language)}: {refused}" for place in plan.declined]
    gone = tell(Sentence("withdrawn, left out; --readmit takes it in again"), language)
    lines += [f"{tell(place_of(*place), language)}: {gone}" for place in plan.withdrawn]
    return "".join(f"{line}\n" for line in lines)


def _form(reading: str) -> str:
    if reading == RESPONSE_FILE:
        return Sentence("a response file")
    return Sentence("a form that was filled in ({reading})", reading=reading)


def _sheet(sheet: Sheet, toolkit: Toolkit, language: str) -> Iterator[str]:
    table = sheet.table
    rows = counted("{number} row", "{number} rows", len(sheet.entries))
    place, reading = tell(place_of(table.path, table.sheet), language), tell(table.reading, language)
    yield f"{place}: {tell(rows, language)} ({reading})"
    for column in sheet.columns:
        how = f"   {tell(HOW[column.how], language)}" if column.how in HOW else ""
        name = column.name if len(column.name) <= WIDTH else column.name[: WIDTH - 1] + "…"
        target = tell(_target(column.target, toolkit), language)
        yield f"  {column_letter(column.number):>3} {name:{WIDTH}} {target}{how}".rstrip()


def _target(target: Target, toolkit: Toolkit) -> str:
    if isinstance(target, OfQuestion):
        code = toolkit.by_id[target.question].code
        return code if target.part == "answer" else f"{code} {target.part}"
    if isinstance(target, OfRespondent):
        return KEY_WORDS[target.key]
    if isinstance(target, Dropped):
        return WHY.get(target.why) or Sentence("left out: says who somebody is ({kind})", kind=target.kind)
    return Sentence("? nothing says what it is")


def _outcome(outcome: Outcome, toolkit: Toolkit, language: str) -> Iterator[str]:
    submission = outcome.submission
    place = tell(place_of(submission.path, submission.sheet, submission.row), language)
    number = len(submission.response.answers)
    told = [tell(SAID[outcome.what], language)]
    if outcome.what == "new":
        told += [
            submission.response.group or "",
            tell(counted("{number} answer", "{number} answers", number), language),
        ]
    yield f"{place} → {outcome.respondent}: {', '.join(filter(None, told))}"
    yield from (f"    {tell(tell_change(change, toolkit), language)}" for change in outcome.changes)
    if outcome.silent:
        codes = [toolkit.by_id[question].code for question in outcome.silent if question in toolkit.by_id]
        stays = Sentence("says nothing to {codes}: older, or taken away; what is there stays", codes=codes)
        yield f"    {tell(stays, language)}"


def render_problems(problems: Sequence[Problem], language: str = SOURCE_LANGUAGE) -> str:
    """Render what stands in the way, place by place, each with what to do."""
    return "".join(_problem(problem, language) for problem in problems)


def _problem(problem: Problem, language: str) -> str:
    hint = tell(Sentence("hint: {hint}", hint=problem.hint), language)
    said = f"{tell(problem.place, language)}: {tell(problem.message, language)}\n"
    return said + (f"    {hint}\n" if problem.hint else "")


def render_plan_json(plan: Plan, toolkit: Toolkit, *, written: bool) -> str:
    """Render as one JSON document (`nlcaudit/import/1`); `written` tells whether the responses were saved."""
    document = {
        "schema": "nlcaudit/import/1",
        "written": written,
        "tables": [_sheet_json(sheet, toolkit) for sheet in plan.sheets],
        "forms": [{"path": source.path, "reading": source.reading} for source in plan.forms],
        "submissions": [_outcome_json(outcome) for outcome in plan.outcomes],
        "declined": [{"path": path, "sheet": sheet, "row": row} for path, sheet, row in plan.declined],
        "withdrawn": [{"path": path, "sheet": sheet, "row": row} for path, sheet, row in plan.withdrawn],
        "problems": [
            {"path": p.path, "sheet": p.sheet, "row": p.row, "column": p.column, "message": p.message, "hint": p.hint}
            for p in plan.problems
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _sheet_json(sheet: Sheet, toolkit: Toolkit) -> dict[str, object]:
    columns = [{"column": c.number, "name": c.name, "how": c.how, **_target_json(c, toolkit)} for c in sheet.columns]
    table = sheet.table
    return {"path": table.path, "sheet": table.sheet, "reading": table.reading, "rows": len(sheet.entries),
            "columns": columns}  # fmt: skip


def _target_json(column: Column, toolkit: Toolkit) -> dict[str, str]:
    target = column.target
    if isinstance(target, OfQuestion):
        return {"is": "answer", "question": target.question, "code": toolkit.by_id[target.question].code,
                "part": target.part}  # fmt: skip
    if isinstance(target, OfRespondent):
        return {"is": "respondent", "key": target.key}
    return {"is": "dropped", "why": target.why} if isinstance(target, Dropped) else {"is": "unmapped"}


def _outcome_json(outcome: Outcome) -> dict[str, object]:
    submission = outcome.submission
    return {
        "path": submission.path, "sheet": submission.sheet, "row": submission.row, "what": outcome.what,
        "respondent": outcome.respondent, "group": submission.response.group,
        "answers": len(submission.response.answers), "changed": [change.question for change in outcome.changes],
        "silent": list(outcome.silent),
    }  # fmt: skip
