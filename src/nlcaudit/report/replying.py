"""The sides' replies, each printed once, beside what it is about where that is printed."""

from collections.abc import Collection

from nlcaudit.engagement import Reply
from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase
from nlcaudit.report.views import ReplyView


def _view(material: Material, reply: Reply, heading: Phrase) -> ReplyView:
    return ReplyView(heading, material.words.told(reply.text))


def replies_about(material: Material, node_id: str) -> tuple[ReplyView, ...]:
    """Return the replies about a question or a framework, for printing beside it."""
    return tuple(
        _view(material, reply, material.words.text("Reply: {side}", side=material.side(reply.side)))
        for reply in material.replies
        if reply.about == node_id
    )


def other_replies(material: Material, printed: Collection[str]) -> tuple[ReplyView, ...]:
    """Return the replies about anything but what is `printed`, each with what it is about."""
    return tuple(
        _view(material, reply, _heading(material, reply)) for reply in material.replies if reply.about not in printed
    )


def _heading(material: Material, reply: Reply) -> Phrase:
    words, side = material.words, material.side(reply.side)
    if reply.about is None:
        return words.text("Reply to the whole: {side}", side=side)
    question = reply.about in material.toolkit.by_id
    about = material.asks(reply.about) if question else material.framework_title(reply.about)
    return words.text("Reply on “{about}”: {side}", about=about, side=side)
