"""Who has answered how much, and what a diagnosis still needs. For the keeper: it names pseudonyms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from nlcaudit.engagement import Engagement, EvidenceRecord, Response, Unanswered, Voice, is_old
from nlcaudit.framework import Toolkit
from nlcaudit.scoring.counts import EVERYONE, Tally, count, total

GapKind = Literal["persons", "coverage", "unheard"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One respondent.

    Attributes:
        respondent: the pseudonym; of an institution, its short name.
        answered: how many questions have any answer.
        asked: how many were put to the respondent.
    """

    respondent: str
    voice: Voice
    group: str | None
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class Part:
    """A group or a side.

    Attributes:
        id: of it.
        side: of a group; None where it has none, and for a side.
        persons: how many persons have answered anything.
        institutions: how many institutions have.
        expected: how many are to be heard.
        invited: how many were invited.
        declined: how many said no.
        coverage: share of the cells that are rated, 0 to 1; None where nothing was asked. Cells that do not apply, or
            lie outside the powers, do not count.
    """

    id: str
    side: str | None
    persons: int
    institutions: int
    expected: int
    invited: int
    declined: int
    coverage: Fraction | None

    @property
    def to_remind(self) -> int:
        """How many were invited and have neither answered nor declined."""
        return max(0, self.invited - self.declined - self.persons - self.institutions)

    @property
    def unheard(self) -> bool:
        """It is expected, and nobody has answered."""
        return self.expected > 0 and not self.persons and not self.institutions


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a valid diagnosis lacks.

    Attributes:
        kind: `persons` of a side, `coverage` of a framework, or an `unheard` group.
        subject: id of the side, framework or group.
        have: persons, or a share.
        need: as the policy declares it.
    """

    kind: GapKind
    subject: str
    have: Fraction
    need: Fraction


@dataclass(frozen=True)
class Standing:
    """How far an engagement is on a day.

    Attributes:
        sheets: the respondents, in the order of their pseudonyms.
        groups: in the order of the engagement's file, then of the toolkit.
        sides: in the order of the toolkit.
        gaps: what is missing.
        old_evidence: how many pieces of evidence are older than the toolkit's limit.
        withdraw_until: until when answers can be taken back, and in how many days that is; None if nobody decided.
        kept_until: when the keeper deletes the answers, and in how many days that is.
    """

    day: date
    sheets: tuple[Sheet, ...]
    groups: tuple[Part, ...]
    sides: tuple[Part, ...]
    gaps: tuple[Gap, ...]
    old_evidence: int
    withdraw_until: tuple[date, int] | None
    kept_until: tuple[date, int] | None


def build_standing(toolkit: Toolkit, engagement: Engagement, day: date) -> Standing:
    """Say how far an engagement is.

    Args:
        toolkit: what is asked.
        engagement: its responses.
        day: from which the days to a date are counted.
    """
    tallies = _by_group(toolkit, engagement.scored)
    groups = tuple(_group(name, toolkit, engagement, tallies) for name in _group_ids(toolkit, engagement))
    sides = tuple(_side(side.id, groups, tallies, len(toolkit.levels)) for side in toolkit.sides)
    file = engagement.file
    kept = file.keeper.until if file and file.keeper else None
    return Standing(
        day,
        tuple(_sheet(response, toolkit) for response in engagement.responses),
        groups,
        sides,
        tuple(_gaps(toolkit, engagement, groups, sides)),
        sum(is_old(record, file.date if file else None, toolkit) for record in _evidence(engagement)),
        _until(file.withdraw_until if file else None, day),
        _until(kept, day),
    )


def _evidence(engagement: Engagement) -> Iterator[EvidenceRecord]:
    for response in engagement.responses:
        for answer in response.answers.values():
            yield from answer.evidence


def _until(end: date | None, day: date) -> tuple[date, int] | None:
    return (end, (end - day).days) if end else None


def _sheet(response: Response, toolkit: Toolkit) -> Sheet:
    asked = list(toolkit.asked(response.frameworks, response.depth, response.group))
    answered = sum(not isinstance(response.choice(question.id), Unanswered) for question in asked)
    return Sheet(response.respondent, response.voice, response.group, answered, len(asked))


def _by_group(toolkit: Toolkit, responses: Iterable[Response], wanted: str | None = None) -> Mapping[str, Tally]:
    """Add up the cells of each group, over all questions or those of one framework."""
    found: dict[str, list[Tally]] = {}
    for question_id, groups in count(toolkit, responses).items():
        if wanted is None or toolkit.home[question_id][0].id == wanted:
            for group, tally in groups.items():
                found.setdefault(group, []).append(tally)
    return {group: total(tallies, len(toolkit.levels)) for group, tallies in found.items()}


def _group_ids(toolkit: Toolkit, engagement: Engagement) -> list[str]:
    """The groups that are declared, and those that answered all the same."""
    answered = {response.group or EVERYONE for response in engagement.responses}
    declared = list(engagement.declared_groups)
    return [*declared, *(name for name in (*toolkit.group_by_id, EVERYONE) if name in answered - set(declared))]


def _group(name: str, toolkit: Toolkit, engagement: Engagement, tallies: Mapping[str, Tally]) -> Part:
    declared = engagement.declared_groups.get(name)
    began = [r for r in engagement.responses if (r.group or EVERYONE) == name and r.answers]
    persons = sum(response.voice == "person" for response in began)
    return Part(
        name,
        engagement.side_of(name, toolkit),
        persons,
        len(began) - persons,
        declared.expected if declared else 0,
        declared.invited if declared else 0,
        declared.declined if declared else 0,
        _coverage(tallies.get(name)),
    )


def _side(side: str, groups: Sequence[Part], tallies: Mapping[str, Tally], levels: int) -> Part:
    mine = [group for group in groups if group.side == side]
    everything = total((tallies[group.id] for group in mine if group.id in tallies), levels)
    return Part(
        side,
        None,
        sum(group.persons for group in mine),
        sum(group.institutions for group in mine),
        sum(group.expected for group in mine),
        sum(group.invited for group in mine),
        sum(group.declined for group in mine),
        _coverage(everything),
    )


def _coverage(tally: Tally | None) -> Fraction | None:
    return Fraction(tally.rated, tally.cells) if tally is not None and tally.cells else None


def _gaps(toolkit: Toolkit, engagement: Engagement, groups: Sequence[Part], sides: Sequence[Part]) -> Iterator[Gap]:
    """What the policy asks for and is not there: persons of each side, coverage, expected groups."""
    policy = toolkit.policy
    best = max((rule.persons_per_side for rule in policy.trust.rules), default=0)
    need = max(engagement.threshold(toolkit), best)
    for side in sides:
        if side.persons < need:
            yield Gap("persons", side.id, Fraction(side.persons), Fraction(need))
    for framework in toolkit.with_role("competency"):
        tallies = _by_group(toolkit, engagement.scored, framework.id)
        share = _coverage(total(tallies.values(), len(toolkit.levels))) or Fraction(0)
        if share < policy.coverage.threshold:
            yield Gap("coverage", framework.id, share, policy.coverage.threshold)
    for group in groups:
        if group.unheard:
            yield Gap("unheard", group.id, Fraction(0), Fraction(group.expected))
