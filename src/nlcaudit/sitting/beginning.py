"""A new engagement: what the options say, what is asked for, and the folder that comes of it."""

import shlex
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nlcaudit.diagnostics import did_you_mean
from nlcaudit.engagement_texts import EngagementPlan, engagement_files
from nlcaudit.errors import PathError, UserError
from nlcaudit.framework import Toolkit
from nlcaudit.framework.toolkit import Depth
from nlcaudit.loader.answers import ENGAGEMENT_FILE, RESPONSES
from nlcaudit.messages import Messages
from nlcaudit.prompts import Terminal, ask_choice, ask_choices, ask_date, ask_text
from nlcaudit.schemas.placing import OF_ENGAGEMENTS, schema_files
from nlcaudit.sentences import Sentence
from nlcaudit.sitting.ground import Ground
from nlcaudit.store import SCHEMAS
from nlcaudit.store.founding import found_folder

REPORTS = "reports"
ENGLISH = Messages("interview", "en")


@dataclass(frozen=True, slots=True)
class Beginning:
    """The options of `init`; None, or nothing in `languages`, where nothing was said."""

    city: str | None = None
    country: str | None = None
    day: str | None = None
    subject: str | None = None
    languages: tuple[str, ...] = ()
    depth: Depth | None = None
    modules: tuple[str, ...] | None = None
    include_drafts: bool = False


def begin_engagement(folder: Path, said: Beginning, ground: Ground, terminal: Terminal | None) -> EngagementPlan:
    """Make the folder of an engagement; with a terminal, ask for what is missing.

    Raises:
        PathError: there is an engagement already, or the folder cannot be written.
        UserError: something is missing and there is nobody to ask, or an option does not fit.
    """
    if (folder / ENGAGEMENT_FILE).exists():
        raise PathError(
            Sentence("{folder} is an engagement already; nothing was written", folder=folder),
            Sentence("choose another folder, or edit its engagement.yaml"),
        )
    toolkit = ground.toolkit
    if toolkit is None or ground.reference is None:
        raise UserError(Sentence("the toolkit cannot be used"), Sentence("put its errors right first"))
    _check(said, toolkit)
    asks = terminal if terminal is not None and terminal.interactive else None
    known = _asked(said, toolkit, asks) if asks else said
    missing = [option for option, value in _required(known) if not value]
    if known.city is None or known.day is None or missing:
        raise UserError(
            Sentence("missing: {options}", options=tuple(missing)),
            Sentence('nlcaudit init {folder} --city "Port-Azur" --date 2026-11-14 --lang en', folder=folder),
        )
    plan = EngagementPlan(
        city=known.city,
        day=_day(known.day),
        languages=known.languages,
        toolkit=ground.reference,
        country=known.country,
        subject=known.subject,
        depth=known.depth or "quick",
        modules=known.modules or (),
    )
    files = {**schema_files(OF_ENGAGEMENTS), **engagement_files(plan, toolkit)}
    found_folder(folder, files, [RESPONSES, REPORTS, SCHEMAS])
    return plan


def _required(said: Beginning) -> tuple[tuple[str, object], ...]:
    return (("--city", said.city), ("--date", said.day), ("--lang", said.languages))


def _check(said: Beginning, toolkit: Toolkit) -> None:
    """Refuse options that do not fit before anything is asked."""
    languages = [known.id for known in toolkit.languages]
    for language in said.languages:
        if language not in languages:
            raise UserError(
                Sentence(
                    "the toolkit “{toolkit}” is not written in “{language}”", toolkit=toolkit.id, language=language
                ),
                did_you_mean(language, languages),
            )
        if language not in toolkit.selectable_languages and not said.include_drafts:
            raise UserError(
                Sentence("“{language}” is a draft", language=language),
                Sentence("add --include-drafts to use it all the same"),
            )
    modules = [framework.id for framework in toolkit.with_role("module")]
    for module in said.modules or ():
        if module not in modules:
            raise UserError(
                Sentence("the toolkit “{toolkit}” has no module “{module}”", toolkit=toolkit.id, module=module),
                did_you_mean(module, modules),
            )
    if said.day is not None:
        _day(said.day)
    for option, text in (("--city", said.city), ("--country", said.country), ("--subject", said.subject)):
        if text is not None and not (text.strip() and text.isprintable()):
            raise UserError(
                Sentence("{option} must be a text on one line", option=option), Sentence("write at least one letter")
            )


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UserError(
            Sentence("“{written}” is no date", written=written), Sentence("write it as 2026-11-14")
        ) from None


def _asked(said: Beginning, toolkit: Toolkit, terminal: Terminal) -> Beginning:
    """Ask for what no option says; the languages come first, so that the rest is asked in the first of them."""
    languages = said.languages or _languages(toolkit, terminal, drafts=said.include_drafts)
    say = Messages("interview", languages[0])
    city = said.city or ask_text(terminal, say, say.text("Which city?"))
    country = said.country or ask_text(terminal, say, say.text("Which country?"), optional=True)
    day = said.day or ask_date(terminal, say, say.text("Which day is it about? Write it as 2026-11-14.")).isoformat()
    title = say.text("What is it about, in one line?")
    subject = said.subject or ask_text(terminal, say, title, optional=True)
    depth = said.depth or _depth(say, terminal)
    modules = _modules(toolkit, say, terminal) if said.modules is None else said.modules
    return Beginning(city, country, day, subject, languages, depth, modules)


def _languages(toolkit: Toolkit, terminal: Terminal, *, drafts: bool) -> tuple[str, ...]:
    known = [language.id for language in toolkit.languages]
    offered = {language: language for language in (known if drafts else toolkit.selectable_languages)}
    title = "Which languages do people answer in? / Dans quelles langues répond-on ?"
    return ask_choices(terminal, ENGLISH, title, offered, most=len(offered))


def _depth(say: Messages, terminal: Terminal) -> Depth:
    choices = {
        "quick": say.text("quick: the core questions, about 40 minutes"),
        "full": say.text("full: all questions"),
    }
    chosen = ask_choice(terminal, say, say.text("How many questions?"), choices)
    return "full" if chosen == "full" else "quick"


def _modules(toolkit: Toolkit, say: Messages, terminal: Terminal) -> tuple[str, ...]:
    order = toolkit.language_order(say.language)
    offered = {framework.id: framework.title.spoken(order).text for framework in toolkit.with_role("module")}
    if not offered:
        return ()
    title = say.text("Which optional modules?")
    return ask_choices(terminal, say, title, offered, most=len(offered), optional=True)


def next_steps(folder: Path, plan: EngagementPlan) -> Sentence:
    """Say what to do after `init`."""
    letters = [f"{name}.{language}.md" for language in plan.languages for name in ("consent", "invitation")]
    return Sentence(
        "{folder} is ready.\n"
        "  1. Open {place}/engagement.yaml: write how many persons of each group you expect, and who invites.\n"
        "  2. Fill in what stands in [brackets] in {letters}.\n"
        "  3. Check it:      nlcaudit validate {place}\n"
        "  4. Begin to ask:  nlcaudit assess --in {place}",
        folder=folder,
        place=shlex.quote(str(folder)),
        letters=letters,
    )
