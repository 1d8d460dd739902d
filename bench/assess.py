"""How long `assess` takes from a key to the painted prompt, through a pty, and to encode and write a response.

Peers in the same run: a program that only echoes a prompt through a pty of the same kind, and a bare write and fsync of
the same bytes into the same folder. Medians; the aims (30 ms, 10 ms) are for an idle machine, hence the load beside.
"""

import os
import pty
import select
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from nlcaudit.engagement import Answer, Response
from nlcaudit.loader import load_toolkit
from nlcaudit.store import Kept, render_response

KEYS = 30
SAVES = 40
LONGEST = 60
ECHO = "import sys\nprint('X1 > ', end='', flush=True)\nfor line in sys.stdin: print('X1 > ', end='', flush=True)"


def key_to_prompt(command: list[str], folder: str, line: bytes) -> float:
    """Start a program in a pty, type lines, and return the median of milliseconds until its prompt stands again."""
    child, master = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execv(command[0], command)  # noqa: S606 - our own programs
    _until_prompt(master)
    taken = []
    for _ in range(KEYS):
        begun = time.perf_counter()
        os.write(master, line)
        _until_prompt(master)
        taken.append(time.perf_counter() - begun)
    os.close(master)
    os.waitpid(child, 0)
    return 1000 * median(taken)


def _until_prompt(master: int) -> None:
    seen, due = b"", time.monotonic() + LONGEST
    while not seen.endswith(b" > "):
        if time.monotonic() > due or not select.select([master], [], [], LONGEST)[0]:
            raise SystemExit(f"no prompt came: {seen[-200:]!r}")
        seen += os.read(master, 65536)


def writing(folder: str) -> tuple[float, float, float]:
    """Return milliseconds to encode and save a full response with notes, of processor alone, and of a bare write."""
    toolkit = load_toolkit("nlc").value
    if toolkit is None:
        raise SystemExit("the shipped toolkit cannot be read")
    answers = {name: Answer(rating=2, note="A note of one line, as people write it.") for name in toolkit.by_id}
    response = Response.model_validate({
        "schema": "nlcaudit/response/1", "toolkit": {"id": toolkit.id, "version": toolkit.version},
        "respondent": "mk-5927", "group": toolkit.groups[0].id,
        "frameworks": tuple(framework.id for framework in toolkit.frameworks), "answers": answers,
    })  # fmt: skip
    kept, bare, saves, syncs = Kept(Path(folder) / "mk-5927.yaml"), Path(folder) / "bare", [], []
    content = render_response(response).encode()
    worked = time.process_time()
    for _ in range(SAVES):
        kept.save(render_response(response))
    worked = time.process_time() - worked
    for _ in range(SAVES):
        begun = time.perf_counter()
        kept.save(render_response(response))
        saves.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        with bare.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        syncs.append(time.perf_counter() - begun)
    return 1000 * median(saves), 1000 * worked / SAVES, 1000 * median(syncs)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        assess = [sys.executable, "-m", "nlcaudit", "assess", "nlc", "--full", "--group", "health", "--out", "a.yaml"]
        ours = key_to_prompt(assess, folder, b"2\n")
        echo = key_to_prompt([sys.executable, "-c", ECHO], folder, b"2\n")
        save, worked, bare = writing(folder)
    print(f"key to prompt, saved    {ours:6.1f} ms    (aim: under 30 ms; a program that only echoes: {echo:.1f} ms)")
    print(f"encode and write        {save:6.1f} ms    (aim: under 10 ms; a bare write and fsync: {bare:.1f} ms)")
    print(f"    of it, processor    {worked:6.1f} ms")
    print(f"load                    {os.getloadavg()[0]:6.1f}       on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
