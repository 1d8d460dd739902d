"""Kills `assess` at random moments and compares what is in the file with what was confirmed.

By hand: `python tests/cli/killing.py 1000`. Each run is a process of its own, forked from this one so that a thousand
of them take minutes.
"""

import os
import random
import re
import select
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from interview.making import orchard_yaml

from nlcaudit.cli import main
from nlcaudit.interview import Refused, begin, step
from nlcaudit.loader import load_response, load_toolkit

PROMPT = re.compile(rb"^O\d+[^>\n]* > ", re.MULTILINE)
LEVELS = [str(n % 4) for n in range(1, 41)]
LARGE = "The mayor’s office wrote it down – twice. " * 90
RICH = [
    line
    for n in range(1, 11)
    for line in ("t", LARGE, f"{n}th note: “quoted”, # no comment", ".", f"e Minutes {n}", "Shelf – 3", "2026-03-12",
                 "City hall", "2", "evidence/minutes.pdf", f"c {n % 3 + 1}", f"y {n % 3}", str(n % 4))
]  # fmt: skip
SLOWEST = 30
MOST_PROMPTS = 24


def kill_many(runs, folder):
    """Return how many runs were killed between the first and the last answer, and what was lost in each."""
    os.chdir(folder)
    Path("orchards.yaml").write_text(orchard_yaml(questions=40, groups=("everybody",)), encoding="utf-8")
    toolkit = load_toolkit("orchards.yaml").value
    halfway, lost = 0, []
    for run in range(runs):
        lines = RICH if run % 2 else LEVELS
        Path("a.yaml").unlink(missing_ok=True)
        confirmed = confirmed_before_a_kill(lines, random.Random(run))  # noqa: S311
        wrong = loss(Path("a.yaml"), toolkit, lines, confirmed)
        lost += [f"run {run}: {wrong}"] if wrong else []
        halfway += 0 < confirmed < len(lines)
    return halfway, lost


def confirmed_before_a_kill(lines, chance):
    """Return how many lines were followed by a prompt before the process died.

    It is killed up to 50 ms after one of the first prompts, in the middle of whatever it does then.
    """
    child, source, target = start()
    prompts, after = chance.randrange(1, MOST_PROMPTS), chance.uniform(0.0, 0.05)
    printed, waiting, due = b"", "".join(f"{line}\n" for line in lines).encode(), time.monotonic() + SLOWEST
    alive = True
    while True:
        if alive and time.monotonic() > due:
            os.kill(child, signal.SIGKILL)
            alive = False
        wait = max(0, due - time.monotonic()) if alive else None
        ready, free, _ = select.select([source], [target] if waiting else [], [], wait)
        if free:
            waiting = send(target, waiting)
        if ready:
            some = os.read(source, 65536)
            if not some:
                break
            printed += some
            if prompts and len(PROMPT.findall(printed)) >= prompts:
                prompts, due = 0, time.monotonic() + after
    os.close(source)
    os.close(target)
    os.waitpid(child, 0)
    return len(PROMPT.findall(printed)) - 1


def send(target, waiting):
    try:
        return waiting[os.write(target, waiting[:4096]) :]
    except BrokenPipeError:  # it is dead
        return b""


def start():
    """Fork a process that runs `assess`; its input and output are pipes."""
    (theirs_in, target), (source, theirs_out) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        for number, pipe in ((0, theirs_in), (1, theirs_out)):
            os.dup2(pipe, number)
        for pipe in (theirs_in, target, source, theirs_out):
            os.close(pipe)
        sys.stdin, sys.stdout = open(0, encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115
        sys.argv = ["nlcaudit", "assess", "orchards.yaml", "--out", "a.yaml"]
        try:
            main()
        finally:
            os._exit(1)
    os.close(theirs_in)
    os.close(theirs_out)
    os.set_blocking(target, False)
    return child, source, target


def loss(path, toolkit, lines, confirmed):
    """Say what is wrong unless the file is exactly what it was after a line that is not before the last confirmed."""
    if not path.exists():
        return "" if confirmed <= (lines[0] == "t") else f"no file after {confirmed} lines"  # the key changes nothing
    loaded = load_response(path)
    if loaded.diagnostics:
        return str(loaded.diagnostics)
    blank = loaded.value.model_copy(update={"answers": {}, "resume_at": None})
    state, _ = begin(toolkit, blank, ["en"])
    saved = [state.response.answers]
    for line in lines:
        state, events = step(state, line)
        assert not any(isinstance(event, Refused) for event in events), line
        saved.append(state.response.answers)
    return "" if loaded.value.answers in saved[confirmed:] else f"{confirmed} lines were confirmed"


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    with TemporaryDirectory() as made:
        between, found = kill_many(wanted, made)
    counted = f"{wanted} kills, {between} of them between the first and the last line, {len(found)} losses"
    sys.stdout.write("\n".join([counted, *found]) + "\n")
    sys.exit(bool(found))
