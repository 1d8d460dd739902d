"""The sections of a view: how it sees itself, where it differs, what is expected of it, and what it can do."""

from collections.abc import Iterator
from fractions import Fraction

from nlcaudit.report import figures, limits, replying, stepping, summary
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase
from nlcaudit.report.viewpoint.comparing import apart, to_discuss, values
from nlcaudit.report.viewpoint.words import named
from nlcaudit.report.views import Block, Bullets, Findings, Prose, Replies, Section, Steps
from nlcaudit.scoring import Node, Step
from nlcaudit.scoring.viewing import View

MOST = 3
"""So many solid points fit on two pages."""


def mark(material: Material, view: View) -> Phrase:
    """Say at the top whose view it is."""
    return material.words.text("The view of one part, beside the others: {name}. Not the whole report.",
                               name=named(material, view.name))  # fmt: skip


def sections(material: Material, view: View) -> list[Section]:
    """Return the whole view."""
    words = material.words
    lead = Prose((_lead(material, view),), "lead")
    found = [
        Section("summary", words.text("{name}: their own view", name=named(material, view.name)),
                (lead, values(material, view))),
        Section("differences", words.text("Where the others describe things differently"), apart(material, view)),
        Section("expected", words.text("What partners expect of them"), _expected(material, view)),
        Section("first-steps", words.text("What they can do"), _steps(material, view)),
        Section("solid", words.text("What is there already"), _there(material, view)),
        Section("powers", words.text("What was said to lie outside their powers"), _powers(material)),
        Section("trust", words.text("How far to trust this"), limits.short_blocks(material)),
    ]  # fmt: skip
    replies = replying.other_replies(material, {one.node for one in to_discuss(material, view)})
    if replies:
        found.append(Section("replies", words.text("What the sides reply"), (Replies(replies),)))
    return found


def _lead(material: Material, view: View) -> Phrase:
    words = material.words
    return words.plural(
        "One person answered. What they say stands here beside what the others say.",
        "{number} people answered. What they say stands here beside what the others say.", view.people,
    )  # fmt: skip


def _leads(material: Material, view: View, step: Step) -> bool:
    following = material.question(step.question).levels[step.rating].next_step
    return following is not None and not set(view.groups).isdisjoint(following.lead)


def _led(material: Material, view: View) -> list[Step]:
    """Return the next steps that are theirs to lead."""
    return [step for step in material.steps if _leads(material, view, step)]


def _steps(material: Material, view: View) -> tuple[Block, ...]:
    words, led = material.words, _led(material, view)
    if not led:
        return (Prose((words.text("No step that follows from the answers is theirs to lead."),)),)
    if material.options.edition == "full":
        return (Steps(tuple(stepping.step_view(material, step) for step in led)),)
    chosen = stepping.first_steps(led)
    blocks: list[Block] = [Steps(tuple(stepping.step_view(material, step, blank=True) for step in chosen))]
    rest = len(led) - len(chosen)
    if rest:
        more = words.plural("One more is in the full edition of this view.",
                            "{number} more are in the full edition of this view.", rest)  # fmt: skip
        blocks.append(Prose((more,), "note"))
    return tuple(blocks)


def _expected(material: Material, view: View) -> tuple[Block, ...]:
    words = material.words
    told = tuple(_expectations(material, view))
    if not told:
        return (Prose((words.text("Nothing in particular follows from the answers."),)),)
    return (Bullets(told),)


def _expectations(material: Material, view: View) -> Iterator[Phrase]:
    """Yield what waits for them, what others see less of, and what they are asked to show."""
    words, led = material.words, _led(material, view)
    waiting = [material.asks(step.question) for step in led if step.unblocks]
    if waiting:
        yield words.text(
            "A next stage waits for a step that is theirs to lead: {questions}", questions=words.series(waiting)
        )
    mine = {step.question for step in led}
    less = [material.asks(d.node) for d in to_discuss(material, view) if d.levels > 0 and d.node in mine]
    if less:
        yield words.text("The others see less of it than they do, and the next step is theirs to lead: {questions}",
                         questions=words.series(list(dict.fromkeys(less))))  # fmt: skip
    wanted = [material.asks(one.question) for one in material.card.counsel.evidence
              if view.side is not None and one.side == view.side and material.printable(one.question)]  # fmt: skip
    if wanted:
        side = material.side(str(view.side))
        yield words.text("{side}: evidence is asked for that others have not seen yet, on: {questions}", side=side,
                         questions=words.series(wanted))  # fmt: skip


def _there(material: Material, view: View) -> tuple[Block, ...]:
    """Return what everybody together rates highest of what is theirs to lead."""
    words = material.words
    theirs = tuple(node for node in material.questions if _concerns(material, view, node))
    if not theirs:
        return (Prose((words.text("Nothing that was asked is theirs to lead."),)),)
    shown = list(figures.scored(theirs))
    if not shown:
        return (Prose((words.text("Nothing can be named here, because no score can be shown yet."),)),)
    ordered = sorted(shown, key=lambda node: -(node.estimate.value or Fraction(0)))
    most = len(ordered) if material.options.edition == "full" else MOST
    intro = words.text("Highest among what is theirs to lead, as everybody together describes it:")
    return (Prose((intro,)), Findings(tuple(summary.standing(material, node) for node in ordered[:most])))


def _concerns(material: Material, view: View, node: Node) -> bool:
    steps = (level.next_step for level in material.question(node.id).levels)
    return any(step is not None and not set(view.groups).isdisjoint(step.lead) for step in steps)


def _powers(material: Material) -> tuple[Block, ...]:
    return next((section.blocks for section in limits.full_sections(material) if section.id == "powers"), ())
