"""Links and addresses as people type them, once a page has moved."""

import pytest
from small import make_small

from macros.facts.site_data import read_site
from publish.changes import Change, line_before
from publish.menu_lines import rename_in_menu, take_out_of_menu
from publish.naming import named_in_looks, relink, rename_address

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
    (small / "templates/a.html").write_text('{{ page.link("/help/#" ~ id) }} /help/\n')
    (small / "theme").mkdir()
    (small / "theme/b.html").write_text("{{ 'help/' | url }} {{ 'help/' }}\n")
    change = Change(small)

    assert list(named_in_looks(change, "/help/")) == [
        ("templates/a.html", 1),
        ("theme/b.html", 1),
    ]
    rename_address(change, read_site(small)[0], "/help/", "/more/help/")
    assert change.text("templates/a.html") == (
        '{{ page.link("/more/help/#" ~ id) }} /help/\n'
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
