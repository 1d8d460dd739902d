"""A toolkit on another subject, as large as a test wants it: orchards."""

from pathlib import Path

from nlcaudit.engagement import Response
from nlcaudit.framework import Toolkit
from nlcaudit.interview import Interview, begin, step
from nlcaudit.interview.state import Turn
from nlcaudit.loader import load_toolkit

HEAD = """\
schema: nlcaudit/framework/1
id: orchards
code: O
title: Orchards
summary: How an orchard is kept.
toolkit:
  version: "1"
  languages: [{{id: en}}]
  scale:
    levels: [{levels}]
  groups: [{groups}]
  sources: [{{id: own, title: Our own judgement}}]
themes:
  - id: trees
    title: Trees
    questions:
"""


def orchard_yaml(
    questions: int = 6, levels: int = 4, groups: tuple[str, ...] = ("growers", "pickers"), sides: tuple[str, ...] = ()
) -> str:
    """A framework in one file; question 3 is put to the first group only when there are several."""
    named = ", ".join(f"{{id: grade-{n}, label: Grade {n}}}" for n in range(levels))
    head = HEAD.format(levels=named, groups=", ".join(f"{{id: {g}, label: {g.title()}}}" for g in groups))
    if sides:
        head = head.replace(
            "  groups:", f"  sides: [{', '.join(f'{{id: {s}, label: {s.title()}}}' for s in sides)}]\n  groups:"
        )
    return head + "".join(_question(n, levels, groups) for n in range(1, questions + 1))


def _question(number: int, levels: int, groups: tuple[str, ...]) -> str:
    step = f", next_step: {{action: Prune., lead: [{groups[0]}], effort: 1}}"
    steps = "".join(f"          - {{text: Tree {number} bears {n} pears.{step}}}\n" for n in range(levels - 1))
    asked = f"        asked_of: [{groups[0]}]\n" if number == 3 and len(groups) > 1 else ""
    return (
        f"      - id: tree-{number}\n        code: O{number}\n        text: How is tree {number}?\n"
        f"        why: Trees differ.\n        levels:\n{steps}"
        f"          - {{text: Tree {number} bears {levels - 1} pears.}}\n"
        f"        evidence: {{sufficient: [A basket of {number}.], insufficient: [A promise.]}}\n"
        f"        sources: [own]\n{asked}"
    )


def orchard(folder: Path, **wanted: object) -> Toolkit:
    """The same, loaded."""
    path = folder / "orchards.yaml"
    path.write_text(orchard_yaml(**wanted), encoding="utf-8")
    loaded = load_toolkit(str(path))
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def response_for(toolkit: Toolkit, **wanted: object) -> Response:
    """A response without answers."""
    values = {
        "schema": "nlcaudit/response/1",
        "toolkit": {"id": toolkit.id, "version": toolkit.version},
        "respondent": "kt-4272",
        "group": toolkit.groups[0].id if toolkit.groups else None,
        "frameworks": tuple(f.id for f in toolkit.frameworks),
    }
    return Response.model_validate({**values, **wanted})


def begun(toolkit: Toolkit, *lines: str, languages: tuple[str, ...] = ("en", "fr"), **wanted: object) -> Interview:
    """An interview in which these lines were typed."""
    state, _ = begin(toolkit, response_for(toolkit, **wanted), languages)
    return after(state, *lines)[0]


def after(state: Interview, *lines: str) -> Turn:
    """The state after these lines, and what the last of them brought about."""
    events: tuple = ()
    for line in lines:
        state, events = step(state, line)
    return state, events
