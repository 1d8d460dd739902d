"""What a shell offers when somebody presses Tab: ids, groups, languages, rules.

Nothing is imported, and no file is read, before that. A file that cannot be used offers nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from nlcaudit.cli.language import SPOKEN, language
from nlcaudit.errors import UserError

if TYPE_CHECKING:
    from nlcaudit.engagement import EngagementFile
    from nlcaudit.framework import Toolkit

Offer = tuple[str, str]
"""A word, and what it means."""
Source = Callable[[typer.Context], Iterable[Offer]]
Completer = Callable[[typer.Context, str], list[Offer]]


def _offering(source: Source) -> Completer:
    """Offer what begins as the word does; of a list with commas, what its last word may become."""

    def complete(ctx: typer.Context, incomplete: str) -> list[Offer]:
        before, comma, last = incomplete.rpartition(",")
        try:
            return [(f"{before}{comma}{word}", told) for word, told in source(ctx) if word.startswith(last)]
        except (UserError, OSError):
            return []

    return complete


def _folder(ctx: typer.Context) -> Path:
    named = ctx.params.get("folder")
    return Path(named) if named else Path()


def _engagement(ctx: typer.Context) -> "EngagementFile | None":
    from nlcaudit.engagement import EngagementFile
    from nlcaudit.loader.answers import ENGAGEMENT_FILE
    from nlcaudit.loader.files import read_part

    path = _folder(ctx) / ENGAGEMENT_FILE
    if "folder" not in ctx.params or ctx.command.name == "init":  # whose folder is yet to be made
        return None
    return read_part(path, "engagement", EngagementFile).model if path.is_file() else None


def _toolkit(ctx: typer.Context) -> "Toolkit | None":
    """The toolkit of the engagement, else the one that the words before name, else the shipped one."""
    from nlcaudit.choosing import choose_toolkit
    from nlcaudit.loader import load_toolkit
    from nlcaudit.loader.answers import toolkit_reference

    engagement = _engagement(ctx)
    if engagement is not None:
        return load_toolkit(toolkit_reference(engagement.toolkit, _folder(ctx))).value
    within = ctx.params.get("toolkit")
    within = within if isinstance(within, str) and within else "nlc"
    return choose_toolkit(_name(ctx) or within, within)[0].value


def _name(ctx: typer.Context) -> str | None:
    """The toolkit or framework that is named; arguments are unread where the option behind them has no value yet."""
    if "name" not in ctx.params:
        return None
    return ctx.params["name"] or next((word for word in ctx.args if not word.startswith("-")), None)


@_offering
def languages(ctx: typer.Context) -> Iterator[Offer]:
    """The languages of the toolkit."""
    toolkit = _toolkit(ctx)
    yield from ((known.id, known.status) for known in (toolkit.languages if toolkit else ()))


@_offering
def spoken_languages(_ctx: typer.Context) -> Iterator[Offer]:
    """The languages in which the program can write by itself."""
    yield from ((known, "") for known in SPOKEN)


@_offering
def groups(ctx: typer.Context) -> Iterator[Offer]:
    """The groups that the engagement hears, else those of the toolkit."""
    toolkit, engagement = _toolkit(ctx), _engagement(ctx)
    if toolkit is not None:
        heard = [group.id for group in engagement.groups] if engagement else []
        order = toolkit.language_order(language())
        for key in heard or toolkit.group_by_id:
            if key in toolkit.group_by_id:
                yield key, toolkit.group_by_id[key].label.spoken(order).text


@_offering
def sides_and_groups(ctx: typer.Context) -> Iterator[Offer]:
    """The sides of the toolkit, and the groups that the engagement hears."""
    toolkit = _toolkit(ctx)
    if toolkit is not None:
        order = toolkit.language_order(language())
        yield from ((side.id, side.label.spoken(order).text) for side in toolkit.sides)
    yield from groups(ctx, "")


@_offering
def sections(ctx: typer.Context) -> Iterator[Offer]:
    """The sections of the report, as it would be written now."""
    from nlcaudit.loader import load_engagement
    from nlcaudit.publishing import section_names

    loaded = load_engagement(_folder(ctx))
    if loaded.toolkit is not None and loaded.engagement is not None:
        full, view = ctx.params.get("edition") == "full", ctx.params.get("view")
        yield from section_names(loaded.toolkit, loaded.engagement, "full" if full else "short", str(view or ""))


@_offering
def modules(ctx: typer.Context) -> Iterator[Offer]:
    """The optional frameworks."""
    toolkit = _toolkit(ctx)
    if toolkit is not None:
        order = toolkit.language_order(language())
        yield from ((f.id, f.title.spoken(order).text) for f in toolkit.with_role("module"))


@_offering
def toolkits(_ctx: typer.Context) -> Iterator[Offer]:
    """The toolkits that are shipped."""
    from nlcaudit.bundled import shipped_toolkits

    yield from ((known, "") for known in shipped_toolkits())


@_offering
def frameworks(ctx: typer.Context) -> Iterator[Offer]:
    """The frameworks of the toolkit."""
    toolkit = _toolkit(ctx)
    if toolkit is not None:
        order = toolkit.language_order(language())
        yield from ((f.id, f.title.spoken(order).text) for f in toolkit.frameworks)


@_offering
def names(ctx: typer.Context) -> Iterator[Offer]:
    """Frameworks and toolkits."""
    yield from frameworks(ctx, "")
    yield from toolkits(ctx, "")


def scored(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Whatever has a score; after a stroke, the figures that can be explained of it."""
    node, stroke, _ = incomplete.partition("/")
    return _figures(node)(ctx, incomplete) if stroke else _nodes(ctx, incomplete)


def _figures(node: str) -> Completer:
    @_offering
    def found(ctx: typer.Context) -> Iterator[Offer]:
        from nlcaudit.results.formulas import figures_of

        toolkit = _toolkit(ctx)
        if toolkit is not None:
            yield from ((f"{node}/{figure}", "") for figure in figures_of(toolkit, node))

    return found


@_offering
def _nodes(ctx: typer.Context) -> Iterator[Offer]:
    """Frameworks, themes, questions."""
    toolkit = _toolkit(ctx)
    if toolkit is not None:
        order = toolkit.language_order(language())
        for framework in toolkit.frameworks:
            yield framework.id, framework.title.spoken(order).text
            yield from ((theme.id, theme.title.spoken(order).text) for theme in framework.themes)
            yield from ((question.id, question.text.spoken(order).text) for question in framework.questions)


@_offering
def respondents(ctx: typer.Context) -> Iterator[Offer]:
    """Those who have begun to answer."""
    from nlcaudit.loader.answers import response_files

    yield from ((path.stem, "") for path in response_files(_folder(ctx)))


@_offering
def rules(_ctx: typer.Context) -> Iterator[Offer]:
    """The rules of `validate`, by code and by name."""
    from nlcaudit.rules.registry import RULES

    for code, rule in RULES.items():
        yield code, rule.name
        yield rule.name, rule.summary


@_offering
def kinds(_ctx: typer.Context) -> Iterator[Offer]:
    """The kinds of file."""
    from nlcaudit.kinds import KINDS

    yield from ((kind, "") for kind in (*KINDS, "report"))
