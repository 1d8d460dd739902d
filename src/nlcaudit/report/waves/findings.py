"""What rose or fell, in a sentence or two each, with a dumbbell of then and now."""

from collections.abc import Sequence
from fractions import Fraction

from nlcaudit.messages import half_up
from nlcaudit.report import figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import NOTHING, Phrase, joined
from nlcaudit.report.views import Finding
from nlcaudit.report.waves.words import dumbbell, first, who
from nlcaudit.waves import Line, Pair

TELLING = 2
"""The comparisons that a verdict rests on; two pages have room for the first of them."""


def changed(material: Material) -> list[Line]:
    """Return the questions of the competencies that rose or fell, the widest change first."""
    changes = material.changes
    roles = material.toolkit.roles
    found = [
        line for framework in (changes.lines if changes else ()) if roles[framework.id] == "competency"
        for line in framework.lines if line.verdict != "none" and material.printable(line.id)
    ]  # fmt: skip
    return sorted(found, key=lambda line: -abs(first(line).change(material.toolkit.top) or Fraction(0)))


def foremost(lines: Sequence[Line], most: int) -> list[Line]:
    """Return the widest changes; where something fell, one of them did: good news alone would be half of it."""
    fallen = [line for line in lines if line.verdict == "fallen"][:1]
    risen = [line for line in lines if line not in fallen][: most - len(fallen)]
    return [*risen, *fallen]


def finding(material: Material, line: Line) -> Finding:
    """Say what rose or fell, and whom to thank for what rose."""
    words = material.words
    shown = [pair for pair in line.pairs if pair.shown][:TELLING]
    moves = [_move(material, pair) for pair in (shown[:1] if material.crowded else shown)]
    verdict = words.text("Risen.") if line.verdict == "risen" else words.text("Fallen.")
    thanks = _thanks(material, line) if line.verdict == "risen" else NOTHING
    return Finding(
        context=material.home(line.id),
        title=material.asks(line.id),
        statement=joined([verdict, *moves, thanks], " "),
        chart=dumbbell(material, shown[0]),
    )


def _move(material: Material, pair: Pair) -> Phrase:
    words, top = material.words, material.toolkit.top
    then, now = (Fraction(half_up(top * (one.value or Fraction(0)), 1)) for one in (pair.then, pair.now))
    return words.text(
        "{who}: from {then} ({near}) to {now} ({close}).", who=who(material, pair.kind),
        then=words.number(then, 1), near=material.level(figures.closest(material, then / top)),
        now=words.number(now, 1), close=material.level(figures.closest(material, now / top)),
    )  # fmt: skip


def _thanks(material: Material, line: Line) -> Phrase:
    """Name those whom the steps between the two levels put in the lead, as the toolkit has it."""
    words, pair, levels = material.words, first(line), material.question(line.id).levels
    low, high = (figures.closest(material, one.value or Fraction(0)) for one in (pair.then, pair.now))
    steps = [levels[rating].next_step for rating in range(low, max(low + 1, high))]
    leads = list(dict.fromkeys(group for step in steps if step for group in step.lead))
    if not leads:
        return NOTHING
    return words.text(
        "To thank first, because such a step is theirs to lead: {groups}.",
        groups=words.listing([material.group(group) for group in leads]),
    )
