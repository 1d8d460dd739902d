"""What a command costs, measured by the system, so that a busy machine and a warm cache do not decide."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As for a user: modules are compiled once, not at each start."""

LAUNCHER = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
_, status, used = os.wait4(os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet), 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status))
"""
"""A process begins with the memory of the one that starts it, so that one has to be small."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds of processor (its own and the system's for it), peak memory in MB."""

    seconds: float
    memory: float


def cost(command: Sequence[str], *, may_fail: bool = False) -> Cost:
    """Run a command once, its output thrown away.

    Raises:
        SystemExit: it failed, and may not.
    """
    measured = subprocess.run(
        [sys.executable, "-IS", "-c", LAUNCHER, *command], env=SURROUNDINGS, capture_output=True, text=True, check=True
    )
    seconds, memory, status = measured.stdout.split()
    if status != "0" and not may_fail:
        raise SystemExit(f"{' '.join(command)[:200]} ended with {status}")
    return Cost(float(seconds), float(memory) / 1024)


def costs(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Cost]:
    """Run commands in turn, so that what else the machine does slows all of them; return the median of each."""
    for command in commands.values():
        cost(command)
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(cost(command))
    return {
        name: Cost(median(one.seconds for one in found), max(one.memory for one in found))
        for name, found in taken.items()
    }
