"""What is different between two versions of a toolkit, and what it weighs."""

from dataclasses import fields, replace
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
import yaml
from evolution.making import kit, migration, text_of
from hypothesis import given, settings
from hypothesis import strategies as st

from nlcaudit.evolution.comparing import compare
from nlcaudit.evolution.judgements import JUDGEMENTS
from nlcaudit.evolution.telling import render_text
from nlcaudit.evolution.verdict import judge
from nlcaudit.framework import Framework, Question, Theme, Toolkit
from nlcaudit.framework.policy import Privacy
from nlcaudit.loader import load_toolkit
from nlcaudit.text import LocalizedText

ROOT = Path(__file__).parents[2]
TEA = (ROOT / "tests/corpus/valid/tea.yaml").read_text(encoding="utf-8")


def tea(tmp_path, *swaps, version="1.0"):
    text = TEA.replace('version: "1.0"', f'version: "{version}"')
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load_toolkit(str(path))
    assert [d for d in loaded.diagnostics if d.severity == "error"] == []
    return loaded.value


def found(old, new):
    return [(c.weight, c.kind, c.part, c.subject) for c in compare(old, new).changes]


BOIL = "text: Is the water boiled for each pot?"
LEVEL = "text: A kettle is boiled twice a day."
HEAVY = "\n        weight: 3\n        weight_reason: It rests on it."
EDITS = [
    ((BOIL, "text: Is the milk boiled for each pot?"), "major reworded question tea-boiled"),
    ((LEVEL, "text: A kettle is boiled four times a day."), "major reworded question tea-boiled"),
    ((BOIL, "text: Is the water boilt for each pot"), "major reworded question tea-boiled"),
    ((BOIL, "text: Is the watre boiled, for each pot"), "patch corrected question tea-boiled"),
    (("core: true", "core: false"), "minor edited question tea-boiled"),
    (("code: T1", "code: T2"), "minor recoded question tea-boiled"),
    (("sources: [own, B1#C2]", "sources: [own]"), "minor relinked question tea-boiled"),
    (("A kettle in a cupboard", "A kettle in a box"), "minor edited question tea-boiled"),
    (("Boil a kettle at noon", "Boil two"), "minor edited question tea-boiled"),
    (("lead: [cooks], effort: 1", "lead: [cooks], effort: 2"), "minor edited question tea-boiled"),
    (("lever: house", f"lever: house{HEAVY}"), "minor reweighted question tea-boiled"),
    (("lever: house", "lever: house\n        weight_reason: It rests on it."), "patch edited question tea-boiled"),
    (("lever: house", "lever: house\n        asked_of: [cooks]"), "major regrouped question tea-boiled"),
    (("lever: house", "lever: house\n        sensitive: true"), "minor edited question tea-boiled"),
    (("title: Water", "title: Hot water"), "patch edited theme tea-water"),
    (("title: Water", "title: Water\n    weight: 2"), "minor reweighted theme tea-water"),
    (("label: Now and then", "label: Often"), "major reworded level sometimes"),
    (("- {id: no, label: Never}", "- {id: none, label: Never}"), "minor renamed level none"),
    (("label: Waiters, side: kitchen", "label: Waiters, side: guests"), "minor regrouped group waiters"),
    (("label: Waiters", "label: All who carry"), "minor reworded group waiters"),
    (("label: The guests", "label: Guests"), "patch edited side guests"),
    (("title: The book of tea", "title: A book of tea"), "patch edited source B1"),
    (("text: Boil the water.", "text: Boil it."), "minor edited source B1"),
    (("summary: How tea is made", "summary: How it is made"), "patch edited toolkit tea"),
    (("    - {id: en}", "    - {id: en}\n    - {id: fr, status: draft}"), "minor added language fr"),
    (("  levers:", "  scoring:\n    overall: {show: true, mean: minimum}\n  levers:"), "minor rescored policy scoring"),
    (("  levers:", "  scoring:\n    privacy: {threshold: 4, minimum: 3}\n  levers:"), "major rescored policy scoring"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), EDITS, ids=[expected for _, expected in EDITS])
def test_one_edit_is_the_change_that_it_is(tmp_path, edit, expected):
    changes = [" ".join(one) for one in found(tea(tmp_path), tea(tmp_path, edit))]
    assert expected in changes
    assert {change.split()[3] for change in changes} <= {expected.split()[3], "tea"}


def test_a_version_compared_with_itself_has_no_changes(tmp_path):
    assert found(tea(tmp_path), tea(tmp_path)) == []
    shipped = load_toolkit("nlc").value
    assert found(shipped, shipped) == []


def test_the_order_of_sources_means_nothing(tmp_path):
    assert found(tea(tmp_path), tea(tmp_path, ("sources: [own, B1#C2]", "sources: [B1#C2, own]"))) == []


def test_a_translation_weighs_least_and_names_its_languages():
    said = {"en": "Is it so?", "fr": "Est-ce ainsi ?", "de": "Ist das so?"}
    old = kit("1.0.0", {"a": {"text": said}})
    corrected = kit("1.0.1", {"a": {"text": {**said, "fr": "En est-il ainsi ?"}}})
    added = kit("1.0.1", {"a": {"text": {**said, "it": "È così?"}}})
    [one], [other] = compare(old, corrected).changes, compare(old, added).changes
    assert (one.weight, one.kind, one.fields, one.languages) == ("patch", "translated", ("text",), ("fr",))
    assert (other.languages, other.reason) == (("it",), "another language is offered for the same text")


def test_lifted_secrecy_and_more_groups_asked_are_told_apart_from_their_contraries(tmp_path):
    secret = tea(tmp_path, ("lever: house", "lever: house\n        sensitive: true"))
    few = tea(tmp_path, ("lever: house", "lever: house\n        asked_of: [cooks]"))
    assert found(secret, tea(tmp_path)) == [("major", "edited", "question", "tea-boiled")]
    assert found(few, tea(tmp_path)) == [("minor", "regrouped", "question", "tea-boiled")]


def test_a_question_that_is_gone_is_major_unless_a_migration_says_so():
    old = kit("1.0.0", ["a", "b"])
    assert found(old, kit("1.1.0", ["a"])) == [("major", "removed", "question", "b")]
    step = migration(to="1.1.0", removed={"b": "too long"})
    assert found(old, kit("1.1.0", ["a"], step)) == [("minor", "removed", "question", "b")]
    assert found(old, kit("1.1.0", ["a", "b", "c"])) == [("minor", "added", "question", "c")]


def test_a_renaming_is_declared_or_guessed_from_the_words_and_marked_as_a_guess():
    old = kit("1.0.0", {"a": {}, "b": {}})
    new = {"x": {"text": text_of("a"), "code": "A1"}, "b": {}}
    declared = compare(old, kit("1.1.0", new, migration(to="1.1.0", renamed={"a": "x"}))).changes
    assert [(c.weight, c.kind, c.was, c.subject, c.guessed) for c in declared if c.kind == "renamed"] == [
        ("minor", "renamed", "a", "x", False),
    ]  # fmt: skip
    [guess] = [c for c in compare(old, kit("1.1.0", new)).changes if c.kind == "renamed"]
    assert (guess.weight, guess.was, guess.subject, guess.likeness) == ("major", "a", "x", 100)
    assert "a guess: 100 % of the words are the same" in render_text(compare(old, kit("1.1.0", new)),
                                                                     judge("1.0.0", "1.1.0", [guess]), "")  # fmt: skip


def test_a_renaming_is_not_guessed_between_questions_that_share_few_words():
    levels = [[{"text": f"{word} {n} {word}"} for n in range(4)] for word in ("sea", "hill")]
    old = kit("1.0.0", {"a": {"levels": levels[0]}})
    new = kit("1.1.0", {"x": {"levels": levels[1]}})
    assert {(kind, subject) for _, kind, _, subject in found(old, new)} == {("removed", "a"), ("added", "x")}


def test_levels_that_became_more_or_are_worth_something_else_are_one_change():
    old = kit("1.0.0", ["a", "b"], levels=4)
    assert found(old, kit("1.1.0", ["a", "b"], levels=5)) == [("major", "rescaled", "level", "scale")]
    worth = kit("1.1.0", ["a", "b"], levels=[0, "1/2", "3/4", 1])
    assert {one[:3] for one in found(old, worth)} == {("major", "rescaled", "level")}


def test_a_question_in_another_framework_or_theme_has_moved():
    old = kit("1.0.0", [], frameworks={"f": {"t": ["a", "b"], "u": ["c"]}, "e": {"s": ["d"]}})
    theme = kit("1.1.0", [], frameworks={"f": {"t": ["a"], "u": ["b", "c"]}, "e": {"s": ["d"]}})
    away = kit("1.1.0", [], frameworks={"f": {"t": ["a"], "u": ["c"]}, "e": {"s": ["b", "d"]}})
    assert ("minor", "moved", "question", "b") in found(old, theme)
    assert ("major", "moved", "question", "b") in found(old, away)


def test_a_framework_that_is_gone_is_missed_only_while_its_questions_live_on():
    old = kit("1.0.0", [], frameworks={"f": {"t": ["a"]}, "e": {"s": ["d"]}})
    both = kit("1.1.0", [], frameworks={"f": {"t": ["a", "d"]}})
    gone = kit("1.1.0", [], migration(to="1.1.0", removed={"d": "too long"}), frameworks={"f": {"t": ["a"]}})
    renamed = kit("1.1.0", [], migration(to="1.1.0", frameworks={"e": "k"}),
                  frameworks={"f": {"t": ["a"]}, "k": {"s": ["d"]}})  # fmt: skip
    assert ("major", "removed", "framework", "e") in found(old, both)
    assert ("minor", "removed", "framework", "e") in found(old, gone)
    assert ("minor", "renamed", "framework", "k") in found(old, renamed)
    assert not [one for one in found(old, renamed) if one[0] == "major"]


def test_groups_and_sides_that_are_gone_are_major_unless_something_took_their_place():
    old = kit("1.0.0", ["a"], groups={"g": "n", "h": "s"}, sides=["n", "s"])
    new = {"groups": {"g": "n"}, "sides": ["n"]}
    assert {("major", "removed", "group", "h"), ("major", "removed", "side", "s")} <= set(
        found(old, kit("1.1.0", ["a"], **new))
    )
    step = migration(to="1.1.0", groups={"h": "g"}, sides={"s": "n"})
    assert not [one for one in found(old, kit("1.1.0", ["a"], step, **new)) if one[0] == "major"]


def test_a_code_that_now_means_another_question_is_major():
    old = kit("1.0.0", {"a": {"code": "A1"}, "b": {"code": "A2"}})
    new = kit("1.1.0", {"a": {"code": "A3"}, "b": {"code": "A1"}})
    assert set(found(old, new)) == {("minor", "recoded", "question", "a"), ("major", "recoded", "question", "b")}


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_the_order_of_files_themes_and_questions_means_nothing(seed):
    dice = Random(seed)  # noqa: S311 - repeatable, not secret

    def shuffled(toolkit):
        def themes(framework):
            mixed = [t.model_copy(update={"questions": mix(t.questions)}) for t in mix(framework.themes)]
            return framework.model_copy(update={"themes": tuple(mixed)})

        frameworks = tuple(map(themes, mix(toolkit.frameworks)))
        return replace(toolkit, frameworks=frameworks, roles={f.id: toolkit.roles[f.id] for f in frameworks},
                       groups=mix(toolkit.groups), sources=mix(toolkit.sources))  # fmt: skip

    def mix(things):
        return tuple(dice.sample(things, len(things)))

    names = [f"q{n}" for n in range(8)]
    old = kit("1.0.0", [], frameworks={"f": {"t": names[:3], "u": names[3:5]}, "e": {"s": names[5:]}})
    kept = [name for name in names if dice.random() < 0.7] or names
    new = kit("1.1.0", [], frameworks={"f": {"t": [*kept[:2], "x"], "u": ["y"]}, "e": {"s": [*kept[2:], "z"]}})
    assert compare(shuffled(old), shuffled(new)) == compare(old, new)
    assert compare(old, shuffled(old)).changes == ()


def test_every_part_of_the_shipped_toolkit_that_changes_is_told():
    """Walks through every value of a real toolkit, changes it alone, and wants to hear of it."""
    base = load_toolkit("nlc").value
    question = base.frameworks[0].themes[0].questions[0]
    changed = {"id", "code", "title", "core", "text", "why", "levels", "evidence", "sources", "lessons", "cases",
               "terms", "lever", "gate", "sensitive", "asked_of", "weight", "weight_reason"}  # fmt: skip
    assert set(Question.model_fields) == changed
    for name in sorted(changed - {"id"}):
        other = other_value(question, name)
        after = with_question(base, question.model_copy(update={name: other}))
        assert compare(base, after).changes != (), name
    compared = {"id", "title", "summary", "notice", "languages", "levels", "sides", "groups", "levers", "step_lists",
                "sources", "policy", "wording", "roles", "frameworks", "cases", "terms"}  # fmt: skip
    assert {field.name for field in fields(Toolkit)} - compared == {"version", "fingerprint", "migrations"}
    for name in compared - {"roles", "frameworks", "id", "policy", "wording", "title", "summary", "notice"}:
        assert compare(base, replace(base, **{name: getattr(base, name)[:-1]})).changes != (), name
    for name in ("title", "summary", "notice"):
        assert compare(base, replace(base, **{name: LocalizedText.of("Something else")})).changes != (), name
    privacy = Privacy(threshold=9, minimum=9)
    assert compare(base, replace(base, policy=base.policy.model_copy(update={"privacy": privacy}))).changes != ()
    assert compare(base, replace(base, wording=base.wording.model_copy(update={"sentence_words": 9}))).changes != ()


def other_value(question, name):
    was = getattr(question, name)
    if name == "levels":
        return (was[0].model_copy(update={"text": LocalizedText.of("Other")}), *was[1:])
    if name == "evidence":
        return was.model_copy(update={"sufficient": was.sufficient[:-1]})
    if name == "gate":
        return None if was else load_gate()
    if isinstance(was, bool):
        return not was
    if isinstance(was, tuple):
        return ("other",) if was == () else was[:-1]
    if isinstance(was, int):
        return was + 1
    return "Z999" if name == "code" else "other" if name == "lever" else LocalizedText.of("Other")


def load_gate():
    return Question.model_fields["gate"].annotation.__args__[0](stage=1, at_least=1)


def with_question(toolkit, question):
    first = toolkit.frameworks[0]
    theme = first.themes[0].model_copy(update={"questions": (question, *first.themes[0].questions[1:])})
    framework = first.model_copy(update={"themes": (theme, *first.themes[1:])})
    return replace(toolkit, frameworks=(framework, *toolkit.frameworks[1:]))


def test_every_key_of_the_table_of_judgements_is_a_key_of_a_model():
    for part, model in (("question", Question), ("theme", Theme), ("framework", Framework)):
        known = {*model.model_fields, "role"}
        assert {key.partition("/")[0] for key in JUDGEMENTS[part]} - known == set()


def test_the_result_does_not_depend_on_the_order_in_which_ids_are_guessed():
    texts = {"a": "one two three four five six seven eight", "b": "one two three four five six seven nine"}
    old = {name: {"text": text} for name, text in texts.items()}
    new = {"x": {"text": texts["a"]}, "y": {"text": texts["b"]}}
    results = {
        tuple((c.was, c.subject) for c in compare(kit("1.0.0", dict(before)), kit("1.1.0", dict(after))).changes
              if c.guessed)
        for before in permutations(old.items()) for after in permutations(new.items())
    }  # fmt: skip
    assert results == {(("a", "x"), ("b", "y"))}


def test_the_draft_for_a_change_is_yaml_that_the_model_takes():
    from nlcaudit.evolution.drafting import draft_migration

    old = kit("1.0.0", ["a", "b", "c"], groups={"g": None, "h": None})
    new = kit("1.0.0", {"x": {"text": text_of("a")}, "c": {"text": "Are all the boats counted?"}}, levels=5,
              groups={"g": None})  # fmt: skip
    drafted = draft_migration(old, new, compare(old, new))
    assert drafted == (
        'migrations:\n  - to: "2.0.0"\n'
        "    renamed:\n      a: x  # a guess: 95 % of the words are the same\n"
        '    removed:\n      b: "why it is no longer asked"  # write the reason\n'
        "    reworded:\n      - c\n"
        "    scale: [0, 1, 3, 4]  # a guess: for each old level, the one that says the same now; null where none does\n"
        "    # groups: {h: …}  # write what took its place\n"
    )
    [said] = yaml.safe_load(drafted)["migrations"]
    assert migration(**said).renamed == {"a": "x"}
