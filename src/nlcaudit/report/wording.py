"""The language of one report: its sentences, numbers and dates, and the texts of others in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache

from nlcaudit.messages import Messages, grammatical, half_up
from nlcaudit.report.phrases import Phrase, Run, clean, figure, filled, joined, plain
from nlcaudit.text import UNSPECIFIED, LocalizedText

DOMAIN = "report"


@lru_cache(maxsize=20_000)
def _formatted(messages: Messages, value: Fraction, decimals: int) -> Phrase:
    return figure(messages.number(value, decimals), half_up(value, decimals))


@dataclass(frozen=True)
class Wording:
    """Makes phrases in one language.

    Attributes:
        messages: the catalogue of the report.
        order: the languages to try for a text, the report's own first.
        unspecified: the language of the toolkit's texts that name none; empty when that is not known.
    """

    messages: Messages
    order: tuple[str, ...]
    unspecified: str = UNSPECIFIED

    @property
    def language(self) -> str:
        """The language of the report."""
        return self.messages.language

    def text(self, message: str, /, **values: Phrase | str) -> Phrase:
        """Translate, then fill `{name}` from `values`."""
        return filled(_translated(self.messages, message, tuple(values)), values)

    def plural(self, one: str, many: str, number: int, /, **values: Phrase | str) -> Phrase:
        """Translate in the form that `number` asks for."""
        return filled(self.messages.plural(one, many, number, **_places(values)), values)

    def spoken(self, text: LocalizedText) -> Phrase:
        """Return a text of the toolkit, marked where it is in another language than the report."""
        return self._marked(text, self.unspecified)

    def told(self, text: LocalizedText) -> Phrase:
        """Return a text of the engagement; one that names no language is taken as it is."""
        return self._marked(text, UNSPECIFIED)

    def _marked(self, text: LocalizedText, unspecified: str) -> Phrase:
        return _spoken(text, self.order, self.language, unspecified)

    def name(self, text: str) -> Phrase:
        """Return a name as somebody wrote it."""
        return plain(clean(text))

    def number(self, value: Fraction | float, decimals: int = 0) -> Phrase:
        """Return a number with so many decimals, half up."""
        return _formatted(self.messages, Fraction(value), decimals)

    def levels(self, value: Fraction | float, decimals: int) -> Phrase:
        """Return a number of levels with so many decimals: “0.6 levels”.

        A part of a level is plural in English and singular in French, as zero is.
        """
        counted = grammatical(value, decimals)
        return self.plural("{value} level", "{value} levels", counted, value=self.number(value, decimals))

    def percent(self, share: Fraction) -> Phrase:
        """Return a share of 0 to 1 as a whole percentage."""
        return self.text("{number}%", number=self.number(100 * share))

    def day(self, day: date) -> Phrase:
        """Return a calendar day in full."""
        return plain(self.messages.date(day))

    def series(self, entries: Sequence[Phrase]) -> Phrase:
        """Join longer entries with semicolons."""
        return joined(entries, self.messages.text("; "))

    def listing(self, entries: Sequence[Phrase]) -> Phrase:
        """Join with commas and the language's “and”."""
        places = {f"n{index}": entry for index, entry in enumerate(entries)}
        return filled(self.messages.listing([f"{{{place}}}" for place in places]), places)


def base(language: str) -> str:
    """Return the language without its region: `fr` for `fr-CA`."""
    return language.split("-", maxsplit=1)[0]


def _places(names: Iterable[str]) -> dict[str, str]:
    return {name: f"{{{name}}}" for name in names}


# The same words come many times in a report, and in every language of it.


@cache
def _translated(messages: Messages, message: str, names: tuple[str, ...]) -> str:
    return messages.text(message, **_places(names))


@lru_cache(maxsize=20_000)
def _spoken(text: LocalizedText, order: tuple[str, ...], own: str, unspecified: str) -> Phrase:
    spoken = text.spoken(order)
    language = unspecified if UNSPECIFIED in text.languages else spoken.language
    foreign = bool(language) and base(language) != base(own)
    return Phrase((Run(clean(spoken.text), language if foreign else ""),))
