"""Engagements of any size, made from a seed, for the benchmarks."""

import random
from pathlib import Path

from nlcaudit.loader import load_toolkit

GROUPS = ("national-government", "national-police", "municipality-executive", "civil-society", "education", "health")
NOTED = (True, False, False, False, False)
COMPETENCIES = ("trust", "inclusivity", "coordination", "communication", "capacity", "sustainability")


def write_engagement(folder: Path, respondents: int, seed: int = 7) -> None:
    """Write an engagement of the NLC toolkit, full depth, with so many respondents in six groups.

    One answer in seven is missing, outside their powers or not applicable; one in five has a note.
    """
    toolkit = load_toolkit("nlc").value
    if toolkit is None:
        raise SystemExit("the shipped toolkit does not load")
    (folder / "responses").mkdir(parents=True)
    (folder / "engagement.yaml").write_text(
        "schema: nlcaudit/engagement/1\ncity: Benchmark\ndate: 2026-01-01\n"
        f'toolkit: {{id: nlc, version: "{toolkit.version}"}}\ndepth: full\nlanguages: [en]\n',
        encoding="utf-8",
    )
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for number in range(respondents):
        group = GROUPS[number % len(GROUPS)]
        lines = [
            "schema: nlcaudit/response/1",
            f'toolkit: {{id: nlc, version: "{toolkit.version}"}}',
            f"respondent: r-{number:05}",
            f"group: {group}",
            f"frameworks: [{', '.join(COMPETENCIES)}]",
            "answers:",
        ]
        for question in toolkit.asked(COMPETENCIES, "full", group):
            lines += [f"  {question.id}:", f"    {_answer(chance)}"]
            if chance.choice(NOTED):
                lines.append("    note: We wrote this down in the spring, after the second meeting.")
        (folder / "responses" / f"r-{number:05}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _answer(chance: random.Random) -> str:
    kinds = (
        ["rating"] * 43 + ["dont_know: true"] * 4 + ["outside_powers: true"] * 2 + ["not_applicable: no such body here"]
    )
    kind = chance.choice(kinds)
    return f"rating: {chance.choice((0, 1, 1, 2, 2, 3))}" if kind == "rating" else kind
