"""Each macro with the real facts: it gives sound HTML, whole and escaped."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from macros.checks.shared import NAMED_BY
from macros.library.all_macros import MACROS
from macros.library.call_slips import PARSER
from macros.library.page import Page
from macros.library.registry import INLINE, example_of
from macros.library.render import Renderer, way
from macros.schema.all_kinds import KINDS
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.resources import Resource
from macros.schema.kinds.sources import Source
from macros.schema.place import roles_of

VOID = {"img", "br", "hr", "input", "meta", "link"}
# Macros whose docstring shows only one of the ways to call them.
MORE = [
    *[f'{{{{ panel("{part}") }}}}' for part in ("cases", "first step", "members")],
    *[f'{{{{ audit("{p}") }}}}' for p in ("table", "themes", "actions", "next steps")],
    '{{ contact("emergency") }}',
    '{{ questions("refer") }}',
    '{{ resources(need="online", kind="helpline") }}',
    '{{ term("hsb", "HSB") }}',
    '{{ gaps("panel") }}',
    "{{ gaps() }}",
]
# Macros made of a kind show the kind's example, which is no real record.
MADE = {kind.one for kind in KINDS.values() if kind.one}
CALLS = [example_of(n).removeprefix("type it like ") for n in MACROS.keys() - MADE]
CALLS = [*sorted(CALLS), *MORE, *(f'{{{{ {one}("*") }}}}' for one in sorted(MADE))]


@pytest.fixture
def page(data, root):
    return Page(data.pages["/panel/prepare/"], data, Renderer(root / "templates"))


def none_here(kind):
    """Leave out a call for records of which this place has none."""
    pytest.skip(f"this place has no {kind}")


def called(page, text):
    call = PARSER.parse(text).body[0].nodes[0]
    args = [arg.value for arg in call.args]
    if args == ["*"]:  # any record of the kind
        (kind,) = (k for k in KINDS.values() if k.one == call.node.name)
        args = [next(iter(page.data.of(kind.model)))]
    kind = NAMED_BY.get(call.node.name)
    if kind and args[0] not in {*page.data.kinds[kind], *roles_of(kind)}:
        args[0] = next(iter(page.data.kinds[kind]), None) or none_here(kind)
    if call.node.name == "audit" and not page.data.kinds["audit.points"]:
        none_here("audit")
    kwargs = {pair.key: pair.value.value for pair in call.kwargs}
    return call.node.name, MACROS[call.node.name](page, *args, **kwargs)


class Tags(HTMLParser):
    """Fails on a tag that closes another than the last one opened."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


@pytest.mark.parametrize("text", CALLS)
def test_a_call_gives_html_that_markdown_leaves_whole(page, text):
    name, html = called(page, text)

    assert html.strip() or name == "page_top"  # which is for some pages alone
    assert "\n\n" not in html
    assert not re.search(r"^ ", html, re.M)
    if name in INLINE:
        assert "\n" not in html
    tags = Tags()
    tags.feed(html)
    assert not tags.open


def test_links_are_relative_to_the_page(page):
    assert page.link("/") == "../../"
    assert page.link("/panel/") == "../"
    assert page.link("/panel/prepare/") == "./"
    assert page.link("/glossary/#hsb") == "../../glossary/#hsb"


def test_sources_are_numbered_in_the_order_they_are_cited(page):
    assert page.cite("nice-ng55") == 1
    assert page.cite("kcsie-2026") == 2
    assert page.cite("nice-ng55") == 1
    assert [source.id for source in page.cited] == ["nice-ng55", "kcsie-2026"]


def test_the_foot_lists_what_was_cited_with_its_day(page):
    page.cite("nice-ng55")

    foot = MACROS["page_foot"](page)

    assert 'id="source-nice-ng55"' in foot
    assert page.get(Source, "nice-ng55").dated in foot
    assert "Page last reviewed" in foot
    assert page.site.owner in foot


def test_a_page_has_a_way_out_where_its_head_says_so(page, data, root):
    support = Page(data.pages["/support/"], data, Renderer(root / "templates"))

    assert page.site.exit in MACROS["page_top"](support)
    assert MACROS["page_top"](page) == ""


def test_a_phone_number_can_be_tapped(page, data):
    number = data.get(Contact, data.site.front_door).phone
    html = MACROS["phone"](page, "front door")

    assert f'href="{way(number)}"' in html
    assert f">{number}<" in html


def test_a_term_opens_its_meaning_without_a_script(page):
    html = MACROS["term"](page, "hsb", "HSB")

    opens = re.search(r'popovertarget="([^"]+)"', html).group(1)
    assert f'id="{opens}"' in html
    assert 'href="../../glossary/#hsb"' in html


def test_two_uses_of_a_term_open_two_meanings(page):
    one, two = (MACROS["term"](page, "hsb") for _ in range(2))

    find = re.compile(r'popovertarget="([^"]+)"')
    assert find.search(one).group(1) != find.search(two).group(1)


def test_a_list_of_resources_holds_those_of_the_audience_only(page):
    html = MACROS["resources"](page, for_="police")

    for resource in page.data.of(Resource).values():
        shown = f">{resource.name}<" in html.replace("\n", "")
        assert shown == ("police" in resource.for_), resource.id


def test_a_suggestion_is_shown_as_one(page):
    assert "Our suggestion" in MACROS["steps"](page, "prepare")


def test_the_emergency_strip_has_both_numbers(page):
    html = MACROS["emergency"](page)

    assert 'href="tel:999"' in html
    assert f'href="{way(page.get(Contact, page.site.front_door).phone)}"' in html


@pytest.mark.parametrize(
    ("files", "leads_to"),
    [
        (None, "https://forge.example.org/hsb/blob/HEAD/docs/panel/prepare.md"),
        ("https://forge.example.org/hsb/src/", "/hsb/src/docs/panel/prepare.md"),
    ],
)
def test_the_foot_leads_to_the_source_of_the_page(page, files, leads_to):
    forge = {"forge": "https://forge.example.org/hsb", "forge_files": files}
    page.data = replace(page.data, settings=page.site.model_copy(update=forge))

    assert f'{leads_to}">See the source of this page</a>' in MACROS["review"](page)


def test_without_a_forge_the_foot_leads_nowhere(page):
    assert page.site.forge is None
    assert "See the source" not in MACROS["review"](page)
