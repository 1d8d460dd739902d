"""Score, build, render and save: what one call of `nlcaudit report` writes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypedDict

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.engagement import Engagement, ReleaseKind
from nlcaudit.errors import UserError
from nlcaudit.framework import Toolkit
from nlcaudit.loader.themes import shipped_theme
from nlcaudit.messages import INTERFACE_LANGUAGES
from nlcaudit.provenance import answers_fingerprint, fingerprint_of
from nlcaudit.publishing.ordering import Order, Wave
from nlcaudit.publishing.permitting import (
    check_earlier,
    check_release,
    check_view,
    earlier_fingerprint,
    parts_fingerprint,
)
from nlcaudit.rendering import FORMATS, Content, Setting, render
from nlcaudit.report import Beside, Edition, Options, Report, build_report
from nlcaudit.scoring import Scorecard, score
from nlcaudit.scoring.viewing import view_of
from nlcaudit.sentences import Sentence
from nlcaudit.store import save_durably
from nlcaudit.store.founding import make_folder
from nlcaudit.text import LocalizedText
from nlcaudit.waves import Changes, compare_waves

TEMPLATES = ("report.html.j2", "blocks.html.j2", "style.css", "report.md.j2", "blocks.md.j2", "report.docx")
"""What a folder given with --template may hold; the rest stays as it was shipped."""
DEFAULT_FORMATS = ("html", "md")
PRIVATE, SHARED = 0o600, 0o644
"""Modes of a file for the analyst only, and of one for others."""


class Looks(TypedDict):
    """What a setting says to the report itself."""

    logo: LocalizedText | None
    footer: LocalizedText | None
    paper: str
    look: str


def publish(toolkit: Toolkit, engagement: Engagement, order: Order) -> list[Path]:
    """Write every report of an order; return where they lie.

    Raises:
        UserError: the order cannot be carried out as it is.
        PathError: the folder cannot be written.
    """
    files = dict(composed(toolkit, engagement, order))
    make_folder(order.folder)
    for path, content in files.items():
        save_durably(path, content, PRIVATE if order.unprotected else SHARED)
    return list(files)


def composed(toolkit: Toolkit, engagement: Engagement, order: Order) -> Iterator[tuple[Path, Content]]:
    """Yield every report of an order: where it is to lie, and what stands in it.

    Raises:
        UserError: the order cannot be carried out as it is.
    """
    refusal = Sentence("there is no format “{one}”")
    formats = _chosen(order.formats, tuple(FORMATS), refusal) or list(DEFAULT_FORMATS)
    languages = _languages(toolkit, engagement, order)
    release = order.release or (engagement.file.release if engagement.file else "draft")
    check_view(order.view, release)
    check_release(toolkit, engagement, release, unprotected=order.unprotected)
    if order.radar and order.edition == "short":
        raise UserError(Sentence("the short edition has no radar"), Sentence("add --edition full"))
    day = _day(order.date) or (engagement.file.date if engagement.file else None)
    card = score(toolkit, engagement, protect=not order.unprotected)
    setting = order.setting or Setting(shipped_theme())
    common = Options(
        "", order.edition, release, day, **_looks(setting), answers=answers_fingerprint(engagement),
        earlier=earlier_fingerprint(order.earlier) if order.earlier else "",
        sections=order.parts, parts=parts_fingerprint(order.view, order.parts), radar=order.radar,
    )  # fmt: skip
    changes = _changes(toolkit, engagement, card, order.earlier, release)
    beside = Beside(changes, view_of(toolkit, engagement, card, order.view) if order.view else None)
    for language in languages:
        report = build_report(toolkit, engagement.file, card, replace(common, language=language), beside)
        yield from _rendered(report, formats, order, setting)


def section_names(toolkit: Toolkit, engagement: Engagement, edition: Edition, view: str = "") -> list[tuple[str, str]]:
    """Return id and heading of each section that a report would have, in the first of its languages.

    Raises:
        UserError: there is no such view.
    """
    card = score(toolkit, engagement)
    [language, *_] = _languages(toolkit, engagement, Order(Path()))
    beside = Beside(view=view_of(toolkit, engagement, card, view) if view else None)
    report = build_report(toolkit, engagement.file, card, Options(language, edition), beside)
    return [(section.id, str(section.heading)) for section in report.sections]


def _changes(
    toolkit: Toolkit, engagement: Engagement, card: Scorecard, earlier: Wave | None, release: ReleaseKind
) -> Changes | None:
    if earlier is None:
        return None
    check_earlier(engagement, earlier, release)
    return compare_waves(toolkit, engagement, card, earlier)


def _looks(setting: Setting) -> Looks:
    logo, shipped = setting.theme.logo, setting.theme == shipped_theme() and setting.templates is None
    return {"logo": logo.alternative if logo else None, "footer": setting.theme.footer, "paper": setting.paper,
            "look": "" if shipped else fingerprint_of([setting.theme, *_contents(setting.templates)])}  # fmt: skip


def _contents(templates: Path | None) -> Iterator[str]:
    for path in [templates / name for name in TEMPLATES] if templates else []:
        yield path.read_bytes().hex() if path.is_file() else ""


def _rendered(report: Report, formats: Sequence[str], order: Order, setting: Setting) -> Iterator[tuple[Path, Content]]:
    stem = "report" if order.edition == "short" else "report-full"
    stem += f"-{order.view}" if order.view else ""
    stem += "-part" if order.parts else ""
    stem += "-unprotected" if order.unprotected else ""  # never in the place of one that may be passed on
    for name in formats:
        yield order.folder / f"{stem}.{report.language}.{name}", render(name, report, setting)


def own_templates(folder: Path | None) -> Path | None:
    """Return a folder of templates, if it holds any that has a part here.

    Raises:
        UserError: it holds none.
    """
    if folder is None or any((folder / name).is_file() for name in TEMPLATES):
        return folder
    raise UserError(
        Sentence("{folder} holds no template", folder=folder),
        Sentence("name one or more of them as ours are named: {names}", names=TEMPLATES),
    )


def _chosen(written: str, known: Sequence[str], refusal: Sentence) -> list[str]:
    chosen = [part.strip() for part in written.split(",") if part.strip()]
    for one in chosen:
        if one not in known:
            raise UserError(Sentence(refusal, one=one), did_you_mean(one, known))
    return list(dict.fromkeys(chosen))


def _languages(toolkit: Toolkit, engagement: Engagement, order: Order) -> list[str]:
    private = [known.id for known in toolkit.languages if known.id.startswith("x-")]
    known = (*INTERFACE_LANGUAGES, *private)
    chosen = _chosen(order.languages, known, Sentence("there is no report in the language “{one}”"))
    if chosen:
        return chosen
    wanted = engagement.file.languages if engagement.file else [r.language for r in engagement.responses]
    return [language for language in dict.fromkeys(wanted) if language in known] or [INTERFACE_LANGUAGES[0]]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise UserError(
            Sentence("“{written}” is no date", written=written), Sentence("write it as 2026-11-30")
        ) from error
