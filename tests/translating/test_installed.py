"""What came with an installed program is not changed."""

import pytest

from nlcaudit import stamping
from nlcaudit.errors import UserError
from nlcaudit.messages import tell


@pytest.mark.parametrize("file", [".", "toolkit.yaml"])
def test_a_toolkit_that_came_with_the_program_is_not_stamped(tmp_path, monkeypatch, file):
    (tmp_path / "toolkit.yaml").touch()
    monkeypatch.setattr(stamping, "came_installed", lambda _: True)
    with pytest.raises(UserError) as refused:
        stamping.refuse_installed([tmp_path / file])
    assert (refused.value.message, refused.value.hint) == (
        f"{tmp_path} came with the program: the next update would undo the change",
        "copy the folder to a place of your own, and name that one")  # fmt: skip
    assert tell(refused.value.message, "fr") != refused.value.message


def test_a_single_file_has_no_place_for_stamps(tmp_path):
    file = tmp_path / "one.yaml"
    file.touch()
    with pytest.raises(UserError) as refused:
        stamping.stamp_toolkit(str(file))
    assert (refused.value.message, refused.value.hint) == (
        f"{file} is not a toolkit's folder", "stamps are kept beside a toolkit.yaml")  # fmt: skip
