"""Pages and parts of pages that go away with the records that they rest on."""

import pytest
from conftest import cases_of
from small import change, make_small, make_small_site, promise

from macros.checks.examination import check_site, examine
from publish.build import build_site

PART = """\
## What the audit found { #audit needs=audit }

{{ audit("points") }}

### What they will do

More.

## Who to ring
"""
PAGE = """\
---
title: The audit
description: What the audit found.
for: [everyone]
reviewed: 2026-11-22
needs: [audit.themes]
---

# The audit

{{ page_top() }}

{{ audit("themes") }}

{{ page_foot() }}
"""


@pytest.fixture
def small(tmp_path):
    return make_small(tmp_path)


def with_part(project):
    """Give the start page a part that needs an audit."""
    start = "docs/index.md"
    change(
        project, {"change": [{"in": start, "find": "## Who to ring\n", "type": PART}]}
    )


def with_page(project):
    """Give the project a page that needs themes of an audit, in a group of the menu."""
    (project / "docs/audit.md").write_text(PAGE, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as menu:
        menu.write("  - Learning:\n      - audit.md\n")


@pytest.mark.parametrize("case", cases_of("needs"))
def test_what_is_wrong_with_what_is_needed_is_said_at_its_line(small, case):
    change(small, case)

    assert [str(problem) for problem in examine(small).faults] == case["says"]


def test_a_part_is_shown_where_its_records_are(small):
    with_part(small)

    page = check_site(small).pages["/"]

    assert "## What the audit found { #audit }\n" in page.markdown
    assert "needs" not in page.markdown
    assert any("What it says." in html for html in page.html)


def test_a_part_goes_with_its_records_up_to_the_next_heading_of_its_level(small):
    with_part(small)
    (small / "data/local/audit.yml").unlink()

    page = check_site(small).pages["/"]

    assert "audit" not in page.markdown
    assert "What they will do" not in page.markdown
    assert "## Who to ring" in page.markdown


def test_the_last_part_of_a_page_goes_without_its_foot(small):
    with_part(small)
    start = small / "docs/index.md"
    text = start.read_text(encoding="utf-8")
    part = PART.partition("## Who")[0]
    text = text.replace(part, "").replace("{{ page_foot", f"{part}{{{{ page_foot")
    start.write_text(text, encoding="utf-8")
    (small / "data/local/audit.yml").unlink()

    page = check_site(small).pages["/"]

    assert "audit" not in page.markdown
    assert any('class="foot"' in html for html in page.html)


def test_a_part_may_need_a_role_that_a_place_may_lack(small):
    part = "## Adults { needs=lado }\n\nWords.\n\n## Who to ring\n"
    typing = {"in": "docs/index.md", "find": "## Who to ring\n", "type": part}
    change(small, {"change": [typing]})
    settings = small / "data/local/site.yml"
    text = settings.read_text(encoding="utf-8")

    assert "## Adults" in check_site(small).pages["/"].markdown
    lines = [line for line in text.splitlines(True) if not line.startswith("lado:")]
    assert len(lines) < len(text.splitlines())
    settings.write_text("".join(lines), encoding="utf-8")
    assert "## Adults" not in check_site(small).pages["/"].markdown


def test_a_record_that_leads_to_what_is_left_out_does_not_show_the_way(small):
    with_page(small)
    leading = {"find": "pages: [/prepare/]", "type": "pages: [/prepare/, /audit/]"}
    change(small, {"change": [{"in": "data/local/questions.yml", **leading}]})
    call = {"find": "- Another thing", "type": "\n{{ questions() }}\n"}
    change(small, {"change": [{"in": "docs/index.md", **call}]})

    with_audit = "".join(check_site(small).pages["/"].html)
    (small / "data/local/audit.yml").unlink()
    without = "".join(check_site(small).pages["/"].html)

    assert 'href="audit/"' in with_audit
    assert "audit" not in without
    assert 'href="prepare/"' in without


def test_a_page_that_is_not_made_asks_for_no_words_in_its_title(small):
    with_page(small)
    page = small / "docs/audit.md"
    titled = PAGE.replace("title: The audit", 'title: "The [[example-month]] audit"')
    page.write_text(titled, encoding="utf-8")

    (said,) = examine(small).faults
    (small / "data/local/audit.yml").unlink()

    assert "'[[example-month]]' is no value of values.yml" in str(said)
    assert examine(small).faults == []


def test_a_page_that_is_not_made_is_in_no_menu_list_or_index(tmp_path):
    project = make_small_site(tmp_path)
    with_page(project)
    lists = {"find": "- Another thing", "type": "\n{{ site_map() }}\n"}
    change(project, {"change": [{"in": "docs/index.md", **lists}]})

    build_site(project, tmp_path / "site")
    assert "audit" in written(tmp_path / "site")
    (project / "data/local/audit.yml").unlink()
    build_site(project, tmp_path / "site")

    assert not (tmp_path / "site" / "audit").exists()
    assert "audit" not in written(tmp_path / "site")
    assert "Learning" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def written(site):
    """All that a visitor or a machine can read of a site, in small letters."""
    files = (f for s in ("html", "xml", "js", "txt") for f in site.rglob(f"*.{s}"))
    return "\n".join(f.read_text(encoding="utf-8") for f in files).lower()


def test_an_address_that_was_promised_is_demanded_though_its_records_went(small):
    with_page(small)
    promise(small, "/audit/\n")
    (small / "data/local/audit.yml").unlink()

    (said,) = examine(small).faults

    assert str(said).startswith(
        "addresses.txt:1: /audit/ was published, and is not made without records of "
        "'audit.themes': put them back; or, if it has to go, type 'make withdraw"
    )


def test_an_audit_of_which_one_part_is_empty_shows_nothing_there(small):
    file = small / "data/local/audit.yml"
    text = file.read_text(encoding="utf-8")
    text = text[: text.index("actions:")] + "actions: []\n"
    file.write_text(text, encoding="utf-8")
    call = {"find": "- Another thing", "type": '\n{{ audit("actions") }}\n'}
    change(small, {"change": [{"in": "docs/index.md", **call}]})

    (said,) = examine(small).faults

    assert said.said == (
        "audit.yml has no actions yet: write one there, or put this call below a "
        "heading with { needs=audit.actions }"
    )
