"""Every number that is printed, read back from what was rendered, is one that the attack knows of.

`tests/scoring/test_privacy_attack.py` shows that nothing withheld follows from the figures of a protected scorecard.
Here each decimal of HTML, Markdown, text, JSON, `--explain` and `--between` is led back to such a figure, at its place.
"""

import json
import re
from fractions import Fraction
from functools import cache
from itertools import combinations
from random import Random

import pytest
from report.ferry import SHEETS, ferry, report_of, toolkit
from report.placing import Place, numbers, places_of_html, places_of_markdown
from report.reading import render_html, render_markdown

from nlcaudit.engagement import Engagement
from nlcaudit.messages import Messages, half_up
from nlcaudit.results.contrasts import contrast_json, render_contrast
from nlcaudit.results.derivations import derivation_json, derive, render_derivation
from nlcaudit.results.formulas import WHOLE, figures_of
from nlcaudit.results.scorecards import explanation_json, render_explanation, render_scorecard, scorecard_json
from nlcaudit.scoring import Measure, Node, Scorecard, score
from nlcaudit.scoring.contrasts import contrast
from nlcaudit.scoring.diagnosis import Agreement
from nlcaudit.scoring.explaining import FIELDS, explain
from nlcaudit.scoring.statistic import Span, Statistic

SMALL = {"crews": "12321012", "harbour-office": "01310111 10311112 11301101 01d1111- 11311-11"}
KIT = toolkit()
SIDES = {"Ministry": "ministry", "Port": "port"}
GROUPS = {str(g.label.spoken(["en"])): g.id for g in KIT.groups}


def drawn(seed: int) -> dict[str, str]:
    """Sheets of a small city: three to six people a group, one group or two of them too few."""
    dice = Random(seed)  # noqa: S311 - repeatable, not secret
    return {
        group: " ".join("".join(dice.choice("01233d-") for _ in KIT.by_id) for _ in range(dice.randint(3, 7)))
        for group in SHEETS
    }


CITIES = {"ferry": SHEETS, "small": SMALL, **{f"drawn-{seed}": drawn(seed) for seed in range(3)}}


@cache
def city(name: str) -> Engagement:
    return ferry(CITIES[name])


@cache
def carded(name: str, *, protect: bool = True) -> Scorecard:
    return score(KIT, city(name), protect=protect)


def level(value: Fraction) -> str:
    return str(half_up(KIT.top * value, 1))


def points(value: Fraction | float) -> str:
    return str(half_up(100 * value, 1))


def of(measure: Measure | None, how=points) -> set[str]:
    return set() if measure is None or measure.value is None else {how(measure.value)}


def of_span(span: Span) -> set[str]:
    return {points(end) for end in (span.low, span.high) if end is not None}


def of_statistic(found: Statistic, places: int) -> set[str]:
    values = [value for value in (found.value, found.error) if value is not None]
    return {str(abs(half_up(value, places))) for value in values}


def of_agreement(found: Agreement) -> dict[str, set[str]]:
    return {
        "Of the same group": of_statistic(found.same_group, 1), "Of the same side": of_statistic(found.same_side, 1),
        "Of opposite sides": of_statistic(found.opposite, 1), "Krippendorff’s α": of_statistic(found.alpha, 2),
        "Gwet’s AC2": of_statistic(found.ac2, 2),
    }  # fmt: skip


def known_of(card: Scorecard, node: Node) -> dict[str, set[str]]:
    """What may be printed of a node, by label."""
    bounds = of(node.lowest) | of(node.highest)
    apart = {
        d.node: {str(abs(d.levels))} | {str(half_up(abs(d.levels), 1))} for r in card.frameworks for d in r.differences
    }
    known = {"Score": of(node.estimate) | bounds, "Bounds": bounds, "Rated directly": of(node.estimate)}
    known |= {label: of(node.sides.get(side), level) for label, side in SIDES.items()}
    known |= {label: of(node.groups.get(group), level) for label, group in GROUPS.items()}
    known["Apart"] = apart.get(node.id, set())
    spread = card.diagnosis.spread.get(node.id)
    known["Spread"] = of_statistic(spread.deviation, 2) | of_statistic(spread.delta, 2) if spread else set()
    served = [card.node(q.id) for q in KIT.by_id.values() if node.id in q.lessons]
    shown = [one.estimate.value for one in served if one is not None and one.estimate.value is not None]
    chosen = [rows for number in range(1, len(shown) + 1) for rows in combinations(shown, number)]  # fewer in public
    known["Competency questions"] = {points(sum(rows, Fraction(0)) / len(rows)) for rows in chosen}
    sampling = card.diagnosis.sampling.get(node.id)
    if sampling is not None:
        known |= {
            "Without any one person": of_span(sampling.without_person),
            "Without any one group": of_span(sampling.without_group),
            "Other people of the same groups": of_span(sampling.interval),
        }
        known |= of_agreement(card.diagnosis.by_framework[node.id])
    return known


def titles() -> dict[str, str]:
    """What a report calls each framework, theme and question → its id."""
    named = {}
    for framework in KIT.frameworks:
        named[str(framework.title.spoken(["en"]))] = framework.id
        for theme in framework.themes:
            named[str(theme.title.spoken(["en"]))] = theme.id
            for question in theme.questions:
                lesson = question.title and str(question.title.spoken(["en"]))
                text = str(question.text.spoken(["en"]))
                named |= {text: question.id} | (
                    {lesson: question.id, f"{lesson} – {text}": question.id} if lesson else {}
                )
    return named


def whole(card: Scorecard) -> set[str]:
    """Everything that may be printed of anything, for sentences, which name no place."""
    nodes = [node for result in card.frameworks for node in result.node.walk()]
    return {one for node in nodes for values in known_of(card, node).values() for one in values} | {
        one for values in of_agreement(card.diagnosis.agreement).values() for one in values
    }


def moves(card: Scorecard) -> set[str]:
    """How far a score moves without one person or group: the distance to the ends that are told."""
    found = set()
    for result in card.frameworks:
        sampling, value = card.diagnosis.sampling[result.id], result.node.estimate.value
        for span in (sampling.without_person, sampling.without_group):
            ends = [] if value is None else [end for end in (span.low, span.high) if end is not None]
            found |= {str(half_up(100 * abs(Fraction(end) - value), 1)) for end in ends}
    return found


DECLARED = {"0.1.0", "2.0", "0.1", "0.5", "1.0"}
"""Versions, and what the toolkit says of differences."""


def unknown(card: Scorecard, places: list[Place]) -> list[Place]:
    """Return the places at which a number is printed that the scorecard does not show there."""
    ids, found, anywhere = titles(), [], whole(card) | moves(card) | DECLARED
    everywhere = of_agreement(card.diagnosis.agreement)
    for about, label, text in places:
        node = card.node(ids[about]) if about in ids else None
        known = known_of(card, node) if node else everywhere
        if about in GROUPS and label in ids:  # the heatmap: a row for a group, a column for a competency
            known = {label: of(card.node(ids[label]).groups.get(GROUPS[about]), level)}
        for part in text.split(" · ") if label.endswith(", in levels") else [text]:
            name = next((n for n in known if part.startswith(n)), label) if label.endswith(", in levels") else label
            allowed = known.get(name, set()) if node or name in known else anywhere
            if not numbers(part) <= allowed:
                found.append((about, label, part))
    return found


@pytest.mark.parametrize("name", CITIES)
@pytest.mark.parametrize("release", ["draft", "public"])
def test_a_report_prints_no_number_that_its_scorecard_does_not_show_there(name, release):
    report = report_of(city(name), edition="full", release=release)
    pages = places_of_html(render_html(report)), list(places_of_markdown(render_markdown(report)))
    for places in pages:
        assert unknown(carded(name), places) == []
        assert sum(bool(about and label and numbers(text)) for about, label, text in places) >= len(GROUPS)
        printed = {one for _, _, text in places for one in numbers(text)}
        assert name == "small" or printed & whole(carded(name))


@pytest.mark.parametrize("name", ["ferry", "drawn-1"])
def test_this_would_be_noticed_if_it_were_printed(name):
    """The same reading of an unprotected report finds what the protected one withholds, place by place."""
    report, card, open_card = (
        report_of(city(name), edition="full", protect=False),
        carded(name),
        carded(name, protect=False),
    )
    withheld = {
        (title, label)
        for title, id_ in titles().items()
        for label, group in GROUPS.items()
        if (node := open_card.node(id_)) and not node.children and of(node.groups.get(group)) and
        (own := card.node(id_)) and not of(own.groups.get(group))
    }  # fmt: skip
    for places in (places_of_html(render_html(report)), list(places_of_markdown(render_markdown(report)))):
        noticed = {(about, text) for about, label, text in unknown(card, places) if label == "Groups, in levels"}
        asked = {about for about, label, _ in places if label == "Groups, in levels"}
        for title, group in withheld:
            assert title not in asked or any(about == title and text.startswith(group) for about, text in noticed)
        assert len(noticed) > len(GROUPS)


@pytest.mark.parametrize("name", CITIES)
def test_text_and_json_give_the_scorecards_figures_and_no_other(name):
    card = carded(name)
    printed = render_scorecard(card, KIT, Messages("score", "en"))
    assert numbers(printed) <= whole(card) | DECLARED
    document = json.loads(scorecard_json(card, KIT))
    for framework in document["frameworks"]:
        check_node(card, framework["result"])
    assert numbers(scorecard_json(card, KIT)) <= whole(card) | DECLARED | levels(card) | coverages(card) | sides(
        card
    ) | trust(card)


def levels(card: Scorecard) -> set[str]:
    """JSON gives each shown value in points and in levels."""
    return {
        one for r in card.frameworks for node in r.node.walk() for m in measures(node).values() for one in of(m, level)
    }


def sides(card: Scorecard) -> set[str]:
    return {one for r in card.frameworks for node in r.node.walk() for m in measures(node).values() for one in of(m)}


def coverages(card: Scorecard) -> set[str]:
    return {points(n.coverage) for r in card.frameworks for n in r.node.walk() if n.coverage is not None}


def trust(card: Scorecard) -> set[str]:
    """What grades of trust ask for, and the share of seen evidence, which has a test of its own."""
    asked = {points(share) for rule in KIT.policy.trust.rules for share in (rule.coverage, rule.seen_evidence)}
    seen = [found.seen.value for found in card.counsel.trust.values() if found.seen.value is not None]
    return asked | {one for value in seen for one in (points(value), str(half_up(value, 1)))}


def measures(node: Node) -> dict[str, Measure]:
    plain = {key: getattr(node, key) for key in ("estimate", "lowest", "highest", "lowest_applicable")}
    return plain | {f"sides {k}": m for k, m in node.sides.items()} | {f"groups {k}": m for k, m in node.groups.items()}


def check_node(card: Scorecard, printed: dict) -> None:
    node = card.node(printed["id"])
    for place, measure in measures(node).items():
        key, _, inside = place.partition(" ")
        told = printed[key][inside] if inside else printed[key]
        if measure.value is None:
            assert set(told) == {"state"}
        else:
            assert (told["score"], told["level"]) == (points(measure.value), level(measure.value))
            assert ("exact" in told) == measure.exact
    for child in printed.get("children", ()):
        check_node(card, child)


@pytest.mark.parametrize("name", ["ferry", "drawn-0"])
def test_explanations_print_each_part_as_the_scorecard_shows_it(name):
    card, found = carded(name), city(name)
    parts = ["", *(f"@{part}" for part in (*SIDES.values(), *GROUPS.values()))]
    printed = 0
    for node in (node for result in card.frameworks for node in result.node.walk()):
        for part, figure in [(part, "score") for part in parts] + [("", figure) for figure in FIELDS]:
            shown = explain(KIT, found, f"{node.id}{part}/{figure}")
            text = render_explanation(shown, Messages("score", "en")) + explanation_json(shown, KIT)
            key = FIELDS[figure] if not part else ("sides " if part[1:] in SIDES.values() else "groups ") + part[1:]
            keys = [key, "lowest"] if key == "lowest_applicable" else [key]  # one without “not applicable” is the other
            told = [measures(own).get(one) for own in (node, *node.children) for one in keys]
            if not node.children and key == "estimate":
                told += node.sides.values()
            if not node.children and part[1:] in SIDES.values():
                told += [m for g, m in node.groups.items() if city(name).side_of(g, KIT) == part[1:]]
            allowed = {one for measure in told for how in (points, level) for one in of(measure, how)}
            allowed |= coverages(card) if figure == "coverage" else set()
            assert ('"level"' in text) is ('"score":' in text), "a coverage has no level"
            assert numbers(text) <= allowed, (node.id, part, figure)
            printed += len(numbers(text))
    assert printed > len(parts)


@pytest.mark.parametrize("name", ["ferry", "drawn-0"])
def test_derivations_print_what_the_scorecard_shows(name):
    card = carded(name)
    allowed = whole(card) | levels(card) | sides(card) | coverages(card) | trust(card) | DECLARED
    for node in (WHOLE, *(node.id for result in card.frameworks for node in result.node.walk())):
        for figure in re.findall(rf"{node}/([\w-]+)", hints(card, node)):
            made = derive(card, KIT, f"{node}/{figure}")
            assert numbers(render_derivation(made, "en") + derivation_json(made)) <= allowed, (node, figure)


def hints(card: Scorecard, node: str) -> str:
    """What can be asked of a node, from the hint of the error that nothing is called “?”."""
    with pytest.raises(Exception, match="no figure") as raised:
        derive(card, KIT, f"{node}/?")
    return str(raised.value.hint)


@pytest.mark.parametrize("name", ["ferry", "drawn-0"])
def test_two_parts_side_by_side_show_what_the_scorecard_shows_of_both(name):
    card, lines = carded(name), 0
    for ends in combinations([*SIDES.values(), *GROUPS.values()], 2):
        found = contrast(KIT, city(name), *ends, protect=True)
        rows = [row for framework in json.loads(contrast_json(found))["frameworks"] for row in framework["differences"]]
        for row in rows:
            shown = measures(card.node(row["node"]))
            told = [next(iter(of(shown.get(f"sides {end}") or shown.get(f"groups {end}"), level))) for end in ends]
            assert list(row["values"].values()) == told
            assert abs(Fraction(row["levels"])) == abs(Fraction(told[0]) - Fraction(told[1]))
        printed = [re.split(r"\s{2,}", line.strip()) for line in render_contrast(found, KIT, "en").splitlines()[1:]]
        assert [cells[:3] for cells in printed] == [[row["node"], *row["values"].values()] for row in rows]
        lines += len(printed)
    assert lines > len(GROUPS)


@pytest.mark.parametrize("name", ["ferry", "drawn-0"])
def test_what_a_shell_offers_to_explain_is_what_can_be_explained(name):
    card = carded(name)
    for node in (WHOLE, *(node.id for result in card.frameworks for node in result.node.walk())):
        derived = set(re.findall(rf"{node}/([\w-]+)", hints(card, node)))
        assert set(figures_of(KIT, node)) == derived | (set() if node == WHOLE else set(FIELDS))
