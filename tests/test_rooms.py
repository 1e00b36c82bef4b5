"""A place: its own facts, and every other room from the project that it is in."""

import re
import shutil

import pytest
from conftest import ROOT
from small import make_small

from macros.facts.site_data import load_site
from macros.reading.rooms import at, is_place, project_of, site_of
from publish.__main__ import main


@pytest.fixture
def small(tmp_path):
    """The small project, with a place beside it."""
    project = make_small(tmp_path)
    (project / "theme").mkdir()
    national = project / "data" / "national"
    national.mkdir()
    (project / "data" / "local" / "sources.yml").rename(national / "sources.yml")
    place = project / "examples" / "elsmere"
    shutil.copytree(project / "data" / "local", place / "data" / "local")
    site = place / "data" / "local" / "site.yml"
    text = site.read_text(encoding="utf-8")
    site.write_text(text.replace("HSB Panel Example", "Elsmere"), encoding="utf-8")
    (place / "addresses.txt").write_text("# There are 0 addresses.\n", encoding="utf-8")
    return project


def test_a_place_has_its_own_facts_and_shares_all_else(small):
    place = small / "examples" / "elsmere"

    assert is_place(place)
    assert project_of(place) == project_of(small) == small
    assert at(place, "data/local/site.yml") == place / "data/local/site.yml"
    assert at(place, "addresses.txt") == place / "addresses.txt"
    for shared in ("data/national/sources.yml", "docs/index.md", "theme", "mkdocs.yml"):
        assert at(place, shared) == small / shared
    assert load_site(place).site.name == "Elsmere"
    assert load_site(place).kinds["sources"].keys() == {"example-guide"}


def test_a_room_of_its_own_is_taken_whole(small):
    place = small / "examples" / "elsmere"
    (place / "docs").mkdir()

    assert at(place, "docs/index.md") == place / "docs/index.md"


def test_facts_of_another_place_are_never_taken_for_its_own(small):
    place = small / "examples" / "elsmere"
    (place / "data" / "local" / "terms.yml").unlink()
    (place / "addresses.txt").unlink()

    assert at(place, "data/local/terms.yml") == place / "data/local/terms.yml"
    assert at(place, "addresses.txt") == place / "addresses.txt"


def test_each_place_is_built_into_a_folder_of_its_own(project, capsys):
    place = project / "examples" / "elsmere"
    shutil.copytree(project / "data" / "local", place / "data" / "local")
    shutil.copy(project / "addresses.txt", place)
    site = place / "data" / "local" / "site.yml"
    text = site.read_text(encoding="utf-8")
    named = re.sub("^name: .*", "name: Elsmere", text, flags=re.M)
    site.write_text(named, encoding="utf-8")

    assert main(["--root", str(project), "--place", "examples/elsmere"]) == 0
    assert re.search(r"site-elsmere/ is ready: \d+ pages", capsys.readouterr().out)
    assert main(["--root", str(project), "--place", "examples/elsmere"]) == 0
    assert "nothing has changed" in capsys.readouterr().out

    page = (project / "site-elsmere" / "index.html").read_text(encoding="utf-8")
    assert "Elsmere</title>" in page
    assert not (project / "site").exists()
    assert site_of(project) == project / "site"


def test_the_heads_of_a_place_are_made_with_those_of_the_project(small):
    for name in ("EDITING.md", ".vscode/settings.json"):
        (small / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, small / name)

    assert main(["--root", str(small), "--place", "examples/elsmere", "generated"]) == 0

    heads = {
        file.relative_to(small).as_posix(): file.read_text("utf-8").split("\n")[2]
        for file in small.rglob("data/*/s*s.yml")
    }
    assert "True everywhere" in heads["data/national/sources.yml"]
    assert "True in this place" in heads["data/local/steps.yml"]
    assert "True in this place" in heads["examples/elsmere/data/local/steps.yml"]


def test_what_is_no_place_is_refused(small, capsys):
    with pytest.raises(SystemExit):
        main(["--root", str(small), "--place", "docs"])

    assert "docs is no place: it needs data/local/" in capsys.readouterr().err


def test_the_name_of_another_place_is_no_word_of_the_national_layer(small, capsys):
    site = small / "examples" / "elsmere" / "data" / "local" / "site.yml"
    text = site.read_text(encoding="utf-8")
    site.write_text(text.replace("[Example Town,", "[Farville,"), encoding="utf-8")
    sources = small / "data" / "national" / "sources.yml"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(text.replace("note: Pages", "note: At Farville, pages"), "utf-8")

    assert main(["--root", str(small), "check"]) == 1

    assert (
        "data/national/sources.yml:13: 'note' names a place" in capsys.readouterr().out
    )
