"""Addresses are promises: the list grows, and a build that breaks one stops."""

from datetime import date

import pytest
from small import make_small

from macros.facts.site_data import load_site
from macros.reading.promises import Promise, read_promises
from publish.__main__ import main
from publish.addresses import (
    addresses_of,
    broken_promises,
    newest_release,
    promise_all,
    records_in,
    records_shown,
)
from publish.built import BuiltPage, read_built

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

    said = list(broken_promises(tmp_path, read_built(tmp_path / "site")))

    assert [problem.code for problem in said] == ["promise-broken"]
    assert [str(problem) for problem in said] == [
        "addresses.txt:5: /panel/#purpose was published and would break: put it back "
        "(did you mean '/panel/#purposes'?)"
    ]


def test_nothing_is_promised_before_the_first_release(tmp_path):
    put(tmp_path / "site", "/panel/", "purpose")

    assert list(broken_promises(tmp_path, read_built(tmp_path / "site"))) == []


def test_the_real_site_keeps_what_it_promised(root, site):
    assert list(broken_promises(root, read_built(site))) == []


def page(address, *names):
    """A built page with these headings."""
    html = "".join(f'<h2 id="{name}">A</h2>' for name in names)
    return BuiltPage(address, html)


def test_each_page_and_place_that_a_person_may_link_to_has_an_address():
    built = [
        page("/404.html", "a"),
        page("/old/", "b"),
        page("/a/", "c", "source-1", "meaning-2", "picture-3", "d"),
        page("/", "e"),
    ]
    promises = {
        "/old/": Promise("/old/", changed=date(2026, 11, 24), to="/a/"),
        "/a/": Promise("/a/"),
    }

    found = addresses_of({p.address: p for p in built}, promises)

    assert list(found) == ["/a/", "/a/#c", "/a/#d", "/", "/#e"]


def test_an_address_says_which_record_stands_there(tmp_path):
    put(tmp_path / "site", "/panel/", "purpose", "aims")
    shown = {"/panel/#aims": ("terms", "aim"), "/panel/#purpose": ("steps", "purpose")}

    assert promise_all(tmp_path, tmp_path / "site", shown) == 4

    assert [str(p) for p in read_promises(tmp_path, []).values()] == [
        *("/panel/", "/panel/#aims of terms/aim"),
        *("/panel/#purpose of steps", "/panel/#top"),
    ]
    assert promise_all(tmp_path, tmp_path / "site", {}) == 0
    assert (
        str(read_promises(tmp_path, [])["/panel/#aims"]) == "/panel/#aims of terms/aim"
    )


@pytest.mark.parametrize(
    ("text", "release"),
    [
        ("# Changelog\n\n## Unreleased\n\n## [v1.2.3] - today\n\n## 1.1\n", "1.2.3"),
        ("## 2026-11\n", "2026-11"),
        ("\u00e9 ## 1.0\n### 2.0\n", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_the_newest_release_is_the_first_of_the_list_of_changes(
    tmp_path, text, release
):
    if text is not None:
        (tmp_path / "CHANGELOG.md").write_text(text, encoding="utf-8")

    assert newest_release(tmp_path) == release


@pytest.fixture
def small(tmp_path):
    return make_small(tmp_path)


def test_the_records_that_pages_show_are_known_by_their_addresses(small):
    page = small / "docs/prepare.md"
    words = page.read_text(encoding="utf-8")
    glossary = "{{ terms() }}\n\n{{ page_foot() }}"
    page.write_text(words.replace("{{ page_foot() }}", glossary), encoding="utf-8")

    shown = records_shown(small)

    assert shown == {
        "/#example-helpline": ("contacts", "example-helpline"),
        "/prepare/#example-plan": ("terms", "example-plan"),
        "/prepare/#prepare-first": ("steps", "prepare-first"),
    }


def test_records_are_found_in_lists_and_below_names(small):
    data = load_site(small)
    (term,), (step,) = data.kinds["terms"].values(), data.kinds["steps"].values()
    given = {"a": [term, "words", ("b", step)], "c": {"d": term}, "e": 1, "f": None}

    assert list(records_in(given)) == [term, step, term]
    assert list(records_in("words")) == []
    assert list(records_in(step)) == [step]


def test_make_promise_says_how_many_came(small, capsys):
    assert main(["--root", str(small), "promise"]) == 1
    assert "type 'make site' first" in capsys.readouterr().err

    (small / "site").mkdir(exist_ok=True)
    (small / "site" / "index.html").touch()
    put(small / "site", "/prepare/", "new", "prepare-first")

    assert main(["--root", str(small), "promise"]) == 0

    said = capsys.readouterr().out
    assert said == "addresses.txt: 5 addresses more, 5 in all.\n"
    held = read_promises(small, [])
    assert str(held["/prepare/#prepare-first"]) == "/prepare/#prepare-first of steps"
