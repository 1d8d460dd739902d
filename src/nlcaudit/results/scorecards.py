"""Scorecard → text for the terminal, and JSON (`nlcaudit/scorecard/1`, docs/scorecard.md)."""

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction

from nlcaudit.framework import Toolkit
from nlcaudit.messages import Messages
from nlcaudit.results.counsels import counsel_document, steps_document, trust_document
from nlcaudit.results.diagnoses import (
    agreement_document,
    chance_document,
    diagnosis_lines,
    sampling_document,
    spread_document,
    strip_document,
)  # fmt: skip
from nlcaudit.results.numbers import decimal, exact
from nlcaudit.scoring.diagnosis import Diagnosis
from nlcaudit.scoring.explaining import Explanation
from nlcaudit.scoring.scorecard import FrameworkResult, Measure, Node, Scorecard

GAP = "  "


def render_scorecard(card: Scorecard, toolkit: Toolkit, say: Messages) -> str:
    """Render the profile: a line for each framework, then who was heard and what was withheld."""
    rows = [
        [
            say.text("Framework"),
            say.text("Score"),
            say.text("In words"),
            say.text("Bounds"),
            say.text("Answered"),
            say.text("Stage"),
            say.text("Trust"),
            *(str(side.label.spoken(toolkit.language_order(say.language))) for side in toolkit.sides),
        ]
    ]
    rows += [_row(result, card, toolkit, say) for result in card.frameworks]
    lines = [_heading(card, say), "", *aligned(rows), ""]
    if card.overall is not None:
        lines.append(_overall(card, toolkit, say))
    lines += diagnosis_lines(card, toolkit, say.language)
    lines += _notes(card, toolkit, say)
    return "\n".join(lines).rstrip() + "\n"


def _overall(card: Scorecard, toolkit: Toolkit, say: Messages) -> str:
    shown, plain = (
        "–" if value is None else say.number(100 * value, 1) for value in (card.overall, card.overall_arithmetic)
    )
    if toolkit.policy.overall.mean == "arithmetic":
        return say.text("Overall: {score}", score=shown)
    return say.text("Overall: {score} (arithmetic mean: {plain})", score=shown, plain=plain)


def _heading(card: Scorecard, say: Messages) -> str:
    who = (
        say.plural("{number} person", "{number} persons", card.respondents)
        if card.voice == "person"
        else say.plural("{number} institution", "{number} institutions", card.respondents)
    )
    return say.text("{toolkit} {version}: scores from 0 to 100, from the answers of {who}",
                    toolkit=card.toolkit[0], version=card.toolkit[1], who=who)  # fmt: skip


def _row(result: FrameworkResult, card: Scorecard, toolkit: Toolkit, say: Messages) -> list[str]:
    node = result.node
    framework = toolkit.framework(result.id)
    order = toolkit.language_order(say.language)
    title = str(framework.title.spoken(order)) if framework else result.id
    sides = [_level(node.sides.get(side.id), toolkit, say) for side in toolkit.sides]
    bounds = "–"
    if node.lowest.score is not None and node.highest.score is not None:
        bounds = f"{say.number(node.lowest.score, 1)}–{say.number(node.highest.score, 1)}"
    trust = card.counsel.trust.get(result.id)
    covered = "–" if node.coverage is None else say.number(100 * node.coverage) + " %"
    return [title, _score(node.estimate, say), band_words(node, order, say), bounds, covered,
            _stage(result, card, order, say), trust.grade if trust else "–", *sides]  # fmt: skip


def _score(measure: Measure, say: Messages) -> str:
    if measure.score is not None:
        return say.number(measure.score, 1)
    return say.text("withheld") if measure.state == "withheld" else "–"


def _level(measure: Measure | None, toolkit: Toolkit, say: Messages) -> str:
    level = measure.level(toolkit.top) if measure else None
    if level is not None:
        return say.number(level, 1)
    return say.text("withheld") if measure and measure.state == "withheld" else "–"


def band_words(node: Node, order: Iterable[str], say: Messages) -> str:
    """Return the band in words, or why there is none."""
    reasons = {"too-few-answers": say.text("too few answers"), "no-ratings": say.text("nobody could rate it"),
               "not-applicable": say.text("not applicable"), "not-asked": say.text("not asked")}  # fmt: skip
    if node.status != "scored":
        return reasons[node.status]
    if not node.band.shared_view:
        return say.text("no shared view")
    if node.band.low is None or node.band.high is None:
        return "–"
    languages = tuple(order)
    low, high = node.band.low.label.spoken(languages), node.band.high.label.spoken(languages)
    return str(low) if low == high else say.text("between “{low}” and “{high}”", low=low, high=high)


def _stage(result: FrameworkResult, card: Scorecard, order: Iterable[str], say: Messages) -> str:
    if result.stage is None:
        return "–"
    languages = tuple(order)
    names = [say.text("before the first"), *(str(stage.label.spoken(languages)) for stage in card.stages)]
    low, high = names[result.stage.lowest], names[result.stage.highest]
    return low if low == high else f"{low} … {high}"


def aligned(rows: list[list[str]]) -> list[str]:
    """Return rows as lines, their cells under each other."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _notes(card: Scorecard, toolkit: Toolkit, say: Messages) -> list[str]:
    order = toolkit.language_order(say.language)
    lines = []
    unheard = [str(toolkit.group_by_id[p.group].label.spoken(order)) for p in card.presence if p.unheard]
    if unheard:
        lines.append(say.text("Expected, and not heard: {groups}.", groups=say.listing(unheard)))
    if card.protected and card.voice == "institution":
        lines.append(say.text("Of institutions that did not release their answers, nothing is shown that rests on "
                              "fewer than {threshold}, or would give it away.", threshold=card.threshold))  # fmt: skip
    elif card.protected:
        lines.append(say.text("Nothing is shown that rests on fewer than {threshold} persons, or would give it away.",
                              threshold=card.threshold))  # fmt: skip
    else:
        lines.append(say.text("UNPROTECTED: this shows what single people answered. For the analyst’s screen only."))
    return lines


def scorecard_json(card: Scorecard, toolkit: Toolkit) -> str:
    """Render the scorecard as one JSON document."""
    shown = {
        "schema": "nlcaudit/scorecard/1",
        "toolkit": dict(zip(("id", "version", "sha256"), card.toolkit, strict=True)),
        "protected": card.protected, "threshold": card.threshold, "voice": card.voice,
        "respondents": card.respondents, "top": toolkit.top,
        "overall": None if card.overall is None else decimal(100 * Fraction(card.overall)),
        "overall_arithmetic": _fraction(
            card.overall_arithmetic, told=all(result.node.estimate.exact for result in card.competencies)
        ),
        "agreement": agreement_document(card.diagnosis.agreement), "deals": card.diagnosis.deals,
        "frameworks": [_framework(result, toolkit, card) for result in card.frameworks],
        "presence": [
            {"group": p.group or None, "side": p.side, "expected": p.expected, "invited": p.invited,
             "declined": p.declined, "persons": p.persons, "institutions": p.institutions, "unheard": p.unheard}
            for p in card.presence
        ],
        "institutions": [
            {"respondent": i.respondent, "name": i.name, "group": i.group or None, "ratings": dict(i.ratings)}
            for i in card.institutions
        ],
        "steps": steps_document(card.steps),
        "steps_asked_of_all": None if card.common_steps is None else steps_document(card.common_steps),
    } | counsel_document(card.counsel, toolkit)  # fmt: skip
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _framework(result: FrameworkResult, toolkit: Toolkit, card: Scorecard) -> dict[str, object]:
    stage, found = result.stage, card.diagnosis
    return {
        "id": result.id, "role": result.role, "target": result.target,
        "trust": trust_document(card.counsel.trust.get(result.id)),
        "stage": None if stage is None else {
            "lowest": stage.lowest, "highest": stage.highest,
            "needed": [{"question": b.question, "stage": b.stage, "at_least": b.at_least} for b in stage.blockers],
        },
        "differences": [
            {"node": d.node, "levels": decimal(d.levels), "to_discuss": d.to_discuss,
             "sides": {side: decimal(value) for side, value in d.values}}
            for d in result.differences
        ],
        "chance": chance_document(found.chance.get(result.id)),
        "agreement": agreement_document(found.by_framework[result.id]),
        "sampling": sampling_document(found.sampling[result.id]),
        "result": _node(result.node, toolkit, found),
    }  # fmt: skip


def _node(node: Node, toolkit: Toolkit, found: Diagnosis) -> dict[str, object]:
    kinds = node.kinds
    return {
        "kind": node.kind, "id": node.id, "weight": node.weight, "status": node.status,
        "estimate": _measure(node.estimate, toolkit), "lowest": _measure(node.lowest, toolkit),
        "highest": _measure(node.highest, toolkit), "lowest_applicable": _measure(node.lowest_applicable, toolkit),
        "bounds_widened": node.widened, "coverage": _fraction(node.coverage, told=False),
        "band": [band.id for band in (node.band.low, node.band.high) if band is not None],
        "shared_view": node.band.shared_view, "one_sided": node.one_sided, "raters": node.raters,
        "answers": {"rated": kinds.rated, "dont_know": kinds.dont_know, "unanswered": kinds.unanswered,
                    "outside_powers": kinds.outside_powers, "not_applicable": kinds.not_applicable},
        "sides": _measures(node.sides, toolkit), "groups": _measures(node.groups, toolkit),
        "spread": spread_document(found.spread.get(node.id)), "ratings": strip_document(found.strips.get(node.id)),
        "children": [_node(child, toolkit, found) for child in node.children],
    }  # fmt: skip


def _measures(measures: Mapping[str, Measure], toolkit: Toolkit) -> dict[str, object]:
    return {name or "everyone": _measure(measure, toolkit) for name, measure in measures.items()}


def _measure(measure: Measure, toolkit: Toolkit) -> dict[str, object]:
    """Give the exact fraction only where no group under the threshold is inside: it could be taken apart."""
    if measure.value is None:
        return {"state": measure.state}
    shown: dict[str, object] = {"state": "shown", "score": decimal(100 * measure.value),
                                "level": decimal(toolkit.top * measure.value)}  # fmt: skip
    return shown | ({"exact": exact(measure.value)} if measure.exact else {})


def _fraction(value: Fraction | None, *, told: bool = True) -> dict[str, object] | None:
    if value is None:
        return None
    return {"percent": decimal(100 * value)} | ({"exact": exact(value)} if told else {})


def render_explanation(found: Explanation, say: Messages) -> str:
    """Render the terms that make an estimate, and their sum."""
    name = found.node + (f"@{found.scope}" if found.scope else "")
    name += "" if found.figure == "score" else f"/{found.figure}"
    lines = [f"{name} = {_score(found.measure, say)}" + _as_fraction(found.measure)]
    if not found.terms:
        lines.append(say.text("  what makes it is withheld, or nothing was rated"))
    for term in found.terms:
        value = _score(term.measure, say) + _as_fraction(term.measure)
        lines.append(f"  {term.share.numerator}/{term.share.denominator} × {term.id}: {value}")
    known = [term.share * term.measure.value for term in found.terms if term.measure.value is not None]
    if found.measure.value is not None and found.terms and len(known) == len(found.terms):
        whole = all(term.measure.exact for term in found.terms) and found.measure.exact
        together = sum(known, Fraction(0))
        lines.append(say.text("  sum of shares × values: {sum}", sum=say.number(100 * together, 1))
                     + (f" ({100 * together})" if whole else ""))  # fmt: skip
    return "\n".join(lines) + "\n"


def _as_fraction(measure: Measure) -> str:
    if measure.score is None or not measure.exact or measure.score.denominator == 1:
        return ""
    return f" ({measure.score.numerator}/{measure.score.denominator})"


def explanation_json(found: Explanation, toolkit: Toolkit) -> str:
    """Render an explanation as JSON (`nlcaudit/explanation/1`)."""
    shown = {
        "schema": "nlcaudit/explanation/1", "node": found.node, "scope": found.scope or None, "figure": found.figure,
        "terms_are": found.kind,
        "estimate": _explained(found.measure, found.figure, toolkit),
        "terms": [
            {"id": t.id, "share": exact(t.share), "value": _explained(t.measure, found.figure, toolkit)}
            for t in found.terms
        ],
    }  # fmt: skip
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _explained(measure: Measure, figure: str, toolkit: Toolkit) -> dict[str, object]:
    """Give a coverage in percent: it has no level."""
    shown = _measure(measure, toolkit)
    if figure == "coverage" and measure.value is not None:
        del shown["level"]
        return {("percent" if name == "score" else name): value for name, value in shown.items()}
    return shown
