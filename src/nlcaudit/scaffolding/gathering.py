"""The other files of a toolkit's folder: `toolkit.yaml`, `cases.yaml`, `glossary.yaml`."""

from nlcaudit.scaffolding.emitting import Block, Entry
from nlcaudit.sentences import Sentence


def toolkit_entries(ident: str, member: str, shared: Block) -> Block:
    """Return the entries of `toolkit.yaml`."""
    return (
        Entry("schema", "nlcaudit/toolkit/1", Sentence("What this file is. Leave it as it stands.")),
        Entry("id", ident, Sentence(
            "An id has small letters, digits and single hyphens. This one is also the name of the folder."
        )),
        Entry("title", Sentence("Working together on floods"), Sentence("What the toolkit is called.")),
        Entry("summary", Sentence(
            "How a city and its weather service warn people together. An example: write your own."
        ), Sentence("What it is about, in a sentence or two.")),
        Entry("license", "CC-BY-4.0", Sentence(
            "Under which licence others may use your texts. You may leave it out."
        ), aside=True),
        Entry("notice", Sentence("This toolkit is not a product of the weather service."), Sentence(
            "A line for the top of every report: what the toolkit is not."
        ), aside=True),
        *shared,
        Entry("wording", (Entry("sentence_words", 25), Entry("question_words", 130)), Sentence(
            "What your texts are held to: the most words of a sentence, and of a question with its levels. `banned` "
            "and `double_questions` list words to avoid, by language."
        ), aside=True),
        Entry("members", [(Entry("id", member), Entry("role", "competency"))], Sentence(
            "The frameworks, each in a file of its own beside this one. “competency”: enters the profile. “lessons”: "
            "rated directly, and shown beside what the competencies say. “module”: optional."
        )),
    )  # fmt: skip


def glossary_entries() -> Block:
    """Return the entries of `glossary.yaml`."""
    return (
        Entry("schema", "nlcaudit/glossary/1", Sentence("What this file is. Leave it as it stands.")),
        Entry("terms", [(
            Entry("id", "rehearsal", Sentence("Questions name it in `terms`.")),
            Entry("term", Sentence("rehearsal")),
            Entry("meaning", Sentence("A call or a meeting that is held as if there were a flood, on a dry day."),
                  Sentence("In plain words. People can read it while they answer.")),
        )], Sentence("Words that not everybody knows, or that mean something special here.")),
    )  # fmt: skip


def cases_entries() -> Block:
    """Return the entries of `cases.yaml`."""
    return (
        Entry("schema", "nlcaudit/cases/1", Sentence("What this file is. Leave it as it stands.")),
        Entry("cases", [(
            Entry("id", "dry-run", Sentence("Questions name it in `cases`.")),
            Entry("place", Sentence("Exampletown")),
            Entry("title", Sentence("A call on a dry day")),
            Entry("text", Sentence(
                "The city called all schools on a sunny Tuesday. Four numbers were wrong; they were corrected by noon."
            ), Sentence("A few sentences: who did what, and what came of it. This town is invented.")),
            Entry("sources", ("own",), Sentence("What it is told from: ids from `sources` in toolkit.yaml.")),
        )], Sentence("What a city or a country did; the report shows it beside a next step.")),
    )  # fmt: skip
