"""Two engagements of one city → what changed between them. The one way in; a pure function from values to a value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.engagement import Engagement
from nlcaudit.errors import UserError
from nlcaudit.framework import Framework, Toolkit
from nlcaudit.scoring import Measure, Scorecard, score
from nlcaudit.scoring.exact import weighted_sum
from nlcaudit.scoring.panel import panel_of
from nlcaudit.scoring.scorecard import NONE, WITHHELD
from nlcaudit.sentences import Sentence
from nlcaudit.waves.changes import KINDS, Changes, Gap, Kind, Line, Pair
from nlcaudit.waves.clearing import Cleared, clear, kinds_of
from nlcaudit.waves.figures import Part, parts_of
from nlcaudit.waves.judging import judge
from nlcaudit.waves.matching import Match, match_questions
from nlcaudit.waves.sheets import MOMENTS, Moment, Moments, moments_of
from nlcaudit.waves.showing import Shown, shown_on


def compare_waves(toolkit: Toolkit, now: Engagement, card: Scorecard, earlier: tuple[Toolkit, Engagement]) -> Changes:
    """Compare two moments of one city.

    Args:
        toolkit: as it is now.
        now: the engagement of now.
        card: its scorecard; what it protects is protected here.
        earlier: the toolkit and the engagement of the earlier moment.

    Raises:
        UserError: they cannot be compared at all.
    """
    old, then = earlier
    before = score(old, then, protect=card.protected)
    _check(toolkit, card, before)
    matching = match_questions(toolkit, now, earlier)
    moments = moments_of(toolkit, now, earlier, matching.matches)
    panel = panel_of(toolkit, now)
    parts = [part for question in matching.matches for part in parts_of(question, moments, panel)]
    cleared = kinds_of(parts)
    if card.protected:
        sources: dict[Moment, tuple[Toolkit, Engagement]] = {"then": earlier, "now": (toolkit, now)}
        least = max(card.threshold, before.threshold)
        cleared = clear(parts, moments, matching.matches, sources, least)
    table = Table(toolkit, {"then": before, "now": card}, moments, {(p.question, p.kind, p.moment): p for p in parts},
                  cleared, matching.matches)  # fmt: skip
    evidence = {q: shown_on(q, now, match.then, then) for q, match in matching.matches.items()}
    whole = {f.id for f in toolkit.frameworks} - {toolkit.home[u.id][0].id for u in matching.unmatched if not u.old}
    lines = [_framework(framework, table, evidence, whole=framework.id in whole and old.fingerprint
                        == toolkit.fingerprint) for framework in toolkit.frameworks]  # fmt: skip
    return Changes(
        then.file.date if then.file else None, tuple(line for line in lines if line), matching.unmatched,
        len(moments.stayed), before.respondents, card.respondents, tuple(_gaps(table)),
    )  # fmt: skip


def _gaps(table: "Table") -> Iterator[Gap]:
    """Yield how far the two sides were apart and are, wherever the reports of both moments show it."""
    apart: dict[Moment, dict[str, Fraction]] = {
        moment: {one.node: abs(one.levels) for result in card.frameworks for one in result.differences}
        for moment, card in table.cards.items()
    }
    for question, match in table.matches.items():
        if question in apart["now"] and match.then in apart["then"] and match.levels is None:
            yield Gap(question, apart["then"][match.then], apart["now"][question])


def _check(toolkit: Toolkit, card: Scorecard, before: Scorecard) -> None:
    if before.toolkit[0] != toolkit.id:
        said = Sentence("the earlier wave answers the toolkit “{written}”, not “{wanted}”", written=before.toolkit[0],
                        wanted=toolkit.id)  # fmt: skip
        raise UserError(said, Sentence("name an engagement of the same toolkit"))
    if before.voice != card.voice:
        raise UserError(
            Sentence("one of the two moments was answered by persons, the other by institutions only"),
            Sentence("they cannot be compared; leave out --earlier"),
        )


@dataclass(frozen=True)
class Table:
    """Every comparison of every question.

    Attributes:
        cards: what is printed anyway, of each moment.
        cleared: the comparisons that may be shown.
    """

    toolkit: Toolkit
    cards: Mapping[Moment, Scorecard]
    moments: Moments
    parts: Mapping[tuple[str, Kind, Moment], Part]
    cleared: Cleared
    matches: Mapping[str, Match]

    def pairs(self, question: str) -> tuple[Pair, ...]:
        """Return the comparisons of a question."""
        return tuple(Pair(kind, *(self._measure(question, kind, moment) for moment in MOMENTS)) for kind in KINDS)

    def _measure(self, question: str, kind: Kind, moment: Moment) -> Measure:
        if not all(self._scored(question, one) for one in MOMENTS):
            return NONE
        if kind == "everybody":
            return self._printed(question, moment)
        part = self.parts.get((question, kind, moment))
        if part is None:
            return NONE
        return Measure(part.value(self.moments), "shown") if (question, kind) in self.cleared else WITHHELD

    def _called(self, question: str, moment: Moment) -> str:
        return question if moment == "now" else self.matches[question].then

    def _scored(self, question: str, moment: Moment) -> bool:
        node = self.cards[moment].node(self._called(question, moment))
        return node is not None and node.status == "scored"

    def _printed(self, question: str, moment: Moment) -> Measure:
        """Return the score as the report of that moment has it; none where it is not in the same unit."""
        node = self.cards[moment].node(self._called(question, moment))
        return NONE if node is None or self.matches[question].levels is not None else node.estimate


def _framework(framework: Framework, table: Table, evidence: Mapping[str, Shown], *, whole: bool) -> Line | None:
    asked = [q.id for q in framework.questions if q.id in table.matches or _asked(q.id, table.cards["now"])]
    matched = [question for question in asked if question in table.matches]
    if not matched:
        return None
    lines = tuple(_line(table, q, table.pairs(q), evidence[q]) for q in matched)
    shares = dict(_shares(framework, table))
    inside = [line for line in lines if line.id in shares and any(pair.shown for pair in line.pairs)]
    usable = [kind for kind in KINDS if all(line.pair(kind).shown for line in inside)]
    pairs = tuple(_mean(kind, inside if kind in usable else [], shares) for kind in KINDS)
    rests_on = len(inside)
    if not inside and whole and len(matched) == len(asked):
        pairs, rests_on = (*pairs[:-1], _whole(framework.id, table)), len(matched)
    shown = Shown(any(evidence[line.id].new for line in inside), any(evidence[line.id].gone for line in inside))
    made = _line(table, framework.id, pairs, shown)
    return Line(made.id, made.pairs, rests_on, len(asked), made.fresh, made.verdict, made.why, lines)


def _asked(question: str, card: Scorecard) -> bool:
    node = card.node(question)
    return node is not None and node.status != "not-asked"


def _line(table: Table, name: str, pairs: tuple[Pair, ...], shown: Shown) -> Line:
    policy = table.toolkit.policy.changes
    verdict, why = judge(pairs, shown, table.toolkit.top, policy.more_than)
    return Line(name, pairs, 1, 1, shown.new or shown.gone, verdict, why)


def _shares(framework: Framework, table: Table) -> Iterator[tuple[str, Fraction]]:
    """Yield the weight of each question that has any in the framework, as today's score weighs it."""
    node = table.cards["now"].node(framework.id)
    for theme in node.children if node else ():
        within = sum(leaf.weight for leaf in theme.children)
        for leaf in theme.children:
            if theme.weight and leaf.weight:
                yield leaf.id, Fraction(theme.weight * leaf.weight, within)


def _mean(kind: Kind, lines: Sequence[Line], shares: Mapping[str, Fraction]) -> Pair:
    """Return the mean over questions whose values are shown: it tells nothing that they do not tell."""
    across = sum((shares[line.id] for line in lines), Fraction(0))
    if not across:
        return Pair(kind, NONE, NONE)
    then = weighted_sum((shares[line.id], line.pair(kind).then.value or Fraction(0)) for line in lines) / across
    now = weighted_sum((shares[line.id], line.pair(kind).now.value or Fraction(0)) for line in lines) / across
    return Pair(kind, Measure(then, "shown"), Measure(now, "shown"))


def _whole(framework: str, table: Table) -> Pair:
    """Return the score of a framework at both moments, as it is printed anyway."""
    found = [node.estimate if (node := table.cards[moment].node(framework)) else NONE for moment in MOMENTS]
    return Pair("everybody", *found)
