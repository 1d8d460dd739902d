"""What a template prints: sections made of blocks, each a frozen value with its words chosen and its rows in order."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal

from nlcaudit.report.phrases import NOTHING, Phrase
from nlcaudit.report.shapes import Chart, Radar

SCHEMA = "nlcaudit/report/1"
"""What a report calls itself where it is written as data."""
Role = Literal["", "lead", "note"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; a `chart` column holds shapes, a `number` column is set to the end of the line."""

    label: Phrase
    kind: Literal["name", "chart", "number", "text"] = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: words, or a chart whose words stand in the other cells of its row.

    Attributes:
        note: smaller words below.
        shade: how dark the cell is, from 0 to 1, where its words are a figure of a heatmap; None leaves it plain.
    """

    text: Phrase = NOTHING
    chart: Chart | None = None
    note: Phrase = NOTHING
    shade: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a chart's key: which shape means what."""

    shape: Literal["bar", "bounds", "mark-0", "mark-1", "mark-2", "mark-3", "round", "square"]
    label: Phrase


@dataclass(frozen=True, slots=True)
class Row:
    """A row; its first cell names it. A `head` row stands for those below it."""

    cells: tuple[Cell, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with or without charts.

    Attributes:
        id: unique in the report.
        title: states the finding.
        how: a line on how to read it.
        keys: of the shapes in it.
        drawn: a chart of the whole table, beside it.
    """

    kind: ClassVar[str] = "table"
    id: str
    title: Phrase
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    how: Phrase = NOTHING
    keys: tuple[Key, ...] = ()
    drawn: Radar | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs."""

    kind: ClassVar[str] = "prose"
    paragraphs: tuple[Phrase, ...]
    role: Role = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of statements."""

    kind: ClassVar[str] = "bullets"
    entries: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands for it."""

    label: Phrase
    value: Phrase


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values."""

    kind: ClassVar[str] = "facts"
    entries: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ReplyView:
    """What a side replies, and to what."""

    heading: Phrase
    text: Phrase


@dataclass(frozen=True, slots=True)
class Replies:
    """Replies that stand on their own."""

    kind: ClassVar[str] = "replies"
    entries: tuple[ReplyView, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the answers say, in a sentence or two.

    Attributes:
        context: where it belongs.
        title: what was asked.
        chart: drawn beside the words.
        statement: the values, in words.
        replies: printed beside it.
    """

    context: Phrase
    title: Phrase
    statement: Phrase
    chart: Chart | None = None
    replies: tuple[ReplyView, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings in order, with a line on how to read their charts."""

    kind: ClassVar[str] = "findings"
    entries: tuple[Finding, ...]
    how: Phrase = NOTHING
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class StepView:
    """A next step.

    Attributes:
        rank: as printed; equal steps share it.
        action: what to do.
        context: where it belongs.
        about: the question it answers; empty where there is no room.
        facts: who leads, how much effort, and so on.
        blank: the label of a line to fill in by hand; empty when there is none.
        case: a place that did it.
    """

    rank: Phrase
    action: Phrase
    context: Phrase
    about: Phrase
    facts: tuple[Fact, ...]
    blank: Phrase = NOTHING
    case: Phrase = NOTHING


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in order."""

    kind: ClassVar[str] = "steps"
    entries: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with its levels, counted from 0, and what was answered."""

    code: Phrase
    text: Phrase
    levels: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    replies: tuple[ReplyView, ...] = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions in the order of the toolkit."""

    kind: ClassVar[str] = "questions"
    title: Phrase
    entries: tuple[QuestionView, ...]


Block = Prose | Bullets | Facts | Table | Findings | Steps | Questions | Replies


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; the level is that of the heading, 2 or 3."""

    id: str
    heading: Phrase
    blocks: tuple[Block, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the table of contents."""

    id: str
    heading: Phrase


@dataclass(frozen=True, slots=True)
class Report:
    """One report in one language.

    Attributes:
        direction: `ltr` or `rtl`.
        colon: as the language writes it.
        title: of the document, as a browser shows it.
        notice: the first line: what this is not.
        marks: said at the top: a draft, not protected.
        watermark: the same in a word or two, across every page.
        city: whose report it is.
        subject: what it is about.
        facts: country, date and the like, for one line.
        alert: what the engagement says of itself, such as that the city is fictional.
        skip: the link over the top of the page.
        contents: the chapters; empty in the short edition.
        logo: what the logo over the title shows; empty without one.
        footer: whose report it is, before the last line; empty unless a theme says so.
        colophon: the last line.
        stamp: what the report was made from, for `nlcaudit verify`.
    """

    language: str
    direction: str
    colon: str
    title: str
    notice: Phrase
    marks: tuple[Phrase, ...]
    watermark: Phrase
    city: Phrase
    subject: Phrase
    facts: Phrase
    alert: Phrase
    skip: Phrase
    contents_heading: Phrase
    contents: tuple[Entry, ...]
    sections: tuple[Section, ...]
    logo: Phrase
    footer: Phrase
    colophon: Phrase
    stamp: str
