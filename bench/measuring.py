"""What a command costs, measured by the system, so that a busy machine and a warm cache do not decide."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As for a user: modules are compiled once, not at each start."""


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
    with subprocess.Popen(
        command, env=SURROUNDINGS, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not may_fail:
        raise SystemExit(f"{' '.join(command)[:200]} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


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
