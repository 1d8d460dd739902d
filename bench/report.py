"""What a report costs after scoring, beside a bare loop: `python bench/report.py`.

60 questions × 50 respondents, full edition. Everything that scoring leaves for later is made first, as
`nlcaudit score --format json` does. Seconds of processor, medians of several runs:

- in fresh processes, in each of which the format is made for the first time: templates are read and compiled, fonts are
  loaded. The aims hold here, on an idle machine: 150 ms and 300 kB for the HTML, 2 s for a PDF;
- in one process, in turn: build and render again, beside the bare loop, which prints the same tables from the same view
  model with one jinja2 template and neither design, languages nor escaping of phrases.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from jinja2 import Environment
from synthetic import COMPETENCIES, write_engagement

from nlcaudit.engagement import EngagementFile
from nlcaudit.framework import Toolkit
from nlcaudit.loader import load_engagement
from nlcaudit.loader.themes import shipped_theme
from nlcaudit.rendering import Setting, render
from nlcaudit.report import Edition, Options, Report, build_report
from nlcaudit.results.scorecards import scorecard_json
from nlcaudit.scoring import Scorecard, score

RUNS, FRESH = 9, 5
PEOPLE = 50
MODULES = ("information-sharing", "coordination-functions")
"""Asked beside the competencies, to come to 60 questions."""
Scored = tuple[Toolkit, EngagementFile | None, Scorecard]
AIMS: dict[str, tuple[str, Edition, float]] = {
    "HTML, full edition": ("html", "full", 0.15),
    "PDF, short edition": ("pdf", "short", 2),
    "PDF, full edition": ("pdf", "full", 2),
}
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


def scored(city: Path) -> Scored:
    """Load and score an engagement, with all that scoring leaves for later."""
    loaded = load_engagement(city)
    if loaded.toolkit is None or loaded.engagement is None:
        raise SystemExit("\n".join(map(str, loaded.diagnostics)))
    card = score(loaded.toolkit, loaded.engagement)
    scorecard_json(card, loaded.toolkit)
    return loaded.toolkit, loaded.engagement.file, card


def built(known: Scored, edition: Edition = "full") -> Report:
    """Build the view model."""
    toolkit, file, card = known
    return build_report(toolkit, file, card, Options("en", edition, "draft"))


def for_the_first_time(city: Path, what: str) -> float:
    """Return what a fresh process takes to build and render one format."""
    command = [sys.executable, __file__, str(city), what]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def again(known: Scored) -> None:
    """Print what everything takes in a process that has done it before."""
    look, report = Setting(shipped_theme()), built(known)
    tasks: dict[str, Callable[[], object]] = {
        "bare jinja2 loop": lambda: BARE.render(report=report),
        "build": lambda: built(known),
        "render as HTML": lambda: render("html", report, look),
        "render as Markdown": lambda: render("md", report, look),
        "render as PDF": lambda: render("pdf", report, look),
    }
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(RUNS):
        for name, work in tasks.items():
            taken[name].append(seconds(work))
    yardstick = median(taken["bare jinja2 loop"])
    for name, found in taken.items():
        print(f"again: {name:33} {median(found):6.3f} s  {median(found) / yardstick:6.1f} × bare loop")


def main() -> None:
    """Measure and print; with a folder and a name of `AIMS`, only that one, once."""
    if sys.argv[1:]:
        known, (name, edition, _) = scored(Path(sys.argv[1])), AIMS[sys.argv[2]]
        print(seconds(lambda: render(name, built(known, edition), Setting(shipped_theme()))))
        return
    with tempfile.TemporaryDirectory() as scratch:
        city = Path(scratch) / "city"
        write_engagement(city, respondents=PEOPLE, frameworks=(*COMPETENCIES, *MODULES))
        known = scored(city)
        questions = sum(len(b.entries) for s in built(known).sections for b in s.blocks if b.kind == "questions")
        page = render("html", built(known), Setting(shipped_theme()))
        print(
            f"{questions} questions, {PEOPLE} respondents: HTML of {len(str(page).encode()) / 1000:.0f} kB (aim: 300)"
        )
        for what, (_, _, aim) in AIMS.items():
            taken = median(for_the_first_time(city, what) for _ in range(FRESH))
            print(f"for the first time: {what:20} {taken:6.3f} s  (aim: {aim:g})")
        again(known)


if __name__ == "__main__":
    main()
