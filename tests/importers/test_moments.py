"""Times of day as servers write them: of two submissions the later one sorts later."""

import pytest
from importers.making import response

from nlcaudit.importers.identity import Identity, _moment
from nlcaudit.importers.merging import _misfit
from nlcaudit.importers.submissions import Submission
from nlcaudit.messages import tell


@pytest.mark.parametrize(("written", "moment"), [
    ("2026-11-14T09:05:00.123Z", "2026-11-14 09:05:00"), ("2026-11-14T09:05:00-05:00", "2026-11-14 09:05:00"),
    ("2026-11-14T09:05:00+01:00", "2026-11-14 09:05:00"), ("2026-11-14 9:05", "2026-11-14 09:05:00"),
    ("2026/11/14 2:05:00 PM GMT+1", "2026-11-14 14:05:00"), ("2026/11/14 12:05:00 AM UTC", "2026-11-14 00:05:00"),
    ("2026/11/14 2:05:00 p. m. GMT-5", "2026-11-14 14:05:00"), ("2026-11-14 9:05 p.m.", "2026-11-14 21:05:00"),
    ("2026-11-14 12:05 p.m.", "2026-11-14 12:05:00"), ("2026-11-14 9h05", "2026-11-14 09:05:00"),
    ("2026-11-14", "2026-11-14"), ("2026-11-14 at noon", "2026-11-14 at noon"),
    ("14/11/2026 09:05", ""), ("2026-13-14 09:05", ""), ("", ""),
])  # fmt: skip
def test_a_moment_is_read_as_far_as_every_country_reads_the_same(written, moment):
    assert _moment(written) == moment


@pytest.mark.parametrize(("there", "new", "english", "french"), [
    ("justice", "health", "mk-5927 answers for justice, and this says health", "justice"),
    (None, "health", "mk-5927 answers for no group, and this says health", "aucun groupe"),
    ("justice", None, "mk-5927 answers for justice, and this says no group", "aucun groupe"),
])  # fmt: skip
def test_another_group_than_before_is_refused_also_where_there_was_none(there, new, english, french):
    came = Submission("a.yaml", "", 0, response(group=new), frozenset(), Identity((), own=True, content=""))
    problem = _misfit(came, response(group=there), "mk-5927")
    assert (problem.message, problem.hint) == (
        english, "correct the group in the file or in the table, then import again")  # fmt: skip
    assert french in tell(problem.message, "fr")
