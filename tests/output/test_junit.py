"""JUnit's XML: well formed, counted right, and in the shape that its readers expect."""
# ruff: noqa: S314 - what is parsed is our own

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from output.making import PLAIN, SEVERAL, UNOPENED, WARNING

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.output import render_junit

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"classname", "name"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}
INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error", "system-out"},
}
"""The part of Jenkins' schema (junit-10.xsd) that we use."""


def check_shape(element):
    assert set(element.attrib) == ATTRIBUTES[element.tag], element.tag
    assert {inner.tag for inner in element} <= INSIDE.get(element.tag, set())
    for inner in element:
        check_shape(inner)
    if element.tag != "testcase" and "tests" in element.attrib:
        counted = {"tests": "testcase", "failures": "failure", "errors": "error"}
        assert {key: str(len(list(element.iter(tag)))) for key, tag in counted.items()} == {
            key: element.get(key) for key in counted
        }


@pytest.mark.parametrize("strict", [False, True])
def test_the_document_has_the_shape_and_the_counts_are_right(strict):
    check_shape(ET.fromstring(render_junit(SEVERAL, UNOPENED, ["clean.yaml"], strict=strict)))


def test_a_clean_file_is_a_test_that_passed():
    [suite] = ET.fromstring(render_junit([], (), ["clean.yaml"]))
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("clean.yaml", "1", "0")


@pytest.mark.parametrize(("strict", "failures"), [(False, 1), (True, 2)])
def test_a_warning_fails_only_when_asked_to(strict, failures):
    root = ET.fromstring(render_junit([PLAIN, WARNING], strict=strict))
    assert (root.get("tests"), root.get("failures")) == ("2", str(failures))


@given(st.text(), st.text(), st.text())
def test_any_text_is_well_formed(path, message, excerpt):
    found = Diagnostic(path, 1, 1, "NLC207", "error", message, "", excerpt)
    check_shape(ET.fromstring(render_junit([found], [message], [path]).encode("utf-8", "surrogatepass")))
