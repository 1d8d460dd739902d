"""Rules about languages: their tags (NLC413), and whether a toolkit has them (NLC525)."""

from collections.abc import Iterator

from nlcaudit.diagnostics import Finding, Route, Rule, did_you_mean
from nlcaudit.framework import Toolkit
from nlcaudit.rules.walking import Draft
from nlcaudit.sentences import Sentence

UNKNOWN_TAG = Rule("NLC413", "unknown-language-tag", "error", """
A language's tag is not the one that BCP 47 has for it.

Browsers, screen readers and word processors choose voices, fonts and hyphenation by it, and texts are found under it.
Write the shortest code that the registry of languages knows (`fr`, not `fre`), a region in capitals (`en-GB`), a script
with one capital (`sr-Latn`); a private tag begins with `x-`.
""")  # fmt: skip

UNSPOKEN = Rule("NLC525", "unspoken-language", "warning", """
An engagement or a response names a language that the toolkit does not have.

The questions are shown in another language instead, without a word of why. Name a language of the toolkit, or add the
translation to it.
""")  # fmt: skip

RULES = (UNKNOWN_TAG, UNSPOKEN)
CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja
jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb
nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq
sr ss st su sv sw ta te tg th ti tk tn to tr ts tt ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
ISO_639_1 = frozenset(CODES.split())
"""The codes of two letters: a closed list, so that most files need no registry, which takes longer to load."""


def check_languages_known(draft: Draft) -> Iterator[Finding]:
    """Every language that the toolkit declares has its tag."""
    for index, language in enumerate(draft.toolkit.languages):
        yield from check_tag(language.id, draft.shared("languages", index, "id"))


def check_tag(tag: str, route: Route) -> Iterator[Finding]:
    """The tag is the one that the registry of languages has."""
    if tag in ISO_639_1 or tag.startswith("x-"):
        return
    known = registered(tag)
    if known != tag:
        hint = Sentence("write “{tag}”", tag=known) if known else Sentence("write en, fr, fr-CA, …")
        yield UNKNOWN_TAG.at(route, Sentence("“{tag}” is no language tag of BCP 47", tag=tag), hint)


def check_spoken(tag: str, route: Route, toolkit: Toolkit) -> Iterator[Finding]:
    """The tag is one, and the toolkit has texts in this language or in its plain form (`fr` for `fr-CA`)."""
    wrong = list(check_tag(tag, route))
    yield from wrong
    spoken = [known.id for known in toolkit.languages]
    if not wrong and tag not in spoken and tag.partition("-")[0] not in {one.partition("-")[0] for one in spoken}:
        said = Sentence("this toolkit has no texts in “{tag}”", tag=tag)
        yield UNSPOKEN.at(route, said, did_you_mean(tag, spoken))


def registered(written: str) -> str:
    """Return the tag that the registry has for what is written, `en-GB` for `en_gb`; empty if none."""
    from langcodes import standardize_tag, tag_is_valid  # noqa: PLC0415 - few files have such a tag

    tag = written.replace("_", "-")
    try:
        return standardize_tag(tag) if tag_is_valid(tag) else ""
    except ValueError:
        return ""


CHECKS = (check_languages_known,)
