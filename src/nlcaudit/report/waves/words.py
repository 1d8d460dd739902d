"""The words of two moments: when, who, and how much."""

from fractions import Fraction

from nlcaudit.report import comparing, figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase, Run
from nlcaudit.report.shapes import Dumbbell
from nlcaudit.report.views import Key
from nlcaudit.waves import Changes, Kind, Line, Pair

HALF = Fraction(1, 2)
MARK = 2
"""The first of the marks of moments: those of the sides come before."""


def heading(material: Material, changes: Changes) -> Phrase:
    """Return the heading of the section."""
    words = material.words
    if changes.then is None:
        return words.text("What changed since the earlier wave")
    return words.text("What changed since {day}", day=words.day(changes.then))


def who(material: Material, kind: Kind) -> Phrase:
    """Say whose ratings a comparison rests on."""
    words = material.words
    return {
        "people": words.text("The same people"),
        "mix": words.text("The same groups"),
        "everybody": words.text("Everybody"),
    }[kind]


def turnout(material: Material, changes: Changes) -> Phrase:
    """Say how many answered then and now, and both times."""
    words = material.words
    if not changes.before:
        return words.text("Nobody had answered then.")
    if not changes.now:
        return words.text("Nobody has answered this time.")
    then = words.plural("One person answered then", "{number} people answered then", changes.before)
    now = words.plural("one answers now", "{number} answer now", changes.now)
    if not changes.stayed:
        return words.text("{then}, {now}; nobody under the same pseudonym.", then=then, now=now)
    both = words.plural("one of them both times, in the same group", "{number} of them both times, in the same group",
                        changes.stayed)  # fmt: skip
    return words.text("{then}, {now}; {both}.", then=then, now=now, both=both)


def rule(material: Material) -> Phrase:
    """Say when a change is told as one."""
    return material.words.text(
        "A rise or a fall is told only where the same people and the same groups, or the first two comparisons that "
        "can be shown, moved the same way by {least}, and where evidence on it changed. A smaller difference can come "
        "from who was there.",
        least=_more_than(material),
    )  # fmt: skip


def _more_than(material: Material) -> Phrase:
    words, least = material.words, material.toolkit.policy.changes.more_than
    if least == HALF:
        return words.text("more than half a level")
    return words.text("more than {levels}", levels=comparing.in_levels(material, least))


def signed(material: Material, change: Fraction | None) -> Phrase:
    """Return a change with its sign, as one figure: where the text runs from right to left, it keeps its order."""
    if change is None:
        return figures.DASH
    number = material.words.number(abs(change), 1)
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return Phrase((Run(f"{sign}{number}", number=True, value=None),)) if sign else number


def first(line: Line) -> Pair:
    """Return the first comparison that can be shown."""
    return next((pair for pair in line.pairs if pair.shown), line.pairs[-1])


def dumbbell(material: Material, pair: Pair) -> Dumbbell:
    """Return the chart of then and now."""
    return Dumbbell((pair.then.value, pair.now.value), material.toolkit.values, MARK)


def keys(material: Material, changes: Changes) -> tuple[Key, ...]:
    """Return the key of its marks."""
    words, day = material.words, material.options.day
    then = words.day(changes.then) if changes.then else words.text("Then")
    return Key("mark-2", then), Key("mark-3", words.day(day) if day else words.text("Now"))
