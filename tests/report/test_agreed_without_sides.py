"""A rating that a meeting agreed on, in a toolkit that has no sides."""

from dataclasses import replace

from report.ferry import engaged, report_of, toolkit
from report.reading import section
from scoring.making import frozen, shaped

from nlcaudit.engagement import Workshop

KIT = toolkit("kitchen")


def test_without_sides_an_agreed_rating_stands_beside_what_everybody_answered():
    first = next(iter(KIT.by_id))
    record = {
        "schema": "nlcaudit/workshop/1",
        "toolkit": {"id": KIT.id, "version": KIT.version},
        "agreed": {first: {"rating": 3, "reason": "We looked together.", "date": "2026-11-18"}},
    }
    answered = replace(engaged(KIT, {"kueche": "123 " * 6}), workshop=shaped(Workshop, frozen(record)))
    table = section(report_of(answered, KIT, edition="full"), "agreed").blocks[1]
    assert [str(column.label) for column in table.columns] == ["Question", "First answers", "Agreed", "Why"]
    [row] = table.rows
    assert [str(cell.text) for cell in row.cells[1:]] == ["0.4", "3 Fast immer", "We looked together."]
    assert [str(cell.note) for cell in row.cells[2:]] == ["18 November 2026", ""]
