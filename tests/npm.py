"""Tools of the tests that come from npm; each lies in a folder with its package.json and the lock beside it."""

import shutil
import subprocess

import pytest


def installed(folder, purpose):
    """Install what a folder's lock names, once, without running any of its scripts; return its node_modules.

    Without npm, or where its registry is not reached, the test is skipped.
    """
    fcntl = pytest.importorskip("fcntl", reason=f"this system cannot lock the folder: {purpose} was not tried")
    npm = shutil.which("npm") or pytest.skip(f"npm was not found (Debian: apt install npm): {purpose} was not tried")
    modules = folder / "node_modules"
    with (folder / ".npm.lock").open("w") as lock:  # the processes of one test run share the folder
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = modules / ".package-lock.json"
        if not made.exists() or made.stat().st_mtime < (folder / "package-lock.json").stat().st_mtime:
            command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode:
                pytest.skip(f"npm ci did not work in {folder.name}: {purpose} was not tried ({done.stderr[-300:]})")
    return modules
