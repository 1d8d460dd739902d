"""Rules about what weighs, and what can be reached (NLC307 to NLC311)."""

from collections.abc import Iterator, Mapping, Sequence

from nlcaudit.diagnostics import Finding, Rule
from nlcaudit.framework import Framework, ScoringPolicy
from nlcaudit.framework.judging import TrustRule
from nlcaudit.rules.walking import Draft
from nlcaudit.sentences import Sentence

STAGE_WITHOUT_GATE = Rule("NLC307", "stage-without-gate", "warning", """
A framework has gates, but none that leads to one of the stages.

Whoever reaches the stage below has this one, too: it says nothing. Give a question of the framework a `gate` with this
`stage`, or take the stage out.
""")  # fmt: skip
UNREACHABLE_GRADE = Rule("NLC308", "unreachable-grade", "error", """
A rule for a grade of trust can never be the first that is fulfilled.

The first rule that is fulfilled gives the grade; one that asks for as much as an earlier one, or more, is never
reached. Write the strictest rule first, and the grades from A down.
""")  # fmt: skip
NOBODY_WEIGHS = Rule("NLC309", "nobody-weighs", "error", """
All sides, or all groups, weigh 0.

Then no answer counts and nothing has a score. Give at least one a weight.
""")  # fmt: skip
LOPSIDED = Rule("NLC310", "lopsided-weight", "warning", """
One theme or one question carries more of its framework's weight than the toolkit's limit.

Competencies weigh the same, but inside one a single answer can decide everything. Lower the declared weight. The limit
is `scoring.advice.largest_weight`.
""")  # fmt: skip
FEW_QUESTIONS = Rule("NLC311", "few-questions", "warning", """
A competency asks fewer questions than the toolkit's limit.

It stands in the profile beside others, and a value that rests on one or two answers moves with every slip. Add
questions, or make it a part of another competency. The limit is `scoring.advice.questions`.
""")  # fmt: skip

RULES = (STAGE_WITHOUT_GATE, UNREACHABLE_GRADE, NOBODY_WEIGHS, LOPSIDED, FEW_QUESTIONS)
FEWEST_BESIDE_EACH_OTHER = 3
"""Of two, one nearly always weighs more than half."""


def check_stages(draft: Draft) -> Iterator[Finding]:
    """Where there are gates, there is one for each stage."""
    stages = draft.toolkit.policy.stages
    for framework in draft.toolkit.frameworks:
        led_to = {question.gate.stage for question in framework.questions if question.gate}
        missing = [str(n) for n in range(1, len(stages) + 1) if n not in led_to]
        if led_to and missing and max(led_to) <= len(stages):
            said = Sentence("no gate of {framework} leads to stage {stages}", framework=framework.id, stages=missing)
            yield STAGE_WITHOUT_GATE.at((framework.id, "id"), said, Sentence("add “gate: {stage: …}” to a question"))


def check_grades(policy: ScoringPolicy) -> Iterator[Finding]:
    """Every rule for a grade can be reached; routes begin inside the policy."""
    rules = policy.trust.rules
    for index, rule in enumerate(rules[1:], start=1):
        hidden = any(_asks_no_more(earlier, rule) for earlier in rules[:index])
        if hidden or rules[index - 1].grade >= rule.grade:
            yield UNREACHABLE_GRADE.at(("trust", "rules", index),
                                       Sentence("the rule for grade {grade} is never reached", grade=rule.grade),
                                       Sentence("write the strictest rule first, the grades from A down"))  # fmt: skip
            return


def _asks_no_more(one: TrustRule, other: TrustRule) -> bool:
    return (
        one.coverage <= other.coverage
        and one.persons_per_side <= other.persons_per_side
        and one.seen_evidence <= other.seen_evidence
    )


def check_voices(draft: Draft) -> Iterator[Finding]:
    """Somebody's answer counts."""
    weights, toolkit = draft.toolkit.policy.weights, draft.toolkit
    for key, declared, known in (
        ("sides", weights.sides, [side.id for side in toolkit.sides]),
        ("groups", weights.groups, [group.id for group in toolkit.groups]),
    ):
        if known and all(declared.get(one, 1) == 0 for one in known):
            said = Sentence("all sides weigh 0") if key == "sides" else Sentence("all groups weigh 0")
            yield NOBODY_WEIGHS.at(draft.shared("scoring", "weights", key), said,
                                   Sentence("give at least one of them a weight"), key=True)  # fmt: skip


def check_shares(draft: Draft) -> Iterator[Finding]:
    """No declared weight decides a framework alone."""
    for framework in draft.toolkit.frameworks:
        for number, theme in enumerate(framework.themes):
            questions = {q.id: q.weight for q in theme.questions}
            if theme.weight is not None and _too_large(theme.id, _theme_weights(framework), draft):
                yield _lopsided((framework.id, "themes", number, "weight"), theme.id, framework.id)
            for index, question in enumerate(theme.questions):
                if question.weight > 1 and _too_large(question.id, questions, draft):
                    place = (framework.id, "themes", number, "questions", index, "weight")
                    yield _lopsided(place, question.id, theme.id)


def _theme_weights(framework: Framework) -> Mapping[str, int]:
    return {t.id: sum(q.weight for q in t.questions) if t.weight is None else t.weight for t in framework.themes}


def _too_large(one: str, weights: Mapping[str, int], draft: Draft) -> bool:
    limit = draft.toolkit.policy.advice.largest_weight
    return len(weights) >= FEWEST_BESIDE_EACH_OTHER and weights[one] > limit * sum(weights.values())


def _lopsided(place: tuple[str | int, ...], one: str, whole: str) -> Finding:
    said = Sentence("{part} carries most of the weight of {whole}", part=one, whole=whole)
    return LOPSIDED.at(place, said, Sentence("lower it, or leave it out"))


def check_numbers(draft: Draft) -> Iterator[Finding]:
    """Each competency of a toolkit asks enough questions to stand beside the others."""
    least = draft.toolkit.policy.advice.questions
    beside: Sequence[Framework] = () if draft.alone else draft.toolkit.with_role("competency")
    for framework in beside if len(beside) > 1 else ():
        number = len(list(framework.questions))
        if number < least:
            said = Sentence("{framework} asks {count} of at least {least} questions", framework=framework.id,
                            count=number, least=least)  # fmt: skip
            yield FEW_QUESTIONS.at((framework.id, "id"), said, Sentence("add questions"))


CHECKS = (check_voices,)
ADVICE = (check_stages, check_shares, check_numbers)
