"""The example city, in any language and edition, with its earlier wave or without."""

from pathlib import Path

import pytest

from nlcaudit.loader import load_engagement
from nlcaudit.report import Beside, Options, build_report
from nlcaudit.scoring import score
from nlcaudit.waves import compare_waves

PORT_AZUR, BEFORE = (Path(__file__).parents[2] / "examples" / name for name in ("port-azur", "port-azur-2025"))


@pytest.fixture(scope="session")
def port_azur():
    loaded, before = load_engagement(PORT_AZUR), load_engagement(BEFORE)
    card = score(loaded.toolkit, loaded.engagement)
    file = loaded.engagement.file
    changes = compare_waves(loaded.toolkit, loaded.engagement, card, (before.toolkit, before.engagement))
    return lambda language, edition="short", *, earlier=False: build_report(
        loaded.toolkit, file, card, Options(language, edition, "draft", file.date), Beside(changes if earlier else None)
    )
