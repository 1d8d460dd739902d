"""`assess --answers FILE`: checked like typed answers, taken all or not at all."""

import pytest
from cli.asking import run

from nlcaudit.errors import ExitCode
from nlcaudit.source import read_document


def saved(path):
    return read_document(path.read_bytes(), str(path))[0].data


def take(folder, text, *arguments):
    (folder / "given.yaml").write_text(text)
    return run("assess", "orchards.yaml", "--out", "a.yaml", "--answers", "given.yaml", *arguments, folder=folder)


def test_answers_of_a_file_become_a_response(orchards):
    done = take(orchards, "tree-2: {dont_know: true}\ntree-1:\n  rating: 2\n  note: From paper.\n")
    assert (done.returncode, done.stdout) == (ExitCode.CLEAN, "")
    assert done.stderr.startswith("2 answers are in a.yaml, as “")
    assert list(saved(orchards / "a.yaml")["answers"].items()) == [
        ("tree-1", {"rating": 2, "note": "From paper."}), ("tree-2", {"dont_know": True}),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [
    ("tree-1: {rating: 9}\ntree-2: {rating: 1}\n", "given.yaml:1:18: error NLC502"),
    ("tree-1: {rating: 1}\ntree-99: {rating: 1}\n", "given.yaml:2:1: error NLC501"),
    ("tree-1: {rating: 1, dont_know: true}\n", "given.yaml:1:1: error NLC506"),
    ("tree-1: {raiting: 1}\n", "given.yaml:1:10: error NLC102"),
    ("tree-1: 2\n", "given.yaml:1:9: error NLC103"),
    ("Tree_1: {rating: 1}\n", "given.yaml:1:1: error NLC105"),
])  # fmt: skip
def test_one_wrong_answer_and_nothing_is_written(orchards, text, said):
    done = take(orchards, text)
    assert (done.returncode, said in done.stderr) == (ExitCode.FINDINGS, True), done.stderr
    assert not (orchards / "a.yaml").exists()


def test_answers_are_added_to_a_response_that_is_there(orchards):
    take(orchards, "tree-1: {rating: 1}\ntree-3: {rating: 1}\n")
    assert take(orchards, "tree-2: {rating: 2}\ntree-3: {rating: 3}\n").returncode == ExitCode.CLEAN
    assert {key: answer["rating"] for key, answer in saved(orchards / "a.yaml")["answers"].items()} == {
        "tree-1": 1, "tree-2": 2, "tree-3": 3,
    }  # fmt: skip


def test_a_whole_response_file_brings_its_own_respondent(orchards):
    whole = """\
schema: nlcaudit/response/1
toolkit: {id: orchards, version: "1"}
respondent: kt-4272
group: everybody
frameworks: [orchards]
answers: {tree-1: {rating: 2}}
"""
    done = take(orchards, whole)
    assert done.returncode == ExitCode.CLEAN
    response = saved(orchards / "a.yaml")
    assert (response["respondent"], response["answers"]) == ("kt-4272", {"tree-1": {"rating": 2}})


def test_a_file_that_is_not_there_is_named(orchards):
    done = run("assess", "orchards.yaml", "--out", "a.yaml", "--answers", "gone.yaml", folder=orchards)
    assert (done.returncode, "cannot open gone.yaml" in done.stderr) == (ExitCode.PATH, True)
    assert not (orchards / "a.yaml").exists()
