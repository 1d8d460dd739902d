import pytest


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a text with a file; `--update-golden` writes the file instead."""

    def compare(path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"there is no {path.name}; write it with: pytest --update-golden"
        assert path.read_bytes().decode() == text, f"{path.name} differs; look at it, then: pytest --update-golden"

    return compare
