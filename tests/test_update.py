"""A project brought up to date: what is shared comes, what is its own stays."""

import pytest
from copying import ROOT

from publish.__main__ import main
from publish.places.kept import FILE, kept_of
from publish.places.shared import FILES, OWN, ROOMS, is_own
from publish.places.update import AGAIN, update

TERMS = "- id: plan\n  name: Plan\n  meaning: {}\n- id: door\n  name: Door\n"
ORIGIN = {
    "README.md": "# Origin\n\n## Start\n\nType make.\n",
    "mkdocs.yml": "nav: []\n",
    "Makefile": "site:\n",
    "docs/index.md": "# Start\n",
    "docs/old.md": "# Old\n",
    "data/national/terms.yml": TERMS.format("A plan."),
    "data/local/site.yml": "id: origin\n",
    "tests/test_all.py": "",
    "tests/local/test_origin.py": "",
}
OWN_FILES = {
    "README.md": "# Ours\n\nOur words.\n\n## Start\n\nType make.\n",
    "data/local/site.yml": "id: ours\n",
    "data/local/terms.yml": "- id: plan\n  name: Our plan\n  replaces: Ours differs.\n"
    "  meaning: Ours.\n  more: Ours.\n  standing: published\n  sources: [ours]\n",
    "tests/local/test_ours.py": "assert True\n",
    "docs/ours.md": "# Ours\n",
}


def write(folder, texts):
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def origin(tmp_path):
    return write(tmp_path / "origin", ORIGIN)


@pytest.fixture
def ours(tmp_path, origin):
    shared = {name: text for name, text in ORIGIN.items() if not is_own(name)}
    folder = write(tmp_path / "ours", shared | OWN_FILES)
    (folder / FILE).write_text(kept_of(origin).text(), encoding="utf-8")
    return folder


def read(folder, name):
    return (folder / name).read_text(encoding="utf-8")


def test_what_is_shared_comes_and_what_is_ours_stays(origin, ours):
    write(origin, {"docs/index.md": "# Better\n", "docs/new.md": "# New\n"})
    (origin / "docs/old.md").unlink()

    done = update(ours, origin)

    assert done.changed == ("docs/index.md", "docs/new.md")
    assert done.gone == ("docs/old.md",)
    assert read(ours, "docs/index.md") == "# Better\n"
    assert not (ours / "docs/old.md").exists()
    for name, text in OWN_FILES.items():
        assert read(ours, name) == text, name
    assert not (ours / "tests/local/test_origin.py").exists()
    assert update(ours, origin).changed == ()


def test_the_first_words_of_the_readme_stay_and_the_rest_comes(origin, ours):
    write(origin, {"README.md": "# Origin, anew\n\n## Start\n\nType make site.\n"})

    assert update(ours, origin).changed == ("README.md",)

    expected = "# Ours\n\nOur words.\n\n## Start\n\nType make site.\n"
    assert read(ours, "README.md") == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docs/index.md", "# Our start\n"),
        ("docs/index.md", None),
        ("docs/new.md", "# A page of ours by a name that is taken there now\n"),
        ("README.md", "# Ours\n\n## Start\n\nType something else.\n"),
    ],
)
def test_what_was_changed_here_is_named_and_nothing_is_lost(origin, ours, name, text):
    new = {"docs/index.md": "# Better\n", "docs/new.md": "# New\n"}
    write(origin, new | {"Makefile": "site: new\n"})
    if text is None:
        (ours / name).unlink()
    else:
        write(ours, {name: text})
    before = {p: p.read_bytes() for p in ours.rglob("*") if p.is_file()}

    with pytest.raises(ValueError, match=f"changed here:\n  {name}\n"):
        update(ours, origin)

    assert {p: p.read_bytes() for p in ours.rglob("*") if p.is_file()} == before


def test_a_file_may_be_kept_and_is_asked_about_again(origin, ours):
    write(ours, {"docs/index.md": "# Our start\n"})
    write(origin, {"docs/index.md": "# Better\n", "Makefile": "site: new\n"})

    done = update(ours, origin, frozenset({"docs/index.md"}))

    assert done.changed == ("Makefile",)
    assert read(ours, "docs/index.md") == "# Our start\n"
    with pytest.raises(ValueError, match=r"docs/index\.md"):
        update(ours, origin)
    with pytest.raises(ValueError, match="no file of this name is shared"):
        update(ours, origin, frozenset({"docs/indx.md"}))


def test_line_ends_of_windows_are_no_change(origin, ours):
    (ours / "docs/index.md").write_bytes(b"# Start\r\n")
    write(origin, {"Makefile": "site: new\n"})

    assert update(ours, origin).changed == ("Makefile",)


def test_the_record_that_stands_for_a_changed_one_is_to_be_read_again(origin, ours):
    write(origin, {"Makefile": "site: new\n"})
    assert update(ours, origin).again == ()

    write(origin, {"data/national/terms.yml": TERMS.format("A better plan.")})
    done = update(ours, origin)

    line = "data/local/terms.yml:1: 'terms/plan' has changed"
    assert done.again == (line,)
    assert read(ours, AGAIN).endswith(f"{line}\n")
    assert update(ours, origin).again == ()
    assert line in read(ours, AGAIN)


def test_a_project_that_was_not_begun_so_is_told(origin, tmp_path, capsys):
    other = write(tmp_path / "other", ORIGIN)

    assert main(["--root", str(other), "update", str(origin)]) == 1
    assert "was not begun by `make new`" in capsys.readouterr().err
    for wrong in (other, tmp_path / "nowhere"):
        assert main(["--root", str(other), "update", str(wrong)]) == 1
        assert "Nothing was updated" in capsys.readouterr().err


def test_every_file_of_the_project_is_shared_or_somebodys_own():
    """A new file at the top has to be in one list or the other."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    known = {name.partition("/")[0] for name in (*ROOMS, *FILES, *OWN)}
    left = [
        path.name
        for path in ROOT.iterdir()
        if path.name not in known | {".git", ".venv"}
        and not any(path.match(line.strip("/")) for line in [*ignored, *FILES])
    ]

    assert left == []
