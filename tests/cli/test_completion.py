"""What the shell offers when somebody presses Tab."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nlcaudit.cli.commands import COMMANDS, Commands

ROOT = Path(__file__).parents[2]
CITY = ROOT / "examples/port-azur"
OFFERED = {"--group", "--lang", "--module", "--toolkit", "--respondent", "--explain", "--frameworks", "kind", "code",
           "--view", "--sections"}  # fmt: skip
PRESS = """
eval "$(nlcaudit --show-completion bash)"
press() {
  COMP_WORDS=(nlcaudit "$@"); COMP_CWORD=$#; COMPREPLY=()
  "$(complete -p nlcaudit | sed 's/.*-F \\([^ ]*\\).*/\\1/')" nlcaudit
  echo "${COMPREPLY[*]}"
}
"""


@pytest.fixture
def tab(nlcaudit, monkeypatch):
    """Press Tab at the end of a line; return the words that are offered."""

    def press(line):
        words = f"nlcaudit {line}".split(" ")
        monkeypatch.setenv("COMP_WORDS", "\n".join(words))
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        monkeypatch.setenv("_NLCAUDIT_COMPLETE", "complete_bash")
        return nlcaudit().out.split()

    return press


@pytest.mark.parametrize(("line", "offered"), [
    ("fr", ["frameworks"]),
    ("frameworks s", ["show", "stamp", "schema"]),
    ("assess --gr", ["--group"]),
    ("assess --group yo", ["youth-work"]),
    ("form --group youth-work,civil", ["youth-work,civil-society"]),
    (f"assess --in {CITY} --group ju", ["justice"]),
    (f"assess --in {CITY} --group faith", []),
    (f"assess --in {CITY} --respondent ba", ["bamu-18"]),
    (f"report --in {CITY} --view nat", ["national", "national-representative", "national-police"]),
    (f"report --in {CITY} --sections solid,di", ["solid,differences"]),
    (f"report --in {CITY} --edition full --sections how,po", ["how,powers"]),
    ("assess tr", ["trust"]),
    ("frameworks show nl", ["nlc"]),
    ("frameworks show nlc --lang ", ["en", "fr", "ar"]),
    (f"frameworks show {ROOT}/tests/toolkits/kitchen --lang ", ["de"]),
    ("frameworks show haende --toolkit nl", ["nlc"]),
    ("frameworks new trams --lang ", ["en", "fr"]),
    ("frameworks schema g", ["glossary"]),
    ("init x --module pri", ["private-sector"]),
    (f"init x --toolkit {ROOT}/tests/toolkits/harbour --module ", ["weather"]),
    ("score --explain trust-obst", ["trust-obstacles", "trust-obstacles-named", "trust-obstacles-limits"]),
    ("score --explain trust/with", ["trust/without-person", "trust/without-group"]),
    ("score --explain all/a", ["all/alpha", "all/ac2"]),
    ("score --explain nothing/", []),
    ("explain NLC11", ["NLC110", "NLC111"]),
    ("explain newer-s", ["newer-schema"]),
    ("report --edition ", ["short", "full"]),
])  # fmt: skip
def test_tab_offers(tab, line, offered):
    assert tab(line) == offered


def test_a_file_that_cannot_be_used_offers_nothing(tab):
    Path("engagement.yaml").write_text("city: [", "utf-8")
    Path("broken.yaml").write_text("schema: nlcaudit/framework/1\n", "utf-8")
    assert tab("frameworks show broken.yaml --lang ") == []
    assert tab("frameworks show nowhere --lang ") == []
    assert "youth-work" in tab("assess --group ")


def test_no_option_whose_words_are_known_is_forgotten():
    forgotten = {
        (name, word)
        for name in COMMANDS
        for command in walk(Commands(name="").get_command(None, name))
        for parameter in command.params
        for word in parameter.opts
        if word in OFFERED and not getattr(parameter, "is_flag", False) and not completed(parameter)
    }
    assert forgotten == set()


def completed(parameter):
    return parameter._custom_shell_complete is not None  # noqa: SLF001 - typer has no question for it


def walk(command):
    yield command
    for inner in getattr(command, "commands", {}).values():
        yield from walk(inner)


def test_a_real_bash_completes(tmp_path):
    bash = shutil.which("bash") or pytest.skip("bash was not found: its completion was not tried")
    folder = Path(sys.executable).parent
    if not (folder / "nlcaudit").exists():
        pytest.skip("nlcaudit is not installed beside this Python: the shell's completion was not tried")
    calls = f"""
    press assess --group yo
    press score --in '{CITY}' --explain trust-obstacles-n
    press frameworks new trams --lang ''
    """
    surroundings = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([bash, "--norc", "-c", PRESS + calls], cwd=tmp_path, env=surroundings, capture_output=True,
                          text=True, check=False, timeout=120)  # fmt: skip
    assert (done.stdout.splitlines(), done.stderr) == (["youth-work", "trust-obstacles-named", "en fr"], "")
