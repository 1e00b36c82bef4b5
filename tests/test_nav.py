"""The menu: whole on a small site, the reader's own section on a large one."""

from types import SimpleNamespace

import pytest
from conftest import ROOT
from jinja2 import Environment, FileSystemLoader
from selectolax.lexbor import LexborHTMLParser

PER_SECTION = 10


def page(section, number, active=False):
    title, url = f"Page {section}.{number}", f"s{section}/p{number}/"
    return SimpleNamespace(title=title, url=url, active=active, children=None)


def menu_of(sections):
    """The menu as made for the first page of the second section."""
    items = [
        SimpleNamespace(
            title=f"Section {s}",
            url=None,
            active=s == 1,
            children=[page(s, n, s == 1 and n == 0) for n in range(PER_SECTION)],
        )
        for s in range(sections)
    ]
    nav = SimpleNamespace(items=items, pages=[p for i in items for p in i.children])
    env = Environment(loader=FileSystemLoader(ROOT / "theme"), autoescape=True)
    env.filters["url"] = lambda url: f"/{url}"
    html = env.get_template("partials/nav.html").render(nav=nav)
    return LexborHTMLParser(html)


def links_in(menu):
    return [node.attributes["href"] for node in menu.css("a")]


@pytest.mark.parametrize("sections", [2, 6])
def test_up_to_sixty_pages_the_menu_names_every_page(sections):
    assert len(links_in(menu_of(sections))) == sections * PER_SECTION


def test_above_sixty_pages_it_opens_the_section_of_the_reader_alone():
    menu = menu_of(7)

    own = [f"/s1/p{n}/" for n in range(PER_SECTION)]
    others = [f"/s{s}/p0/" for s in range(7) if s != 1]
    assert sorted(links_in(menu)) == sorted(own + others)
    assert menu.css_first("[aria-current=page]").text() == "Page 1.0"
