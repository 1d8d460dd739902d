"""Need × effort: where each step lies, with quick wins named."""

from nlcaudit.report import figures
from nlcaudit.report.material import Material, asked_people
from nlcaudit.report.phrases import NOTHING, Phrase, Run, joined, plain
from nlcaudit.report.shapes import Grid
from nlcaudit.report.views import Block, Cell, Column, Key, Prose, Row, Table
from nlcaudit.scoring import Step
from nlcaudit.scoring.priorities import CLASSES

EFFORTS = range(1, CLASSES + 1)


def blocks(material: Material) -> tuple[Block, ...]:
    """Return the grid and the quick wins; nothing without steps."""
    if not material.steps:
        return ()
    common = _on_common_questions(material)
    return (_table(material), *([Prose((common,))] if common else []))


def _table(material: Material) -> Table:
    words = material.words
    columns = (
        Column(words.text("Room to grow"), "name"),
        Column(words.text("Effort, from small to large"), "chart"),
        *(Column(figures.effort(material, size)) for size in EFFORTS),
    )
    rows = tuple(_row(material, need) for need in reversed(EFFORTS))
    needed = any(step.unblocks for step in material.steps)
    keys = (
        *([Key("square", words.text("Needed before the next stage"))] if needed else []),
        Key("round", words.text("Every other step")),
    )
    how = words.text("Each sign is a step; the codes are those of the questions, in the order of the steps.")
    return Table("steps-grid", _quick(material), columns, rows, how, keys)


def _row(material: Material, need: int) -> Row:
    mine = {size: [s for s in material.steps if (s.need_class, s.effort) == (need, size)] for size in EFFORTS}
    chart = Grid(
        tuple(sum(not step.unblocks for step in mine[size]) for size in EFFORTS),
        tuple(sum(step.unblocks for step in mine[size]) for size in EFFORTS),
    )
    codes = (Cell(_codes(material, mine[size])) for size in EFFORTS)
    return Row((Cell(_need(material, need)), Cell(chart=chart), *codes))


def _need(material: Material, size: int) -> Phrase:
    words = material.words
    return (words.text("Little"), words.text("Some"), words.text("Much"))[size - 1]


def _codes(material: Material, steps: list[Step]) -> Phrase:
    return joined([_code(material, step) for step in steps], ", ") or plain("–")


def _code(material: Material, step: Step) -> Phrase:
    """Return a code by itself: where the text runs from right to left, the first of several stands on the right."""
    return Phrase((Run(material.question(step.question).code, number=True),))


def _quick(material: Material) -> Phrase:
    """Name the quick wins."""
    words, quick = material.words, [step for step in material.steps if step.quick]
    if not quick:
        return words.text("Quick wins: none")
    return words.text("Quick wins: {codes}", codes=words.listing([_code(material, step) for step in quick]))


def _on_common_questions(material: Material) -> Phrase:
    """Say how the order begins on the questions that were put to everybody, where not all were."""
    words, common = material.words, material.common_steps
    if common is None:
        return NOTHING
    first = [step for step in common if step.rank <= material.toolkit.policy.priorities.first]
    if not first and not material.public and not _any_put_to_everybody(material):
        return words.text("No question was put to everybody; each step rests on those who were asked about it.")
    if not first:
        return words.text("Not all questions were put to everybody, and none of those that were offers a step.")
    kept = {step.question for step in material.steps if step.rank <= material.toolkit.policy.priorities.first}
    codes = words.listing([_code(material, step) for step in first])
    if {step.question for step in first} == kept:
        return words.text(
            "Not all questions were put to everybody. On those that were, the order begins alike: {codes}.", codes=codes
        )
    return words.text(
        "Not all questions were put to everybody. On those that were, the order begins with {codes}.", codes=codes
    )


def _any_put_to_everybody(material: Material) -> bool:
    return any(asked_people(node) == material.card.respondents for node in material.questions)
