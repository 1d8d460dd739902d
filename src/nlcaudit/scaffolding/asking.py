"""The example's framework: three questions about flood warnings."""

from nlcaudit.scaffolding.emitting import Block, Entry
from nlcaudit.sentences import Sentence


def framework_entries(ident: str, code: str, alone: Block | None) -> Block:
    """Return the entries of a framework.

    Args:
        ident: its id, with which the ids of its themes and questions begin.
        code: one to three capitals.
        alone: what it says where it stands alone; None in a toolkit, whose glossary and cases it then uses.
    """
    own = Sentence(
        "A framework in a single file says here what a toolkit.yaml would say. Several frameworks with one scale? "
        "`nlcaudit frameworks new ID --toolkit` makes a folder for them."
    )
    return (
        Entry("schema", "nlcaudit/framework/1", Sentence("What this file is. Leave it as it stands.")),
        Entry("id", ident, Sentence(
            "An id has small letters, digits and single hyphens. This one is also the name of the file."
        )),
        Entry("code", code, Sentence("One to three capitals. The codes of the questions begin with them.")),
        Entry("title", Sentence("Flood warnings"), Sentence("What the framework is called in the report.")),
        Entry("summary", Sentence(
            "How a flood warning reaches people, and what both sides learn from it. An example: write your own."
        ), Sentence("What it is about, in a sentence or two.")),
        *((Entry("toolkit", alone, own),) if alone is not None else ()),
        Entry("themes", [
            (
                Entry("id", f"{ident}-reach", Sentence(
                    "A theme holds questions that belong together, and weighs as much as they do."
                )),
                Entry("title", Sentence("Reaching people")),
                Entry("questions", [_first(ident, code, with_words=alone is None), _second(ident, code)]),
            ),
            (
                Entry("id", f"{ident}-learning"),
                Entry("title", Sentence("Learning from each warning")),
                Entry("questions", [_third(ident, code)]),
            ),
        ], Sentence("The questions, grouped. Three or more make a score that one answer cannot tip.")),
    )  # fmt: skip


def _first(ident: str, code: str, *, with_words: bool) -> Block:
    """The question whose fields are explained."""
    return (
        Entry("id", f"{ident}-schools-called", Sentence(
            "Answers are stored under this id. It never changes, and is never used again for another question."
        )),
        Entry("code", f"{code}1", Sentence("Printed on paper forms, and typed from them.")),
        Entry("title", Sentence("Calling the schools"), Sentence("A short name, where the question needs one."),
              aside=True),
        Entry("core", value=True, told=Sentence("true: also asked in the quick version. Leave the key out otherwise.")),
        Entry("text", Sentence("Who calls the schools when a flood warning arrives?"), Sentence(
            "One idea, one question mark, plain words. Nobody is presumed at fault."
        )),
        Entry("why", Sentence("A warning that stops at the town hall protects nobody in a classroom."), Sentence(
            "Why it is asked. People can read it while they answer."
        )),
        Entry("levels", _first_levels(), Sentence(
            "One for each level of the scale, from the lowest. Write what an outsider could see: a document, a date, a "
            "meeting. No “good”, “regular” or “adequate”; the lowest level without blame."
        )),
        Entry("evidence", (
            Entry("sufficient", [Sentence("The list, with its date."), Sentence("The notes of the last rehearsal.")],
                  Sentence("What would convince a sceptical auditor. Never personal data.")),
            Entry("insufficient", [Sentence("A verbal assurance that everybody has the numbers.")],
                  Sentence("What people offer instead.")),
        ), Sentence("What shows the level, and what does not.")),
        Entry("sources", ("own",), Sentence("What the question rests on: ids from `sources`.")),
        *(_words() if with_words else ()),
        Entry("lever", "city", Sentence("Who can change it: an id from `levers`.")),
        Entry("gate", (Entry("stage", 1), Entry("at_least", 1)), Sentence(
            "The first stage is not reached while one side rates this lower than 1. Most questions have no gate."
        )),
        *_choices(),
    )  # fmt: skip


def _words() -> Block:
    return (
        Entry("cases", ("dry-run",), Sentence("Who did it: ids from cases.yaml.")),
        Entry("terms", ("rehearsal",), Sentence("Words that are explained: ids from glossary.yaml.")),
    )


def _choices() -> Block:
    """What a question may also say."""
    return (
        Entry("asked_of", ("city-hall", "schools"), Sentence(
            "Remove the # in front of what you need. Only some groups can know it? Use this rarely: to compare the "
            "sides, both must have answered."
        ), aside=True),
        Entry("sensitive", value=True, aside=True, told=Sentence(
            "true: it accuses or exposes somebody, and is left out of the public edition."
        )),
        Entry("weight", 2, Sentence("It counts twice as much as another question; then say why."), aside=True),
        Entry("weight_reason", Sentence("Why it counts more."), aside=True),
    )  # fmt: skip


def _first_levels() -> list[Block]:
    return [
        (
            Entry("text", Sentence("No list says who calls the schools.")),
            Entry("next_step", (
                Entry("action", Sentence(
                    "Write a list with a telephone number for each school, and name the office that calls."
                ), Sentence("In the imperative: what leads from this level to the next, within a year.")),
                Entry("lead", ("city-hall",), Sentence("The groups that lead: ids from `groups`.")),
                Entry("effort", 1, Sentence(
                    "1: weeks and no new money. 2: months of staff time. 3: a year, a budget or a formal decision."
                )),
            ), Sentence("Every level but the highest has one.")),
        ),
        (
            Entry("text", Sentence("A written list names the office that calls and a number for each school.")),
            Entry("next_step", (
                Entry("action", Sentence("Call every school once on a dry day, and correct the list after it.")),
                Entry("lead", ("city-hall", "schools")),
                Entry("effort", 1),
            )),
        ),
        (Entry("text", Sentence(
            "Within the last twelve months every school was called in a rehearsal, and the list was corrected after it."
        )),),
    ]  # fmt: skip


def _second(ident: str, code: str) -> Block:
    return (
        Entry("id", f"{ident}-action-named"),
        Entry("code", f"{code}2"),
        Entry("core", value=True),
        Entry("text", Sentence("What does a warning tell people to do?")),
        Entry("why", Sentence("“Level orange” helps only those who know what to do at orange.")),
        Entry("levels", [
            _level(
                Sentence("Warnings give a colour, and no action."),
                Sentence("Write down one action for each colour on a single page, both sides together."),
                ("weather-service", "city-hall"), 2,
            ),
            _level(
                Sentence("A page that both sides signed gives one action for each colour."),
                Sentence("Let one residents’ association try the page, and note what was unclear."),
                ("residents",), 1,
            ),
            (Entry("text", Sentence(
                "Within the last twelve months residents tried the signed page, and its wording was changed after it."
            )),),
        ]),
        Entry("evidence", (
            Entry("sufficient", [Sentence("The page, signed by both sides.")]),
            Entry("insufficient", [Sentence("A link to a website on floods in general.")]),
        )),
        Entry("sources", ("own",)),
        Entry("lever", "together"),
    )  # fmt: skip


def _third(ident: str, code: str) -> Block:
    return (
        Entry("id", f"{ident}-looked-back"),
        Entry("code", f"{code}3"),
        Entry("text", Sentence("What happens once a warning is over?")),
        Entry("why", Sentence("Each warning shows what worked; a year later nobody remembers.")),
        Entry("levels", [
            _level(
                Sentence("No meeting has looked back at a warning."),
                Sentence("After the next warning, meet for half an hour and keep one page of notes."),
                ("city-hall",), 1,
            ),
            _level(
                Sentence("After each warning both sides note on one page what worked."),
                Sentence("Add a name and a date to each point, and read the page at the next meeting."),
                ("city-hall", "weather-service"), 1,
            ),
            (Entry("text", Sentence(
                "The page of the last warning says what was changed since, by whom, and on which date."
            )),),
        ]),
        Entry("evidence", (
            Entry("sufficient", [Sentence("The pages of the last two warnings.")]),
            Entry("insufficient", [Sentence("“We talk about it on the phone.”")]),
        )),
        Entry("sources", ("own",)),
        Entry("lever", "together"),
    )  # fmt: skip


def _level(text: Sentence, action: Sentence, lead: tuple[str, ...], effort: int) -> Block:
    step = (Entry("action", action), Entry("lead", lead), Entry("effort", effort))
    return (Entry("text", text), Entry("next_step", step))
