"""The trace of imports moves along with the answers: what they replaced, and by what an edit by hand is noticed."""

from nlcaudit.engagement import Answer, ImportRecord, Orphan, Response, content_of
from nlcaudit.evolution.tracing import trace
from nlcaudit.evolution.versions import pending
from nlcaudit.framework import Toolkit


def moved_trace(before: Response, after: Response, toolkit: Toolkit) -> tuple[ImportRecord, ...]:
    """Return the records of imports at the toolkit's version.

    Args:
        before: the response as it was; unedited where the last record says so.
        after: the same, moved.
        toolkit: as it is now.
    """
    records = [_moved(record, before.toolkit.version, toolkit) for record in before.imported]
    if records and (records[-1].result or records[-1].content) == content_of(before):
        records[-1] = records[-1].model_copy(update={"result": content_of(after)})
    return tuple(records)


def _moved(record: ImportRecord, version: str, toolkit: Toolkit) -> ImportRecord:
    """Each replaced answer under the id of now; one without a home stays as it was given, as an orphan."""
    given = [Orphan(question=name, version=version, answer=answer) for name, answer in record.replaced.items()]
    replaced: dict[str, Answer] = {}
    orphans: list[Orphan] = []
    for one in sorted([*given, *record.orphaned], key=lambda one: one.question not in toolkit.by_id):
        here = trace(one.question, one.answer, pending(toolkit, one.version), toolkit)
        if here.lost or here.stranded is not None or here.question in replaced:
            orphans.append(one)
        else:
            replaced[here.question] = here.answer
    order = {question: place for place, question in enumerate(toolkit.by_id)}
    ordered = dict(sorted(replaced.items(), key=lambda entry: order[entry[0]]))
    return record.model_copy(update={"replaced": ordered, "orphaned": tuple(orphans)})
