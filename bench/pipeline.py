"""From YAML to a result, as whole processes: `python bench/pipeline.py`.

Measured in one run, in turn, medians of several: the example's score; 30 respondents × 48 questions from YAML to the
full HTML report; and, as a yardstick for both, a bare prototype that does the same work without any check: PyYAML's C
loader, means in dicts, one jinja2 table.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from synthetic import write_engagement

ROOT = Path(__file__).resolve().parents[1]
RUNS = 9
PROTOTYPE = """
import sys, pathlib, yaml, jinja2
root, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
load = lambda path: yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
toolkit = {p.stem: load(p) for p in sorted((root / "frameworks/nlc").glob("*.yaml"))}
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


def measure(command: list[str]) -> tuple[float, float]:
    """Return wall seconds and peak memory in MB of one run."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        city = Path(scratch) / "city"
        write_engagement(city, respondents=30)
        program = [sys.executable, "-m", "nlcaudit"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "bare prototype, 30 × 48 to HTML": [sys.executable, "-c", PROTOTYPE, str(ROOT), str(city)],
            "score of the example": [*program, "score", "--in", str(ROOT / "examples/port-azur"), "-q"],
            "report, 30 × 48 to full HTML": [
                *program, "report", "--in", str(city), "--format", "html", "--lang", "en", "--edition", "full",
                "--out", str(Path(scratch) / "out"),
            ],
        }  # fmt: skip
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        memory: dict[str, float] = {}
        for _ in range(RUNS):
            for name, command in commands.items():
                wall, peak = measure(command)
                seconds[name].append(wall)
                memory.setdefault(name, peak)
        yardstick = statistics.median(seconds["bare prototype, 30 × 48 to HTML"])
        for name, runs in seconds.items():
            middle = statistics.median(runs)
            print(f"{name:34} {middle:6.3f} s ({min(runs):.3f}–{max(runs):.3f})  {middle / yardstick:5.2f} × prototype"
                  f"  peak so far {memory[name]:5.1f} MB")  # fmt: skip


if __name__ == "__main__":
    main()
