"""The figures of each comparison: whose ratings they rest on, and how much each group weighs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from nlcaudit.scoring.exact import PRIME, exact_sum, residue
from nlcaudit.scoring.forms import Form, Key, Unknown
from nlcaudit.scoring.panel import Panel
from nlcaudit.waves.changes import Kind
from nlcaudit.waves.sheets import Moment, Moments

Names = frozenset[str]


@dataclass(frozen=True)
class Part:
    """One comparison of one question at one moment.

    Attributes:
        names: group → whose ratings count.
        weights: group → its weight, the same at both moments.
        others: who rated the question and does not count here.
    """

    question: str
    kind: Kind
    moment: Moment
    names: Mapping[str, Names]
    weights: Mapping[str, Fraction]
    others: Names

    @property
    def key(self) -> Key:
        """The name of the figure."""
        return Key(self.question, self.kind)

    @property
    def everybody(self) -> Names:
        """All whose ratings count."""
        return frozenset().union(*self.names.values())

    def value(self, moments: Moments) -> Fraction:
        """Return the figure, from 0 to 1."""
        return exact_sum(
            weight * moments.mean(self.moment, self.question, self.names[group])
            for group, weight in self.weights.items()
        )

    def form(self, atoms: Mapping[Unknown, Names]) -> Form:
        """Return the figure as weights on atoms."""
        form: dict[Unknown, int] = {}
        for group, weight in self.weights.items():
            form |= spread(atoms, self.names[group], residue(weight))
        return form


def spread(atoms: Mapping[Unknown, Names], names: Names, factor: int = 1) -> dict[Unknown, int]:
    """Return the mean over some people as weights on the atoms that they are made of, times a factor."""
    inside = {unknown: len(one) for unknown, one in atoms.items() if one and one <= names}
    return {unknown: factor * residue(Fraction(number, len(names))) % PRIME for unknown, number in inside.items()}


def parts_of(question: str, moments: Moments, panel: Panel) -> Iterator[Part]:
    """Yield the same people and the same mix of groups of one question at both moments, as far as there are any."""
    raters: dict[Moment, Mapping[str, Names]] = {
        "then": moments.raters("then", question), "now": moments.raters("now", question),
    }  # fmt: skip
    both = moments.both(question)
    people = {group: names & both for group, names in raters["now"].items() if names & both}
    common = [group for group in raters["now"] if group in raters["then"]]
    for moment, found in raters.items():
        everybody = frozenset().union(*found.values())
        mix = {group: found[group] for group in common}
        for kind, names in (("people", people), ("mix", mix)):
            weights = panel.weights(names)
            if weights:
                kept = {group: names[group] for group in weights}
                others = everybody.difference(*kept.values())
                yield Part(question, "people" if kind == "people" else "mix", moment, kept, weights, others)


def atoms_of(question: str, moment: Moment, moments: Moments) -> dict[Unknown, Names]:
    """Split those who rated a question at one moment by their group of then, and by whether they stayed."""
    both = moments.both(question)
    found: dict[Unknown, set[str]] = {}
    for group, names in moments.raters(moment, question).items():
        for name in names:
            part = "stayed" if name in both else "other"
            found.setdefault((question, f"{part}/{moments.called(moment, name)}/{group}"), set()).add(name)
    return {unknown: frozenset(names) for unknown, names in found.items()}
