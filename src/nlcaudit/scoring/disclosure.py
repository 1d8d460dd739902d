"""Which figures may be shown, so that no withheld one can be worked out from them.

Primary suppression by a threshold k, complementary suppression by an audit of linear forms: a figure is shown only if
no protected form lies in the row space of everything shown so far. See A. Hundepool et al., *Statistical Disclosure
Control* (2012), chapter 4 (tables of magnitude) for the method; the order in which figures are offered makes the
choice of what to give up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from nlcaudit.scoring.exact import PRIME
from nlcaudit.scoring.forms import Form, Key, Unknown

Vector = dict[Unknown, int]


@dataclass
class Audit:
    """What is shown so far, and what it leaves unknown of each protected form."""

    protected: list[Vector]
    rows: dict[Unknown, Vector] = field(default_factory=dict)

    @classmethod
    def of(cls, protected: Iterable[Form]) -> "Audit":
        """Begin with nothing shown."""
        return cls([dict(form) for form in protected])

    def admit(self, form: Form) -> bool:
        """Show a figure unless that would give a protected one away; tell whether it is shown."""
        new = self._reduced(dict(form))
        if not new:
            return True
        pivot = min(new)
        _scale(new, pow(new[pivot], -1, PRIME))
        touched = [(index, _minus(p, new, pivot)) for index, p in enumerate(self.protected) if pivot in p]
        if any(not rest for _, rest in touched):
            return False
        for index, rest in touched:
            self.protected[index] = rest
        for at, row in self.rows.items():
            if pivot in row:
                self.rows[at] = _minus(row, new, pivot)
        self.rows[pivot] = new
        return True

    def _reduced(self, vector: Vector) -> Vector:
        for pivot in [unknown for unknown in vector if unknown in self.rows]:
            vector = _minus(vector, self.rows[pivot], pivot)
        return vector


def _scale(vector: Vector, factor: int) -> None:
    for unknown in vector:
        vector[unknown] = vector[unknown] * factor % PRIME


def _minus(vector: Vector, row: Vector, pivot: Unknown) -> Vector:
    """Return `vector` without its part along `row`, whose pivot is 1."""
    factor = vector[pivot]
    rest = dict(vector)
    for unknown, coefficient in row.items():
        value = (rest.get(unknown, 0) - factor * coefficient) % PRIME
        if value:
            rest[unknown] = value
        else:
            rest.pop(unknown, None)
    return rest


@dataclass(frozen=True)
class People:
    """Who rated what: for each unknown, the respondents whose ratings make it.

    Attributes:
        raters: respondents by question and group.
        open: respondents who agreed to be shown: released institutions.
        threshold: k, the least number of others on whom a shown figure rests.
    """

    raters: Mapping[Unknown, frozenset[str]]
    open: frozenset[str]
    threshold: int

    def enough(self, unknowns: Iterable[Unknown]) -> bool:
        """Tell whether enough persons stand behind these unknowns together."""
        names = frozenset().union(*(self.raters.get(unknown, frozenset()) for unknown in unknowns))
        return names <= self.open or len(names) >= self.threshold

    def small(self, unknown: Unknown) -> bool:
        """Tell whether the unknown rests on too few persons."""
        return not self.enough([unknown])


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that could be shown: its form and its value from 0 to 1."""

    key: Key
    form: Form
    value: Fraction


def release(figures: Sequence[Figure], people: People, values: Mapping[Unknown, Fraction]) -> frozenset[Key]:
    """Choose the figures to show.

    Args:
        figures: in the order in which they matter; what comes first is given up last.
        people: who stands behind the unknowns.
        values: the unknowns' values, from 0 to 1.

    Returns:
        The keys of the figures that may be shown.
    """
    protected = list(_protected(figures, people, values))
    audit = Audit.of(protected)
    return frozenset(f.key for f in figures if people.enough(f.form) and audit.admit(f.form))


def _protected(figures: Sequence[Figure], people: People, values: Mapping[Unknown, Fraction]) -> Iterator[Form]:
    """Yield the forms that must not be worked out.

    Those that rest on too few persons; and, where a figure at an end of the scale would say that everybody behind it
    answered alike, that figure, if a small group is behind it.
    """
    small = {unknown for unknown in values if people.small(unknown)}
    for unknown in sorted(small):
        yield {unknown: 1}
    for figure in figures:
        at_an_end = figure.key.figure == "estimate" and figure.value in (0, 1)
        if not people.enough(figure.form) or (at_an_end and not small.isdisjoint(figure.form)):
            yield figure.form
    for figure in figures:
        if figure.key.figure == "estimate" and not figure.key.scope.startswith("group:"):
            yield from _remainders(figure, small, people, values)


def _remainders(
    figure: Figure, small: set[Unknown], people: People, values: Mapping[Unknown, Fraction]
) -> Iterator[Form]:
    """Yield what a question's figure leaves for its small groups together, if that says too much."""
    if any(unknown[0] != figure.key.node for unknown in figure.form):
        return
    rest = {unknown: weight for unknown, weight in figure.form.items() if unknown in small}
    if not rest or len(rest) == len(figure.form):
        return
    alike = len({values[unknown] for unknown in rest}) == 1 and values[next(iter(rest))] in (0, 1)
    if alike or not people.enough(rest):
        yield rest
    if alike:
        yield from ({unknown: 1} for unknown in figure.form if unknown not in small)
