"""Toolkits and engagements from a few lines of YAML, with everything that scoring does not look at filled in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from nlcaudit.engagement import Engagement, EngagementFile, Response, engagement_of
from nlcaudit.framework import Framework, Toolkit
from nlcaudit.framework.policy import ScoringPolicy
from nlcaudit.framework.vocabulary import Group, ScaleLevel, Side
from nlcaudit.shape import shape

POLICY = yaml.safe_load((Path(__file__).parents[2] / "frameworks/policy.yaml").read_text(encoding="utf-8"))
del POLICY["schema"]
POLICY["resampling"] |= {"deals": 40, "draws": 20}  # what is drawn is tested by itself
POLICY["priorities"] |= {"draws": 20}
KINDS = {"dk": {"dont_know": True}, "out": {"outside_powers": True}, "na": {"not_applicable": "no harbour"}}


def shaped(model: Any, values: object) -> Any:
    made, findings = shape(model, values)
    assert findings == []
    return made


def frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(frozen(entry) for entry in value)
    return {key: frozen(entry) for key, entry in value.items()} if isinstance(value, dict) else value


def _question(written: Any, number: int, levels: int) -> dict[str, Any]:
    spec = {"id": written} if isinstance(written, str) else dict(written)
    effort, steps = spec.pop("effort", 1), spec.pop("steps", True)
    step = {"action": "Meet.", "lead": ("anybody",), "effort": effort} if steps else None
    texts = [{"text": f"Level {n}.", "next_step": step} for n in range(levels - 1)]
    return {
        "code": f"Q{number}", "text": "Is it so?", "why": "It matters.", "sources": ("own",),
        "evidence": {"sufficient": ("minutes",), "insufficient": ("a hunch",)},
        "levels": (*texts, {"text": "Top."}), **spec,
    }  # fmt: skip


def _framework(name: str, spec: Any, levels: int) -> Framework:
    themes = []
    for place, (theme, inside) in enumerate(spec.items()):
        described = {"questions": inside} if isinstance(inside, list) else dict(inside)
        described["questions"] = [_question(q, 20 * place + n, levels) for n, q in enumerate(described["questions"])]
        themes.append({"id": theme, "title": theme, **described})
    values = {"schema": "nlcaudit/framework/1", "id": name, "code": "F", "title": name, "summary": name}
    return shaped(Framework, frozen({**values, "themes": themes}))


def toolkit_from(spec: Mapping[str, Any]) -> Toolkit:
    """Make a toolkit.

    Keys: `levels` (a number, or the values), `sides` (ids), `groups` (id → side or null), `frameworks` (id → theme
    → questions, or theme → {weight, questions}), `roles`, and sections of the scoring policy.
    """
    levels = spec.get("levels", 4)
    values = levels if isinstance(levels, list) else [None] * levels
    scale = [{"id": f"l{n}", "label": f"L{n}", "value": value} for n, value in enumerate(values)]
    frameworks = tuple(_framework(name, one, len(scale)) for name, one in spec["frameworks"].items())
    policy = {**POLICY, **{key: value for key, value in spec.items() if key in ScoringPolicy.model_fields}}
    policy["stages"] = [{"id": name, "label": name} for name in spec.get("stages", [])]
    return Toolkit(
        id="kit", version="1", fingerprint="0" * 64, title="Kit", summary="Kit", notice=None, languages=(),
        levels=tuple(shaped(ScaleLevel, level) for level in scale),
        sides=tuple(shaped(Side, {"id": side, "label": side}) for side in spec.get("sides", [])),
        groups=tuple(
            shaped(Group, {"id": group, "label": group, "side": side}) for group, side in spec.get("groups", {}).items()
        ),
        levers=(), step_lists=(), sources=(), policy=shaped(ScoringPolicy, frozen(policy)), wording=None,
        roles={f.id: spec.get("roles", {}).get(f.id, "competency") for f in frameworks}, frameworks=frameworks,
    )  # fmt: skip


def toolkit(text: str) -> Toolkit:
    return toolkit_from(yaml.safe_load(text))


def answered(choice: object) -> dict[str, Any]:
    """`3` is a rating; `dk`, `out` and `na` are what they say; a mapping is itself."""
    if isinstance(choice, dict):
        return choice
    return {"rating": choice} if isinstance(choice, int) else KINDS[str(choice)]


def response(kit: Toolkit, respondent: str, group: str | None, answers: Mapping[str, Any], **fields: Any) -> Response:
    return shaped(Response, frozen({
        "schema": "nlcaudit/response/1", "toolkit": {"id": kit.id, "version": kit.version}, "respondent": respondent,
        "group": group, "frameworks": [f.id for f in kit.frameworks],
        "answers": {q: answered(choice) for q, choice in answers.items() if choice is not None}, **fields,
    }))  # fmt: skip


def engagement_from(kit: Toolkit, sheets: Mapping[Any, list[Any]], **file: Any) -> Engagement:
    """Make an engagement: group (null for none) → sheets, question id → answer; `_` holds a response's own keys."""
    made = []
    for group, rows in sheets.items():
        for number, row in enumerate(rows):
            answers = dict(row)
            fields = {"respondent": f"{group or 'all'}-{number}", **answers.pop("_", {})}
            made.append(response(kit, fields.pop("respondent"), group, answers, **fields))
    return engagement_of(made, engagement_file(kit, **file) if file else None)


def engagement_file(kit: Toolkit, **keys: Any) -> EngagementFile:
    return shaped(EngagementFile, frozen({
        "schema": "nlcaudit/engagement/1", "city": "Port-Azur", "date": "2026-11-14",
        "toolkit": {"id": kit.id, "version": kit.version}, "languages": ["en"], **keys,
    }))  # fmt: skip


def engagement(kit: Toolkit, text: str, **file: Any) -> Engagement:
    return engagement_from(kit, yaml.safe_load(text), **file)
