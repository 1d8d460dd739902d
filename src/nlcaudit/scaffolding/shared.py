"""What the frameworks of a toolkit share, or what a framework that stands alone says itself."""

from collections.abc import Iterator

from nlcaudit.messages import INTERFACE_LANGUAGES
from nlcaudit.scaffolding.emitting import Block, Entry
from nlcaudit.sentences import Sentence


def shared_entries(languages: tuple[str, ...]) -> Block:
    """Return version, languages, scale, sides, groups, levers, lists of steps, sources and scoring."""
    return (
        Entry("version", "1.0.0", Sentence(
            "In quotes, because 1.10 without them is the number 1.1. Raise it whenever a text changes; "
            "`nlcaudit diff` says by how much."
        )),
        Entry("languages", [*_languages(languages)], Sentence(
            "The languages of the texts. “reviewed”: every text must be there. “draft”: offered only on request, "
            "and may have gaps."
        )),
        Entry("scale", _scale(), Sentence(
            "The scale on which every question is rated: 2 to 10 levels, from the lowest to the highest."
        )),
        *_parties(),
        *_power(),
        *_foundations(),
    )  # fmt: skip


def _languages(languages: tuple[str, ...]) -> Iterator[Block]:
    """A language in which the example is not written is a draft beside one in which it is."""
    written = [one for one in languages if one in INTERFACE_LANGUAGES]
    for language in languages:
        reviewed = language in written or not written
        yield Entry("id", language), Entry("status", "reviewed" if reviewed else "draft")


def _scale() -> Block:
    told = Sentence("`label`: one or two words. `meaning`: what the level means on any question.")
    return (Entry("levels", [
        (
            Entry("id", "not-yet", told),
            Entry("label", Sentence("Not yet")),
            Entry("meaning", Sentence("Nothing that an outsider could see.")),
        ),
        (
            Entry("id", "agreed"),
            Entry("label", Sentence("Agreed")),
            Entry("meaning", Sentence("Written down, and known to those whom it concerns.")),
        ),
        (
            Entry("id", "tried-out"),
            Entry("label", Sentence("Tried out")),
            Entry("meaning", Sentence("Used or rehearsed within the last year, and corrected after it.")),
        ),
    ]),)  # fmt: skip


def _parties() -> Block:
    sides = [
        (
            Entry("id", "national"),
            Entry("label", Sentence("National side")),
            Entry("participants", Sentence("National participants")),
        ),
        (
            Entry("id", "local"),
            Entry("label", Sentence("Local side")),
            Entry("participants", Sentence("Local participants")),
        ),
    ]
    return (
        Entry("sides", sides, Sentence(
            "The parties whose views are set side by side: two or more, or none. `participants` is how a sentence of "
            "the report names their people."
        )),
        Entry("groups", [
            (Entry("id", "weather-service"), Entry("side", "national"), Entry("label", Sentence("Weather service"))),
            (Entry("id", "city-hall"), Entry("side", "local"), Entry("label", Sentence("City hall"))),
            (Entry("id", "schools"), Entry("side", "local"), Entry("label", Sentence("Schools"))),
            (Entry("id", "residents"), Entry("side", "local"), Entry("label", Sentence("Residents’ associations"))),
        ], Sentence(
            "The kinds of people who answer. `side` is where they usually belong; each city may move a group."
        )),
    )  # fmt: skip


def _power() -> Block:
    return (
        Entry("levers", [
            (Entry("id", "city"), Entry("label", Sentence("the city"))),
            (Entry("id", "together"), Entry("label", Sentence("both sides together"))),
        ], Sentence("Who has the power to change something; each question names one.")),
        Entry("step_lists", [
            (Entry("id", "own"), Entry("title", Sentence("What the city can do itself")), Entry("levers", ("city",))),
            (
                Entry("id", "joint"),
                Entry("title", Sentence("What needs both sides")),
                Entry("levers", ("together",)),
            ),
        ], Sentence("The lists of next steps in the report: each holds the steps of some levers.")),
    )  # fmt: skip


def _foundations() -> Block:
    return (
        Entry("sources", [(
            Entry("id", "own"),
            Entry("title", Sentence("The authors’ own judgement")),
        )], Sentence(
            "What the questions rest on. “own” is honest where there is nothing else. A law, a paper or a handbook "
            "also has `publisher`, `date` in quotes, `url`, and `points` that questions cite as “H1#P3”."
        )),
        Entry("scoring", (
            Entry("stages", [(Entry("id", "ready"), Entry("label", Sentence("Ready for the next warning")))], Sentence(
                "Rungs of a ladder. A question with a `gate` must be answered high enough, by both sides, before a "
                "stage is reached. Without gates leave this out."
            )),
        ), Sentence(
            "How answers become scores. What you leave out here, such as bands, privacy or trust, has a default; it is "
            "explained in frameworks/policy.yaml; docs/method.md gives the reasons."
        )),
    )  # fmt: skip
