"""What the program itself says, in the reader's language; numbers and dates in its formats.

The language is always an argument: nothing here looks at the environment. Catalogues are GNU gettext, one domain a
room (`interview`, `report`, …), in `locale/<language>/LC_MESSAGES/`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from nlcaudit.text import direction

LOCALE = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"
INTERFACE_LANGUAGES = ("en", "fr")


@cache
def _catalogue(domain: str, language: str) -> NullTranslations:
    base = language.split("-", maxsplit=1)[0]
    return translation(domain, LOCALE, [language.replace("-", "_"), base], fallback=True)


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one domain in one language.

    Attributes:
        domain: which catalogue.
        language: a BCP 47 tag; English where there is no catalogue.
    """

    domain: str
    language: str

    def text(self, message: str, /, **values: object) -> str:
        """Translate, then fill `{name}` from `values`."""
        return _catalogue(self.domain, self.language).gettext(message).format(**values)

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Translate in the form that `number` asks for; `{number}` is the number, formatted."""
        chosen = _catalogue(self.domain, self.language).ngettext(one, many, number)
        return chosen.format(number=self.number(number), **values)

    def number(self, value: Fraction | float, decimals: int = 0) -> str:
        """Format a number with so many decimals, half up."""
        if self.language == SOURCE_LANGUAGE:  # what CLDR says for English, without loading it
            return f"{half_up(value, decimals):,}"
        from babel.numbers import format_decimal  # noqa: PLC0415 - not needed by most commands

        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(half_up(value, decimals), pattern, locale=self._locale)

    def date(self, day: date) -> str:
        """Format a calendar day in full: 14 November 2026."""
        from babel.dates import format_date  # noqa: PLC0415

        return format_date(day, "d MMMM y", locale=self._locale)

    def listing(self, entries: Sequence[str]) -> str:
        """Join with commas and the language's “and”."""
        from babel.lists import format_list  # noqa: PLC0415

        return format_list(list(entries), locale=self._locale) if entries else ""

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.language)

    @property
    def _locale(self) -> str:
        known = "en_GB" if self.language == SOURCE_LANGUAGE or self.language.startswith("x-") else self.language
        return known.replace("-", "_")


def half_up(value: Fraction | float, decimals: int) -> Decimal:
    """Round half up, from the exact value."""
    exact = Fraction(value)
    with localcontext() as context:
        context.prec = 60
        shown = Decimal(exact.numerator) / Decimal(exact.denominator)
        return shown.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
