"""kill -9 at any moment: no answer is lost after the next prompt was shown."""

import random
import re
import signal
import subprocess
import threading

from cli.asking import ENVIRONMENT, PROGRAM

from nlcaudit.loader import load_response

RUNS = 25
PROMPT = re.compile(rb"^O(\d+) > ", re.MULTILINE)


def test_no_confirmed_answer_is_lost_in_25_kills(orchards):
    confirmed = [_confirmed_before_a_kill(orchards, random.Random(run)) for run in range(RUNS)]  # noqa: S311
    assert sum(0 < count < 40 for count in confirmed) > RUNS / 3, confirmed


def _confirmed_before_a_kill(orchards, chance):
    (orchards / "a.yaml").unlink(missing_ok=True)
    with subprocess.Popen(
        [*PROGRAM, "assess", "orchards.yaml", "--out", "a.yaml"], cwd=orchards, env=ENVIRONMENT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
    ) as child:  # fmt: skip
        printed = b""
        while b"O1 > " not in printed:
            some = child.stdout.read(4096)
            assert some, printed
            printed += some
        killer = threading.Timer(chance.uniform(0.0, 0.1), child.send_signal, [signal.SIGKILL])
        killer.start()
        child.stdin.write(b"".join(b"%d\n" % (n % 4) for n in range(1, 41)))
        while some := child.stdout.read(4096):
            printed += some
        killer.join()
    confirmed = max((int(number) - 1 for number in PROMPT.findall(printed)), default=0)
    if not (orchards / "a.yaml").exists():
        assert confirmed == 0
        return 0
    loaded = load_response(orchards / "a.yaml")
    assert loaded.diagnostics == ()
    kept = {question: answer.rating for question, answer in loaded.value.answers.items()}
    assert kept == {f"tree-{n}": n % 4 for n in range(1, len(kept) + 1)}
    assert len(kept) >= confirmed
    return confirmed


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
