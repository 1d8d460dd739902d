"""The responses of an engagement while an import goes on, and by what submissions are known again."""

from dataclasses import dataclass, field

from nlcaudit.engagement import Response, content_of
from nlcaudit.importers.submissions import Submission


@dataclass
class Book:
    """The responses as they are and will be, and how submissions are known again.

    Attributes:
        responses: pseudonym → response.
        matched: pseudonyms whose submission is in this import again.
        fresh: pseudonyms whose file this import makes or changes, with what went in last.
    """

    responses: dict[str, Response]
    matched: set[str] = field(default_factory=set)
    fresh: dict[str, Submission] = field(default_factory=dict)
    _by_mark: dict[str, dict[str, None]] = field(default_factory=dict)
    _marks: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Learn by what each response is known again."""
        for name, response in self.responses.items():
            self._learn(name, response)

    def put(self, response: Response, submission: Submission) -> None:
        """Put in a response that a submission made or changed."""
        name = response.respondent
        self.responses[name] = response
        self.fresh[name] = submission
        self._learn(name, response)

    def _learn(self, name: str, response: Response) -> None:
        """Its marks are the fingerprints of its submissions, of what they said, and of what it says now."""
        for mark in self._marks.get(name, ()):
            self._by_mark[mark].pop(name, None)
        marks = [mark for record in response.imported for mark in (*record.submission, record.content)]
        self._marks[name] = (*marks, content_of(response))
        for mark in self._marks[name]:
            self._by_mark.setdefault(mark, {})[name] = None

    def known(self, submission: Submission) -> list[str]:
        """The pseudonyms under which a submission is known."""
        if submission.respondent is not None:
            return [submission.respondent] if submission.respondent in self.responses else []
        return list(dict.fromkeys(name for mark in submission.identity.ids for name in self._by_mark.get(mark, ())))

    def saying_the_same(self, submission: Submission) -> list[str]:
        """The pseudonyms of responses that say the very same."""
        return list(self._by_mark.get(submission.identity.content, ()))
