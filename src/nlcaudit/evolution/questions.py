"""What became of each question."""

from collections.abc import Iterator

from nlcaudit.evolution import judgements as known
from nlcaudit.evolution.changes import Change
from nlcaudit.evolution.fields import compare_models
from nlcaudit.evolution.judgements import Judgement
from nlcaudit.evolution.pairing import Pairs
from nlcaudit.evolution.tracing import renamed_framework
from nlcaudit.evolution.versions import pending
from nlcaudit.framework import Question, Toolkit
from nlcaudit.sentences import Sentence

NO_HOME = Sentence("an answer to it has no home, and no migration says what became of it")
ELSEWHERE = Sentence("a respondent who answered only the framework it was in is not asked it any more")


def compare_questions(old: Toolkit, new: Toolkit, pairs: Pairs) -> Iterator[Change]:
    """Everything that is different in the questions."""
    for now, was in pairs.same.items():
        if now != was:
            yield Change(
                "minor", "question", now, "renamed", Sentence("declared by a migration; answers move along"), was=was
            )
        yield from _pair(old, new, was, now)
    for was, version in pairs.removed.items():
        said = Sentence("declared by the migration to {version}; answers are kept as orphans", version=version)
        yield Change("minor", "question", was, "removed", said)
    for was in pairs.missing:
        if was not in {before for before, _ in pairs.guessed.values()}:
            yield Change("major", "question", was, "removed", NO_HOME)
    for now in pairs.added:
        if now in pairs.guessed:
            was, share = pairs.guessed[now]
            yield Change("major", "question", now, "renamed", NO_HOME, was=was, likeness=round(100 * share))
            yield from _pair(old, new, was, now)
        else:
            yield Change("minor", "question", now, "added", Sentence("nothing that was answered changes"))
    yield from _codes(old, new, pairs)


def _pair(old: Toolkit, new: Toolkit, was: str, now: str) -> Iterator[Change]:
    before, after = old.by_id[was], new.by_id[now]
    rescaled = len(before.levels) != len(after.levels)
    gone = {"levels": ()} if rescaled else {}
    exempt = {**gone, "asked_of": (), "code": "", "sensitive": False}
    source = old.languages[0].id
    yield from compare_models(
        "question", now, before.model_copy(update=exempt), after.model_copy(update=exempt), source
    )
    yield from _asked_of(before, after, new)
    if before.sensitive != after.sensitive:
        lifted = before.sensitive and not after.sensitive
        yield _change(now, known.UNCOVERED if lifted else known.judgement("question", "sensitive"), "sensitive")
    yield from _home(old, new, was, now)


def _change(subject: str, verdict: Judgement, field: str, said: str = "") -> Change:
    return Change(verdict.weight, "question", subject, verdict.kind, verdict.reason, (field,), said=said)


def _asked_of(before: Question, after: Question, new: Toolkit) -> Iterator[Change]:
    everybody = frozenset(group.id for group in new.groups)
    asked, asks = (frozenset(question.asked_of) for question in (before, after))
    if asked == asks:
        return
    lost = (asked or everybody) - (asks or everybody)
    verdict = known.NARROWED if lost else known.judgement("question", "asked_of")
    yield _change(after.id, verdict, "asked_of", Sentence("without {groups}", groups=sorted(lost)) if lost else "")


def _home(old: Toolkit, new: Toolkit, was: str, now: str) -> Iterator[Change]:
    (framework, theme), (framework_now, theme_now) = old.home[was], new.home[now]
    if renamed_framework(framework.id, pending(new, old.version)) != framework_now.id:
        said = f"{framework.id} → {framework_now.id}"
        yield Change("major", "question", now, "moved", ELSEWHERE, ("framework",), said=said)
    elif theme.id != theme_now.id:
        said = f"{theme.id} → {theme_now.id}"
        yield Change("minor", "question", now, "moved", Sentence("it counts in another theme"), ("theme",), said=said)


def _codes(old: Toolkit, new: Toolkit, pairs: Pairs) -> Iterator[Change]:
    """A code that was printed on paper must not come to mean another question."""
    was = {**pairs.same, **{now: before for now, (before, _) in pairs.guessed.items()}}
    owners = {question.code: question.id for question in old.by_id.values()}
    for now, question in new.by_id.items():
        before = was.get(now)
        owner = owners.get(question.code)
        if owner is not None and owner != before:
            yield _change(
                now, known.CODE_TAKEN, "code", Sentence("{code} was {owner}", code=question.code, owner=owner)
            )
        elif before is not None and old.by_id[before].code != question.code:
            said = f"{old.by_id[before].code} → {question.code}"
            yield _change(now, known.judgement("question", "code"), "code", said)
