"""Any sequence of lines against a model that a person can check: dictionaries, a place and a stack."""

from copy import deepcopy
from dataclasses import replace
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from interview.making import begun, orchard

from nlcaudit.interview import begin, render, step
from nlcaudit.interview.prompting import prompt

WORDS = st.text(st.characters(categories=("L", "N", "P", "S"), include_characters=" "), min_size=2, max_size=30).filter(
    lambda said: len(said.strip()) > 1
)


SIDES = {"1": "hill", "2": "valley"}


class Model(RuleBasedStateMachine):
    @initialize()
    def start(self):
        self.state = replace(begun(TREES), shared=True)
        self.at, self.answers, self.stack = 0, {}, []

    def type(self, line):
        self.state, events = step(self.state, line)
        for event in events:
            assert all(isinstance(paragraph.text, str) for paragraph in render(event, self.state))
        assert prompt(self.state).endswith(" > ")

    def change(self, **said):
        self.stack.append((self.at, deepcopy(self.answers)))
        self.answers.setdefault(self.at, {}).update(said)

    def choose(self, key, value):
        self.change()
        mine = self.answers[self.at]
        for kind in ("rating", "dont_know", "outside_powers", "not_applicable"):
            mine.pop(kind, None)
        mine[key] = value
        self.at += 1

    @precondition(lambda self: self.at < 6)
    @rule(level=st.integers(0, 3))
    def rates(self, level):
        self.type(str(level))
        self.choose("rating", level)

    @precondition(lambda self: self.at < 6)
    @rule(key=st.sampled_from(["d", "o"]))
    def says_no_level(self, key):
        self.type(key)
        self.choose("dont_know" if key == "d" else "outside_powers", value=True)

    @precondition(lambda self: self.at < 6)
    @rule(why=WORDS)
    def says_it_does_not_apply(self, why):
        self.type("n")
        self.type(why)
        self.choose("not_applicable", why.strip())

    @precondition(lambda self: self.at < 6)
    @rule(lines=st.lists(WORDS, min_size=1, max_size=3))
    def notes(self, lines):
        old = self.answers.get(self.at, {}).get("note")
        for line in ["t", *lines, "."]:
            self.type(line)
        added = "\n".join(line.rstrip() for line in lines)
        self.change(note=added if old is None else f"{old}\n{added}")

    @precondition(lambda self: self.at < 6)
    @rule(level=st.sampled_from([("1", "low"), ("2", "medium"), ("3", "high")]))
    def is_confident(self, level):
        self.type(f"c {level[0]}")
        self.change(confidence=level[1])

    @precondition(lambda self: self.at < 6)
    @rule(level=st.integers(0, 3))
    def remembers(self, level):
        self.type(f"y {level}")
        self.change(then=level)

    @precondition(lambda self: self.at < 6)
    @rule(what=WORDS, owner=WORDS, level=st.sampled_from([("1", "claim"), ("2", "document"), ("4", "outcome")]),
          file=st.sampled_from(["-", "a/list.pdf"]), side=st.sampled_from(["-", "1", "2", "valley"]))  # fmt: skip
    def shows(self, what, owner, level, file, side):
        old = self.answers.get(self.at, {}).get("evidence", ())
        for line in ["e", what, "Shelf 3", "2026-03-12", owner, level[0], file, side]:
            self.type(line)
        piece = {"what": what.strip(), "where": "Shelf 3", "date": date(2026, 3, 12), "owner": owner.strip()}
        piece |= {"strength": level[1]} if level[1] != "claim" else {}
        piece |= {"file": file} if file != "-" else {}
        piece |= {"seen_by": SIDES.get(side, side)} if side != "-" else {}
        self.change(evidence=(*old, piece))

    @precondition(lambda self: self.at < 6)
    @rule()
    def skips(self):
        self.type("s")
        self.at += 1

    @precondition(lambda self: self.at > 0)
    @rule()
    def goes_back(self):
        self.type("b")
        self.at -= 1

    @rule(place=st.integers(0, 5))
    def jumps(self, place):
        self.type(f"j O{place + 1}")
        self.at = place

    @precondition(lambda self: self.stack)
    @rule()
    def undoes(self):
        self.type("u")
        self.at, self.answers = self.stack.pop()

    @precondition(lambda self: self.at < 6)
    @rule(key=st.sampled_from(["n", "t", "e", "c", "y", "j"]))
    def asks_for_help_in_the_middle_and_goes_back(self, key):
        for line in [key, "?", "x", "."]:
            self.type(line)

    @rule(to=st.sampled_from(["r", "r 3", "q"]), half=st.sampled_from([[], ["n"], ["t"], ["e"]]))
    def leaves_and_is_taken_up_again(self, to, half):
        if self.at < 6 and to == "q":
            for line in half:
                self.type(line)
        self.type(to)
        assert self.state.ended
        assert self.state.turn == (None if to == "q" else to[2:])
        self.state = replace(begin(TREES, self.state.response, ("en", "fr"))[0], shared=True)
        kinds = ("rating", "dont_know", "outside_powers", "not_applicable")
        if self.at == 6:
            self.at = next((p for p in range(6) if not {*kinds} & {*self.answers.get(p, {})}), 6)
        self.stack = []

    @rule(line=st.sampled_from(["", "x", "44", "l", "?", "7", "hello there", "\x1b[A"]))
    def types_what_changes_no_answer(self, line):
        self.type(line)

    @invariant()
    def agrees(self):
        assert self.state.at == self.at
        assert self.state.response.resume_at == (f"tree-{self.at + 1}" if self.at < 6 else None)
        said = {key: answer.model_dump(exclude_defaults=True) for key, answer in self.state.response.answers.items()}
        assert said == {f"tree-{place + 1}": self.answers[place] for place in sorted(self.answers)}


TestModel = Model.TestCase
TestModel.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def setup_module():
    import tempfile
    from pathlib import Path

    global TREES  # noqa: PLW0603 - hypothesis builds the machine itself
    with tempfile.TemporaryDirectory() as folder:
        TREES = orchard(Path(folder), sides=("hill", "valley"))
