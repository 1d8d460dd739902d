"""What the program itself says, in the reader's language; numbers and dates in its formats.

The language is always an argument: nothing here looks at the environment. Catalogues are GNU gettext, one domain a
room (`interview`, `report`, …), in `locale/<language>/LC_MESSAGES/`. A room that knows the reader's language speaks
through `Messages`; one that does not makes a `Sentence`, and the edge tells it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import TYPE_CHECKING

from nlcaudit.sentences import Sentence, shown

if TYPE_CHECKING:
    from babel import Locale

LOCALE = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"
INTERFACE_LANGUAGES = ("en", "fr")
NUMBER = "{number}"
SEVERAL = 2


# English is formatted here as CLDR says, because loading CLDR takes longer than most commands.
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@cache
def _locale(language: str) -> "Locale":
    from babel import Locale  # noqa: PLC0415 - see above

    known = "en_GB" if language == SOURCE_LANGUAGE or language.startswith("x-") else language
    return Locale.parse(known.replace("-", "_"))


@cache
def _catalogue(domain: str, language: str) -> NullTranslations:
    base = language.split("-", maxsplit=1)[0]
    return translation(domain, LOCALE, [language.replace("-", "_"), base], fallback=True)


@cache
def _every_catalogue(language: str) -> tuple[NullTranslations, ...]:
    base = language.split("-", maxsplit=1)[0]
    return tuple(_catalogue(path.stem, language) for path in sorted((LOCALE / base / "LC_MESSAGES").glob("*.mo")))


def tell(said: str, language: str) -> str:
    """Say a sentence in a language; a text that is no `Sentence`, or has no translation, stays as it is."""
    if not isinstance(said, Sentence) or not said.template or language == SOURCE_LANGUAGE:
        return str(said)
    template = _template(said, language)
    return template.format(**_told(said.values, language)) if said.values else template


def _template(said: Sentence, language: str) -> str:
    number = said.values.get("number")
    for catalogue in _every_catalogue(language):
        if said.many and isinstance(number, int):
            found = _counted(catalogue, said.template, said.many, number)
        else:
            found = catalogue.gettext(said.template)
        if found not in (said.template, said.many):
            return found
    return said.many if said.many and number != 1 else said.template


def _counted(catalogue: NullTranslations, one: str, many: str, number: int) -> str:
    """Choose the form for a number; none is never told as one, where a language has the same form for both."""
    chosen = catalogue.ngettext(one, many, number)
    several = catalogue.ngettext(one, many, SEVERAL) if number == 0 else chosen
    return several if NUMBER in several and NUMBER not in chosen else chosen


def _told(values: Mapping[str, object], language: str) -> dict[str, str]:
    return {name: _one_told(value, language) for name, value in values.items()}


def _one_told(value: object, language: str) -> str:
    if isinstance(value, str):
        return tell(value, language)
    if isinstance(value, Sequence):
        return ", ".join(_one_told(entry, language) for entry in value)
    return shown(value)


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
        return _catalogue(self.domain, self.language).gettext(message).format(**self._filled(values))

    def verbatim(self, message: str, /) -> str:
        """Translate, and leave each `{name}` for whoever fills it later."""
        return _catalogue(self.domain, self.language).gettext(message)

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Translate in the form that `number` asks for; `{number}` is the number, formatted."""
        chosen = _counted(_catalogue(self.domain, self.language), one, many, number)
        return chosen.format(number=self.number(number), **self._filled(values))

    def _filled(self, values: Mapping[str, object]) -> dict[str, object]:
        """Say the sentences among the values in this language, too."""
        return {name: tell(v, self.language) if isinstance(v, Sentence) else v for name, v in values.items()}

    def number(self, value: Fraction | float, decimals: int = 0) -> str:
        """Format a number with so many decimals, half up."""
        if self.language == SOURCE_LANGUAGE:
            return f"{half_up(value, decimals):,}"
        from babel.numbers import format_decimal  # noqa: PLC0415 - not needed by most commands

        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(half_up(value, decimals), pattern, locale=_locale(self.language))

    def date(self, day: date) -> str:
        """Format a calendar day in full: 14 November 2026."""
        if self.language == SOURCE_LANGUAGE:
            return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"
        return f"{day.day} {_locale(self.language).months['format']['wide'][day.month]} {day.year}"

    def listing(self, entries: Sequence[str]) -> str:
        """Join with commas and the language's “and”."""
        if self.language == SOURCE_LANGUAGE:
            return " and ".join(filter(None, (", ".join(entries[:-1]), *entries[-1:])))
        from babel.lists import format_list  # noqa: PLC0415

        return format_list(list(entries), locale=_locale(self.language)) if entries else ""

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        from nlcaudit.text import direction  # noqa: PLC0415 - it brings pydantic; `--help` needs none

        return direction(self.language)


def grammatical(value: Fraction | float, decimals: int) -> int:
    """Return the number that the noun beside a printed figure follows: 1.5 is plural in English, singular in French."""
    shown = half_up(value, decimals)
    return 1 if shown == 1 else 0 if shown < 2 else 2  # noqa: PLR2004 - zero, one and many


def half_up(value: Fraction | float, decimals: int) -> Decimal:
    """Round half up, from the exact value."""
    exact = Fraction(value)
    with localcontext() as context:
        context.prec = 60
        shown = Decimal(exact.numerator) / Decimal(exact.denominator)
        return shown.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
