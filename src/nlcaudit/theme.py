"""How a city's reports look: colours, fonts, a logo, a last line. What they say is not touched."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Annotated, Literal

from pydantic import Field

from nlcaudit.shape import Strict
from nlcaudit.text import LocalizedText, Written

Colour = Annotated[str, Written(r"^#[0-9a-fA-F]{6}$")]
Family = Annotated[str, Written(r"^[A-Za-z0-9][A-Za-z0-9 _-]*$", max_length=60)]
Mode = Literal["light", "dark", "print"]
MODES: tuple[Mode, ...] = ("light", "dark", "print")


class Palette(Strict):
    """Colours of one mode; what a theme leaves out stays as it is.

    Attributes:
        ink: words.
        soft: words that matter less.
        paper: what they stand on.
        wash: what notes and replies stand on.
        line: thin lines.
        strong: thick lines and ticks.
        accent: headings' lines, links, ranks.
        bar: the bar of a score.
        track: what is left of it.
        one: the marks of the first and the third side.
        two: those of the second and the fourth.
        halo: the edge of a mark.
        warn: words of a warning.
        warn_wash: what they stand on.
    """

    ink: Colour | None = None
    soft: Colour | None = None
    paper: Colour | None = None
    wash: Colour | None = None
    line: Colour | None = None
    strong: Colour | None = None
    accent: Colour | None = None
    bar: Colour | None = None
    track: Colour | None = None
    one: Colour | None = None
    two: Colour | None = None
    halo: Colour | None = None
    warn: Colour | None = None
    warn_wash: Colour | None = None


class Colours(Strict):
    """On a screen by day, on a screen by night, on paper.

    Attributes:
        light: the screen by day.
        dark: the screen by night, where the reader's device asks for it.
        print: paper and PDF; takes accent, bar and the marks of the sides from `light`.
    """

    light: Palette = Palette()
    dark: Palette = Palette()
    print: Palette = Palette()


class LogoFile(Strict):
    """A picture beside the theme's file.

    Attributes:
        file: its name; SVG or PNG.
        alternative: what it shows, for those who do not see it.
    """

    file: Annotated[str, Written(r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(svg|png)$", max_length=100)]
    alternative: LocalizedText


class ThemeFile(Strict):
    """The file `theme.yaml`.

    Attributes:
        schema: what this file is.
        colours: by mode.
        fonts: families to try before the reader's own, by name; nothing is loaded.
        logo: over the title.
        footer: a last line, such as an address or an imprint.
    """

    schema_: str = Field(alias="schema")
    colours: Colours = Colours()
    fonts: tuple[Family, ...] = Field(default=(), max_length=8)
    logo: LogoFile | None = None
    footer: LocalizedText | None = None


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture and what it shows.

    Attributes:
        content: the bytes of the file.
        kind: `svg` or `png`.
    """

    content: bytes
    kind: Literal["svg", "png"]
    alternative: LocalizedText


@dataclass(frozen=True)
class Theme:
    """A theme with every colour known.

    Attributes:
        colours: mode → name of `Palette` → `#rrggbb`.
    """

    colours: Mapping[Mode, Mapping[str, str]]
    fonts: tuple[str, ...] = ()
    logo: Logo | None = None
    footer: LocalizedText | None = None


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two colours that stand on each other.

    Attributes:
        upper: the name of the one in front.
        lower: the name of the one behind.
        ratio: 1 to 21, after WCAG 2.2.
        least: what it has to be.
    """

    mode: Mode
    upper: str
    lower: str
    ratio: float
    least: float


IDENTITY = ("accent", "bar", "one", "two")
WORDS, SHAPES = 4.5, 3.0
"""WCAG 2.2, success criteria 1.4.3 (words) and 1.4.11 (shapes that mean something)."""
PAIRS = (
    *((upper, lower, WORDS) for upper, lower in product(("ink", "soft", "accent"), ("paper",))),
    *((upper, lower, WORDS) for upper, lower in product(("ink", "soft"), ("wash",))),
    ("warn", "warn_wash", WORDS),
    *((upper, "paper", SHAPES) for upper in ("bar", "strong", "one", "two")),
)


def contrasts(colours: Mapping[Mode, Mapping[str, str]]) -> Iterator[Contrast]:
    """Measure every pair that a reader has to tell apart."""
    for mode, (upper, lower, least) in product(MODES, PAIRS):
        known = colours[mode]
        yield Contrast(mode, upper, lower, ratio(known[upper], known[lower]), least)


def ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


SHADES, DARKEST = 5, 70
"""Steps of a heatmap, and how much of a bar's colour is in the darkest, in percent, where words stand out from it."""


def shade_of(value: Fraction) -> int:
    """Return the step of a value from 0 to 1: 1 to `SHADES`."""
    return min(int(value * SHADES), SHADES - 1) + 1


def shades(known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the colours that the words of a heatmap stand on, from the lightest: one hue, even in grey.

    Args:
        known: the colours of one mode. Words that stand out from the paper stand out from every shade.
    """
    darkest = next(
        share for share in range(DARKEST, -1, -1) if not share or ratio(known["ink"], _mixed(known, share)) >= WORDS
    )
    return tuple(_mixed(known, darkest * step / SHADES) for step in range(1, SHADES + 1))


def palette(known: Mapping[str, str]) -> Mapping[str, str]:
    """Return the colours of one mode with the shades of a heatmap, under the names that style sheets use."""
    named = {name.replace("_", "-"): colour for name, colour in known.items()}
    return named | {f"shade-{step}": colour for step, colour in enumerate(shades(known), start=1)}


def _mixed(known: Mapping[str, str], percent: float) -> str:
    """Mix so many percent of a bar's colour into the paper's."""
    upper, lower = ([int(known[name][at : at + 2], 16) for at in (1, 3, 5)] for name in ("bar", "paper"))
    parts = (round((one * percent + other * (100 - percent)) / 100) for one, other in zip(upper, lower, strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - as sRGB defines it


def completed(given: Colours, default: Colours) -> Mapping[Mode, Mapping[str, str]]:
    """Fill in what a theme leaves out from one that is whole; print takes what marks it from the light mode."""
    inherited = {name: colour for name, colour in _known(given.light).items() if name in IDENTITY}
    full = {mode: _known(getattr(default, mode)) | _known(getattr(given, mode)) for mode in MODES}
    return full | {"print": _known(default.print) | inherited | _known(given.print)}


def _known(palette: Palette) -> dict[str, str]:
    return {name: colour.lower() for name, colour in palette if colour is not None}
