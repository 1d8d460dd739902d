"""What lets others guard their frameworks: the pre-commit hook and the action, used on our own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
BAD = "tests/corpus/invalid/NLC207-unknown-lever/bad"
NO_INDEX = ("No matching distribution", "Could not find a version")


def ran(command, *, cwd=ROOT, **environment):
    """Run a tool that is installed beside this Python."""
    if not (BIN / command[0]).exists():
        pytest.skip(f"{command[0]} is not installed beside this Python")
    return subprocess.run(
        [BIN / command[0], *command[1:]], cwd=cwd, env=os.environ | environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def step(name, runner, **inputs):
    """Run a step of the action as GitHub would: its script in bash, its inputs in the environment."""
    given = {key: entry.get("default", "") for key, entry in ACTION["inputs"].items()} | inputs
    context = {f"${{{{ inputs.{key} }}}}": value for key, value in given.items()}
    context["${{ github.action_path }}"] = str(ROOT)
    environment = {key: context[value] for key, value in STEPS[name]["env"].items()}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]], cwd=ROOT, check=False,
        env=os.environ | environment | {"RUNNER_TEMP": str(runner), "GITHUB_ACTIONS": "true"}, capture_output=True,
        text=True,
    )  # fmt: skip


@pytest.fixture
def runner(tmp_path):
    """A runner's folder with the program where the action installs it."""
    place = tmp_path / "nlcaudit/bin/nlcaudit"
    place.parent.mkdir(parents=True)
    place.write_text(f'#!/bin/sh\nexec {sys.executable} -m nlcaudit "$@"\n', "utf-8")
    place.chmod(0o755)
    return tmp_path


def test_the_manifest_of_the_hook_is_valid():
    ended = ran(["pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"])
    assert ended.returncode == 0, ended.stdout


def test_the_action_is_valid_by_the_schema_of_github_actions():
    ended = ran(["check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"])
    assert ended.returncode == 0, ended.stdout


def test_every_input_of_the_action_reaches_its_script():
    used = {value for entry in STEPS.values() for value in entry["env"].values()}
    assert {f"${{{{ inputs.{key} }}}}" for key in ACTION["inputs"]} <= used
    assert not any("${{" in entry["run"] for entry in STEPS.values())


def test_the_action_finds_nothing_in_our_own_frameworks(runner):
    ended = step("Validate", runner, strict="true")
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr


def test_the_action_annotates_and_fails_and_keeps_sarif(runner):
    sarif = runner / "out.sarif"
    ended = step("Validate", runner, paths=f"frameworks\n{BAD}\n", **{"sarif-file": str(sarif)})
    assert ended.returncode == 1, ended.stderr
    assert ended.stdout.startswith(f"::error file={BAD}/tea.yaml,line=52,col=16,title=NLC207 ")
    assert '"ruleId": "NLC207"' in sarif.read_text("utf-8")


@pytest.mark.parametrize(("inputs", "code"), [({"ignore": "NLC207"}, 0), ({"select": "NLC3"}, 0), ({"select": "X"}, 2)])
def test_the_action_hands_over_the_choice_of_rules(runner, inputs, code):
    assert step("Validate", runner, paths=BAD, **inputs).returncode == code


@pytest.mark.slow
def test_the_action_installs_the_program(tmp_path):
    ended = step("Install nlcaudit", tmp_path)
    if any(said in ended.stderr for said in NO_INDEX):
        pytest.skip("no package index was reached: the action's installation was not tried")
    assert ended.returncode == 0, ended.stderr
    assert step("Validate", tmp_path).returncode == 0


@pytest.mark.slow
def test_the_hook_passes_on_our_own_frameworks_and_fails_on_a_mistake(tmp_path):
    if not (ROOT / ".git").exists():
        pytest.skip("this is not a git checkout: the pre-commit hook was not tried")
    revision = git(ROOT, "rev-parse", "HEAD").strip()
    git(tmp_path, "init", "--quiet")
    config = f"repos:\n  - repo: {ROOT}\n    rev: {revision}\n    hooks:\n      - id: nlcaudit-validate\n"
    (tmp_path / ".pre-commit-config.yaml").write_text(config, "utf-8")
    shutil.copytree(ROOT / "frameworks", tmp_path / "frameworks")
    ended = hooked(tmp_path)
    if any(said in ended.stdout for said in NO_INDEX):
        pytest.skip("no package index was reached: the pre-commit hook was not tried")
    assert (ended.returncode, "Passed" in ended.stdout) == (0, True), ended.stdout + ended.stderr
    shutil.copy(ROOT / BAD / "tea.yaml", tmp_path / "frameworks/tea.yaml")
    ended = hooked(tmp_path)
    assert (ended.returncode, "frameworks/tea.yaml:52:16: error NLC207" in ended.stdout) == (1, True), ended.stdout


def git(folder, *arguments):
    return subprocess.run(["git", "-C", folder, *arguments], capture_output=True, text=True, check=True).stdout


def hooked(folder):
    git(folder, "add", ".")
    return ran(["pre-commit", "run", "--all-files"], cwd=folder, PRE_COMMIT_HOME=str(folder / ".git/pre-commit"))
