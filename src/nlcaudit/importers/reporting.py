"""What an import would do, as text and as JSON."""

import json
from collections.abc import Iterator

from nlcaudit.engagement import Answer, DontKnow, NotApplicable, OutsidePowers, Rated, choice_of
from nlcaudit.framework import Toolkit
from nlcaudit.importers.merging import Change, Outcome, What
from nlcaudit.importers.planning import Plan
from nlcaudit.importers.sheets import Sheet
from nlcaudit.importers.targets import Column, Dropped, OfQuestion, OfRespondent, Target
from nlcaudit.tables import Problem, column_letter

SAID: dict[What, str] = {
    "new": "new",
    "corrected": "corrected",
    "added": "more answers",
    "same": "there already",
    "older": "older than what is there",
}
WHY = {
    "personal": "left out: says who somebody is ({kind})",
    "technical": "left out: the server’s own",
    "asked": "left out, as you said",
    "form": "left out: holds no answer",
}
KEY_WORDS = {
    "submission": "knows the submission again (kept as a fingerprint)",
    "server_number": "knows the submission again (kept as a fingerprint)",
    "replaces": "says which submission this one corrects (kept as a fingerprint)",
    "submitted": "tells which is newer; only the day is kept",
}


def render_plan(plan: Plan, toolkit: Toolkit) -> str:
    """Render the mapping, then what becomes of each submission."""
    lines: list[str] = []
    for sheet in plan.sheets:
        lines += _sheet(sheet, toolkit)
    lines += [f"{source.path}: {_called(source.reading)}" for source in plan.forms]
    lines += [line for outcome in plan.outcomes for line in _outcome(outcome, toolkit)]
    lines += [f"{_where(*place)}: not imported, because consent was refused" for place in plan.declined]
    return "".join(f"{line}\n" for line in lines)


def _called(reading: str) -> str:
    return reading if reading == "response file" else f"a form filled in ({reading})"


def _sheet(sheet: Sheet, toolkit: Toolkit) -> Iterator[str]:
    table = sheet.table
    yield f"{_where(table.path, table.sheet, 0)}: {len(sheet.entries)} rows ({table.reading})"
    for column in sheet.columns:
        how = f"   by {column.how}" if column.how in ("code", "id", "text", "declared") else ""
        name = column.name if len(column.name) <= 40 else column.name[:39] + "…"  # noqa: PLR2004 - fits a terminal
        yield f"  {column_letter(column.number):>3} {name:40} {_target(column.target, toolkit)}{how}".rstrip()


def _target(target: Target, toolkit: Toolkit) -> str:
    if isinstance(target, OfQuestion):
        code = toolkit.by_id[target.question].code
        return f"{code} {target.part if target.part != 'answer' else ''}".rstrip()
    if isinstance(target, OfRespondent):
        return KEY_WORDS.get(target.key, target.key)
    if isinstance(target, Dropped):
        return WHY[target.why].format(kind=target.kind)
    return "? nothing says what it is"


def _outcome(outcome: Outcome, toolkit: Toolkit) -> Iterator[str]:
    submission = outcome.submission
    place = _where(submission.path, submission.sheet, submission.row)
    yield f"{place} → {outcome.respondent}: {SAID[outcome.what]}{_counted(outcome)}"
    yield from (f"    {_change(change, toolkit)}" for change in outcome.changes)


def _counted(outcome: Outcome) -> str:
    number = len(outcome.submission.response.answers)
    return f", {outcome.submission.response.group}, {number} answers" if outcome.what == "new" else ""


def _change(change: Change, toolkit: Toolkit) -> str:
    code = toolkit.by_id[change.question].code
    before, after = _brief(change.before), _brief(change.after)
    return f"{code}: {before} → {after}" if before != after else f"{code}: {after}, and what was said beside it"


def _brief(answer: Answer | None) -> str:
    choice = choice_of(answer)
    if isinstance(choice, Rated):
        return str(choice.rating)
    if isinstance(choice, NotApplicable):
        return "not applicable"
    return {DontKnow: "don’t know", OutsidePowers: "outside our powers"}.get(type(choice), "no answer")


def _where(path: str, sheet: str, row: int) -> str:
    return Problem(path, sheet, row, 0, "").place


def render_problems(problems: list[Problem]) -> str:
    """Render what stands in the way, place by place, each with what to do."""
    return "".join(f"{p.place}: {p.message}\n" + (f"    hint: {p.hint}\n" if p.hint else "") for p in problems)


def render_plan_json(plan: Plan, toolkit: Toolkit, *, written: bool) -> str:
    """Render as one JSON document (`nlcaudit/import/1`); `written` tells whether the responses were saved."""
    document = {
        "schema": "nlcaudit/import/1",
        "written": written,
        "tables": [_sheet_json(sheet, toolkit) for sheet in plan.sheets],
        "forms": [{"path": source.path, "reading": source.reading} for source in plan.forms],
        "submissions": [_outcome_json(outcome) for outcome in plan.outcomes],
        "declined": [{"path": path, "sheet": sheet, "row": row} for path, sheet, row in plan.declined],
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
    }  # fmt: skip
