"""Next steps as they are printed: what to do, who leads, how much effort, and what waits for it."""

from collections.abc import Sequence

from nlcaudit.report import counsel, figures
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import NOTHING, Phrase
from nlcaudit.report.views import Block, Fact, Prose, Section, Steps, StepView
from nlcaudit.scoring import Step

FIRST = 3
"""So many steps fit on two pages, and into a year."""


def short_blocks(material: Material) -> tuple[Block, ...]:
    """Return the first three steps, each with a line for a date, or why there are none."""
    words, steps = material.words, material.steps
    if not steps:
        return (Prose((why_none(material),)),)
    chosen = first_steps(steps)
    blocks: list[Block] = [Steps(tuple(step_view(material, step, blank=True) for step in chosen))]
    firm = counsel.headline(material)
    if firm and material.options.edition == "short":
        blocks.append(Prose((firm,), "note"))
    tied = sum(step.rank == chosen[-1].rank for step in steps) - sum(step.rank == chosen[-1].rank for step in chosen)
    if tied and material.options.edition == "full":
        blocks.append(Prose((words.plural(
            "One more step ranks as high as these; it is listed further down.",
            "{number} more steps rank as high as these; they are listed further down.", tied,
        ),), "note"))  # fmt: skip
    elif tied:
        blocks.append(Prose((words.plural(
            "One more step ranks as high as these; the full edition lists it.",
            "{number} more steps rank as high as these; the full edition lists them.", tied,
        ),), "note"))  # fmt: skip
    return tuple(blocks)


def first_steps(steps: Sequence[Step]) -> list[Step]:
    """Return the first three in rank; among equals one of each framework before a second of any."""
    chosen: list[Step] = []
    rest = list(steps)
    while rest and len(chosen) < FIRST:
        level = [step for step in rest if step.rank == rest[0].rank]
        used = {step.framework for step in chosen}
        following = next((step for step in level if step.framework not in used), level[0])
        chosen.append(following)
        rest.remove(following)
    return chosen


def why_none(material: Material) -> Phrase:
    """Say why no step is proposed."""
    words = material.words
    shown = any(node.estimate.value is not None for node in material.questions)
    if not shown:
        return words.text("No step is proposed, because no score of a question can be shown yet.")
    return words.text("No step is proposed: what was asked has reached the target or the highest level.")


def step_view(material: Material, step: Step, *, blank: bool = False) -> StepView:
    """Return a step as it is printed."""
    words, question = material.words, material.question(step.question)
    following = question.levels[step.rating].next_step
    action = words.spoken(following.action) if following else NOTHING
    leads = words.listing([material.group(group) for group in following.lead]) if following else NOTHING
    facts = [
        Fact(words.text("Lead"), leads),
        Fact(words.text("Effort"), figures.effort(material, step.effort)),
        *_lever(material, step),
        *_unblocks(material, step),
        *([] if blank else _standing(material, step)),
    ]
    tied = sum(other.rank == step.rank for other in material.steps) > 1
    number = words.number(step.rank)
    return StepView(
        rank=words.text("{number}=", number=number) if tied and not blank else number,
        action=action,
        context=material.home(step.question),
        about=NOTHING if blank else material.asks(step.question),
        facts=tuple(facts),
        blank=words.text("By (date)") if blank else NOTHING,
        case=NOTHING if blank else _cases(material, step),
    )


def _lever(material: Material, step: Step) -> list[Fact]:
    lever = material.question(step.question).lever
    known = next((one for one in material.toolkit.levers if one.id == lever), None)
    if known is None:
        return []
    return [Fact(material.words.text("In the power of"), material.words.spoken(known.label))]


def _unblocks(material: Material, step: Step) -> list[Fact]:
    result = material.card.result(step.framework)
    if not step.unblocks or result is None or result.stage is None:
        return []
    words = material.words
    number = next(b.stage for b in result.stage.blockers if b.question == step.question)
    value = words.text("Stage {number}, “{name}”, in {framework}", number=words.number(number),
                       name=material.stage(number), framework=material.framework_title(step.framework))  # fmt: skip
    return [Fact(words.text("Needed for"), value)]


def _standing(material: Material, step: Step) -> list[Fact]:
    words = material.words
    stays = counsel.stays(material, step.question)
    told = [Fact(words.text("Stands"), stays)] if stays else []
    return [*told, Fact(words.text("Quick win"), words.text("Yes"))] if step.quick else told


def _cases(material: Material, step: Step) -> Phrase:
    words = material.words
    wanted = material.question(step.question).cases
    told = [
        words.text("{place}: {title}", place=words.spoken(case.place), title=words.spoken(case.title))
        for case in material.toolkit.cases
        if case.id in wanted
    ]
    return words.text("Who did something like it: {cases} (see “Places that did it”).", cases=words.series(told)) \
        if told else NOTHING  # fmt: skip


def sections(material: Material) -> list[Section]:
    """Return a section for each list of steps that the toolkit declares."""
    words, steps = material.words, list(material.steps)
    if not steps:
        return []
    found: list[Section] = []
    for listed in material.toolkit.step_lists:
        mine = [step for step in steps if material.question(step.question).lever in listed.levers]
        steps = [step for step in steps if step not in mine]
        blocks = _listed(material, mine)
        found.append(Section(f"steps-{listed.id}", words.spoken(listed.title), blocks, level=3))
    if steps:
        heading = words.text("Other steps") if found else words.text("All steps")
        found.append(Section("steps-other", heading, _listed(material, steps), level=3))
    return found


def _listed(material: Material, steps: Sequence[Step]) -> tuple[Block, ...]:
    if not steps:
        return (Prose((material.words.text("No step of this list follows from the answers."),)),)
    return (Steps(tuple(step_view(material, step) for step in steps)),)


def order_in_words(material: Material) -> Phrase:
    """Say how the steps are ordered, or why there are none."""
    if not material.steps:
        return why_none(material)
    return material.words.text(
        "What the next stage needs comes first, then what has most room to grow, then what takes least effort. Steps "
        "that are alike in all three share a number, marked =: the answers do not put one before the other."
    )
