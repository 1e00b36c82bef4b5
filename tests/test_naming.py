"""Links and addresses as people type them, once a page has moved."""

import pytest
from small import make_small

from macros.facts.site_data import read_site
from publish.changes import Change, line_before
from publish.menu_lines import rename_in_menu, take_out_of_menu
from publish.naming import (
    link_from,
    named_in_looks,
    relink,
    rename_address,
    same_page,
)

BODY = """\
---
title: Prepare
---

# Prepare

[one](prepare.md), [two](index.md#start "Start (here)"), <a href="index.md">three</a>,
![four](pictures/river.png), [five](#here), [six][ref], [seven](https://example.org/a.md).

```
[not a link](index.md)
```

[ref]: index.md
"""
MOVED = {
    "(prepare.md)": "(ready.md)",
    "(index.md#start": "(../index.md#start",
    'href="index.md"': 'href="../index.md"',
    "(pictures/": "(../pictures/",
    "[ref]: index.md": "[ref]: ../index.md",
}


@pytest.fixture
def small(tmp_path):
    return make_small(tmp_path)


def test_links_of_a_page_lead_where_they_led(small):
    (small / "docs/prepare.md").write_text(BODY, encoding="utf-8")
    page = read_site(small)[0].pages["/prepare/"]
    change = Change(small)

    def lead(aim):
        return ("get/ready.md", aim[1]) if aim[0] == "prepare.md" else aim

    relink(change, page, "get/ready.md", lead)

    expected = BODY
    for old, new in MOVED.items():
        assert old in expected
        expected = expected.replace(old, new, 1)
    assert change.texts["docs/get/ready.md"] == expected


def test_an_address_is_written_anew_only_where_it_is_one(small):
    file = small / "data/notes.yml"
    file.write_text(
        "a: [/prepare/, /prepare/#x]\nb: /prepare/more/\nc: /to/prepare/\n"
        "d: https://example.org/prepare/\ne: '/prepare/'\n",
        encoding="utf-8",
    )
    change = Change(small)

    rename_address(change, read_site(small)[0], "/prepare/", "/help/")

    assert change.texts["data/notes.yml"] == (
        "a: [/help/, /help/#x]\nb: /prepare/more/\nc: /to/prepare/\n"
        "d: https://example.org/prepare/\ne: '/help/'\n"
    )


def test_templates_and_the_theme_name_addresses_too(small):
    (small / "templates/a.html").write_text(
        '{{ page.link("/help/#" ~ id) }} /help/ "/help/."\n'
    )
    (small / "theme").mkdir()
    (small / "theme/b.html").write_text("{{ 'help/' | url }} {{ 'help/' }}\n")
    change = Change(small)

    assert list(named_in_looks(change, "/help/")) == [
        ("templates/a.html", 1),
        ("theme/b.html", 1),
    ]
    rename_address(change, read_site(small)[0], "/help/", "/more/help/")
    assert change.text("templates/a.html") == (
        '{{ page.link("/more/help/#" ~ id) }} /help/ "/help/."\n'
    )
    assert change.text("theme/b.html") == "{{ 'more/help/' | url }} {{ 'help/' }}\n"


@pytest.mark.parametrize(
    ("typed", "renamed", "without"),
    [
        ("  - a.md\n  - b.md\n", "  - a.md\n  - c.md\n", "  - a.md\n"),
        (
            "  - a.md\n  - B: 'b.md' # x\n",
            "  - a.md\n  - B: 'c.md' # x\n",
            "  - a.md\n",
        ),
        (
            "  - a.md\n  - B:\n    - b.md\n",
            "  - a.md\n  - B:\n    - c.md\n",
            "  - a.md\n",
        ),
        (
            "  - A:\n    - a.md\n    - b.md\n",
            "  - A:\n    - a.md\n    - c.md\n",
            "  - A:\n    - a.md\n",
        ),
        ("  - bb.md\n", "  - bb.md\n", "  - bb.md\n"),
    ],
)
def test_a_page_is_renamed_and_taken_out_in_the_menu(tmp_path, typed, renamed, without):
    head, foot = "site_name: b.md\nnav:\n", "theme: b.md\n"
    (tmp_path / "mkdocs.yml").write_text(f"{head}{typed}{foot}", encoding="utf-8")
    one, other = Change(tmp_path), Change(tmp_path)

    rename_in_menu(one, "b.md", "c.md")
    take_out_of_menu(other, "b.md")

    assert one.text("mkdocs.yml") == f"{head}{renamed}{foot}"
    assert other.text("mkdocs.yml") == f"{head}{without}{foot}"


@pytest.mark.parametrize("menu", ["nav: [a.md, b.md]\n", "nav: [a.md\n"])
def test_a_menu_that_is_not_in_lines_is_left_to_people(tmp_path, menu):
    (tmp_path / "mkdocs.yml").write_text(menu, encoding="utf-8")

    with pytest.raises(ValueError, match=r"mkdocs\.yml"):
        take_out_of_menu(Change(tmp_path), "b.md")


def test_a_line_keeps_its_number_of_before():
    was, now = ["a", "b", "c", "d"], ["a", "x", "d"]

    assert [line_before(was, now, line) for line in (1, 2, 3)] == [1, 2, 4]
    assert line_before(was, ["new", *was], 1) == 1
    assert line_before(was, ["new", *was], 5) == 4


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"\xff\xfe")

    with pytest.raises(ValueError, match=r"a\.yml cannot be read: save it"):
        Change(tmp_path).text("a.yml")


@pytest.mark.parametrize(
    ("page", "typed", "at", "link"),
    [
        # The page moves: what it names stays where it was.
        ("a.md", "b.md", "in/a.md", "../b.md"),
        ("a.md", "b.md#c", "in/a.md", "../b.md#c"),
        ("in/a.md", "../b.md", "a.md", "b.md"),
        ("in/a.md", "c.md", "other/a.md", "../in/c.md"),
        ("in/a.md", "./c.md", "in/b.md", "c.md"),
        ("a.md", "a.md", "b.md", "a.md"),
        ("a.md", "#c", "in/a.md", "../a.md#c"),
        # Nothing changes: it stays as it was typed.
        ("a.md", "./b.md", "a.md", "./b.md"),
        ("a.md", "#c", "a.md", "#c"),
        # What leads elsewhere, or nowhere, is left alone.
        *(
            ("a.md", typed, "in/a.md", typed)
            for typed in (
                "https://a.org/b",
                "mailto:a@b.org",
                "/a/",
                "//a.org",
                "a+b:c",
                "",
            )
        ),
    ],
)
def test_a_link_is_typed_anew_only_where_it_must(page, typed, at, link):
    assert link_from(page, typed, at, lambda aim: aim) == link


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        *(("b.md", "c.md"), ("b.md#x", "c.md#x"), ("b.md#old", "d.md#new")),
        *(("#here", "#there"), ("a.md#here", "a.md#there"), ("#gone", "c.md")),
    ],
)
def test_a_link_leads_to_where_its_aim_is_now(typed, link):
    def lead(aim):
        moved = {
            ("b.md", "old"): ("d.md", "new"),
            ("a.md", "here"): ("a.md", "there"),
            ("a.md", "gone"): ("c.md", ""),
        }
        return moved.get(aim, ("c.md" if aim[0] == "b.md" else aim[0], aim[1]))

    assert link_from("a.md", typed, "a.md", lead) == link


def test_a_place_is_written_anew_only_where_it_is_one(small):
    file = small / "data/notes.yml"
    text = "a: /prepare/#x\nb: /prepare/#x-y\nc: /prepare/#x, z\nd: /prepare/#x."
    file.write_text(text, encoding="utf-8")
    change = Change(small)

    rename_address(change, read_site(small)[0], "/prepare/#x", "/help/#y")

    assert change.texts["data/notes.yml"] == (
        "a: /help/#y\nb: /prepare/#x-y\nc: /help/#y, z\nd: /help/#y."
    )


def test_an_address_at_the_end_of_a_line_is_one(small):
    file = small / "data/notes.yml"
    file.write_text("a: /prepare/\nb: /prepare/.a\nc: /prepare/", encoding="utf-8")
    change = Change(small)

    rename_address(change, read_site(small)[0], "/prepare/", "/help/")

    assert change.texts["data/notes.yml"] == ("a: /help/\nb: /prepare/.a\nc: /help/")


def test_a_page_names_addresses_in_its_front_matter_and_its_calls(small):
    page = small / "docs/prepare.md"
    text = page.read_text(encoding="utf-8").replace(
        "owner: The example partnership", "owner: /index/ and /other/"
    )
    calls = (
        '{{ word("/index/") }}, {{ word(\'/index/#a\') }}, {{ word("/index/b") }}\n'
        '"/index/" in words\n\n{{ page_foot() }}'
    )
    page.write_text(text.replace("{{ page_foot() }}", calls), encoding="utf-8")
    change = Change(small)

    rename_address(change, read_site(small)[0], "/index/", "/help/")

    changed = change.texts["docs/prepare.md"]
    assert "owner: /help/ and /other/\n" in changed
    assert (
        '{{ word("/help/") }}, {{ word(\'/help/#a\') }}, {{ word("/index/b") }}\n'
        '"/index/" in words\n' in changed
    )
    assert changed.count("\n") == text.count("\n") + 3
    assert list(change.texts) == ["docs/prepare.md"]


def test_a_line_of_calls_is_told_from_the_lines_round_it(small):
    page = small / "docs/prepare.md"
    text = page.read_text(encoding="utf-8")
    lines = 'see "/old/"\n\n{{ word("/old/") }}\n\nsee "/old/"\n\n{{ page_foot() }}'
    page.write_text(text.replace("{{ page_foot() }}", lines), encoding="utf-8")
    change = Change(small)

    rename_address(change, read_site(small)[0], "/old/", "/new/")

    expected = 'see "/old/"\n\n{{ word("/new/") }}\n\nsee "/old/"\n'
    assert expected in change.texts["docs/prepare.md"]


def test_places_are_named_in_looks_as_well(small):
    text = '{{ a("/help/#b") }} {{ a(\'/help/#b-c\') }}\n\n"/help/#b"\n'
    (small / "templates/a.html").write_text(text, encoding="utf-8")
    (small / "theme").mkdir()
    themed = "{{ 'help/#b' | url }} {{ 'help/#b-c' | url }} {{ '/help/#b' | url }}\n"
    (small / "theme/b.html").write_text(themed, encoding="utf-8")
    change = Change(small)

    assert list(named_in_looks(change, "/help/#b")) == [
        *(("templates/a.html", 1), ("templates/a.html", 3), ("theme/b.html", 1)),
    ]
    rename_address(change, read_site(small)[0], "/help/#b", "/more/#d")
    assert change.text("templates/a.html") == (
        '{{ a("/more/#d") }} {{ a(\'/help/#b-c\') }}\n\n"/more/#d"\n'
    )
    assert change.text("theme/b.html") == (
        "{{ 'more/#d' | url }} {{ 'help/#b-c' | url }} {{ '/help/#b' | url }}\n"
    )


@pytest.mark.parametrize(
    ("path", "same"),
    [
        *(("help.md", True), ("help/index.md", True), ("help.txt", False)),
        *(("help", False), ("more/help.md", False), ("helpless.md", False)),
    ],
)
def test_a_file_is_the_page_of_its_address(path, same):
    assert same_page(path, "/help/") is same


def test_a_page_twice_in_one_line_of_the_menu_is_renamed_once(tmp_path):
    menu = "nav:\n  - b.md: b.md\n  - b.md\n"
    (tmp_path / "mkdocs.yml").write_text(menu, encoding="utf-8")
    change = Change(tmp_path)

    rename_in_menu(change, "b.md", "c.md")

    assert change.text("mkdocs.yml") == "nav:\n  - b.md: c.md\n  - c.md\n"


def test_a_menu_without_a_list_has_no_pages(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: b.md\n", encoding="utf-8")
    change = Change(tmp_path)

    rename_in_menu(change, "b.md", "c.md")
    take_out_of_menu(change, "b.md")

    assert change.texts == {}


@pytest.mark.parametrize(
    ("menu", "says"),
    [
        (
            "nav: [a.md, b.md]\n",
            "take 'b.md' out of nav: in mkdocs.yml by hand, and try again",
        ),
        ("nav: [a.md\n", "mkdocs.yml cannot be read: type make site, and mend it"),
    ],
)
def test_what_a_menu_says_to_people_is_what_to_do(tmp_path, menu, says):
    (tmp_path / "mkdocs.yml").write_text(menu, encoding="utf-8")

    with pytest.raises(ValueError) as error:  # noqa: PT011 what it says is compared
        take_out_of_menu(Change(tmp_path), "b.md")
    assert str(error.value) == says
