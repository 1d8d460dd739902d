import json
import shutil
import subprocess
from pathlib import Path

import pytest
from browser.driving import Browser
from npm import installed

HERE = Path(__file__).parent


@pytest.fixture
def browser(chromium: str, tmp_path):
    return Browser(chromium, tmp_path)


@pytest.fixture(scope="session")
def drive(chromium: str):
    """Run one scenario of form.mjs on a page and return what came of it."""
    node = shutil.which("node") or pytest.skip("node was not found: the offline form was not driven in a browser")
    installed(HERE, "the offline form in a browser")

    def run(scenario: str, page: Path, **wanted: object):
        told = json.dumps({"chromium": chromium, "file": str(page), **wanted})
        ended = subprocess.run(
            [node, HERE / "form.mjs", scenario, told], capture_output=True, text=True, check=False, timeout=900
        )
        assert ended.returncode == 0, ended.stderr[-3000:]
        return json.loads(ended.stdout)

    return run
