"""A response → a form filled in → import → the same response, byte for byte, as far as the form can hold it."""

from io import BytesIO

from forms.making import form_of, kit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importers.making import COMPETENCIES, as_csv_form, as_markdown_form, parts_of, plan_of, response, without_trace
from importers.servers import SHAPES, WRITTEN
from openpyxl import load_workbook

from nlcaudit.engagement import Answer
from nlcaudit.forms.workbook import render_workbook
from nlcaudit.importers.cells import CellReader
from nlcaudit.importers.declaring import Declared
from nlcaudit.importers.letters import read_letter
from nlcaudit.importers.lexicon import Lexicon
from nlcaudit.importers.sheets import ABOUT
from nlcaudit.importers.submissions import Read, Setting, read_entry

LINE = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=30).filter(
    lambda text: text.strip()
)
LEXICON = Lexicon(kit())


def several(lines):
    return st.lists(lines, min_size=1, max_size=3).map("\n".join)


def answers(text, line, *, pieces=2, complete=True, flags=True):
    """Whatever a form can hold: every kind of answer, and what can stand beside it."""
    record = {"what": line, "strength": st.sampled_from(["claim", "document", "observed", "outcome"])}
    beside = {"confidence": st.sampled_from(["low", "medium", "high"]), "note": text}
    if complete:
        record |= {
            "where": line,
            "owner": line,
            "date": st.dates().map(str),
            "seen_by": st.sampled_from(["local", "national"]),
        }
        beside |= {"flag": st.just(value=True)} if flags else {}
    else:
        record = {"what": line}
    evidence = st.lists(
        st.fixed_dictionaries({"what": record.pop("what")}, optional=record), min_size=1, max_size=pieces
    )
    kind = st.one_of(
        st.integers(0, 3).map(lambda rating: {"rating": rating}),
        st.sampled_from([{"dont_know": True}, {"outside_powers": True}]),
        line.map(lambda reason: {"not_applicable": reason}),
    )
    others = st.fixed_dictionaries({}, optional={**beside, "evidence": evidence.map(tuple)})
    return st.tuples(kind, others).map(lambda both: Answer.model_validate({**both[0], **both[1]}))


def responses(answer, language=("en", "fr")):
    asked = [question.id for question in kit().asked(COMPETENCIES, "quick", None)]
    filled = st.fixed_dictionaries({}, optional=dict.fromkeys(asked[:6], answer)).filter(bool)
    return st.builds(
        lambda answers, language, group: response(answers, language=language, group=group),
        filled, st.sampled_from(language), st.sampled_from(["youth-work", "justice"]),
    )  # fmt: skip


def imported(plan):
    assert plan.problems == []
    [outcome] = plan.outcomes
    assert outcome.what == "new"
    return without_trace(outcome.response)


SETTINGS = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(responses(answers(several(LINE), several(LINE))))
def test_the_csv_form_holds_everything(filled):
    assert imported(plan_of(as_csv_form(filled), "form.csv")) == without_trace(filled)


PLAIN = LINE.map(str.strip).filter(lambda text: text and not text.startswith(("#", "-", "*", "<")))


@SETTINGS
@given(responses(answers(PLAIN, PLAIN, pieces=1, complete=False)))
def test_the_markdown_form_holds_lines_that_are_no_markup_and_no_respondent(filled):
    entry, problems = read_letter(as_markdown_form(filled, filled.language), "form.md", LEXICON)
    assert problems == []
    read = Read()
    read_entry(entry, CellReader(LEXICON, Declared()), Setting(kit(), filled.toolkit, "en"), read)
    assert read.problems == []
    [submission] = read.submissions
    assert without_trace(submission.response.model_copy(update={"respondent": filled.respondent})) == without_trace(
        filled
    )


def workbook_filled(filled, blank):
    book = load_workbook(BytesIO(blank))
    start, *others = book.worksheets
    spoken = {"en": "English", "fr": "Français"}[filled.language]
    about = {"language": spoken, "respondent": filled.respondent, "consent": "yes",
             "group": kit().group_by_id[filled.group].label.spoken([filled.language]).text}  # fmt: skip
    for row in start.iter_rows():
        if row[0].value in about:
            row[2].value = about[row[0].value]
    for sheet in others:
        heads = {cell.value: cell.column for cell in sheet[1]}
        if "answer" not in heads:
            continue
        for row in range(4, sheet.max_row + 1):
            question = next(q.id for q in kit().by_id.values() if q.code == sheet.cell(row, 1).value)
            answer = filled.answers.get(question)
            for name, text in (parts_of(answer) if answer else {}).items():
                cell = sheet.cell(row, heads[name])
                cell.value = shown(name, text, filled.language)
                cell.data_type = "s"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def shown(name, text, language):
    """What the list offers in its place."""
    labels = {
        "en": {
            "0": "0 – Not yet",
            "1": "1 – Starting",
            "2": "2 – Working",
            "3": "3 – Lasting",
            "d": "d – I don’t know",
        },
        "fr": {"0": "0 – Pas encore", "2": "2 – En fonctionnement", "low": "faible", "n": "n – Sans objet ici"},
    }
    return labels[language].get(text, text) if name in ("answer", "confidence") else text


BLANK = render_workbook(form_of())
TYPED = LINE.filter(lambda text: "_x" not in text)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(responses(answers(several(TYPED), several(TYPED), pieces=1)))
def test_the_workbook_holds_one_piece_of_evidence_a_question(filled):
    assert imported(plan_of(workbook_filled(filled, BLANK), "form.xlsx")) == without_trace(filled)


EXPORTS = [shape for shape in SHAPES if shape.startswith(("Kobo", "ODK"))]
READABLE = [way for way in WRITTEN if way not in ("Windows-1252, semicolon", "XLSX")]
"""What can hold every character; the matrix has the others."""


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(responses(answers(several(LINE), several(LINE), pieces=1, flags=False)), st.sampled_from(EXPORTS),
       st.sampled_from(READABLE), st.sampled_from(["en", "fr"]))  # fmt: skip
def test_the_xlsform_holds_all_but_marks_whatever_server_exports_it(filled, shape, way, labels):
    name, raw = WRITTEN[way](SHAPES[shape]([filled], labels))
    assert imported(plan_of(raw, name)) == without_trace(filled)


def test_the_settings_of_a_form_are_what_a_response_says_of_itself():
    assert set(ABOUT) == {"toolkit", "version", "depth", "frameworks", "language", "respondent", "group", "consent"}
