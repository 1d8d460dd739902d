"""A standing → text for the keeper's screen, or JSON (`nlcaudit/status/1`)."""

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from nlcaudit.framework import Toolkit
from nlcaudit.messages import Messages
from nlcaudit.standing.asking import Asking
from nlcaudit.standing.survey import Gap, Part, Standing

SCHEMA = "nlcaudit/status/1"


def render_standing(standing: Standing, toolkit: Toolkit, messages: Messages) -> str:
    """Write everything, one fact a line."""
    return "\n".join(_lines(standing, _Names(toolkit, messages), messages)) + "\n"


def render_asking(wanted: Sequence[Asking], toolkit: Toolkit, messages: Messages) -> str:
    """Write which evidence to ask for."""
    names = _Names(toolkit, messages)
    if not toolkit.sides:
        return messages.text("This toolkit has no sides: nobody could show evidence to the other one.") + "\n"
    if not wanted:
        nothing = messages.text(
            "There is nothing to ask for: what is rated high or described differently was shown to the other side."
        )
        return nothing + "\n"
    lines = [messages.text("Evidence worth asking for, at most ten:")]
    for asking in wanted:
        lines.append(f"  {toolkit.by_id[asking.question].code}  {names.question(asking.question)}")
        lines.append("      " + _why(asking, names, messages))
        lines += ("      " + _named(record.what, messages, old=old) for record, old in asking.brought)
    return "\n".join(lines) + "\n"


def _named(what: str, messages: Messages, *, old: bool) -> str:
    said = messages.text("Named already: {what}", what=what)
    return said + " " + messages.text("(too old)") if old else said


def _why(asking: Asking, names: "_Names", messages: Messages) -> str:
    said = messages.text("Who to ask: {side}.", side=names.side(asking.side))
    return said + " " + messages.text("The sides describe it differently.") if asking.differs else said


class _Names:
    """What things are called in the reader's language."""

    def __init__(self, toolkit: Toolkit, messages: Messages) -> None:
        self.toolkit = toolkit
        self.order = toolkit.language_order(messages.language)

    def side(self, name: str) -> str:
        found = next((side for side in self.toolkit.sides if side.id == name), None)
        return found.label.spoken(self.order).text if found else name

    def group(self, name: str | None) -> str:
        found = self.toolkit.group_by_id.get(name or "")
        return found.label.spoken(self.order).text if found else name or "–"

    def framework(self, name: str) -> str:
        found = self.toolkit.framework(name)
        return found.title.spoken(self.order).text if found else name

    def question(self, name: str) -> str:
        found = self.toolkit.by_id[name]
        return (found.title or found.text).spoken(self.order).text


def _lines(standing: Standing, names: _Names, messages: Messages) -> Iterator[str]:
    yield messages.text("For the keeper of the answers only: do not pass this page on.")
    yield ""
    yield messages.plural("{number} response:", "{number} responses:", len(standing.sheets))
    width = max((len(sheet.respondent) for sheet in standing.sheets), default=0)
    for sheet in standing.sheets:
        amount = messages.text("{answered} of {asked} answered", answered=sheet.answered, asked=sheet.asked)
        yield f"  {sheet.respondent:{width}}  {amount} · {names.group(sheet.group)}"
    yield ""
    yield messages.text("By group:")
    yield from (_entry(names.group(part.id), _part(part, messages), messages) for part in standing.groups)
    if standing.sides:
        yield messages.text("By side:")
        yield from (_entry(names.side(part.id), _part(part, messages), messages) for part in standing.sides)
    yield ""
    yield from _gaps(standing.gaps, names, messages)
    yield from _reminders(standing.groups, names, messages)
    if standing.old_evidence:
        yield messages.plural("{number} piece of evidence is older than the toolkit’s limit.",
                              "{number} pieces of evidence are older than the toolkit’s limit.",
                              standing.old_evidence)  # fmt: skip
    yield from _days(standing, messages)


def _entry(name: str, said: str, messages: Messages) -> str:
    return "  " + messages.text("{name}: {said}", name=name, said=said)


def _part(part: Part, messages: Messages) -> str:
    said = messages.plural("{number} person", "{number} persons", part.persons)
    if part.institutions:
        said += ", " + messages.plural("{number} institution", "{number} institutions", part.institutions)
    if part.expected:
        said += ", " + messages.plural("{number} expected", "{number} expected", part.expected)
    if part.coverage is not None:
        said += ", " + messages.text("{share} % rated", share=_percent(part.coverage, messages))
    return said


def _percent(share: Fraction, messages: Messages) -> str:
    return messages.number(100 * share)


def _gaps(gaps: Sequence[Gap], names: _Names, messages: Messages) -> Iterator[str]:
    if not gaps:
        yield messages.text("Nothing is missing for a valid diagnosis.")
        return
    yield messages.text("Missing for a valid diagnosis:")
    for gap in gaps:
        yield "  " + _gap(gap, names, messages)


def _gap(gap: Gap, names: _Names, messages: Messages) -> str:
    if gap.kind == "persons":
        have, need = int(gap.have), int(gap.need)
        return messages.text("{side}: {have} of at least {need} persons", side=names.side(gap.subject),
                             have=have, need=need)  # fmt: skip
    if gap.kind == "coverage":
        have_share, need_share = _percent(gap.have, messages), _percent(gap.need, messages)
        return messages.text("{framework}: {have} % of the answers are ratings, of at least {need} %",
                             framework=names.framework(gap.subject), have=have_share, need=need_share)  # fmt: skip
    return messages.text("{group}: expected, and not heard", group=names.group(gap.subject))


def _reminders(groups: Iterable[Part], names: _Names, messages: Messages) -> Iterator[str]:
    waiting = [part for part in groups if part.to_remind]
    if waiting:
        yield messages.text("To remind (invited, neither answered nor declined):")
        yield from (_entry(names.group(part.id), str(part.to_remind), messages) for part in waiting)


def _days(standing: Standing, messages: Messages) -> Iterator[str]:
    if standing.withdraw_until is not None:
        end, days = standing.withdraw_until
        day = messages.date(end)
        yield (
            messages.plural("Answers can be taken back until {day} ({number} day).",
                            "Answers can be taken back until {day} ({number} days).", days, day=day)
            if days >= 0 else messages.text("The day until which answers could be taken back is over: {day}.", day=day)
        )  # fmt: skip
    if standing.kept_until is not None:
        end, days = standing.kept_until
        day = messages.date(end)
        yield (
            messages.plural("The answers are kept until {day} ({number} day).",
                            "The answers are kept until {day} ({number} days).", days, day=day)
            if days >= 0
            else messages.text("The answers were kept until {day}: nlcaudit purge deletes them.", day=day)
        )  # fmt: skip


def standing_json(standing: Standing, wanted: Sequence[Asking]) -> str:
    """Write everything for programs; docs/status.md describes it."""
    value = {
        "schema": SCHEMA,
        "date": standing.day.isoformat(),
        "responses": [
            {"respondent": s.respondent, "voice": s.voice, "group": s.group, "answered": s.answered, "asked": s.asked}
            for s in standing.sheets
        ],
        "groups": [{"id": part.id or None, "side": part.side, **_figures(part)} for part in standing.groups],
        "sides": [{"id": part.id, **_figures(part)} for part in standing.sides],
        "missing": [
            {"kind": gap.kind, "subject": gap.subject, "have": _exact(gap.have), "need": _exact(gap.need)}
            for gap in standing.gaps
        ],
        "old_evidence": standing.old_evidence,
        "withdraw_until": _end(standing.withdraw_until),
        "kept_until": _end(standing.kept_until),
        "evidence_to_ask_for": [
            {"question": a.question, "side": a.side, "differs": a.differs,
             "named": [{"what": record.what, "old": old} for record, old in a.brought]}
            for a in wanted
        ],
    }  # fmt: skip
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _figures(part: Part) -> dict[str, object]:
    return {
        "persons": part.persons, "institutions": part.institutions, "expected": part.expected,
        "invited": part.invited, "declined": part.declined, "to_remind": part.to_remind, "heard": not part.unheard,
        "coverage": None if part.coverage is None else _exact(part.coverage),
    }  # fmt: skip


def _exact(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), 4)


def _end(end: tuple[object, int] | None) -> dict[str, object] | None:
    return {"date": str(end[0]), "days": end[1]} if end else None
