"""Addresses are promises: the list grows, and a build that breaks one stops."""

from macros.reading.promises import read_promises
from publish.addresses import broken_promises, promise_all
from publish.built import read_built

PAGE = '<h1 id="top">A</h1><h2 id="{}">B</h2><p id="meaning-1">C</p><ol>{}</ol>'


def put(site, path, *names):
    folder = site / path.strip("/")
    folder.mkdir(parents=True, exist_ok=True)
    name, *items = names
    listed = "".join(f'<li id="{item}">x</li>' for item in items)
    (folder / "index.html").write_text(PAGE.format(name, listed))


def test_pages_headings_and_records_are_promised(tmp_path):
    put(tmp_path / "site", "/panel/", "purpose", "source-a", "wscp")

    assert promise_all(tmp_path, tmp_path / "site", {}) == 4
    assert list(read_promises(tmp_path, [])) == [
        "/panel/",
        "/panel/#purpose",
        "/panel/#top",
        "/panel/#wscp",
    ]


def test_the_list_only_grows(tmp_path):
    put(tmp_path / "site", "/panel/", "purpose")
    promise_all(tmp_path, tmp_path / "site", {})
    put(tmp_path / "site", "/panel/", "aims")

    assert promise_all(tmp_path, tmp_path / "site", {}) == 1
    assert "/panel/#purpose" in read_promises(tmp_path, [])


def test_an_address_says_which_release_brought_it(tmp_path):
    put(tmp_path / "site", "/panel/", "purpose")
    log = tmp_path / "CHANGELOG.md"
    log.write_text("# Changelog\n\n## Unreleased\n", encoding="utf-8")
    promise_all(tmp_path, tmp_path / "site", {})
    put(tmp_path / "site", "/panel/", "purpose", "aims")
    log.write_text("## Unreleased\n\n## 1.2 (today)\n\n## 1.1\n", encoding="utf-8")

    promise_all(tmp_path, tmp_path / "site", {})

    promises = read_promises(tmp_path, [])
    assert str(promises["/panel/#purpose"]) == "/panel/#purpose"
    assert str(promises["/panel/#aims"]) == "/panel/#aims since 1.2"


def test_an_address_that_is_gone_is_named_with_the_nearest(tmp_path):
    put(tmp_path / "site", "/panel/", "purpose")
    promise_all(tmp_path, tmp_path / "site", {})
    put(tmp_path / "site", "/panel/", "purposes")

    said = [str(p) for p in broken_promises(tmp_path, read_built(tmp_path / "site"))]

    assert said == [
        "addresses.txt:5: /panel/#purpose was published and would break: put it back "
        "(did you mean '/panel/#purposes'?)"
    ]


def test_nothing_is_promised_before_the_first_release(tmp_path):
    put(tmp_path / "site", "/panel/", "purpose")

    assert list(broken_promises(tmp_path, read_built(tmp_path / "site"))) == []


def test_the_real_site_keeps_what_it_promised(root, site):
    assert list(broken_promises(root, read_built(site))) == []
