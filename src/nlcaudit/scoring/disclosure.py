"""Which figures may be shown, so that no withheld one can be worked out from them.

Primary suppression by a threshold k, complementary suppression by an audit of linear forms: a figure is shown only if
no protected form lies in the row space of everything shown so far, also when values that the ends of the scale leave no
room are taken for known. See A. Hundepool et al., *Statistical Disclosure
Control* (2012), chapter 4 (tables of magnitude) for the method; the order in which figures are offered makes the
choice of what to give up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from nlcaudit.scoring.exact import PRIME
from nlcaudit.scoring.forms import Form, Key, Unknown
from nlcaudit.scoring.limits import cornered

Vector = dict[Unknown, int]


@dataclass
class Audit:
    """What is shown so far, and what it leaves unknown of each protected form."""

    protected: list[Vector]
    last: frozenset[Unknown] = frozenset()
    """Unknowns that are taken for pivots only where there is no other."""
    rows: dict[Unknown, Vector] = field(default_factory=dict)

    @classmethod
    def of(cls, protected: Iterable[Form], last: Iterable[Unknown] = ()) -> "Audit":
        """Begin with nothing shown."""
        return cls([dict(form) for form in protected], frozenset(last))

    def admit(self, form: Form) -> bool:
        """Show a figure unless that would give a protected one away; tell whether it is shown."""
        new = self._reduced(dict(form))
        if not new:
            return True
        pivot = min(new, key=lambda unknown: (unknown in self.last, unknown))
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

    def take(self, form: Form) -> None:
        """Take for known what is shown elsewhere; what that gives away of itself is not protected any more."""
        if not self.admit(form):
            self.protected = [rest for rest in self.protected if Audit([rest], self.last, dict(self.rows)).admit(form)]
            self.admit(form)

    def copy(self) -> "Audit":
        """Return an audit that goes on from here."""
        return Audit(list(self.protected), self.last, dict(self.rows))

    def _reduced(self, vector: Vector) -> Vector:
        for pivot in [unknown for unknown in vector if unknown in self.rows]:
            _subtract(vector, self.rows[pivot], pivot)
        return vector


def _scale(vector: Vector, factor: int) -> None:
    for unknown in vector:
        vector[unknown] = vector[unknown] * factor % PRIME


def _minus(vector: Vector, row: Vector, pivot: Unknown) -> Vector:
    """Return `vector` without its part along `row`, whose pivot is 1."""
    rest = dict(vector)
    _subtract(rest, row, pivot)
    return rest


def _subtract(vector: Vector, row: Vector, pivot: Unknown) -> None:
    factor = vector.pop(pivot)
    for unknown, coefficient in row.items():
        if unknown != pivot:
            value = (vector.get(unknown, 0) - factor * coefficient) % PRIME
            if value:
                vector[unknown] = value
            else:
                del vector[unknown]


@dataclass(frozen=True)
class People:
    """Who rated what: for each unknown, the respondents whose ratings make it.

    Attributes:
        raters: respondents by question and group.
        open: respondents who agreed to be shown: released institutions.
        closed: the unknowns' values, from 0 to 1, without the ratings of the open ones; only where that differs.
        threshold: k, the least number of others on whom a shown figure rests; the open ones do not count, because
            theirs can be taken off.
    """

    raters: Mapping[Unknown, frozenset[str]]
    open: frozenset[str]
    closed: Mapping[Unknown, Fraction]
    threshold: int

    def enough(self, unknowns: Iterable[Unknown]) -> bool:
        """Tell whether enough persons stand behind these unknowns together."""
        names = frozenset().union(*(self.raters.get(unknown, frozenset()) for unknown in unknowns)) - self.open
        return not names or len(names) >= self.threshold

    def small(self, unknown: Unknown) -> bool:
        """Tell whether the unknown rests on too few persons."""
        return not self.enough([unknown])


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its form, and whether enough was answered to print it at all."""

    key: Key
    form: Form
    printable: bool


def release(
    figures: Sequence[Figure], people: People, values: Mapping[Unknown, Fraction], told: Iterable[Form] = ()
) -> frozenset[Key]:
    """Choose the figures to show.

    Args:
        figures: in the order in which they matter; what comes first is given up last.
        people: who stands behind the unknowns.
        values: the unknowns' values, from 0 to 1.
        told: the forms of what is shown elsewhere whatever comes of it.

    Returns:
        The keys of the figures that may be shown.
    """
    small = {unknown for unknown in values if people.small(unknown)}
    protected = list(_protected(figures, small, people))
    if not protected:
        return frozenset(figure.key for figure in figures if figure.printable)
    ends = {unknown: value for unknown, value in values.items() if value in (0, 1)}
    audit = Audit.of(protected, ends)
    for form in told:
        audit.take(form)
    for unknown in sorted(cornered(audit.rows, ends)):
        audit.take(_alone(unknown))
    for unknown in values:
        if people.raters[unknown] <= people.open:
            audit.admit(_alone(unknown))
    offered = (figure for figure in figures if figure.printable and people.enough(figure.form))
    return frozenset(figure.key for figure in offered if _admit(audit, figure.form, ends))


def _alone(unknown: Unknown) -> Form:
    return {unknown: 1}


def _admit(audit: Audit, form: Form, ends: Mapping[Unknown, Fraction]) -> bool:
    """Show a figure unless it would give a protected one away, be it because ratings lie between 0 and 1.

    Values that have no room are known from then on like any that are shown.
    """
    before = audit.copy()
    if audit.admit(form) and all(audit.admit(_alone(unknown)) for unknown in sorted(cornered(audit.rows, ends))):
        return True
    audit.protected, audit.rows = before.protected, before.rows
    return False


def _protected(figures: Sequence[Figure], small: set[Unknown], people: People) -> Iterator[Form]:
    """Yield the forms that must not be worked out.

    Those that rest on too few persons, and what a figure leaves for its small groups together if that does.
    """
    for unknown in sorted(small):
        yield _alone(unknown)
    for figure in figures:
        rest = {unknown: weight for unknown, weight in figure.form.items() if unknown in small}
        if 1 < len(rest) < len(figure.form) and not people.enough(rest):
            yield rest
        if len(figure.form) > 1 and not people.enough(figure.form):
            yield figure.form
