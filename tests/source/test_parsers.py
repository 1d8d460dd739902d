"""libyaml and PyYAML's own parser give the same values, places and findings."""

from pathlib import Path

import pytest

from nlcaudit.source.reading import PLAIN, QUICK, read_document

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("tests/corpus", "tests/toolkits", "frameworks", "examples")
    for path in (ROOT / folder).rglob("*.y*ml")
)

pytestmark = pytest.mark.skipif(QUICK is PLAIN, reason="PyYAML has no libyaml here: its parsers were not compared")


def test_there_is_something_to_compare():
    assert len(FILES) > 150


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_both_parsers_read_the_same(path):
    quick, quick_found = read_document(path.read_bytes(), "a.yaml", parser=QUICK)
    plain, plain_found = read_document(path.read_bytes(), "a.yaml", parser=PLAIN)
    assert quick_found == plain_found
    assert quick == plain


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: , c}\n",
        "a:\n- b\n-\n",
        "a:\n  -\n  - \n",
        "? a\n: b\n",
        "a: !!str 5\n",
        "a: &x\nb: *x\n",
        "a: 'x\n  y'\n",
        "a: >-\n  x\n\n  y\n",
        "a: |+\n  x\n\n",
        "'a b': 1\n",
        "a: é\u2028b: 1\n",
        "a:\tb\n",
        'a: "\\ud800"\n',
        "a: [\n",
        "a: b: c\n",
        "%YAML 3.0\n---\na: 1\n",
        "a: *x\n",
        "a: `x`\n",
        "a: {x\n",
        "- a\n b\n",
        "a: |x\n",
    ],
)
def test_both_parsers_read_the_same_text(text):
    assert read_document(text.encode(), "a.yaml", parser=QUICK) == read_document(text.encode(), "a.yaml", parser=PLAIN)
