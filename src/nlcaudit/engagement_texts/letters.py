"""The consent text and the invitation, in one language each."""

from datetime import date

from nlcaudit.engagement import EngagementFile
from nlcaudit.engagement_texts.plan import EngagementPlan
from nlcaudit.markdown import escape
from nlcaudit.messages import Messages
from nlcaudit.text import preference


def consent(plan: EngagementPlan, language: str, threshold: int) -> str:
    """What everybody reads before the first question; what stands in brackets is filled in by the team.

    Args:
        plan: the engagement.
        language: of the letter; English where the program does not speak it.
        threshold: no value is shown that rests on fewer persons.
    """
    say = Messages("interview", language)
    return _letter(say.text("Before you answer"), _about(plan, say), *_promises(say, threshold))


def consent_of(engagement: EngagementFile | None, language: str, threshold: int) -> str:
    """The same for an engagement that is there, with what it says of its keeper; or for none."""
    say = Messages("interview", language)
    title = say.text("Before you answer")
    if engagement is None:
        return _letter(title, *_promises(say, threshold))
    order = preference(language, engagement.languages)
    place = [escape(part.spoken(order).text) for part in (engagement.city, engagement.country) if part]
    about = say.text("{place}, {date}", place=", ".join(place), date=say.date(engagement.date))
    subject = [escape(engagement.subject.spoken(order).text)] if engagement.subject else []
    keeper = engagement.keeper
    return _letter(
        title,
        about,
        *subject,
        *_promises(
            say,
            threshold,
            engagement.withdraw_until,
            escape(keeper.office.spoken(order).text) if keeper else None,
            keeper.until if keeper else None,
        ),
    )


def _promises(
    say: Messages,
    threshold: int,
    back_until: date | None = None,
    keeper: str | None = None,
    kept_until: date | None = None,
) -> tuple[str, ...]:
    unknown = say.text("[date]")
    return (
        say.text(
            "**Taking part is voluntary.** You can skip any question, and stop at any time, without giving a reason."
        ),
        say.text(
            "**No name is asked.** Your answers are kept under a code, with the group you belong to; the code "
            "does not say who you are. In a small city somebody may still guess who wrote what: write nothing that "
            "you would not say openly."
        ),
        say.text("**Name no person and no case.** Please leave out anything by which somebody could be recognised."),
        say.text(
            "**You can take your answers back** until {day}, by giving your code to the office that keeps the answers. "
            "After that day they are part of the result and can no longer be taken out.",
            day=say.date(back_until) if back_until else unknown,
        ),
        say.text(
            "**Who keeps the answers.** {keeper}, until {day}; then they are deleted. "
            "No result is shown that rests on fewer than {threshold} persons.",
            keeper=keeper or say.text("[Who keeps the answers]"),
            day=say.date(kept_until) if kept_until else unknown,
            threshold=threshold,
        ),
        say.text(
            "**What they are for.** To find out what national and local partners can do better together. "
            "They are not used to appraise, rank or inspect anybody, neither a person nor an office."
        ),
        say.text("By beginning the questionnaire, you agree to this."),
    )


def invitation(plan: EngagementPlan, language: str) -> str:
    """What the two sponsors send together."""
    say = Messages("interview", language)
    return _letter(
        say.text("Invitation"),
        _about(plan, say),
        say.text("[Name, for the national side] and [name, for the local side] invite you together."),
        say.text(
            "**First alone, then together.** Please answer the questionnaire on your own; it takes about {minutes} "
            "minutes. On [date] we meet to talk about what the answers show, above all where they differ.",
            minutes=40 if plan.depth == "quick" else 110,
        ),
        say.text(
            "**This is no inspection and no ranking.** Nobody is graded, no city is compared with another, "
            "and no case and no person is discussed."
        ),
        say.text(
            "**We ask people who see different things.** “I don't know” and “outside our legal powers” are good "
            "answers. Where people differ, nobody is wrong: that is what we want to talk about."
        ),
        say.text(
            "**You see the draft first.** Every participant receives it before anybody else, "
            "and each side can reply; the reply is printed beside the finding."
        ),
        say.text("Please read the consent text that comes with this invitation. Questions: [contact]."),
    )


def _letter(title: str, *paragraphs: str) -> str:
    return "\n\n".join([f"# {title}", *paragraphs]) + "\n"


def _about(plan: EngagementPlan, say: Messages) -> str:
    place = f"{plan.city}, {plan.country}" if plan.country else plan.city
    line = say.text("{place}, {date}", place=place, date=say.date(plan.day))
    return f"{line}\n\n{plan.subject}" if plan.subject else line
