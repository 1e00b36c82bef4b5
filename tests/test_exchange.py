"""Two folders change places, or it is said that they cannot."""

import sys

import pytest

from publish.exchange import exchange

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has it")


@pytest.fixture
def pair(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "is").write_text(name)
    if not exchange(tmp_path / "one", tmp_path / "other"):
        pytest.skip("not on this disk")
    return tmp_path / "one", tmp_path / "other"


def test_each_folder_is_where_the_other_was(pair):
    assert [(folder / "is").read_text() for folder in pair] == ["other", "one"]


def test_with_nothing_to_change_with_nothing_changes(pair, tmp_path):
    assert not exchange(pair[0], tmp_path / "nothing")
    assert (pair[0] / "is").is_file()


def test_what_the_system_refuses_is_an_error(pair):
    with pytest.raises(OSError, match="Not a directory"):
        exchange(pair[0], pair[1] / "is" / "below")
