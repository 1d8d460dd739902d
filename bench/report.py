"""What a report costs after scoring, beside a bare loop: `python bench/report.py`.

60 questions × 50 respondents, full edition. Measured in one process, in turn, medians of several, in seconds of
processor: build and render as HTML; the bare loop, which prints the same tables from the same view model with one
jinja2 template and neither design, languages nor escaping of phrases; and, by themselves, the PDF of the short and of
the full edition. The aims hold on an idle machine: 150 ms and 300 kB for the HTML, 2 s for a PDF.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from jinja2 import Environment
from synthetic import COMPETENCIES, write_engagement

from nlcaudit.loader import load_engagement
from nlcaudit.loader.themes import shipped_theme
from nlcaudit.rendering import Setting, render
from nlcaudit.report import Options, Report, build_report
from nlcaudit.scoring import score

RUNS = 9
PEOPLE = 50
MODULES = ("information-sharing", "coordination-functions")
"""Asked beside the competencies, to come to 60 questions."""
BARE = Environment(autoescape=True).from_string(
    "{% for s in report.sections %}<h2>{{ s.heading }}</h2>{% for b in s.blocks if b.kind == 'table' %}<table>"
    "{% for r in b.rows %}<tr>{% for c in r.cells %}<td>{{ c.text }} {{ c.note }}</td>{% endfor %}</tr>{% endfor %}"
    "</table>{% endfor %}{% for b in s.blocks if b.kind == 'questions' %}{% for q in b.entries %}<h3>{{ q.text }}</h3>"
    "{% for l in q.levels %}<p>{{ l.label }} {{ l.value }}</p>{% endfor %}{% for f in q.facts %}<p>{{ f.label }} "
    "{{ f.value }}</p>{% endfor %}{% endfor %}{% endfor %}{% endfor %}"
)


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of a call."""
    before = time.process_time()
    work()
    return time.process_time() - before


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        city = Path(scratch) / "city"
        write_engagement(city, respondents=PEOPLE, frameworks=(*COMPETENCIES, *MODULES))
        loaded = load_engagement(city)
    if loaded.toolkit is None or loaded.engagement is None:
        raise SystemExit("\n".join(map(str, loaded.diagnostics)))
    toolkit, file = loaded.toolkit, loaded.engagement.file
    card, look = score(toolkit, loaded.engagement), Setting(shipped_theme())

    def built(edition: str = "full") -> Report:
        return build_report(toolkit, file, card, Options("en", edition, "draft"))  # type: ignore[arg-type]

    report, short = built(), built("short")
    questions = sum(len(b.entries) for s in report.sections for b in s.blocks if b.kind == "questions")
    page = render("html", report, look)
    print(f"{questions} questions, {PEOPLE} respondents: HTML of {len(str(page).encode()) / 1000:.0f} kB (aim: 300)")
    tasks: dict[str, Callable[[], object]] = {
        "bare jinja2 loop": lambda: BARE.render(report=report),
        "build": built,
        "render as HTML": lambda: render("html", report, look),
        "build and render as HTML (aim: 0.150)": lambda: render("html", built(), look),
        "render as Markdown": lambda: render("md", report, look),
        "PDF, short edition (aim: 2)": lambda: render("pdf", short, look),
        "PDF, full edition (aim: 2)": lambda: render("pdf", report, look),
    }
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(RUNS):
        for name, work in tasks.items():
            taken[name].append(seconds(work))
    yardstick = median(taken["bare jinja2 loop"])
    for name, found in taken.items():
        print(f"{name:40} {median(found):6.3f} s  {median(found) / yardstick:6.1f} × bare loop")


if __name__ == "__main__":
    main()
