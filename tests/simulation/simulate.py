"""Known truths, and what nlcaudit says of them: `python tests/simulation/simulate.py [runs] [seed] [processes]`.

By hand.

Each run draws people from a declared truth and scores them. Counted are: questions without a difference that are listed
for discussion; questions on which the sides truly lie one level apart that are listed; and how often the interval of
the competency's score holds the true score, without protection and, where it is shown at all, with it.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import erf, sqrt
from multiprocessing import Pool
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from scoring.making import engagement_from, toolkit_from

from nlcaudit.scoring import score

TOP, QUESTIONS = 3, 8
NOISE, PERSON = 0.6, 0.4
LAYOUTS = {5: (3, 2), 8: (5, 3), 12: (7, 5)}
"""People of each group of a side, by people a side."""
SHOWN = 5
"""Only with groups of so many is an interval shown under protection."""


@dataclass(frozen=True)
class Truth:
    """Where the groups of a side lie.

    Attributes:
        centre: the latent mean of both sides.
        apart: on every other question, by how many levels of expected rating the first side lies higher.
        groups: how far the groups of a side lie from its middle, in latent levels.
    """

    centre: float
    apart: float = 0
    groups: float = 0


TRUTHS = {
    "middle": Truth(1.5), "groups": Truth(1.5, groups=0.5), "ceiling": Truth(2.8),
    "apart": Truth(1.5, apart=1), "apart-groups": Truth(1.5, apart=1, groups=0.5),
}  # fmt: skip


def expected(mean: float) -> float:
    """Return the expected rating of people whose latent answer is normal around `mean` and rounded into the scale."""
    spread = sqrt(NOISE**2 + PERSON**2)
    return sum(0.5 * (1 - erf((cut + 0.5 - mean) / spread / sqrt(2))) for cut in range(TOP))


def side_value(mean: float, groups: float) -> float:
    """Return a side's expected rating: the mean of its two groups."""
    return (expected(mean - groups) + expected(mean + groups)) / 2


def shift_for(truth: Truth) -> float:
    """Return how far each side's latent mean moves from the centre so that the sides lie `apart` levels apart."""
    low, high = 0.0, 3.0
    for _ in range(60):
        middle = (low + high) / 2
        gap = side_value(truth.centre + middle, truth.groups) - side_value(truth.centre - middle, truth.groups)
        low, high = (middle, high) if gap < truth.apart else (low, middle)
    return low


@dataclass
class Tally:
    """What was seen over the runs of a truth and a size."""

    same: list[bool] = field(default_factory=list)
    apart: list[bool] = field(default_factory=list)
    bare: list[bool] = field(default_factory=list)
    safe: list[bool] = field(default_factory=list)


def means_of(truth: Truth) -> Mapping[tuple[str, int, int], float]:
    """Return the latent mean of each side, group and question."""
    shift = shift_for(truth) if truth.apart else 0.0
    return {
        (side, group, question): truth.centre + sign * shift * (question % 2) + (2 * group - 1) * truth.groups
        for side, sign in (("n", 1), ("l", -1))
        for group in range(2)
        for question in range(QUESTIONS)
    }


KIT = toolkit_from({
    "sides": ["n", "l"], "groups": {"n0": "n", "n1": "n", "l0": "l", "l1": "l"},
    "frameworks": {"trust": {"t": [f"q{number}" for number in range(QUESTIONS)]}},
    "resampling": {"seed": 1, "deals": 1, "draws": 1000, "interval": 0.95, "respondents": 5},
})  # fmt: skip


def sheets(means: Mapping[tuple[str, int, int], float], size: int, dice: Random) -> dict[str, list[dict[str, int]]]:
    """Draw people."""
    return {
        f"{side}{group}": [_sheet(means, side, group, dice) for _ in range(LAYOUTS[size][group])]
        for side in "nl"
        for group in range(2)
    }


def _sheet(means: Mapping[tuple[str, int, int], float], side: str, group: int, dice: Random) -> dict[str, int]:
    person = dice.gauss(0, PERSON)
    latent = (means[side, group, question] + person + dice.gauss(0, NOISE) for question in range(QUESTIONS))
    return {f"q{question}": min(TOP, max(0, round(value))) for question, value in enumerate(latent)}


def run(case: tuple[str, int, int]) -> tuple[str, int, Tally]:
    """Draw one engagement, score it, and count. It has a seed of its own, so it does not matter who runs it."""
    name, size, seed = case
    truth, tally, dice = TRUTHS[name], Tally(), Random(seed)  # noqa: S311 - repeatable, not secret
    means = means_of(truth)
    true = sum(map(expected, means.values())) / len(means) / TOP
    found = engagement_from(KIT, sheets(means, size, dice))
    modes = ((False, tally.bare), (True, tally.safe))
    for protect, held in modes if min(LAYOUTS[size]) >= SHOWN else modes[:1]:
        card = score(KIT, found, protect=protect)
        interval = card.diagnosis.sampling["trust"].interval
        if interval.low is not None and interval.high is not None:
            held.append(interval.low <= true <= interval.high)
    result = card.result("trust")
    for difference in result.differences if result else ():
        if difference.node.startswith("q"):
            odd = truth.apart and int(difference.node[1:]) % 2
            (tally.apart if odd else tally.same).append(difference.to_discuss)
    return name, size, tally


def percent(seen: list[bool]) -> str:
    """Return a share, or a dash."""
    return f"{100 * sum(seen) / len(seen):5.1f} %" if seen else "      –"


def lines(tallies: Mapping[tuple[str, int], Tally]) -> Iterator[str]:
    """Yield the table."""
    yield "| truth | people a side | wrongly to discuss | one level apart, found | interval holds | protected |"
    yield "|---|---:|---:|---:|---:|---:|"
    for (name, size), tally in tallies.items():
        yield (f"| {name} | {size} | {percent(tally.same)} | {percent(tally.apart)} | {percent(tally.bare)} "
               f"| {percent(tally.safe)} |")  # fmt: skip


def main() -> None:
    """Run, and print the table."""
    runs, seed, processes = (int(word) for word in (*sys.argv[1:], *("2000", "20261126", "2")[len(sys.argv) - 1 :]))
    cases = [(name, size) for name in TRUTHS for size in LAYOUTS]
    tallies = {case: Tally() for case in cases}
    work = [(*cases[number % len(cases)], seed * 100_000 + number) for number in range(runs)]
    with Pool(processes) as pool:
        for name, size, seen in pool.imap(run, work, chunksize=20):
            tally = tallies[name, size]
            tally.same += seen.same
            tally.apart += seen.apart
            tally.bare += seen.bare
            tally.safe += seen.safe
    sys.stdout.write("\n".join(lines(tallies)) + "\n")


if __name__ == "__main__":
    main()
