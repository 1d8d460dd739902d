"""kill -9 at any moment: no answer is lost after the next prompt was shown, and the file is always whole."""

import re
import subprocess
import sys
from pathlib import Path

from cli.asking import ENVIRONMENT, PROGRAM

KILLS = 50
KILLING = Path(__file__).with_name("killing.py")


def test_no_confirmed_line_is_lost_in_50_kills():
    done = subprocess.run(
        [sys.executable, KILLING, str(KILLS)], capture_output=True, encoding="utf-8", check=False, env=ENVIRONMENT
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    said = re.match(r"50 kills, (\d+) of them between the first and the last line, 0 losses\n", done.stdout)
    assert int(said[1]) > KILLS / 3


def test_after_a_kill_the_questionnaire_goes_on(orchards):
    with subprocess.Popen(
        [*PROGRAM, "assess", "orchards.yaml", "--out", "a.yaml"], cwd=orchards, env=ENVIRONMENT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
    ) as child:  # fmt: skip
        child.stdin.write(b"1\n2\n")
        printed = b""
        while b"O3 > " not in printed:
            some = child.stdout.read(4096)
            assert some, printed
            printed += some
        child.kill()
    (orchards / ".a.yaml.0badcafe.tmp").write_text("half a draf")
    again = subprocess.run(
        [*PROGRAM, "assess", "--out", "a.yaml"], input="3\n", capture_output=True, encoding="utf-8", check=False,
        timeout=20, cwd=orchards, env=ENVIRONMENT,
    )  # fmt: skip
    assert (again.returncode, "Question 3 of 40" in again.stdout) == (0, True)
    assert sorted(path.name for path in orchards.iterdir()) == ["a.yaml", "orchards.yaml"]
