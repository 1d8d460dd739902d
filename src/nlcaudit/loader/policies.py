"""Scoring policies: what a toolkit declares, completed with the documented defaults."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from nlcaudit.bundled import bundled
from nlcaudit.diagnostics import Finding
from nlcaudit.errors import PathError
from nlcaudit.framework import ScoringPolicy
from nlcaudit.framework.policy import PolicyFile
from nlcaudit.loader.files import Loaded, read_part
from nlcaudit.rules.scales import check_policy
from nlcaudit.sentences import Sentence
from nlcaudit.shape import shape


def load_policy(path: Path) -> Loaded[ScoringPolicy]:
    """Load a file that holds a whole policy.

    Raises:
        PathError: the file cannot be opened.
    """
    part = read_part(path, "policy", PolicyFile)
    found = list(part.diagnostics)
    if part.model is not None:
        found += part.diagnose(list(check_policy(part.model)))
    return Loaded(part.model, tuple(sorted(found)))


def complete_policy(declared: Mapping[str, object]) -> tuple[ScoringPolicy, list[Finding]]:
    """Complete a toolkit's policy: a section that is not declared comes whole from `frameworks/policy.yaml`.

    Returns:
        The policy (the default while the declared one is wrong), and findings with routes into `declared`.

    Raises:
        PathError: the default is not as it was shipped.
    """
    model, default = _shipped(bundled("frameworks") / "policy.yaml")
    if not declared:
        return model, []
    policy, wrong = shape(ScoringPolicy, {**default, **declared})
    return policy or model, wrong


@cache
def _shipped(path: Path) -> tuple[ScoringPolicy, Mapping[str, object]]:
    """Read the default, once: every toolkit is completed with it."""
    part = read_part(path, "policy", PolicyFile)
    if part.model is None or part.document is None:
        raise PathError(Sentence("{path} is damaged", path=path), Sentence("install nlcaudit again"))
    default = {key: value for key, value in part.document.data.items() if key != "schema"}
    return ScoringPolicy.model_validate(default), default
