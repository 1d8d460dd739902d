"""The rows of the three sheets, before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nlcaudit.errors import UserError
from nlcaudit.forms.views import Form, Texts
from nlcaudit.sentences import Sentence
from nlcaudit.text import Spoken

RESERVED = frozenset({"meta", "instanceid", "instancename", "formhub", "uuid", "today", "start", "end", "deviceid"})
"""Names that servers write by themselves."""
TRANSLATED = ("label", "hint", "required_message", "constraint_message")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `survey`: a question, or the begin or end of a group.

    Attributes:
        type: of XLSForm: `select_one yes_no`, `text`, `begin_group`, …
        texts: what people read, under `label`, `hint`, …
        plain: the other columns: `relevant`, `constraint`, `calculation`, …
    """

    type: str
    name: str = ""
    texts: Mapping[str, Texts] = field(default_factory=dict)
    plain: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """One row of `choices`."""

    list: str
    name: str
    label: Texts


def check_names(rows: Sequence[Row], options: Sequence[Option]) -> None:
    """See that no two things bear one name, whatever server reads it.

    Raises:
        UserError: two do, or one bears a name that servers use.
    """
    seen: dict[str, str] = {}
    for name in (row.name for row in rows if row.name):
        if name.lower() in seen or name.lower() in RESERVED:
            raise _collision(name, seen.get(name.lower(), ""))
        seen[name.lower()] = name
    chosen: set[tuple[str, str]] = set()
    for option in options:
        if (option.list, option.name) in chosen:
            raise _collision(option.name, option.name)
        chosen.add((option.list, option.name))


def _collision(name: str, other: str) -> UserError:
    if not other:
        return UserError(
            Sentence("the name “{name}” is one that Kobo and ODK servers use themselves", name=name),
            Sentence("give the question another code in the toolkit"),
        )
    return UserError(
        Sentence("two things in this form would bear the name “{name}” (“{other}”)", name=name, other=other),
        Sentence("give one of them another code or id in the toolkit"),
    )


def safe(texts: Texts) -> Texts:
    """Texts in which nothing is taken for a reference to another question."""
    return {one: Spoken(said.text.replace("${", "$ {"), said.language) for one, said in texts.items()}


def headed(code: str, texts: Texts) -> Texts:
    """Texts behind a code in brackets, by which they are known again in every language: `[T1] Do national …`."""
    return {one: Spoken(f"[{code}] {said.text}", said.language) for one, said in texts.items()}


def language_columns(form: Form, column: str) -> Iterator[tuple[str, str]]:
    """The heads of a translated column, such as `label::English (en)`, and the language of each."""
    for language in form.languages:
        name = language.name.split("(", maxsplit=1)[0].strip()
        yield f"{column}::{name} ({language.id})", language.id
