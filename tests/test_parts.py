"""Boxes, tabs and the other parts of a page: each as the guide shows it."""

import re
import shutil
import zlib

import pytest
from article import article, page_of, raw_in
from conftest import ROOT, served
from selectolax.lexbor import LexborHTMLParser
from test_shell import AXE, LOOKS, RULES, RUN_AXE, axe_on

from macros.checks.examination import check_site
from publish.article.boxes import LOOKS as BOXES
from publish.article.parts import letter_of
from publish.build import make_site
from publish.headers import headers_of

GUIDE = (ROOT / "EDITING.md").read_text(encoding="utf-8")
CHAPTER = GUIDE.partition("\n## Call-outs, folds")[2].partition("\n## ")[0]
EXAMPLE = re.compile(r"^### ([^\n]+)\n\n```markdown\n(.*?)^```", re.M | re.S)
EXAMPLES = dict(EXAMPLE.findall(CHAPTER))
# What components.css dresses, as it stands in a page.
PARTS = re.compile(
    r'class="(?:admonition|tabbed-|task-|tick|footnote|grid|md-button)|<(?:kbd|abbr|code)'
)
# What each example is made of when it has been understood.
MADE = {
    "A call-out": "div.admonition.now, div.soon, div.not-sure, div.note li",
    "A fold": "details.note > summary",
    "Tabs": "div.tabbed-set[role=group] > input, div.tabbed-content > p",
    "A table": "table th, table td",
    "A button": "a.md-button--primary, a.md-button",
    "A list with points below points": "li li",
    "A list to tick": "li > span.tick, span.tick.done + span.unseen",
    "Words and their meanings": "dl > dt, dl > dd",
    "A footnote": "a.footnote-ref, div.footnote li",
    "A picture with words below it": "figure img, figure figcaption",
    "Cards": "div.grid.cards > ul > li",
    "An icon": "span.icon[aria-hidden=true] > svg",
    "Keys": "span.keys > kbd",
    "A short form": "abbr[title]",
    "A box between slashes": "div.admonition > p.admonition-title",
}
SPECIMEN = """\
---
title: A specimen of every part
description: Each part that an editor may put into a page.
for: [everyone]
reviewed: 2026-11-22
---

# A specimen of every part

{{ page_top() }}

"""


def made_of(words):
    return LexborHTMLParser(article(page_of(words)))


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_of_the_guide_comes_out_as_meant(name):
    html = made_of(EXAMPLES[name])

    assert raw_in(EXAMPLES[name]) == []
    for selector in MADE[name].split(", "):
        assert html.css_first(selector), selector


def test_every_part_has_its_example():
    assert set(EXAMPLES) == set(MADE)


@pytest.mark.parametrize("name", sorted(BOXES))
def test_every_name_of_a_box_has_a_look(name):
    html = made_of(f'!!! {name}\n    Words.\n\n??? {name} "More"\n    Words.')

    assert html.css_first(f"div.admonition.{BOXES[name]}")
    assert html.css_first(f"details.{BOXES[name]}")
    assert html.css_first(".admonition-title").text() != "Not-sure"


def test_notes_stand_above_the_foot_of_the_page():
    words = "It is so.[^1]\n\n[^1]: As we said.\n\n{{ page_foot() }}"

    html = article(page_of(words))

    assert html.index('class="footnote"') < html.index("\ue000")


def test_notes_are_lettered_as_a_browser_letters_their_list():
    assert [letter_of(n) for n in (1, 2, 26, 27, 52, 53)] == [
        *("a", "b", "z", "aa", "az", "ba")
    ]


def test_an_icon_in_code_or_in_a_link_of_the_page_stays_words():
    html = article(page_of("Type `:material-phone:` as [a](b.md#:material-phone:)."))

    assert html.count(":material-phone:") == 2
    assert "<svg" not in html


def picture(side):
    """A grey PNG of so many pixels on each side."""

    def chunk(kind, data):
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + check

    size = side.to_bytes(4, "big")
    rows = zlib.compress((b"\0" + b"\x80" * side) * side)
    head = chunk(b"IHDR", size + size + b"\x08\0\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def add_specimen(root):
    """Add a page to a copy of docs/ and the menu, with every example of the guide."""
    (root / "docs" / "pictures").mkdir()
    (root / "docs" / "pictures" / "door.png").write_bytes(picture(96))
    examples = "\n".join(f"## {name}\n\n{words}" for name, words in EXAMPLES.items())
    page = f"{SPECIMEN}{examples}\n{{{{ page_foot() }}}}\n"
    (root / "docs" / "specimen.md").write_text(page, encoding="utf-8")
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    menu = menu.replace("- site-map.md", "- site-map.md\n      - specimen.md")
    (root / "mkdocs.yml").write_text(menu, encoding="utf-8")


@pytest.fixture(scope="module")
def specimen(tmp_path_factory):
    """The real site with one page more, which holds every example of the guide."""
    root = tmp_path_factory.mktemp("specimen")
    for name in ("data", "macros", "templates", "theme", "addresses.txt"):
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", root / "docs")
    add_specimen(root)
    make_site(root, check_site(root), root / "site")
    return root / "site"


@pytest.fixture(scope="module")
def at(specimen):
    """The address of the specimen page."""
    for address in served(specimen, headers_of(specimen)):
        yield f"{address}/specimen/"


# By what each style sheet alone says, since all of them stand in the pages.
SHEETS = {
    "site": "--deep:",
    "tables": "[data-label]",
    "components": ".tabbed-set",
    "filter": ".filter-set",
    "drawn": ".picture svg",
    "handouts": ".handout img",
}


def sheets_of(file):
    """The names of the style sheets that a page has."""
    html = file.read_text(encoding="utf-8")
    styles = " ".join(re.findall(r"<style>(.*?)</style>", html, re.S))
    return [name for name, sign in SHEETS.items() if sign in styles]


def test_the_style_sheet_of_parts_goes_only_where_one_is(specimen):
    sheets = {}
    for page in specimen.rglob("index.html"):
        if page.relative_to(specimen).parts[0] in {"go", "embed"}:
            continue  # these have a style of their own
        html = page.read_text(encoding="utf-8")
        more = ["tables"] if "<table" in html else []
        more += ["components"] if PARTS.search(html) else []
        more += ["filter"] if 'class="filter' in html else []
        more += ["drawn"] if 'class="picture' in html else []
        more += ["handouts"] if 'class="handouts' in html else []
        sheets[page.parent.name] = sheets_of(page)
        assert sheets_of(page) == ["site", *more], page

    assert sheets["specimen"] == ["site", "tables", "components"]
    assert sheets["resources"] == ["site", "filter"]
    assert sheets["site"] == sheets["contacts"] == ["site"]


@pytest.mark.browser
def test_axe_finds_nothing_on_the_specimen_at_any_width_or_scheme(browser, at):
    context = browser.new_context(bypass_csp=True)

    assert axe_on(context, at, LOOKS) == []
    context.close()


@pytest.mark.browser
def test_the_specimen_keeps_the_policy_and_scrolls_no_phone_sideways(browser, at):
    page = browser.new_page(viewport={"width": 320, "height": 640})
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(at)

    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) == 320
    assert said == []
    page.close()


@pytest.mark.browser
def test_tabs_work_by_keyboard_and_by_touch_without_a_script(browser, at):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(at)
    school, home = page.locator(".tabbed-content").all()[:2]

    assert (school.is_visible(), home.is_visible()) == (True, False)
    page.get_by_label("At school").focus()
    page.keyboard.press("ArrowRight")
    assert (school.is_visible(), home.is_visible()) == (False, True)
    page.locator("label", has_text="At school").click()
    assert (school.is_visible(), home.is_visible()) == (True, False)
    context.close()


@pytest.mark.browser
def test_paper_shows_every_tab_fold_and_meaning(browser, at):
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(at)
    page.emulate_media(media="print")

    for part in (
        "Ring the number at the top",
        "Tell the designated",
        "These words open",
    ):
        assert page.get_by_text(part).last.is_visible(), part
    after = "getComputedStyle(document.querySelector('abbr'), '::after').content"
    assert "designated" in page.evaluate(after)
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE, RULES) == []
    context.close()
