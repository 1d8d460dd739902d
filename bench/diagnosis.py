"""The whole diagnosis, and agreement beside the peers: `python bench/diagnosis.py`.

64 questions (six competencies, ten lessons, a module) and 25 to 400 respondents, each size in a process of its own:
CPU seconds from answers in memory to the scorecard as JSON, with everything in it, and the peak memory of that process.
Then α and AC2 of the same table, ours (exact fractions, pure Python) and the packages krippendorff and irrCAC, with
numpy.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from synthetic import COMPETENCIES, write_engagement

from nlcaudit.engagement import Rated
from nlcaudit.loader import load_engagement
from nlcaudit.results.scorecards import scorecard_json
from nlcaudit.scoring import score
from nlcaudit.scoring.agreement import gwet, krippendorff, units_of

SIZES = (25, 50, 100, 200, 400)
FRAMEWORKS = (*COMPETENCIES, "ten-lessons", "information-sharing")
RUNS = 3


def cpu(call: Callable[[], object], runs: int = RUNS) -> float:
    """Return the CPU seconds of a call, the median of several."""
    seconds = []
    for _ in range(runs):
        started = time.process_time()
        call()
        seconds.append(time.process_time() - started)
    return statistics.median(seconds)


def one_size(folder: Path) -> None:
    """Score one engagement and print what it took."""
    loaded = load_engagement(folder)
    if loaded.toolkit is None or loaded.engagement is None:
        raise SystemExit("the benchmark's engagement does not load")
    toolkit, engagement = loaded.toolkit, loaded.engagement
    seconds = cpu(lambda: scorecard_json(score(toolkit, engagement), toolkit))  # what nobody prints is not computed
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    asked = {q.id for r in engagement.responses for q in toolkit.asked(r.frameworks, r.depth, r.group)}
    print(f"{len(engagement.responses):4} respondents × {len(asked)} questions: {seconds:6.3f} s, {peak:5.1f} MB")


def beside_the_peers(folder: Path) -> None:
    """Time α and AC2 on one table, check that they agree, and print."""
    import krippendorff as peer  # noqa: PLC0415 - not for those who only measure the diagnosis
    from irrCAC.raw import CAC  # noqa: PLC0415
    from pandas import DataFrame  # noqa: PLC0415

    loaded = load_engagement(folder)
    if loaded.engagement is None or loaded.toolkit is None:
        raise SystemExit("the benchmark's engagement does not load")
    levels = len(loaded.toolkit.levels)
    sheets = [
        {q: choice.rating for q in response.answers if isinstance(choice := response.choice(q), Rated)}
        for response in loaded.engagement.responses
    ]
    questions = sorted({q for sheet in sheets for q in sheet})
    table = [[float(sheet[q]) if q in sheet else float("nan") for q in questions] for sheet in sheets]
    frame, categories = DataFrame(table).T, list(range(levels))
    calls: dict[str, Callable[[], object]] = {
        "α, ours": lambda: krippendorff(levels).value(units_of(sheets, questions, levels).values()),
        "α, krippendorff": lambda: peer.alpha(table, level_of_measurement="ordinal", value_domain=categories),
        "AC2, ours": lambda: gwet(levels).value(units_of(sheets, questions, levels).values()),
        "AC2, irrCAC": lambda: CAC(frame, weights="quadratic", categories=categories, digits=15).gwet()["est"][
            "coefficient_value"
        ],
    }
    warnings.simplefilter("ignore")
    for name, call in calls.items():
        print(f"{name:16} {float(call()):.9f}  {1000 * cpu(call, 5):8.2f} ms")  # type: ignore[arg-type]


def main() -> None:
    """Measure each size, then the peers."""
    if len(sys.argv) > 1:
        one_size(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as scratch:
        for size in SIZES:
            folder = Path(scratch) / str(size)
            write_engagement(folder, respondents=size, frameworks=FRAMEWORKS)
            subprocess.run([sys.executable, __file__, str(folder)], check=True)
        beside_the_peers(Path(scratch) / "200")


if __name__ == "__main__":
    main()
