"""What PyYAML says about a text it cannot read → what we say."""

from nlcaudit.diagnostics import Rule
from nlcaudit.sentences import Sentence
from nlcaudit.source import reading_rules as rules
from nlcaudit.source.document import Mark

MISFIT = (
    Sentence("a line that does not fit its neighbours"),
    Sentence("give it the indentation of the lines around it, and quote texts that begin with a special character"),
)
UNCLOSED_QUOTE = (Sentence("a quote that was opened is never closed"), Sentence("close the quote"))

WORDINGS: tuple[tuple[str, Sentence, Sentence], ...] = (
    ("mapping values are not allowed", Sentence("a colon where no key can stand"),
     Sentence("put quotes around a text that contains “: ”, or check the indentation of this line")),
    ("found unexpected end of stream", *UNCLOSED_QUOTE),
    ("found unexpected document", *UNCLOSED_QUOTE),
    ("could not find expected ':'", Sentence("a line without a colon where a key was expected"),
     Sentence("write “key: value”, or indent the line to make it part of the text above")),
    ("block collection expected <block end>", Sentence("a line inside a list that does not begin with “- ”"),
     Sentence("begin it with “- ”, or give it the indentation of the entry it belongs to")),
    ("expected <block end>", *MISFIT),
    ("expected '<document start>'", *MISFIT),
    ("expected ',' or", Sentence("a bracket that is not closed, or a comma that is missing"),
     Sentence("close the bracket")),
    ("cannot start any token", Sentence("a character that cannot begin a value"),
     Sentence("put quotes around the text")),
    ("sequence entries are not allowed", Sentence("a list entry where none can stand"),
     Sentence("begin the list on a line of its own, indented under its key")),
    ("block scalar", Sentence("a folded or literal text that does not begin as one"),
     Sentence("write “>-” or “|” and begin a new line")),
    ("expected the node content", Sentence("a value is missing, or a bracket is not closed"),
     Sentence("write the value, or close the bracket")),
    ("escape", Sentence("an unknown escape in a double-quoted text"),
     Sentence("use single quotes, or write the backslash twice")),
)  # fmt: skip

AT_THE_BEGINNING = ("a quote that", "a bracket that", "a line without")
"""What is best shown where it began: the parser notices only where the text ends."""


def say(problem: str, met: Mark | None, began: Mark | None = None) -> tuple[Rule, Mark, Sentence, Sentence]:
    """Return rule, place, message and hint for a problem.

    Args:
        problem: the parser's words.
        met: where the parser noticed it.
        began: where the thing it was reading began.
    """
    mark = met or began or (0, 0)
    if r"'\t'" in problem:
        return rules.TAB, mark, Sentence("a tab indents or separates here"), Sentence("use spaces")
    for said, message, hint in WORDINGS:
        if said in problem:
            place = began if began and message.startswith(AT_THE_BEGINNING) else mark
            return rules.SYNTAX, place, message, hint
    unknown = Sentence("check quotes, colons and the indentation of this line")
    return rules.SYNTAX, mark, Sentence("this is not YAML"), unknown
