"""Typing sheets in, for tests: the harbour's questions, and what is marked on a sheet."""

from forms.making import kit
from hypothesis import strategies as st

from nlcaudit.engagement import ToolkitRef
from nlcaudit.keying import Keying, Mark, step
from nlcaudit.keying.events import Finished, Refused
from nlcaudit.keying.state import Plan

REASONS = ["no ferry here", "2 d", "T1 3", "q", "because, of this; or that"]
MARKS = st.one_of(
    st.sampled_from([Mark(key) for key in "0123do-"]), st.sampled_from(REASONS).map(lambda reason: Mark("n", reason))
)


def plan(**changed) -> Plan:
    toolkit = kit("harbour")
    reference = ToolkitRef(id=toolkit.id, version=toolkit.version)
    groups = {group.id: group.id for group in toolkit.groups}
    frameworks = tuple(framework.id for framework in toolkit.with_role("competency"))
    given = {"toolkit": toolkit, "reference": reference, "frameworks": frameworks, "depth": "full", "language": "en",
             "groups": groups}  # fmt: skip
    return Plan(**{**given, **changed})


COUNT = len(Keying(plan(), number="7", group="crews").questions)


def said(mark: Mark) -> str:
    return f"{mark.key} {mark.reason}".strip()


def play(lines, state: Keying | None = None):
    """Play lines; return the last state and all events."""
    state, told = state or Keying(plan()), []
    for line in lines:
        state, events = step(state, line)
        told += events
    return state, told


def finished(events):
    return [event.response for event in events if isinstance(event, Finished)]


def refusals(events):
    return [event.reason for event in events if isinstance(event, Refused)]
