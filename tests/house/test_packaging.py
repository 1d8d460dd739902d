"""What is shipped: everything that the program needs, from the checkout and from the source archive alike."""

import ast
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ("frameworks", "templates", "examples")
pytestmark = pytest.mark.slow


def build(target, source, *kinds):
    command = [sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", target, source]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """The source archive, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    build(folder, ROOT, "--sdist")
    [path] = folder.glob("*.tar.gz")
    with tarfile.open(path) as opened:
        opened.extractall(folder, filter="data")
    return folder / path.name.removesuffix(".tar.gz")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory, archive):
    """A wheel, built from the source archive."""
    folder = tmp_path_factory.mktemp("wheel")
    build(folder, archive, "--wheel")
    [path] = folder.glob("*.whl")
    return path


def tracked():
    listed = subprocess.run(
        ["git", "ls-files", "-z", *SHIPPED, "src"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is not a git checkout: the wheel was not compared with it")
    return {name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}


def test_the_wheel_holds_every_file_of_the_checkout_that_the_program_reads(wheel):
    expected = {
        name.removeprefix("src/") if name.startswith("src/") else f"nlcaudit/_bundled/{name}" for name in tracked()
    }
    with zipfile.ZipFile(wheel) as opened:
        held = {name for name in opened.namelist() if ".dist-info/" not in name}
    assert sorted(expected - held) == []
    assert {name.split("/")[2] for name in held if name.startswith("nlcaudit/_bundled/")} == set(SHIPPED)


def test_the_source_archive_holds_what_its_readers_need(archive):
    for name in (
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Makefile",
        "constraints.txt",
        "tests/conftest.py",
    ):
        assert (archive / name).is_file(), name


DISTRIBUTED = {"yaml": "pyyaml", "docx": "python-docx", "fontTools": "fonttools"}
"""Under another name than the one they are imported by."""


def test_everything_that_is_imported_is_declared(wheel):
    with zipfile.ZipFile(wheel) as opened:
        [name] = [name for name in opened.namelist() if name.endswith(".dist-info/METADATA")]
        declared = Parser().parsestr(opened.read(name).decode()).get_all("Requires-Dist")
    needed = {
        part.split(">")[0] for part in declared if "extra == 'test'" not in part and "extra == 'bench'" not in part
    }
    imported = set()
    for path in (ROOT / "src/nlcaudit").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.split(".")[0])
    others = imported - set(sys.stdlib_module_names) - {"nlcaudit", "pydantic_core"}
    assert {DISTRIBUTED.get(name, name) for name in others} == needed


def venv(folder, *, beside_these_packages):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    if beside_these_packages:
        [site] = folder.glob("lib/python*/site-packages")
        (site / "beside.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder


def install(folder, *arguments):
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        folder,
        "--disable-pip-version-check",
        "install",
        "-q",
        *arguments,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def listed_by(folder, tmp_path):
    command = [folder / "bin/nlcaudit", "frameworks", "list"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True)
    return ended.stdout


def test_the_wheel_runs_outside_the_checkout(wheel, tmp_path):
    folder = venv(tmp_path / "venv", beside_these_packages=True)
    ended = install(folder, "--no-deps", "--no-index", wheel)
    assert ended.returncode == 0, ended.stderr
    assert "  trust " in listed_by(folder, tmp_path)
    subprocess.run([folder / "bin/nlcaudit", "demo"], cwd=tmp_path, capture_output=True, check=True)
    assert (tmp_path / "demo/reports/report.fr.html").is_file()
    exported = subprocess.run([folder / "bin/nlcaudit", "frameworks", "export", "--lang", "fr", "--out", "nlc.po"],
                              cwd=tmp_path, capture_output=True, check=True)  # fmt: skip
    assert exported.returncode == 0
    for guarded in (["import", "nlc.po"], ["stamp", "nlc"]):
        ended = subprocess.run([folder / "bin/nlcaudit", "frameworks", *guarded], cwd=tmp_path, capture_output=True,
                               text=True, check=False)  # fmt: skip
        assert (ended.returncode, "came with the program" in ended.stderr) == (2, True), ended.stderr
    origin = "import nlcaudit; print(nlcaudit.__file__)"
    found = subprocess.run(
        [folder / "bin/python", "-c", origin], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert found.stdout.startswith(str(folder))


def test_a_clean_installation_with_nothing_else_runs(wheel, tmp_path):
    folder = venv(tmp_path / "venv", beside_these_packages=False)
    ended = install(folder, "--constraint", ROOT / "constraints.txt", wheel)
    if "No matching distribution" in ended.stderr or "Could not find a version" in ended.stderr:
        pytest.skip("no package index was reached: the clean installation was not tried")
    assert ended.returncode == 0, ended.stderr
    assert "  trust " in listed_by(folder, tmp_path)
