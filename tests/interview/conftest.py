import pytest
from interview.making import orchard


@pytest.fixture(scope="session")
def trees(tmp_path_factory):
    """Six questions on four levels."""
    return orchard(tmp_path_factory.mktemp("toolkit"))
