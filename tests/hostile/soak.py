"""Damaged files by the ten thousand: `python tests/hostile/soak.py [NUMBER] [FIRST SEED]`; by hand, in the background.

Prints each seed that raised, wrote, or took over 2 s of processor, and at the end how much memory was needed. A seed
that finds something is kept in `seeds.txt`, which the tests try again.
"""

import sys
import tempfile
import time
from pathlib import Path

from mutating import MEGABYTES, case_of, megabytes, try_out

NUMBER, STEP = 50_000, 1000


def main() -> int:
    """Try the seeds one after the other."""
    given = [int(word) for word in sys.argv[1:3]]
    number, first = [*given, *(NUMBER, 0)[len(given) :]]
    wrong, slowest = 0, (0.0, 0)
    with tempfile.TemporaryDirectory() as scratch:
        for seed in range(first, first + number):
            case, began = case_of(seed), time.process_time()
            said = try_out(case, Path(scratch))
            slowest = max(slowest, (time.process_time() - began, seed))
            if said:
                wrong += 1
                print(f"seed {seed}: {case.folder.relative_to(case.folder.parents[1])}/{case.file}: {said}", flush=True)
            if (seed - first + 1) % STEP == 0:
                print(f"{seed - first + 1} files, {wrong} wrong, {time.process_time():.0f} s of processor, "
                      f"{megabytes():.0f} MB, slowest {slowest[0]:.2f} s (seed {slowest[1]})", flush=True)  # fmt: skip
    return 1 if wrong or megabytes() > MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
