"""The files of a new engagement."""

from collections.abc import Iterator, Mapping

from nlcaudit.engagement_texts.letters import consent, invitation
from nlcaudit.engagement_texts.plan import EngagementPlan
from nlcaudit.framework import Group, Toolkit
from nlcaudit.messages import INTERFACE_LANGUAGES, Messages
from nlcaudit.store import modeline
from nlcaudit.store.scalars import scalar

DOMAIN = "interview"


def engagement_files(plan: EngagementPlan, toolkit: Toolkit) -> Mapping[str, str]:
    """Return name → content; `engagement.yaml` is the last one."""
    files = {".gitignore": _gitignore(plan)}
    for language in plan.languages:
        files[f"consent.{language}.md"] = _marked(consent(plan, language, toolkit.policy.privacy.threshold), language)
        files[f"invitation.{language}.md"] = _marked(invitation(plan, language), language)
    return {**files, "engagement.yaml": "\n".join(_engagement(plan, toolkit)) + "\n"}


def _marked(text: str, language: str) -> str:
    """Say so where a text is in English because the program does not speak the language."""
    known = language.split("-", maxsplit=1)[0] in INTERFACE_LANGUAGES
    return text if known else f"<!-- Please translate into “{language}”. -->\n\n{text}"


def _gitignore(plan: EngagementPlan) -> str:
    comment = Messages(DOMAIN, plan.languages[0]).text("Frameworks live in git; what people answered does not.")
    return f"# {comment}\nresponses/\nworkshop.yaml\n"


def _engagement(plan: EngagementPlan, toolkit: Toolkit) -> Iterator[str]:
    messages = Messages(DOMAIN, plan.languages[0])
    yield modeline("engagement")
    yield "# " + messages.text("One city at one moment: who is asked what. `nlcaudit validate` checks this file.")
    yield "schema: nlcaudit/engagement/1"
    yield from _facts(plan)
    yield f"depth: {plan.depth}  # " + messages.text("quick: the core questions; full: all of them")
    yield f"modules: [{', '.join(plan.modules)}]"
    yield f"languages: [{', '.join(scalar(language) for language in plan.languages)}]"
    yield ""
    yield from _to_decide(messages, toolkit)
    yield ""
    yield "# " + messages.text("Who is to be heard. Write how many persons of each group you expect; 0 expects nobody.")
    yield "# " + messages.text(
        "Move a group to the other side where your city is organised differently; none: no side."
    )
    if toolkit.groups:
        yield "groups:"
        yield from _groups(plan, toolkit)
    yield ""
    yield "release: draft  # " + messages.text("draft, participants or public")


def _facts(plan: EngagementPlan) -> Iterator[str]:
    yield f"city: {scalar(plan.city)}"
    if plan.country:
        yield f"country: {scalar(plan.country)}"
    yield f"date: {plan.day.isoformat()}"
    if plan.subject:
        yield f"subject: {scalar(plan.subject)}"
    yield "toolkit:"
    for key in ("id", "version", "sha256", "path"):
        value = getattr(plan.toolkit, key)
        if value is not None:
            yield f"  {key}: {scalar(value)}"


def _to_decide(messages: Messages, toolkit: Toolkit) -> Iterator[str]:
    """What must be agreed before people are invited, ready to be uncommented."""
    yield "# " + messages.text("Agree on these before you invite anybody, then remove the # in front of them:")
    yield "# withdraw_until: 2026-12-31  # " + messages.text("until then everybody can take their answers back")
    yield "# keeper:  # " + messages.text("who keeps the answers, and until when")
    yield "#   office: " + scalar(messages.text("The office that keeps the answers"))
    yield "#   until: 2027-12-31"
    if toolkit.sides:
        yield "# sponsors:  # " + messages.text(
            "who invites, one for each side; both must agree before a public release"
        )
        name = scalar(messages.text("Name or office"))
        yield from (f"#   - {{side: {side.id}, name: {name}}}" for side in toolkit.sides)


def _groups(plan: EngagementPlan, toolkit: Toolkit) -> Iterator[str]:
    order = toolkit.language_order(plan.languages[0])
    for group in toolkit.groups:
        yield f"  - {{id: {group.id}{_side(group)}, expected: 0}}  # {group.label.spoken(order)}"


def _side(group: Group) -> str:
    return f", side: {group.side}" if group.side else ""
