"""Engagements of any size, made from a seed, for the benchmarks."""

import random
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from nlcaudit.loader import load_toolkit

GROUPS = ("national-government", "national-police", "municipality-executive", "civil-society", "education", "health")
NOTED = (True, False, False, False, False)
ROOT = Path(__file__).resolve().parents[1]
ALONE = ("version", "languages", "scale", "sides", "groups", "levers", "step_lists")
"""What a framework in a single file takes from the toolkit."""
ELSEWHERE = ("sources", "lessons", "cases", "terms", "gate")
"""What its questions leave out, because it stands in other files."""
QUESTIONS = 13
COMPETENCIES = ("trust", "inclusivity", "coordination", "communication", "capacity", "sustainability")


def write_engagement(folder: Path, respondents: int, seed: int = 7, frameworks: tuple[str, ...] = COMPETENCIES) -> None:
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
            f"frameworks: [{', '.join(frameworks)}]",
            "answers:",
        ]
        for question in toolkit.asked(frameworks, "full", group):
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


def write_framework(path: Path, number: int) -> Path:
    """Write a framework in a single file of about 66 kB, made of the shipped one about trust and inclusivity.

    Each file has ids of its own, and everything that its questions refer to.
    """
    head = _shipped("toolkit")
    themes = [theme for name in ("trust", "inclusivity") for theme in _shipped(name)["themes"]]
    questions = [question for theme in themes for question in theme["questions"]][:QUESTIONS]
    framework = {
        "schema": "nlcaudit/framework/1",
        "id": f"bench-{number:03}",
        "code": "B",
        "title": {"en": f"Benchmark {number}", "fr": f"Banc d’essai {number}"},
        "summary": {"en": "Made to be measured.", "fr": "Fait pour être mesuré."},
        "toolkit": {key: head[key] for key in ALONE} | {"sources": [{"id": "own", "title": "Our own judgement"}]},
        "themes": [
            {
                "id": f"part-{part}",
                "title": {"en": f"Part {part}", "fr": f"Partie {part}"},
                "questions": [_alone(question, number) for question in questions[part::3]],
            }
            for part in range(3)
        ],
    }
    text = yaml.dump(framework, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8")
    return path


@cache
def _shipped(name: str) -> dict[str, Any]:
    text = (ROOT / f"frameworks/nlc/{name}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def _alone(question: dict[str, Any], number: int) -> dict[str, Any]:
    kept = {key: value for key, value in question.items() if key not in ELSEWHERE}
    return {**kept, "id": f"{question['id']}-{number}", "sources": ["own"]}
