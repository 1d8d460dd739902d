"""What was understood of a table, as a mapping file to complete."""

import json
from textwrap import wrap

from nlcaudit.framework import Toolkit
from nlcaudit.importers.declaring import DROP, OPEN
from nlcaudit.importers.planning import Plan
from nlcaudit.importers.targets import Dropped, OfQuestion, OfRespondent, Target
from nlcaudit.messages import tell
from nlcaudit.sentences import Sentence

COLUMNS = Sentence(
    "What the columns of a table mean, for `nlcaudit import --mapping`. Write in place of each “?”: the code of a "
    "question (T1), a part of its answer (T1 note, T1 reason, T1 confidence, T1 what …), group, language, consent, "
    "respondent, submitted, or drop."
)
ANSWERS = Sentence(
    "Words of cells that are no level’s text: a level’s number, dont_know, outside_powers, not_applicable, unanswered."
)
GROUPS = Sentence("Words of cells → ids of groups.")
NUMBERS = Sentence("where the table counts the levels from 1")
WIDTH = 118


def render_mapping(plan: Plan, toolkit: Toolkit, language: str) -> str:
    """Draft a mapping file from what was recognised; what was not is a “?”. Its comments are in `language`."""
    named: dict[str, str] = {}
    for sheet in plan.sheets:
        for column in sheet.columns:
            named.setdefault(column.name, _meaning(column.target, toolkit))
    lines = [f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(meaning)}\n" for name, meaning in named.items()]
    columns = "columns:\n" + "".join(lines) if lines else "columns: {}\n"
    head = f"{_comment(COLUMNS, language)}schema: nlcaudit/mapping/1\n"
    answers = f"{_comment(ANSWERS, language)}answers: {{}}\n"
    groups = f"{_comment(GROUPS, language)}groups: {{}}\n"
    return f"{head}{columns}{answers}{groups}# numbers_from: 1   # {tell(NUMBERS, language)}\n"


def _comment(said: Sentence, language: str) -> str:
    return "".join(f"# {line}\n" for line in wrap(tell(said, language), WIDTH))


def _meaning(target: Target, toolkit: Toolkit) -> str:
    if isinstance(target, OfQuestion):
        code = toolkit.by_id[target.question].code
        return code if target.part == "answer" else f"{code} {target.part}"
    if isinstance(target, OfRespondent):
        return target.key
    return DROP if isinstance(target, Dropped) else OPEN
