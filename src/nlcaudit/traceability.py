"""Which question asks about which point of a source: the matrix that shows nothing was left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from nlcaudit.framework import Toolkit
from nlcaudit.framework.vocabulary import Point, Source
from nlcaudit.markdown import escape
from nlcaudit.messages import tell
from nlcaudit.sentences import Sentence


@dataclass(frozen=True, slots=True)
class TracedPoint:
    """A point of a source, and the codes of the questions that rest on it."""

    source: Source
    point: Point
    codes: tuple[str, ...]

    @property
    def covered(self) -> bool:
        """It is asked about, or recorded as context."""
        return bool(self.codes) or self.point.context is not None


def trace(toolkit: Toolkit) -> Iterator[TracedPoint]:
    """Yield every point of every source with the questions that cite it."""
    for source in toolkit.sources:
        for point in source.points:
            cited = f"{source.id}#{point.id}"
            codes = tuple(q.code for f in toolkit.frameworks for q in f.questions if cited in q.sources)
            yield TracedPoint(source, point, codes)


def render_matrix(toolkit: Toolkit, language: str) -> str:
    """Render the matrix point × question as Markdown, a table for each source that has points."""
    order = toolkit.language_order(language)
    title = escape(str(toolkit.title.spoken(order)))
    lines = [f"# {tell(Sentence('What the questions of “{title}” rest on', title=title), language)}", ""]
    columns = (Sentence("point"), Sentence("what it says"), Sentence("asked in"))
    head = f"| {' | '.join(tell(column, language) for column in columns)} |"
    nowhere = f"**{tell(Sentence('nowhere'), language)}**"
    traced = list(trace(toolkit))
    for source in dict.fromkeys(row.source.id for row in traced):
        rows = [row for row in traced if row.source.id == source]
        about = tell(
            Sentence("{name}: {title}", name=f"`{source}`", title=escape(str(rows[0].source.title.spoken(order)))),
            language,
        )
        lines += [f"## {about}", "", head, "|---|---|---|"]
        for row in rows:
            asked = ", ".join(row.codes)
            if row.point.context is not None:
                context = Sentence("context: {text}", text=escape(str(row.point.context.spoken(order))))
                asked = "; ".join(filter(None, [asked, tell(context, language)]))
            lines.append(f"| {row.point.id} | {escape(str(row.point.text.spoken(order)))} | {asked or nowhere} |")
        lines.append("")
    return "\n".join(lines)
