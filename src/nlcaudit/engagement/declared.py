"""The file of an engagement: who is to be heard, who keeps the answers, who releases the report."""

from typing import Literal

from pydantic import Field

from nlcaudit.engagement.answers import ToolkitRef
from nlcaudit.framework.toolkit import Depth
from nlcaudit.shape import Day, Id, Strict
from nlcaudit.text import LanguageTag, LocalizedText, SomeText

ReleaseKind = Literal["draft", "participants", "public"]


class EngagementGroup(Strict):
    """A group as this city has it.

    Attributes:
        id: one of the toolkit's groups.
        side: overrides the toolkit's default; `none` takes the group out of both sides.
        expected: how many are to be heard.
        invited: how many were invited.
        declined: how many said no.
    """

    id: Id
    side: Id | None = None
    expected: int = Field(default=0, ge=0)
    invited: int = Field(default=0, ge=0)
    declined: int = Field(default=0, ge=0)


class Sponsor(Strict):
    """Who, for one side, invites and releases.

    Attributes:
        side: the side for which they speak.
        name: the person or office that appears in the report.
        office: what the person is.
        approved: the day on which they agreed to a public release.
    """

    side: Id
    name: SomeText
    office: LocalizedText | None = None
    approved: Day | None = None


class Reply(Strict):
    """A side's reply, printed beside the finding it is about (a question, a framework, or all).

    Attributes:
        side: the side that replies.
        about: id of a question or a framework; left out, it is about everything.
        text: the reply, printed as it is.
    """

    side: Id
    about: Id | None = None
    text: LocalizedText


class Keeper(Strict):
    """Who keeps the answers, and until when.

    Attributes:
        office: the office that keeps them.
        until: the day on which they are deleted.
    """

    office: LocalizedText
    until: Day | None = None


NO_SIDE = "none"


class EngagementFile(Strict):
    """The file `engagement.yaml`: one city at one moment.

    Attributes:
        schema: what this file is.
        city: its name.
        country: its name.
        date: the day of the meeting, or of the first invitation.
        subject: what it is about, in one line.
        notice: a line for the top of the report.
        toolkit: what is asked.
        depth: `quick` asks the core questions, `full` asks all.
        modules: the optional frameworks that are asked, by id.
        languages: in which people may answer.
        groups: who is to be heard.
        targets: id of a framework → the rating that the city aims at.
        score_institutions: let the answers of institutions make the scores instead of those of persons.
        privacy_threshold: the least number of persons behind a value, where it is not the toolkit's.
        withdraw_until: the day until which everybody can take their answers back.
        keeper: who keeps the answers, and until when.
        sponsors: who invites and releases, one for each side.
        release: `draft`, `participants` or `public`; a public report needs the approval of both sponsors.
        replies: what the sides say to the findings.
    """

    schema_: str = Field(alias="schema")
    city: LocalizedText
    country: LocalizedText | None = None
    date: Day
    subject: LocalizedText | None = None
    notice: LocalizedText | None = None
    toolkit: ToolkitRef
    depth: Depth = "quick"
    modules: tuple[Id, ...] = ()
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    groups: tuple[EngagementGroup, ...] = ()
    targets: dict[Id, int] = {}
    score_institutions: bool = False
    privacy_threshold: int | None = Field(default=None, ge=3)
    withdraw_until: Day | None = None
    keeper: Keeper | None = None
    sponsors: tuple[Sponsor, ...] = ()
    release: ReleaseKind = "draft"
    replies: tuple[Reply, ...] = ()
