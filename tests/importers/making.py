"""Engagements to import into, exports as servers write them, and forms filled in as people fill them in."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from forms.making import form_of, kit

from nlcaudit.engagement import Answer, Response, ToolkitRef
from nlcaudit.forms.cells import guarded
from nlcaudit.forms.tables import render_csv
from nlcaudit.forms.writing import render_markdown
from nlcaudit.importers.declaring import Declared
from nlcaudit.importers.merging import Rules
from nlcaudit.importers.planning import Plan, Source, plan_import
from nlcaudit.importers.submissions import Setting
from nlcaudit.store import render_response
from nlcaudit.tables import read_tables

ENGAGEMENT = """\
schema: nlcaudit/engagement/1
city: Example Port
date: 2026-11-14
toolkit: {id: nlc, version: "1.0.0"}
languages: [en, fr]
groups: [{id: youth-work}, {id: justice}, {id: local-police}]
"""
Row = Mapping[str, str]
COMPETENCIES = ("trust", "inclusivity", "coordination", "communication", "capacity", "sustainability")
ANSWERS = {
    "trust-obstacles-named": {"rating": 2},
    "trust-partners-training": {"not_applicable": "there is one level only"},
    "trust-communities-police": {"dont_know": True},
    "inclusivity-joint-diagnosis": {"outside_powers": True},
    "inclusivity-early-in-strategy": {"rating": 0, "confidence": "low", "note": "=1+1"},
}
"""One of each kind."""
KEYS = {"dont_know": "d", "outside_powers": "o", "not_applicable": "n"}


def engagement(folder: Path, text: str = ENGAGEMENT) -> Path:
    (folder / "city/responses").mkdir(parents=True)
    (folder / "city/engagement.yaml").write_text(text, "utf-8")
    return folder / "city"


def reference() -> ToolkitRef:
    return ToolkitRef(id="nlc", version=kit().version, sha256=kit().fingerprint)


def response(answers: Mapping[str, object] = ANSWERS, **wanted: object) -> Response:
    values = {
        "schema": "nlcaudit/response/1", "toolkit": reference(), "respondent": "mk-5927", "group": "youth-work",
        "depth": "quick", "frameworks": COMPETENCIES, "answers": dict(answers),
    }  # fmt: skip
    return Response.model_validate({**values, **wanted, "answers": in_order(answers)})


def in_order(answers: Mapping[str, object]) -> dict[str, object]:
    return {question: answers[question] for question in kit().by_id if question in answers}


@cache
def blank(render: Callable[..., bytes], language: str) -> str:
    return render(form_of(), language).decode("utf-8-sig")


def plan_of(raw: bytes, name: str, *there: Response, setting: Mapping[str, object] | None = None,
            declared: Declared | None = None, **rules: object) -> Plan:  # fmt: skip
    """What would become of one file of tables."""
    tables, problems = read_tables(raw, name)
    made = Setting(kit(), reference(), "en", **{"groups": (), **(setting or {})})
    plan = plan_import(
        [Source(name, "", tuple(tables))] if not problems else [], there, made, declared or Declared(),
        Rules(kit(), {name: "0" * 64}, **rules), free_name,
    )  # fmt: skip
    plan.problems = [*problems, *plan.problems]
    return plan


def free_name(taken: Mapping[str, Response]) -> str:
    return next(f"new-{number}" for number in range(1000) if f"new-{number}" not in taken)


def table(rows: Sequence[Row], separator: str = ",", encoding: str = "utf-8", front: str = "") -> bytes:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]), restval="", delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return (front + file.getvalue()).encode(encoding)


def key_of(answer: Answer) -> str:
    """What is typed on our forms."""
    if answer.rating is not None:
        return str(answer.rating)
    return next((key for kind, key in KEYS.items() if getattr(answer, kind)), "")


def parts_of(answer: Answer, number: int = 0) -> dict[str, str]:
    """The cells beside a question, with one of the pieces of evidence."""
    record = answer.evidence[number] if number < len(answer.evidence) else None
    first = {
        "answer": key_of(answer), "reason": answer.not_applicable or "", "confidence": answer.confidence or "",
        "note": answer.note or "", "flag": "x" if answer.flag else "",
    }  # fmt: skip
    shown = (
        {name: getattr(record, name) or "" for name in ("what", "where", "date", "owner", "strength", "seen_by")}
        if record
        else {}
    )
    return {name: str(value) for name, value in {**(first if number == 0 else {}), **shown}.items()}


def as_csv_form(filled: Response, language: str = "en") -> bytes:
    """Our CSV form, filled in; a second piece of evidence stands in a row of its own."""
    rows = []
    for row in csv.DictReader(io.StringIO(blank(render_csv, language), newline="")):
        answer = filled.answers.get(row["id"], Answer())
        for number in range(max(1, len(answer.evidence))):
            cells = {name: guarded(text) for name, text in parts_of(answer, number).items()}
            rows.append(
                {
                    **row,
                    **cells,
                    "respondent": filled.respondent,
                    "group": filled.group or "",
                    "language": filled.language,
                }
            )
    return table(rows, encoding="utf-8-sig")


def as_markdown_form(filled: Response, language: str = "en") -> bytes:
    """Our Markdown form, filled in by hand."""
    text = blank(render_markdown, language)
    lines, answer = [], Answer()
    labels = iter(())
    for line in text.split("\n"):
        if line.startswith("### ") and line[4:].split(".")[0] in {q.code for q in kit().by_id.values()}:
            code = line[4:].split(".")[0]
            [question] = [q.id for q in kit().by_id.values() if q.code == code]
            answer = filled.answers.get(question, Answer())
            what = answer.evidence[0].what if answer.evidence else ""
            labels = iter([answer.not_applicable or "", answer.confidence or "", answer.note or "", what])
        chosen = f"- [ ] {key_of(answer)} " if key_of(answer) else f"- [ ] {filled.group}:"
        if line.startswith((chosen, f"- [ ] {filled.group}:")):
            lines.append(line.replace("[ ]", "[x]", 1))
        elif line.startswith("- ") and line.rstrip().endswith(":"):
            lines.append(f"{line.rstrip()} {next(labels, '')}")
        else:
            lines.append(line)
    return "\n".join(lines).encode()


def without_trace(response: Response) -> str:
    """The file that an import writes, without the record that it was imported."""
    return render_response(response.model_copy(update={"imported": ()}))
