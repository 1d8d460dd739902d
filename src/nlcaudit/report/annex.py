"""What a reader looks up: method, words, places, sources, and where the report comes from."""

from collections.abc import Iterable

from nlcaudit import __version__
from nlcaudit.framework import Source
from nlcaudit.report import method, people, questions, register
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase, joined, plain
from nlcaudit.report.views import Bullets, Fact, Facts, Prose, Section


def sections(material: Material) -> list[Section]:
    """Return the parts of the annex that have anything in them."""
    words = material.words
    found = [
        Section("questions", words.text("Every question"), questions.blocks(material), level=3),
        *people.levels(material),
        *register.sections(material),
        *people.coefficients(material),
        Section("method", words.text("How the figures are made"), (Prose(method.paragraphs(material)),), level=3),
    ]
    cases = _cases(material)
    if cases:
        found.append(Section("places", words.text("Places that did it"), (Facts(cases),), level=3))
    terms = _terms(material)
    if terms:
        found.append(Section("terms", words.text("Words used"), (Facts(terms),), level=3))
    sources = tuple(_source(material, source) for source in cited(material))
    if sources:
        found.append(Section("sources", words.text("Sources"), (Bullets(sources),), level=3))
    found.append(Section("provenance", words.text("Where this report comes from"), (Facts(_provenance(material)),),
                         level=3))  # fmt: skip
    return found


def _asked(material: Material) -> list[str]:
    return [node.id for result in material.card.frameworks for node in material.asked(result)]


def _cases(material: Material) -> tuple[Fact, ...]:
    words = material.words
    wanted = {case for step in material.steps for case in material.question(step.question).cases}
    return tuple(
        Fact(words.spoken(case.place), words.text(
            "{title}. {text} [{sources}]", title=words.spoken(case.title), text=words.spoken(case.text),
            sources=", ".join(case.sources),
        ))
        for case in material.toolkit.cases
        if case.id in wanted
    )  # fmt: skip


def _terms(material: Material) -> tuple[Fact, ...]:
    words = material.words
    wanted = {term for name in _asked(material) for term in material.question(name).terms}
    return tuple(
        Fact(words.spoken(term.term), words.spoken(term.meaning))
        for term in material.toolkit.terms
        if term.id in wanted
    )


def cited(material: Material) -> list[Source]:
    """Return the sources that the questions and the cases in the report rest on."""
    wanted = {_source_id(name) for name in _references(material)}
    return [source for source in material.toolkit.sources if source.id in wanted]


def _references(material: Material) -> Iterable[str]:
    for name in _asked(material):
        yield from material.question(name).sources
    wanted = {case for step in material.steps for case in material.question(step.question).cases}
    for case in material.toolkit.cases:
        if case.id in wanted:
            yield from case.sources


def _source_id(reference: str) -> str:
    return reference.split("#", maxsplit=1)[0]


def _source(material: Material, source: Source) -> Phrase:
    words = material.words
    parts = [
        words.spoken(source.title),
        *(words.name(part) for part in (source.publisher, source.date, source.url) if part),
    ]
    return words.text("[{id}] {rest}", id=source.id, rest=joined(parts, ", "))


def _provenance(material: Material) -> tuple[Fact, ...]:
    words = material.words
    name, version, fingerprint = material.card.toolkit
    day = material.options.day
    facts = [
        Fact(words.text("Toolkit"), joined([words.spoken(material.toolkit.title), plain(f" ({name} {version})")], "")),
        Fact(words.text("Fingerprint of the toolkit (sha256)"), plain(fingerprint)),
        *_answers(material),
        Fact(words.text("Made with"), plain(f"nlcaudit {__version__}")),
        Fact(words.text("Date"), words.day(day) if day else plain("")),
        Fact(words.text("Answers scored"), words.number(material.card.respondents)),
        Fact(_least(material), words.number(material.card.threshold)),
        Fact(words.text("Release"), release(material)),
        *_offices(material),
    ]
    return tuple(fact for fact in facts if fact.value)


def _least(material: Material) -> Phrase:
    words = material.words
    if material.institutional:
        return words.text("Least number of institutions behind a figure, unless they released it")
    return words.text("Least number of people behind a figure")


def _answers(material: Material) -> list[Fact]:
    label = material.words.text("Fingerprint of the answers (sha256)")
    return [Fact(label, plain(material.answers))] if material.answers else []


def release(material: Material) -> Phrase:
    """Name the kind of release."""
    words = material.words
    return {
        "draft": words.text("Draft"),
        "participants": words.text("For those who took part"),
        "public": words.text("Public"),
    }[material.options.release]


def _offices(material: Material) -> list[Fact]:
    words, file = material.words, material.file
    if file is None:
        return []
    facts = [
        Fact(words.text("Sponsor, {side}", side=material.side(sponsor.side)), joined([
            words.name(sponsor.name),
            *([words.told(sponsor.office)] if sponsor.office else []),
            words.text("approved on {day}", day=words.day(sponsor.approved)) if sponsor.approved
            else words.text("not yet approved"),
        ], ", "))
        for sponsor in file.sponsors
    ]  # fmt: skip
    if file.keeper is not None:
        until = [words.text("until {day}", day=words.day(file.keeper.until))] if file.keeper.until else []
        facts.append(
            Fact(words.text("The answers are kept by"), joined([words.told(file.keeper.office), *until], ", "))
        )
    return facts
