import pytest
from browser.driving import Browser


@pytest.fixture
def browser(chromium: str, tmp_path):
    return Browser(chromium, tmp_path)
