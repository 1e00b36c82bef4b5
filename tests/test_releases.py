"""Styles and scripts of earlier releases stay for pages that visitors still have."""

import hashlib

import pytest

from publish.releases import KEPT, LIST, keep_earlier, releases


def hashed(name, content):
    stem, suffix = name.split(".")
    return f"{stem}.{hashlib.sha256(content.encode()).hexdigest()[:8]}.{suffix}"


def write(site, files):
    """A site whose assets have these contents; gives their names by content."""
    (site / "assets").mkdir(parents=True)
    names = {hashed(name, content): content for name, content in files.items()}
    for name, content in names.items():
        (site / "assets" / name).write_text(content)
    return sorted(names)


@pytest.fixture
def release(tmp_path):
    """Makes one site after another; gives the names of its own files."""
    site = tmp_path / "0"

    def make(**contents):
        nonlocal site
        live, site = site, tmp_path / str(int(site.name) + 1)
        files = {"site.css": "a{}", "exit.js": "go()", "search-index.js": "[]"}
        names = write(site, files | {f"{k}.css": v for k, v in contents.items()})
        keep_earlier(live, site)
        return names, site

    return make


def assets(site):
    return {file.name for file in (site / "assets").iterdir()}


def test_a_site_in_a_new_place_has_its_own_files_alone(release):
    names, site = release()

    assert assets(site) == {*names, "releases.txt"}
    assert releases(site) == [[n for n in names if "index" not in n]]


def test_a_page_of_the_last_release_keeps_its_style_and_its_way_out(release):
    before, old = release(site="old{}")
    after, new = release(site="new{}")

    kept = [name for name in before if not name.startswith("search-index")]
    assert assets(new) == {*kept, *after, "releases.txt"}
    for name in kept:
        assert (new / "assets" / name).read_bytes() == (
            old / "assets" / name
        ).read_bytes()


def test_what_holds_facts_is_not_kept(tmp_path):
    old = write(tmp_path / "old", {"search-index.js": "0800", "search-text.js": "x"})
    write(tmp_path / "new", {"site.css": "a{}"})

    keep_earlier(tmp_path / "old", tmp_path / "new")

    assert not assets(tmp_path / "new").intersection(old)


def test_the_last_releases_are_kept_and_older_ones_go(release):
    styles = [f"a{{top:{n}px}}" for n in range(KEPT + 3)]
    for style in styles:
        _, site = release(site=style)

    own = {n for n in assets(site) if n.startswith("site")}
    assert own == {hashed("site.css", style) for style in styles[-KEPT - 1 :]}
    assert len(releases(site)) == KEPT + 1


def test_a_build_that_changes_no_style_pushes_no_release_out(release):
    release(site="old{}")
    for _ in range(KEPT + 2):
        _, site = release(site="new{}")

    assert hashed("site.css", "old{}") in assets(site)
    assert len(releases(site)) == 2


def test_a_file_that_two_releases_share_is_listed_with_both(release):
    release(site="old{}")
    _, site = release(site="new{}")

    [now, before] = releases(site)
    assert hashed("exit.js", "go()") in now
    assert before == sorted([hashed("exit.js", "go()"), hashed("site.css", "old{}")])


def test_a_name_with_a_space_is_one_name(release):
    _, old = release(site="old{}")
    spaced = hashed("a b.css", "old{}")
    (old / "assets" / spaced).write_text("old{}")
    (old / LIST).unlink()
    _, new = release(site="new{}")

    assert spaced in releases(new)[1]


def test_a_style_that_comes_back_is_the_newest_and_listed_once(release):
    for style in ("one{}", "two{}", "one{}"):
        _, site = release(site=style)

    listed = releases(site)
    assert hashed("site.css", "one{}") in listed[0]
    assert hashed("site.css", "two{}") in listed[1]
    assert len(listed) == 2


def test_a_site_without_a_list_counts_as_one_release(release):
    before, old = release(site="old{}")
    (old / LIST).unlink()
    _, new = release(site="new{}")

    assert set(before) <= assets(new)
    assert len(releases(new)) == 2


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"\n\n", b"{}\t[]\n"])
def test_a_list_that_makes_no_sense_is_no_harm(release, content):
    _, old = release(site="old{}")
    (old / LIST).write_bytes(content)
    names, new = release(site="new{}")

    assert set(names) < assets(new)
    assert all(name in assets(new) for line in releases(new) for name in line)


def test_a_file_that_is_not_what_its_name_says_is_not_kept(release):
    _, old = release(site="old{}")
    bent = old / "assets" / hashed("site.css", "old{}")
    bent.write_text("old{} /* and more */")
    _, new = release(site="new{}")

    assert bent.name not in assets(new)
    assert bent.name not in (new / LIST).read_text()


@pytest.mark.parametrize(
    "name",
    [
        "../{}",
        "..\\{}",
        "C:{}",
        "index.html",
        "deep/{}",
    ],
)
def test_a_name_that_leads_elsewhere_is_not_followed(release, name):
    _, old = release(site="old{}")
    name = name.format(hashed("case.txt", "notes"))
    place = old / "assets" / name
    place.parent.mkdir(exist_ok=True)
    place.write_text("notes")
    (old / LIST).write_text(f"{name}\n")
    _, new = release(site="new{}")

    assert "notes" not in [f.read_text() for f in new.rglob("*") if f.is_file()]
    assert not (new / "assets" / name).exists()


def test_a_link_in_place_of_a_file_is_not_kept(release, tmp_path):
    _, old = release(site="old{}")
    style = old / "assets" / hashed("site.css", "old{}")
    style.rename(tmp_path / "elsewhere")
    style.symlink_to(tmp_path / "elsewhere")
    _, new = release(site="new{}")

    assert style.name not in assets(new)


def test_a_file_that_is_gone_is_listed_no_more(release):
    names, old = release(site="old{}")
    for name in names:
        (old / "assets" / name).unlink()
    _, new = release(site="new{}")

    own = [name for name in assets(new) if name.startswith("site")]
    assert own == [hashed("site.css", "new{}")]
    assert hashed("site.css", "old{}") not in (new / LIST).read_text()
