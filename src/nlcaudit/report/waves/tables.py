"""Every question that can be compared, in each comparison."""

from fractions import Fraction

from nlcaudit.report import figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import NOTHING, Phrase
from nlcaudit.report.views import Cell, Column, Row, Table
from nlcaudit.report.waves.words import dumbbell, first, keys, signed
from nlcaudit.waves import Changes, Line, Pair


def table(material: Material, changes: Changes) -> Table:
    """Return every framework and question that can be compared, as dumbbells with all three comparisons."""
    words = material.words
    remembered = any(_remembered(material, line.id) for framework in changes.lines for line in framework.walk())
    columns = (
        Column(words.text("Competency or question"), "name"),
        Column(words.text("Levels 0 to {top}", top=words.number(material.toolkit.top)), "chart"),
        Column(words.text("Then"), "number"),
        Column(words.text("Now"), "number"),
        *([Column(words.text("Then, as remembered"), "number")] if remembered else []),
        Column(words.text("Same people"), "number"),
        Column(words.text("Same groups"), "number"),
        Column(words.text("Everybody"), "number"),
        Column(words.text("What can be said")),
    )
    rows = [
        _row(material, line, remembered=remembered)
        for framework in changes.lines
        for line in framework.walk()
        if line is framework or material.printable(line.id)
    ]
    return Table("waves-table", _title(material, changes), columns, tuple(rows), _how(material),
                 keys(material, changes))  # fmt: skip


def _title(material: Material, changes: Changes) -> Phrase:
    words = material.words
    lines = [line for framework in changes.lines for line in framework.lines if material.printable(line.id)]
    risen, fallen = (sum(line.verdict == verdict for line in lines) for verdict in ("risen", "fallen"))
    if not risen and not fallen:
        return words.text("No question shows a rise or a fall that these answers can bear")
    parts = [
        words.plural("one has risen", "{number} have risen", risen) if risen else NOTHING,
        words.plural("one has fallen", "{number} have fallen", fallen) if fallen else NOTHING,
    ]
    return words.plural("Of one question, {parts}", "Of {number} questions, {parts}", len(lines),
                        parts=words.listing([part for part in parts if part]))  # fmt: skip


def _how(material: Material) -> Phrase:
    return material.words.text(
        "Marks and values are those of everybody, or of the first comparison that can be shown; the last columns are "
        "the change in levels in each comparison. {scale}", scale=figures.scale(material),
    )  # fmt: skip


def _row(material: Material, line: Line, *, remembered: bool) -> Row:
    framework = line.id in material.toolkit.roles
    pair = line.pair("everybody") if line.pair("everybody").shown else first(line)
    name = material.framework_title(line.id) if framework else material.asks(line.id)
    top = material.toolkit.top
    then = _remembered(material, line.id) or figures.DASH
    return Row((
        Cell(name, note=NOTHING),
        Cell(chart=dumbbell(material, pair)),
        Cell(figures.side_value(material, pair.then)),
        Cell(figures.side_value(material, pair.now)),
        *([Cell(then)] if remembered else []),
        *(Cell(_change(material, one, top)) for one in line.pairs),
        _said(material, line, framework=framework),
    ), head=framework)  # fmt: skip


def _change(material: Material, pair: Pair, top: int) -> Phrase:
    if "withheld" in (pair.then.state, pair.now.state):
        return material.words.text("not shown")
    return signed(material, pair.change(top))


def _remembered(material: Material, question: str) -> Phrase:
    found = material.card.counsel.remembered.get(question)
    if found is None or found.value.value is None:
        return NOTHING
    return figures.level(material, Fraction(found.value.value))


def _said(material: Material, line: Line, *, framework: bool) -> Cell:
    words = material.words
    verdict = {"risen": words.text("Risen"), "fallen": words.text("Fallen"), "none": words.text("Nothing")}
    why = {
        "": NOTHING,
        "few-comparisons": words.text("fewer than two comparisons"),
        "small": words.text("too small"),
        "disagree": words.text("the comparisons disagree"),
        "evidence": words.text("no new evidence"),
    }
    part = NOTHING
    if framework and line.questions < line.asked:
        part = words.text(
            "on {some} of {all} questions", some=words.number(line.questions), all=words.number(line.asked)
        )
    return Cell(verdict[line.verdict], note=words.series([why[line.why], part]))
