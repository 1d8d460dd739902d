"""Many framework files checked in one go, beside the peers: `python bench/validate.py [FILES]`.

Ours runs every rule; check-jsonschema only compares with our own schema, yamllint only looks at the YAML. The aims:
at most a tenth of check-jsonschema's time for 200 files of about 66 kB, linear in the number of files, under 120 MB.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import SURROUNDINGS, Cost, cost, costs
from synthetic import write_framework

FILES = 200
RUNS = 5
AIM, ROOM = 0.1, 120
OURS, SCHEMA, LINT = "nlcaudit validate", "check-jsonschema", "yamllint"


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        files = [str(write_framework(folder / f"bench-{one:03}.yaml", one)) for one in range(number)]
        size = sum(Path(file).stat().st_size for file in files) / number / 1000
        print(f"{number} files of {size:.0f} kB")
        commands = _commands(folder)
        _tell_one(cost(commands[OURS] + files[:1]), costs({OURS: commands[OURS] + files[:1]}, RUNS)[OURS])
        for part in (number // 4, number // 2, number):
            _tell(OURS, part, cost(commands[OURS] + files[:part]))
        ours = cost(commands[OURS] + files)
        for peer in (SCHEMA, LINT):
            if peer in commands:
                found = cost(commands[peer] + files, may_fail=peer == LINT)  # it dislikes long lines
                _tell(peer, number, found)
                aim = f"  (aim: at most {AIM})" if peer == SCHEMA else ""
                print(f"{'ratio to ' + peer:34} {ours.seconds / found.seconds:6.3f}{aim}")
        print(f"{'memory':34} {ours.memory:6.1f} MB  (aim: under {ROOM})")


def _commands(folder: Path) -> dict[str, list[str]]:
    """Return the checks that are installed: `pip install -e '.[bench]'` brings the peers."""
    program = [sys.executable, "-m", "nlcaudit"]
    schema = folder / "framework.schema.json"
    made = subprocess.run(
        [*program, "frameworks", "schema", "framework"], check=True, capture_output=True, env=SURROUNDINGS
    )
    schema.write_bytes(made.stdout)
    commands = {OURS: [*program, "validate"]}
    peers = {SCHEMA: ["--schemafile", str(schema)], LINT: []}
    for peer, arguments in peers.items():
        found = shutil.which(peer, path=str(Path(sys.executable).parent))
        if found:
            commands[peer] = [found, *arguments]
        else:
            print(f"{peer} is not installed beside this Python: not measured")
    return commands


def _tell_one(first: Cost, usual: Cost) -> None:
    print(f"{'one file, as a process':34} {usual.seconds:6.3f} s of processor  {first.memory:6.1f} MB")


def _tell(name: str, files: int, found: Cost) -> None:
    per_file = 1000 * found.seconds / files
    print(f"{f'{name}, {files} files':34} {found.seconds:6.3f} s of processor  {found.memory:6.1f} MB"
          f"  {per_file:6.1f} ms a file")  # fmt: skip


if __name__ == "__main__":
    main()
