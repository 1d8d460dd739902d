"""`nlcaudit frameworks`: what is shipped, and what is asked."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlcaudit.cli.commands import Group
from nlcaudit.cli.common import Quiet, note, stop_on_errors
from nlcaudit.cli.completing import kinds, languages, names, spoken_languages, toolkits
from nlcaudit.cli.language import ENGLISH, language
from nlcaudit.cli.translating import export_texts, import_texts
from nlcaudit.errors import UserError
from nlcaudit.sentences import Sentence

if TYPE_CHECKING:
    from nlcaudit.framework import Toolkit

app = typer.Typer(
    cls=Group,
    help="List and show toolkits and their frameworks.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
Lang = Annotated[
    str | None,
    typer.Option("--lang", help="Language of the texts; as the program speaks if left out.", autocompletion=languages),
]


def _usual(toolkit: "Toolkit") -> str:
    """The language in which the program speaks, where the toolkit is written in it; else English, else its first."""
    known = [one.id for one in toolkit.languages]
    return next((one for one in (language(), ENGLISH) if one in known), known[0])


@app.command("list")
def list_frameworks(lang: Lang = None) -> None:
    """List the shipped toolkits and the frameworks in them.

    Example: nlcaudit frameworks list
    """
    from nlcaudit.bundled import shipped_toolkits
    from nlcaudit.catalogue import render_toolkit
    from nlcaudit.loader import load_toolkit

    for name in shipped_toolkits():
        loaded = load_toolkit(name)
        stop_on_errors(loaded.diagnostics, quiet=True)
        if loaded.value is not None:
            typer.echo(render_toolkit(loaded.value, lang or _usual(loaded.value)), nl=False)


@app.command("show")
def show_framework(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A toolkit or framework: its id, its folder or its file.", autocompletion=names
        ),
    ],
    lang: Lang = None,
    toolkit: Annotated[
        str, typer.Option("--toolkit", help="Where to look for the id.", autocompletion=toolkits)
    ] = "nlc",
) -> None:
    """Show the questions of a framework with their levels, steps and evidence.

    Example: nlcaudit frameworks show trust --lang fr
    """
    from nlcaudit.catalogue import render_framework, render_toolkit
    from nlcaudit.choosing import choose_toolkit
    from nlcaudit.diagnostics import did_you_mean

    loaded, chosen = choose_toolkit(name, toolkit)
    stop_on_errors(loaded.diagnostics, quiet=True)
    if loaded.value is None:
        return
    known = [one.id for one in loaded.value.languages]
    lang = lang or _usual(loaded.value)
    if lang not in known and lang.split("-", maxsplit=1)[0] not in known:
        raise UserError(
            Sentence("“{name}” is not written in “{lang}”", name=name, lang=lang), did_you_mean(lang, known)
        )
    if chosen is None:
        typer.echo(render_toolkit(loaded.value, lang), nl=False)
    for framework_id in chosen or ():
        framework = loaded.value.framework(framework_id)
        if framework is not None:
            typer.echo(render_framework(loaded.value, framework, lang), nl=False)


@app.command("coverage")
def show_coverage(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A toolkit: its id or its folder.", autocompletion=toolkits)
    ] = "nlc",
    lang: Lang = None,
) -> None:
    """Print, as Markdown, which question rests on which point of a source.

    Example: nlcaudit frameworks coverage nlc > docs/coverage.md
    """
    from nlcaudit.loader import load_toolkit
    from nlcaudit.traceability import render_matrix

    loaded = load_toolkit(name)
    stop_on_errors(loaded.diagnostics, quiet=True)
    if loaded.value is not None:
        typer.echo(render_matrix(loaded.value, lang or loaded.value.languages[0].id), nl=False)


@app.command("stamp")
def stamp(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A toolkit's folder.")],
    route: Annotated[
        list[str] | None,
        typer.Option("--route", metavar="NAME", help="A stale text whose translation has been corrected."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All translations have been checked.")] = False,
) -> None:
    """Remember from which texts the translations were made, so that `validate` notices when one goes stale.

    Example: nlcaudit frameworks stamp frameworks/nlc
    """
    from nlcaudit.stamping import stamp_toolkit

    stamped = stamp_toolkit(name, route or (), everything=everything)
    stop_on_errors(stamped.diagnostics, quiet=True)
    for stale in stamped.stale:
        typer.echo(stale)
    note(
        Sentence(
            "{texts} translations are in {path}; {number} of them stale",
            texts=stamped.texts,
            path=stamped.path,
            number=len(stamped.stale),
        )
    )
    if stamped.stale:
        note(Sentence("Correct a stale one, then: nlcaudit frameworks stamp FOLDER --route NAME"))


@app.command("new")
def new_framework(
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id: small letters, digits, single hyphens.")],
    toolkit: Annotated[bool, typer.Option("--toolkit", help="A folder for several frameworks.")] = False,
    lang: Annotated[
        list[str] | None,
        typer.Option("--lang", help="A language of the texts; repeatable.", autocompletion=spoken_languages),
    ] = None,
    folder: Annotated[Path, typer.Option("--in", metavar="DIR", help="Where it is made.")] = Path(),
    quiet: Quiet = False,
) -> None:
    """Make a new framework: a small example, complete and valid, whose comments explain every field.

    Example: nlcaudit frameworks new night-buses --lang en --lang fr
    """
    from nlcaudit.scaffolding import FrameworkPlan, found_framework, next_steps

    plan = FrameworkPlan(name, tuple(dict.fromkeys(lang or (language(),))), folder, toolkit)
    found_framework(plan)
    note(next_steps(plan), quiet=quiet)


@app.command("schema")
def show_schema(
    kind: Annotated[
        str,
        typer.Argument(
            help="framework, toolkit, policy, cases, glossary, engagement, response, report, …", autocompletion=kinds
        ),
    ],
) -> None:
    """Print the JSON Schema (draft 2020-12) of a kind of file, for editors and other programs.

    Example: nlcaudit frameworks schema framework
    """
    from nlcaudit.diagnostics import did_you_mean
    from nlcaudit.schemas import SHIPPED, shipped_schema

    if kind not in SHIPPED:
        raise UserError(Sentence("there is no kind of file “{kind}”", kind=kind), did_you_mean(kind, SHIPPED))
    typer.echo(shipped_schema(kind), nl=False)


app.command("export")(export_texts)
app.command("import")(import_texts)
