"""What may be published for whom, and which earlier wave may stand beside it."""

from collections.abc import Sequence

from nlcaudit.engagement import Engagement, ReleaseKind
from nlcaudit.errors import UserError
from nlcaudit.framework import Toolkit
from nlcaudit.provenance import answers_fingerprint, fingerprint_of
from nlcaudit.publishing.ordering import Wave
from nlcaudit.sentences import Sentence


def check_release(toolkit: Toolkit, engagement: Engagement, release: ReleaseKind, *, unprotected: bool) -> None:
    """Refuse a public report that is not protected, or that the sponsors have not approved.

    Raises:
        UserError: it is refused.
    """
    if release != "public":
        return
    if unprotected:
        raise UserError(Sentence("a public report is always protected"), Sentence("leave out --unprotected"))
    approved = {s.side for s in (engagement.file.sponsors if engagement.file else ()) if s.approved}
    missing = [side.id for side in toolkit.sides if side.id not in approved]
    if missing or not approved:
        example = "{{side: {}, name: …, approved: 2026-11-30}}".format(missing[0] if missing else "…")
        raise UserError(
            Sentence(
                "a public report needs the approval of both sponsors; missing in engagement.yaml: {sides}",
                sides=missing or ["…"],
            ),
            Sentence("write under “sponsors:”  - {entry}, or use --release participants", entry=example),
        )


def check_view(view: str, release: ReleaseKind) -> None:
    """Refuse the view of one side or group in a public report.

    Raises:
        UserError: it is refused.
    """
    if view and release == "public":
        raise UserError(
            Sentence("a public report has no view of one side or group"),
            Sentence("leave out --view, or use --release participants"),
        )


def parts_fingerprint(view: str, sections: Sequence[str]) -> str:
    """Return a sha256 over whose view it is and which sections were kept; empty for the whole report."""
    return fingerprint_of([view, *sorted(sections)]) if view or sections else ""


def check_earlier(engagement: Engagement, earlier: Wave, release: ReleaseKind) -> None:
    """Refuse an earlier wave that is of another city, not earlier, or not approved where the report is public.

    Raises:
        UserError: it is refused.
    """
    old, then = earlier
    if then.file is None or engagement.file is None:
        raise UserError(
            Sentence("an earlier wave is set beside another one, each in a folder with engagement.yaml"),
            Sentence("name both folders: --in DIR --earlier DIR"),
        )
    if set(dict(then.file.city.entries).values()).isdisjoint(dict(engagement.file.city.entries).values()):
        here, there = (dict(file.city.entries) for file in (engagement.file, then.file))
        raise UserError(
            Sentence("the earlier wave is about {other}, this one about {city}", other=" / ".join(there.values()),
                     city=" / ".join(here.values())),
            Sentence("cities are not compared; name an engagement of the same city, spelled alike"),
        )  # fmt: skip
    if then.file.date >= engagement.file.date:
        raise UserError(
            Sentence("the wave of {then} is not earlier than that of {now}", then=then.file.date.isoformat(),
                     now=engagement.file.date.isoformat()),
            Sentence("name the later one with --in, and the earlier one with --earlier"),
        )  # fmt: skip
    check_release(old, then, release, unprotected=False)


def earlier_fingerprint(earlier: Wave) -> str:
    """Return a sha256 over toolkit and answers of an earlier wave; empty where its answers could be guessed from it."""
    old, then = earlier
    return (
        fingerprint_of([old.fingerprint, answers_fingerprint(then)]) if len(then.scored) >= then.threshold(old) else ""
    )
