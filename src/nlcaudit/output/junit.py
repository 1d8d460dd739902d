"""Diagnostics → JUnit's XML, which GitLab, Jenkins and others show as test results.

A suite is a file, a test case a finding; a file without findings is one case that passed. As in the schema of Jenkins'
xUnit plugin (`junit-10.xsd`), which has no lines: these stand in the name and the text.
"""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from nlcaudit.diagnostics import Diagnostic
from nlcaudit.messages import SOURCE_LANGUAGE, tell
from nlcaudit.output.text import NO_FINDINGS, render_text
from nlcaudit.rules.registry import RULES
from nlcaudit.sentences import Sentence

NOT_OPENED = Sentence("not opened")
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(
    found: Sequence[Diagnostic], unopened: Sequence[str] = (), files: Sequence[str] = (),
    language: str = SOURCE_LANGUAGE, *, strict: bool = False,
) -> str:  # fmt: skip
    """Render a report.

    Args:
        found: diagnostics.
        unopened: one sentence for each path that could not be opened; each is a case with an error.
        files: every file that was looked at.
        language: of the texts.
        strict: let warnings fail, too; otherwise they pass, with their text as output.
    """
    suites = ET.Element("testsuites", name="nlcaudit validate")
    for path in sorted({*files, *(one.path for one in found)}):
        _suite(
            suites,
            path,
            [_case(one, language, strict=strict) for one in found if one.path == path] or [_passed(path, language)],
        )
    if unopened:
        _suite(suites, tell(NOT_OPENED, language), [_error(tell(said, language), language) for said in unopened])
    for key in ("tests", "failures", "errors"):
        suites.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _suite(suites: ET.Element, name: str, cases: Sequence[ET.Element]) -> None:
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
    }
    suite = ET.SubElement(suites, "testsuite", {"name": _xml(name), **{key: str(n) for key, n in counts.items()}})
    suite.extend(cases)


def _case(found: Diagnostic, language: str, *, strict: bool) -> ET.Element:
    name = f"{found.code} {RULES[found.code].name} {found.line}:{found.column}"
    case = ET.Element("testcase", classname=_xml(found.path), name=name)
    if strict or found.severity == "error":
        shown = ET.SubElement(case, "failure", type=found.severity, message=_xml(tell(found.message, language)))
    else:
        shown = ET.SubElement(case, "system-out")
    shown.text = _xml(render_text([found], language))
    return case


def _passed(path: str, language: str) -> ET.Element:
    return ET.Element("testcase", classname=_xml(path), name=tell(NO_FINDINGS, language))


def _error(said: str, language: str) -> ET.Element:
    case = ET.Element("testcase", classname=tell(NOT_OPENED, language), name=_xml(said))
    ET.SubElement(case, "error", type="path", message=_xml(said))
    return case


def _xml(text: str) -> str:
    """Replace what XML cannot hold."""
    return NOT_XML.sub("\ufffd", text)
