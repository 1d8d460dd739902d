import shutil
from pathlib import Path

import pytest
from cli.asking import run
from interview.making import orchard_yaml


@pytest.fixture
def orchards(tmp_path):
    """A folder with a toolkit of another subject: 40 questions, one group, so none to choose, one language."""
    (tmp_path / "orchards.yaml").write_text(orchard_yaml(questions=40, groups=("everybody",)), encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def new_engagement(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new")
    made = run("init", "port-azur", "--city", "Port-Azur", "--date", "2026-11-14", "--lang", "en", "--lang", "fr",
               folder=folder)  # fmt: skip
    assert made.returncode == 0, made.stderr
    return folder / "port-azur"


@pytest.fixture
def port_azur(new_engagement, tmp_path):
    """An engagement of the shipped toolkit, new."""
    return Path(shutil.copytree(new_engagement, tmp_path / "port-azur"))
