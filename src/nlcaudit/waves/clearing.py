"""Which comparisons may be shown beside everything that the reports of both moments show.

By rule: the people that a comparison rests on are at least k, and those whom it leaves out are none or at least k, at
both moments; otherwise those few could be worked out, or all but. What is left is audited as linear forms over the
people who stayed and those who did not, with every figure that the reports of both moments show taken for known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.engagement import Engagement
from nlcaudit.framework import Toolkit
from nlcaudit.scoring.building import grounds_of
from nlcaudit.scoring.counts import count
from nlcaudit.scoring.disclosure import Figure, People, release
from nlcaudit.scoring.exact import exact_sum
from nlcaudit.scoring.forms import Form, Key, Unknown
from nlcaudit.scoring.ground import Ground
from nlcaudit.waves.changes import Kind
from nlcaudit.waves.figures import Names, Part, atoms_of, spread
from nlcaudit.waves.matching import Match
from nlcaudit.waves.sheets import Moment, Moments

Cleared = frozenset[tuple[str, Kind]]
"""Question and comparison."""
APART = "~"
"""Before the id of a question whose ratings, as they were given, are not compared."""


def clear(
    parts: Sequence[Part], moments: Moments, matches: Mapping[str, Match],
    sources: Mapping[Moment, tuple[Toolkit, Engagement]], least: int,
) -> Cleared:  # fmt: skip
    """Choose the comparisons that may be shown.

    Args:
        parts: of every comparison, at both moments.
        moments: the sheets.
        matches: what can be compared.
        sources: toolkit and engagement of each moment.
        least: k.
    """
    kept = [part for part in parts if _broad(part, moments.open[part.moment], least)]
    shown: dict[Moment, set[Key]] = {"then": set(), "now": set()}
    for moment, (toolkit, engagement) in sources.items():
        mine = [part for part in kept if part.moment == moment]
        for ground in grounds_of(toolkit, engagement, count(toolkit, engagement.scored), protect=True):
            inside = [part for part in mine if _then(matches[part.question], moment) in ground.questions]
            if inside:
                shown[moment] |= _audited(inside, ground, moments, matches, least)
    return frozenset((p.question, p.kind) for p in parts if p.key in shown["then"] & shown["now"])


def _broad(part: Part, released: Names, least: int) -> bool:
    """Tell whether enough people are in it, and none or enough are left out."""
    return all(not names or len(names) >= least for names in (part.everybody - released, part.others - released))


def _then(match: Match, moment: Moment) -> str:
    return match.then if moment == "then" else match.question


@dataclass(frozen=True)
class Atoms:
    """What every figure of one framework at one moment is made of.

    Attributes:
        names: those who stayed and those who did not, by question and group; whose ratings make each.
        values: what these are worth on average, from 0 to 1, without those who agreed to be shown.
        cells: cell of the report's own figures → the atoms in it.
    """

    names: Mapping[Unknown, Names]
    values: Mapping[Unknown, Fraction]
    cells: Mapping[Unknown, Sequence[Unknown]]

    def of(self, question: str) -> dict[Unknown, Names]:
        """Return the atoms of a question as it is compared."""
        return {unknown: names for unknown, names in self.names.items() if unknown[0] == question}

    def expanded(self, form: Form) -> Form:
        """Return a form over cells as one over atoms."""
        whole: dict[Unknown, int] = {}
        for cell, weight in form.items():
            inside = {unknown: self.names[unknown] for unknown in self.cells[cell]}
            whole |= spread(inside, frozenset().union(*inside.values()), weight)
        return whole


def _audited(parts: Sequence[Part], ground: Ground, moments: Moments, matches: Mapping[str, Match], least: int) \
        -> frozenset[Key]:  # fmt: skip
    moment = parts[0].moment
    atoms = _atoms(ground, moment, moments, matches)
    own = [Figure(figure.key, atoms.expanded(figure.form), printable=False) for figure in ground.trees.figures()]
    told = [figure.form for figure in own if figure.key in (ground.clearance.shown or ())]
    offered = [
        Figure(part.key, part.form(atoms.of(part.question)), printable=True)
        for part in sorted(parts, key=lambda part: part.kind != "people")
    ]
    people = People(atoms.names, moments.open[moment], {}, least)
    return release([*own, *offered], people, atoms.values, told)


def _atoms(ground: Ground, moment: Moment, moments: Moments, matches: Mapping[str, Match]) -> Atoms:
    names: dict[Unknown, Names] = {}
    values: dict[Unknown, Fraction] = {}
    cells: dict[Unknown, list[Unknown]] = {}
    today = {_then(match, moment): match for match in matches.values()}
    for cell in ground.trees.unknowns:
        match = today.get(cell[0])
        rated = frozenset(n for n, (group, sheet) in ground.sheets.items() if group == cell[1] and cell[0] in sheet)
        apart = match is None or (moment == "then" and match.levels is not None)
        stayed = frozenset() if match is None or apart else rated & moments.both(match.question)
        name = f"{APART}{cell[0]}" if match is None or apart else match.question
        cells[cell] = [(name, f"{part}/{cell[1]}") for part in ("stayed", "other")]
        names |= zip(cells[cell], (stayed, rated - stayed), strict=True)
        cells[cell] = [unknown for unknown in cells[cell] if names[unknown]]
        values |= {u: _worth(ground, cell[0], names[u] - moments.open[moment] or names[u]) for u in cells[cell]}
    for match in today.values() if moment == "then" else ():
        if match.levels is not None:
            mapped = atoms_of(match.question, moment, moments)
            names |= mapped
            values |= {unknown: moments.mean(moment, match.question, inside) for unknown, inside in mapped.items()}
    return Atoms({unknown: inside for unknown, inside in names.items() if inside}, values, cells)


def _worth(ground: Ground, question: str, names: Names) -> Fraction:
    worth = ground.trees.toolkit.values
    return exact_sum(worth[ground.sheets[name][1][question]] for name in sorted(names)) / len(names)


def kinds_of(parts: Iterable[Part]) -> Cleared:
    """Return every comparison, for the analyst's own eyes."""
    return frozenset((part.question, part.kind) for part in parts)
