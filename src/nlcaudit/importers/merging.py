"""Submissions and the responses that are there → what becomes of each. Nothing that a hand wrote is overwritten."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nlcaudit.engagement import Answer, ImportRecord, Response, content_of, fingerprint
from nlcaudit.framework import Toolkit
from nlcaudit.importers.ageing import Age, age_of
from nlcaudit.importers.book import Book
from nlcaudit.importers.changing import Change, changes_between, tell_change
from nlcaudit.importers.preferring import NOBODY_SAID, Preference
from nlcaudit.importers.submissions import Submission
from nlcaudit.sentences import Sentence
from nlcaudit.tables import Problem

What = Literal["new", "corrected", "added", "same", "older"]
Same = Literal["once", "each"]
SAY_IT = Sentence("say it: --same once, or --same each")
NO_GROUP = Sentence("no group")
NEARLY = 0.8


@dataclass(frozen=True)
class Outcome:
    """What becomes of a submission.

    Attributes:
        what: `new` · `corrected`: answers changed · `added`: answers came in addition · `same`: it is there already ·
            `older`: what is there is newer.
        response: as it will be; None where nothing is written.
        silent: questions to which a response file says nothing; what an import brought there before stays. It may be
            older, or the respondent may have taken the answers away: the file cannot tell.
    """

    submission: Submission
    what: What
    respondent: str
    changes: tuple[Change, ...] = ()
    response: Response | None = None
    silent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """How doubts are settled that only the user can settle.

    Attributes:
        prefer: which counts where the file was edited since the last import, or nothing says which is newer; where it
            says nothing, the import refuses.
        same: whether two submissions that say the same are one; None refuses.
        sources: path → sha256 of the file.
        withdrawn: tells by fingerprints whether it is somebody who withdrew.
        readmit: whether those are taken in all the same.
    """

    toolkit: Toolkit
    sources: Mapping[str, str]
    prefer: Preference = NOBODY_SAID
    same: Same | None = None
    withdrawn: Callable[[Iterable[str]], bool] = lambda _: False
    readmit: bool = False

    def leave_out(self, submission: Submission) -> bool:
        """Whether it is of somebody who withdrew and was not asked back."""
        named = submission.respondent
        marks = [*submission.identity.ids, *([fingerprint("respondent", named)] if named else [])]
        return not self.readmit and self.withdrawn(marks)


def merge(submission: Submission, book: Book, rules: Rules, pseudonym: str) -> Outcome | Problem:
    """Say what becomes of one submission, and put it into the book.

    Args:
        submission: what came in.
        book: what is there; changed in place.
        rules: the user's word on doubts.
        pseudonym: for a respondent who has none yet.
    """
    known = book.known(submission)
    if len(known) > 1 and submission.identity.own:
        said = Sentence("it is known under {found}", found=known)
        return submission.problem(said, Sentence("nlcaudit cannot say which of them it corrects; correct them by hand"))
    if known:
        return _again(submission, known[0], book, rules)
    if submission.respondent is None and not submission.identity.own:
        doubted = _doubted(submission, book, rules)
        if doubted is not None:
            return doubted
    return _new(submission, submission.respondent or pseudonym, book, rules)


def _doubted(submission: Submission, book: Book, rules: Rules) -> Outcome | Problem | None:
    """A submission that no server tells apart from others may be one that is there."""
    twins = book.saying_the_same(submission)
    if twins and not _another_row(submission, twins, book):
        if rules.same is None:
            said = Sentence("it says the very same as {found}: the same person twice, or two persons?", found=twins[0])
            return submission.problem(said, SAY_IT)
        return Outcome(submission, "same", twins[0]) if rules.same == "once" else None
    near = [] if twins else list(_nearly(submission, book))
    if near and rules.same is None:
        said = Sentence(
            "it says nearly what {found} says, who is not in this table any more: corrected, or another person?",
            found=near[0],
        )
        return submission.problem(said, SAY_IT)
    if near and rules.same == "once":  # the user has said that it is a correction
        return _corrected(submission, book.responses[near[0]], "newer", book, rules)
    return None


def _another_row(submission: Submission, twins: Sequence[str], book: Book) -> bool:
    """In one table, two rows that were sent at two moments are two respondents."""
    fresh = [book.fresh.get(name) for name in twins]
    return all(
        one is not None and one.path == submission.path and one.identity.moment != submission.identity.moment
        for one in fresh
    )


def _nearly(submission: Submission, book: Book) -> Iterator[str]:
    """Those of the same group and day whose row is gone, and of whose answers four in five are the same."""
    new = submission.response
    for name, there in book.responses.items():
        again = name in book.matched or name in book.fresh
        if there.imported and not again and there.group == new.group:
            last = there.imported[-1]
            answered = [question for question in submission.asked if {question} & {*there.answers, *new.answers}]
            equal = sum(there.answers.get(question) == new.answers.get(question) for question in answered)
            if last.day == submission.identity.day and equal >= NEARLY * len(answered):
                yield name


def _new(submission: Submission, respondent: str, book: Book, rules: Rules) -> Outcome:
    response = submission.response.model_copy(update={"respondent": respondent})
    record = _record(submission, rules, response, {})
    response = response.model_copy(update={"imported": (*response.imported, record)})
    book.put(response, submission)
    return Outcome(submission, "new", respondent, response=response)


def _again(submission: Submission, name: str, book: Book, rules: Rules) -> Outcome | Problem:
    there = book.responses[name]
    seen = [record.content for record in there.imported]
    content = submission.identity.content
    if content_of(there) == content or (seen and seen[-1] == content):
        return Outcome(submission, "same", name)
    misfit = _misfit(submission, there, name)
    if misfit is not None:
        return misfit
    if not _changes(submission, there):
        return Outcome(submission, "same", name, silent=_silent(submission, there))
    age = age_of(submission, there, book.fresh.get(name))
    if isinstance(age, Problem):
        return age
    if age == "older" or (content in seen and age != "newer"):
        return Outcome(submission, "older", name)
    return _corrected(submission, there, age, book, rules)


def _silent(submission: Submission, there: Response) -> tuple[str, ...]:
    """What a response file does not say and the last import did; a table says what it asks, also where it is blank."""
    if submission.row or not there.imported:
        return ()
    return tuple(question for question in there.answers if question not in submission.asked)


def _misfit(submission: Submission, there: Response, name: str) -> Problem | None:
    new = submission.response
    if new.group != there.group:
        said = Sentence(
            "{name} answers for {group}, and this says {group2}",
            name=name,
            group=there.group or NO_GROUP,
            group2=new.group or NO_GROUP,
        )
        return submission.problem(said, Sentence("correct the group in the file or in the table, then import again"))
    if (new.voice, new.name) != (there.voice, there.name):
        said = Sentence("{name} answers as another than this: a person, or an institution of another name", name=name)
        return submission.problem(said, Sentence("give one of them another code"))
    if new.toolkit.version != there.toolkit.version:
        said = Sentence(
            "{name} was answered with version {version}, this with {version2}",
            name=name,
            version=there.toolkit.version,
            version2=new.toolkit.version,
        )
        return submission.problem(said, Sentence("nlcaudit migrate moves the file; then import again"))
    return None


def _corrected(submission: Submission, there: Response, age: Age, book: Book, rules: Rules) -> Outcome | Problem:
    changes = _changes(submission, there)
    if there.respondent not in book.fresh:
        edited = [change for change in changes if _by_hand(change, there)]
        doubtful = [change for change in changes if age == "unknown" and change.before is not None]
        preferred = rules.prefer.of(there.respondent)
        if preferred is None and (edited or doubtful):
            return _undecided(submission, there, edited, doubtful, rules)
        if preferred == "file":
            changes = [change for change in changes if change not in (*edited, *doubtful)]
    if not changes:  # what the file says counts
        return Outcome(submission, "same", there.respondent)
    response = _merged(submission, there, changes, rules)
    book.put(response, submission)
    what: What = "corrected" if any(change.before is not None for change in changes) else "added"
    silent = _silent(submission, there)
    return Outcome(submission, what, there.respondent, tuple(changes), response, silent)


def _undecided(
    submission: Submission, there: Response, edited: Sequence[Change], doubtful: Sequence[Change], rules: Rules
) -> Problem:
    """Nothing is overwritten that a hand wrote, or that may be newer."""
    name = there.respondent
    told = [tell_change(change, rules.toolkit) for change in edited or doubtful]
    if edited:
        said = Sentence(
            "{name} was edited by hand since the last import, and this says otherwise ({told})", name=name, told=told
        )
    else:
        said = Sentence(
            "this says otherwise than {name}, and nothing says which is newer ({told})", name=name, told=told
        )
    hint = Sentence("say which counts: --prefer {name}=file keeps what is there, --prefer {name}=import takes this",
                    name=name)  # fmt: skip
    return submission.problem(said, hint)


def _changes(submission: Submission, there: Response) -> list[Change]:
    return list(changes_between(there, submission.response, submission.asked))


def _by_hand(change: Change, there: Response) -> bool:
    """What would be overwritten was not put there by the last import."""
    if not there.imported:
        return change.before is not None
    last = there.imported[-1]
    return content_of(there) != (last.result or last.content)


def _merged(submission: Submission, there: Response, changes: list[Change], rules: Rules) -> Response:
    answers = dict(there.answers)
    for change in changes:
        answers.pop(change.question, None)
        if change.after is not None:
            answers[change.question] = change.after
    order = {question: place for place, question in enumerate(rules.toolkit.by_id)}
    new = submission.response
    frameworks = {*there.frameworks, *new.frameworks}
    response = there.model_copy(
        update={
            "answers": dict(sorted(answers.items(), key=lambda entry: order.get(entry[0], len(order)))),
            "frameworks": tuple(f.id for f in rules.toolkit.frameworks if f.id in frameworks),
            "depth": "full" if "full" in (there.depth, new.depth) else "quick",
        }
    )
    replaced = {change.question: change.before or Answer() for change in changes}
    return response.model_copy(update={"imported": (*there.imported, _record(submission, rules, response, replaced))})


def _record(submission: Submission, rules: Rules, response: Response, replaced: Mapping[str, Answer]) -> ImportRecord:
    result = content_of(response)
    identity = submission.identity
    values: dict[str, object] = {
        "source": rules.sources[submission.path],
        "submission": identity.ids,
        "content": identity.content,
        "result": result if result != identity.content else None,
        "replaced": dict(replaced),
    }
    if identity.day is not None:
        values["day"] = identity.day.isoformat()
    return ImportRecord.model_validate(values)
