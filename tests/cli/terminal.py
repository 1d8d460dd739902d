"""The program on a real (pseudo) terminal."""

import signal

import pexpect
from cli.asking import ENVIRONMENT, PROGRAM


def talk(folder, *arguments, **more):
    return pexpect.spawn(
        PROGRAM[0], [*PROGRAM[1:], *map(str, arguments)], cwd=str(folder), env={**ENVIRONMENT, **more},
        encoding="utf-8", timeout=60, dimensions=(50, 80), preexec_fn=hear_everything,
    )  # fmt: skip


def hear_everything():
    """Undo what nohup, or a shell that starts things in the background, hands down: signals that are ignored."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def answer(child, *pairs):
    for prompt, line in pairs:
        child.expect_exact(f"{prompt} > ")
        child.sendline(line)


def ended(child):
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus
