"""From YAML to a result, as whole processes: `python bench/pipeline.py`.

Measured in one run, in turn, medians of several: the example's score; 30 respondents × 48 questions from YAML to the
full HTML report; and, as yardsticks for both:

- a bare prototype that reads the same files and does the same work without any check: PyYAML's C loader, means in
  dicts, one jinja2 table;
- the libraries alone: a typer command with one pydantic model is made and called, the C parser of PyYAML runs over the
  same files, jinja2 compiles one line. Nothing is built, checked or scored: no program made of these parts takes less.

The aims were written before there was a diagnosis in the report, for a machine on which the prototype took 0.18 s and
33 MB: 0.35 s for the score, 0.3 s and 50 MB for the report. Elsewhere they hold as ratios.
"""

import sys
import tempfile
from pathlib import Path

from measuring import costs
from synthetic import write_engagement

ROOT = Path(__file__).resolve().parents[1]
RUNS = 9
YARDSTICK = "bare prototype, 30 × 48 to HTML"
AIMS = {"score of the example": (0.35 / 0.18, None), "report, 30 × 48 to full HTML": (0.3 / 0.18, 50 / 33)}
"""Seconds and memory, as ratios to the prototype."""
PROTOTYPE = """
import sys, pathlib, yaml, jinja2
root, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
load = lambda path: yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
read = [p for p in sorted((root / "frameworks/nlc").glob("*.yaml")) if not p.name.endswith(".lock.yaml")]
toolkit = {p.stem: load(p) for p in read}
answers = [load(p) for p in sorted((folder / "responses").glob("*.yaml"))]
rows = []
for name, framework in toolkit.items():
    for theme in framework.get("themes", ()):
        for question in theme["questions"]:
            found = [a["answers"].get(question["id"], {}).get("rating") for a in answers]
            rated = [r for r in found if r is not None]
            rows.append((question, sum(rated) / len(rated) if rated else None))
page = jinja2.Environment(autoescape=True).from_string(
    "<table>{% for q, s in rows %}<tr><td>{{ q.text.en }}<td>{{ s }}{% for l in q.levels %}<td>{{ l.text.en }}"
    "{% endfor %}</tr>{% endfor %}</table>")
(folder / "bare.html").write_text(page.render(rows=rows), "utf-8")
"""
LIBRARIES = """
import sys, pathlib, typer, yaml, jinja2, pydantic
class Answer(pydantic.BaseModel):
    rating: int
app = typer.Typer()
@app.command()
def parse(root: pathlib.Path, folder: pathlib.Path) -> None:
    Answer(rating=1)
    read = [p for p in sorted((root / "frameworks/nlc").glob("*.yaml")) if not p.name.endswith(".lock.yaml")]
    for path in [*read, *sorted((folder / "responses").glob("*.yaml"))]:
        parser = yaml.CSafeLoader(path.read_text("utf-8"))
        while type(parser.get_event()) is not yaml.StreamEndEvent:
            pass
    jinja2.Environment(autoescape=True).from_string("{{ word }}").render(word="done")
app()
"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        city = Path(scratch) / "city"
        write_engagement(city, respondents=30)
        program = [sys.executable, "-m", "nlcaudit"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            YARDSTICK: [sys.executable, "-c", PROTOTYPE, str(ROOT), str(city)],
            "the libraries alone, on 30 × 48": [sys.executable, "-c", LIBRARIES, str(ROOT), str(city)],
            "score of the example": [*program, "score", "--in", str(ROOT / "examples/port-azur"), "-q"],
            "report, 30 × 48 to full HTML": [
                *program, "report", "--in", str(city), "--format", "html", "--lang", "en", "--edition", "full",
                "--out", str(Path(scratch) / "out"),
            ],
        }  # fmt: skip
        taken = costs(commands, RUNS)
    bare = taken[YARDSTICK]
    for name, one in taken.items():
        seconds, memory = AIMS.get(name, (None, None))
        print(
            f"{name:34} {one.seconds:6.3f} s of processor {one.seconds / bare.seconds:5.2f} ×{_aim(seconds)}"
            f"   {one.memory:5.1f} MB {one.memory / bare.memory:5.2f} ×{_aim(memory)}"
        )


def _aim(ratio: float | None) -> str:
    return f" (aim: at most {ratio:.2f})" if ratio else ""


if __name__ == "__main__":
    main()
