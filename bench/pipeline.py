"""From YAML to a result, as whole processes: `python bench/pipeline.py`.

Measured in one run, in turn, medians of several: the example's score; 30 respondents × 48 questions from YAML to the
full HTML report; and, as a yardstick for both, a bare prototype that reads the same files and does the same work
without any check: PyYAML's C loader, means in dicts, one jinja2 table.

The aims were written for a machine on which the prototype took 0.18 s: 0.35 s for the score, 0.3 s and 50 MB for the
report. Elsewhere they hold as ratios.
"""

import sys
import tempfile
from pathlib import Path

from measuring import costs
from synthetic import write_engagement

ROOT = Path(__file__).resolve().parents[1]
RUNS = 9
YARDSTICK = "bare prototype, 30 × 48 to HTML"
AIMS = {"score of the example": 0.35 / 0.18, "report, 30 × 48 to full HTML": 0.3 / 0.18}
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


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        city = Path(scratch) / "city"
        write_engagement(city, respondents=30)
        program = [sys.executable, "-m", "nlcaudit"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            YARDSTICK: [sys.executable, "-c", PROTOTYPE, str(ROOT), str(city)],
            "score of the example": [*program, "score", "--in", str(ROOT / "examples/port-azur"), "-q"],
            "report, 30 × 48 to full HTML": [
                *program, "report", "--in", str(city), "--format", "html", "--lang", "en", "--edition", "full",
                "--out", str(Path(scratch) / "out"),
            ],
        }  # fmt: skip
        taken = costs(commands, RUNS)
    for name, one in taken.items():
        ratio = one.seconds / taken[YARDSTICK].seconds
        aim = f"  (aim: at most {AIMS[name]:.2f})" if name in AIMS else ""
        print(f"{name:34} {one.seconds:6.3f} s of processor  {one.memory:5.1f} MB  {ratio:5.2f} × prototype{aim}")


if __name__ == "__main__":
    main()
