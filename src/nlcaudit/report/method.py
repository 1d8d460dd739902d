"""How the figures are made, in plain words."""

from nlcaudit.report import comparing, people
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase


def paragraphs(material: Material) -> tuple[Phrase, ...]:
    """Return the method, one thought a paragraph; only what concerns this toolkit."""
    told = [_scale(material), _means(material), _coverage(material), _bounds(material), _bands(material)]
    told += [_stages(material)] if material.card.stages else []
    told += [_differences(material)] if comparing.comparable(material) else []
    return (*told, *people.paragraphs(material), _steps(material), _privacy(material))


def _scale(material: Material) -> Phrase:
    words, top = material.words, material.toolkit.top
    return words.text(
        "Those who answered chose, for each question, one of {levels} described levels, from 0 “{low}” to {top} "
        "“{high}”; or said “don’t know”, “outside our powers” or “not applicable”. None of these counts as a low "
        "level, nor does a question left open.",
        levels=words.number(top + 1), low=material.level(0), top=words.number(top), high=material.level(top),
    )  # fmt: skip


def _means(material: Material) -> Phrase:
    words = material.words
    if material.toolkit.sides:
        return words.text(
            "A group’s value is the mean of its ratings, a side’s value the mean of its groups, a question’s score the "
            "mean of its sides: a large group does not outvote a small one. Themes are means of their questions, "
            "competencies means of their themes. Scores run from 0 to 100."
        )
    return words.text(
        "A question’s score is the mean of its groups, each group’s value the mean of its ratings. Themes are means of "
        "their questions, competencies means of their themes. Scores run from 0 to 100."
    )


def _coverage(material: Material) -> Phrase:
    words = material.words
    return words.text(
        "A score is a mean over the answers that are there; that is the same as filling in each missing answer with "
        "the mean of the others. Where less than {share} of the answers were given, each group weighing the same, no "
        "score is printed, only its bounds.",
        share=words.percent(material.toolkit.policy.coverage.threshold),
    )  # fmt: skip


def _bounds(material: Material) -> Phrase:
    return material.words.text(
        "The bounds say where the score would lie if every missing answer were lowest, or highest. They say nothing "
        "about those who were not asked."
    )


def _bands(material: Material) -> Phrase:
    words, view = material.words, material.toolkit.policy.shared_view
    bands = [
        words.text("“{band}” from {score}", band=words.spoken(band.label), score=words.number(band.at_least))
        for band in material.toolkit.policy.bands
    ]
    return words.text(
        "Words for scores: {bands}. There is no word where fewer than {share} of the answers lie within {levels} of "
        "one level: then there is no shared view.",
        bands=words.listing(bands), share=words.percent(view.share),
        levels=words.plural("{number} level", "{number} levels", view.within),
    )  # fmt: skip


def _stages(material: Material) -> Phrase:
    words = material.words
    stages = [
        words.text("{number} “{name}”", number=words.number(number), name=material.stage(number))
        for number, _ in enumerate(material.card.stages, start=1)
    ]
    return words.text(
        "Stages: {stages}. A stage is reached when, on every side, at least half of the ratings of each question it "
        "hangs on stand at the level it needs, and so for every stage before it. A mean cannot make up for it.",
        stages=words.listing(stages),
    )  # fmt: skip


def _differences(material: Material) -> Phrase:
    words, policy = material.words, material.toolkit.policy.differences
    return words.text(
        "A difference is listed for discussion when the two printed values lie {least} or more apart, and still "
        "{rest} with any one group left out. It says who describes something how, not who is right.",
        least=comparing.in_levels(material, policy.at_least),
        rest=comparing.in_levels(material, policy.without_any_group),
    )  # fmt: skip


def _steps(material: Material) -> Phrase:
    return material.words.text(
        "The step offered for a question is the one that leads on from the level that at least half of the ratings "
        "reach; the room to grow is what is missing to the target, or to the next level where no target was set."
    )


def _privacy(material: Material) -> Phrase:
    words = material.words
    if not material.card.protected:
        return words.text("This copy is not protected: it shows figures that rest on very few people.")
    if material.institutional:
        return words.text(
            "Institutions that released their answers are shown by name. Of the others, no figure is shown that rests "
            "on fewer than {least}, nor one from which such a figure could be worked out. Notes and names of people "
            "are never printed.",
            least=words.number(material.card.threshold),
        )  # fmt: skip
    return words.text(
        "No figure is shown that rests on fewer than {least} people, nor one from which such a figure could be worked "
        "out; small groups count inside the whole. Notes and names of people are never printed.",
        least=words.number(material.card.threshold),
    )  # fmt: skip
