"""Toolkit, engagement and scorecard → report. The one way in; a pure function from values to a value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nlcaudit import __version__
from nlcaudit.engagement import EngagementFile
from nlcaudit.framework import Toolkit
from nlcaudit.provenance import RADAR, Provenance, render_stamp
from nlcaudit.report import (
    annex,
    choosing,
    comparing,
    counsel,
    grouping,
    lessons,
    limits,
    people,
    profile,
    questions,
    radar,
    replying,
    stepping,
    summary,
    viewpoint,
    waves,
)
from nlcaudit.report.material import Material, Options
from nlcaudit.report.phrases import NOTHING, Phrase, joined, plain
from nlcaudit.report.releasing import released
from nlcaudit.report.views import Block, Bullets, Entry, Prose, Replies, Report, Section
from nlcaudit.scoring import Scorecard
from nlcaudit.scoring.viewing import View
from nlcaudit.text import direction
from nlcaudit.waves import Changes


@dataclass(frozen=True, slots=True)
class Beside:
    """What a report may have beside the answers: what changed since an earlier wave, and whose view it is."""

    changes: Changes | None = None
    view: View | None = None


ALONE = Beside()
SHORT = 12
"""Characters of a fingerprint that people compare by eye."""
CHAPTER = 2
"""The level of a chapter's heading."""


def build_report(
    toolkit: Toolkit, file: EngagementFile | None, card: Scorecard, options: Options, beside: Beside = ALONE
) -> Report:
    """Build a report: everything that a template prints, in words and in order.

    Args:
        toolkit: the texts.
        file: city, sponsors, replies; None for a single response file.
        card: the figures; nothing that is withheld in it can come into the report.
        options: language, edition, release and date.
        beside: an earlier wave, or whose view it is.

    Raises:
        UserError: a section is asked for that the report does not have.
    """
    material = _material(toolkit, file, card, options, beside)
    words = material.words
    city, subject = _names(material)
    sections = _sections(material)
    return Report(
        language=options.language,
        direction=direction(options.language),
        colon=words.messages.text(":"),
        title=str(city) if str(city) == str(subject) else f"{city} – {subject}",
        notice=words.spoken(toolkit.notice) if toolkit.notice else NOTHING,
        marks=tuple(_marks(material)),
        watermark=_watermark(material),
        city=city,
        subject=subject if str(subject) != str(city) else NOTHING,
        facts=_facts(material),
        alert=words.told(file.notice) if file and file.notice else NOTHING,
        skip=words.text("Skip to the content"),
        contents_heading=words.text("Contents"),
        contents=_contents(sections) if options.edition == "full" else (),
        sections=tuple(sections),
        logo=words.told(options.logo) if options.logo else NOTHING,
        footer=words.told(options.footer) if options.footer else NOTHING,
        colophon=_colophon(material),
        stamp=render_stamp(_provenance(material)),
    )


def _names(material: Material) -> tuple[Phrase, Phrase]:
    """Return the city and the subject; the toolkit's title for what is not said."""
    words, file, title = material.words, material.file, material.toolkit.title
    city = words.told(file.city) if file else words.spoken(title)
    return city, words.told(file.subject) if file and file.subject else words.spoken(title)


def _material(
    toolkit: Toolkit, file: EngagementFile | None, card: Scorecard, options: Options, beside: Beside
) -> Material:
    shown = released(card, toolkit) if options.release == "public" else card
    disputed = frozenset(d.node for result in card.frameworks for d in result.differences if d.to_discuss)
    told = waves.told(beside.changes, shown, toolkit, options.release) if beside.changes else None
    return Material(toolkit, file, shown, options, disputed, told, beside.view)


def _marks(material: Material) -> Iterable[Phrase]:
    words = material.words
    if material.options.release == "draft":
        yield words.text("Draft. The sponsors have not released it yet.")
    if material.view is not None:
        yield viewpoint.mark(material, material.view)
    if not material.card.protected:
        yield words.text(
            "Not protected: shows figures that rest on fewer than {least} people. For the analyst’s own screen; do not "
            "pass on.", least=words.number(material.card.threshold),
        )  # fmt: skip


def _watermark(material: Material) -> Phrase:
    words = material.words
    if not material.card.protected:
        return words.text("Not protected")
    return words.text("Draft") if material.options.release == "draft" else NOTHING


def _facts(material: Material) -> Phrase:
    words, file, day = material.words, material.file, material.options.day
    country = [words.told(file.country)] if file and file.country else []
    release = [] if material.options.release == "draft" else [annex.release(material)]
    return joined([*country, *([words.day(day)] if day else []), *release], " · ")


def _contents(sections: Iterable[Section]) -> tuple[Entry, ...]:
    return tuple(Entry(section.id, section.heading) for section in sections if section.level == CHAPTER)


def _colophon(material: Material) -> Phrase:
    name, version, fingerprint = material.card.toolkit
    made = {"tool": f"nlcaudit {__version__}", "toolkit": f"{name} {version}", "fingerprint": fingerprint[:SHORT]}
    if not material.answers:
        return material.words.text("Made with {tool} from the toolkit {toolkit}, fingerprint {fingerprint}.", **made)
    return material.words.text(
        "Made with {tool} from the toolkit {toolkit}, fingerprint {fingerprint}, and from answers with the fingerprint "
        "{answers}.", answers=material.answers[:SHORT], **made,
    )  # fmt: skip


def _provenance(material: Material) -> Provenance:
    (name, version, fingerprint), options = material.card.toolkit, material.options
    return Provenance(
        tool=__version__, toolkit=f"{name}@{version}", texts=fingerprint, answers=material.answers,
        edition=options.edition + RADAR * options.radar, language=options.language, release=options.release,
        date=options.day.isoformat() if options.day else "", protected="yes" if material.card.protected else "no",
        look=options.look, paper=options.paper, earlier=options.earlier, parts=options.parts,
    )  # fmt: skip


def _sections(material: Material) -> list[Section]:
    if material.view is not None:
        whole = [*viewpoint.sections(material, material.view), *waves.sections(material, CHAPTER)]
    else:
        whole = _short(material) if material.options.edition == "short" else _full(material)
    return choosing.chosen(whole, material.options.sections, public=material.public)


def _short(material: Material) -> list[Section]:
    words = material.words
    lead = Section("summary", words.text("In short"), summary.opening(material))
    return [lead, *summary.sections(material)]


def _full(material: Material) -> list[Section]:
    chapters = enumerate(_chapters(material), start=1)
    return [section for number, chapter in chapters for section in _numbered(number, chapter)]


def _chapters(material: Material) -> Iterator[list[Section]]:
    """Yield the chapters of the full edition, each with the sections under it."""
    words = material.words
    summing_up = Section("summary", words.text("Summary"), summary.opening(material))
    yield [summing_up, *_without_replies(summary.sections(material, level=3))]
    beside = [*people.agreement(material), *grouping.section(material), *counsel.beside(material)]
    alone = [] if comparing.comparable(material) else beside
    yield [Section("profile", words.text("Profile"), _profile(material)), *radar.section(material), *alone]
    if comparing.comparable(material):
        both = Section("both-sides", words.text("Both sides, value by value"), comparing.full_blocks(material))
        yield [both, *beside]
    yield from ([section] for section in waves.chapter(material))
    for framework in material.frameworks("lessons"):
        heading = words.spoken(framework.title)
        yield [Section(f"lessons-of-{framework.id}", heading, lessons.blocks(material, framework))]
    order = Prose((stepping.order_in_words(material),))
    steps = Section("steps", words.text("What to do first"), (order, *counsel.grid(material)))
    yield [steps, *counsel.firmness(material), *stepping.sections(material)]
    limiting = Section("limits", words.text("What limits this result"), (Bullets(_limits(material)),))
    trust = [*counsel.grades(material), *counsel.raised(material)]
    yield [limiting, *trust, *people.resampled(material), *limits.full_sections(material)]
    yield from ([section] for section in _modules(material))
    yield [Section("annex", words.text("Annex"), ()), *annex.sections(material)]


def _without_replies(sections: Iterable[Section]) -> list[Section]:
    """Leave out the replies that the full edition prints beside what they are about."""
    return [section for section in sections if section.id != "replies"]


def _numbered(number: int, chapter: list[Section]) -> list[Section]:
    first = chapter[0]
    return [replace(first, heading=joined([plain(f"{number}."), first.heading], " ")), *chapter[1:]]


def _profile(material: Material) -> tuple[Block, ...]:
    card = material.card
    shown = [result for result in card.competencies if questions.asked_anything(result)]
    if not shown:
        return (Prose(summary.lead(material)),)
    blocks: list[Block] = [profile.full_table(material, "profile-full", profile.finding(material), shown)]
    blocks += _overall(material)
    blocks.append(profile.parts_table(material, "profile-questions", profile.ordered(shown)))
    printed = questions.printed_replies(material)
    replies = replying.other_replies(material, printed)
    return (*blocks, Replies(replies)) if replies else tuple(blocks)


def _overall(material: Material) -> list[Block]:
    """Say the one number for everything, where a toolkit asks for it; the plain average beside any other mean."""
    words, card = material.words, material.card
    if card.overall is None or card.overall_arithmetic is None:
        return []
    value, mean = words.number(100 * card.overall, 1), words.number(100 * card.overall_arithmetic, 1)
    if material.toolkit.policy.overall.mean == "arithmetic":
        told = words.text(
            "All competencies together: {value} of 100, a plain average. One number hides what the profile shows.",
            value=value,
        )  # fmt: skip
    else:
        told = words.text(
            "All competencies together: {value} of 100; as a plain average: {mean}. One number hides what the profile "
            "shows.", value=value, mean=mean,
        )  # fmt: skip
    return [Prose((told,))]


def _limits(material: Material) -> tuple[Phrase, ...]:
    told = (limits.rated(material), limits.institutions(material), limits.without_score(material),
            limits.profile_only(material))  # fmt: skip
    return tuple(statement for statement in told if statement)


def _modules(material: Material) -> Iterator[Section]:
    for result in material.card.frameworks:
        if result.role == "module" and questions.asked_anything(result):
            name = f"module-{result.id}"
            whole = profile.full_table(material, f"{name}-whole", profile.stands_at(material, result), [result])
            parts = profile.parts_table(material, f"{name}-questions", [result])
            heading = material.words.text("Module: {title}", title=material.framework_title(result.id))
            yield Section(name, heading, (whole, parts))
