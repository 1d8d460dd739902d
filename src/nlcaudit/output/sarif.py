"""Diagnostics → SARIF 2.1.0, which code scanning services read (OASIS standard, 27 March 2020)."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import quote

from nlcaudit import __version__
from nlcaudit.diagnostics import Diagnostic, Rule
from nlcaudit.rules.registry import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LINE_NUMBER = re.compile(r"\bline \d+")
FINGERPRINT = "primaryLocationLineHash"
"""The only one that GitHub compares."""


def render_sarif(found: Sequence[Diagnostic], unopened: Sequence[str] = ()) -> str:
    """Render one run; what could not be opened makes it an unsuccessful one."""
    order = {code: index for index, code in enumerate(RULES)}
    failed = [{"level": "error", "message": {"text": said}} for said in unopened]
    run = {
        "tool": {"driver": {
            "name": "nlcaudit", "semanticVersion": __version__, "rules": [_rule(rule) for rule in RULES.values()],
        }},
        "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": failed}],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(one, order[one.code], fingerprint)
            for one, fingerprint in zip(found, fingerprints(found), strict=True)
        ],
    }  # fmt: skip
    written = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def fingerprints(found: Sequence[Diagnostic]) -> list[str]:
    """Name each finding by what it says and the text it stands in, not by its line.

    Equal ones in a file are told apart by their number.
    """
    seen: Counter[tuple[str, str]] = Counter()
    named = []
    for one in found:
        said = LINE_NUMBER.sub("line", one.message)
        content = sha256(f"{one.code}\n{said}\n{one.excerpt.strip()}".encode()).hexdigest()[:16]
        seen[one.path, content] += 1
        named.append(f"{content}:{seen[one.path, content]}")
    return named


def _rule(rule: Rule) -> Mapping[str, object]:
    why = rule.doc.strip().partition("\n\n")[2]
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(why.split())},
        "help": {"text": f"{rule.doc.strip()}\n\nnlcaudit explain {rule.code}", "markdown": rule.doc.strip()},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.code[:4]], "problem.severity": rule.severity, "precision": "very-high"},
    }


def _result(found: Diagnostic, rule: int, fingerprint: str) -> Mapping[str, object]:
    region: dict[str, object] = {"startLine": found.line, "startColumn": found.column}
    place: dict[str, object] = {"artifactLocation": {"uri": _uri(found.path)}, "region": region}
    if found.excerpt[found.column - 1 :].strip():
        region["snippet"] = {"text": found.excerpt[found.column - 1 :]}
        place["contextRegion"] = {"startLine": found.line, "snippet": {"text": found.excerpt}}
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity,
        "message": {"text": f"{found.message} ({found.hint})" if found.hint else found.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }


def _uri(path: str) -> str:
    """Return a relative reference, or a `file:` address for an absolute path."""
    whole = PurePosixPath(path)
    return whole.as_uri() if whole.is_absolute() else quote(path.removeprefix("./"), safe="/", errors="surrogateescape")
