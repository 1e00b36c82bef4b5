"""What others can take, for any place: links, short addresses, codes, embeds, facts."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import jsonschema
import pytest
from conftest import PLACES, ROOT, cases_of
from selectolax.lexbor import LexborHTMLParser
from small import change, make_small

from macros.checks.examination import examine
from macros.checks.record_rules import PERSON
from macros.facts.site_data import load_site
from macros.library.link_kit import CODES, embed_html, here, link_kit, snippets_of
from macros.library.render import renderer_of
from macros.schema.fields import FILTERED, Standing
from macros.schema.kinds.gaps import Gap
from macros.schema.kinds.links import Embed, Link, Opened
from macros.schema.kinds.panel import PanelFact
from publish.links.codes import codes_of, write_codes
from publish.links.facts import file_of, schema_of, write_facts
from publish.links.shapes import SHAPES
from publish.links.small import (
    MOST,
    embeds,
    lead_on,
    page_at,
    short_addresses,
    shorts,
    too_heavy,
    write_small,
)

HOME = "https://hsb.example.org"
STYLE = ROOT / "theme" / "assets" / "embed.css"
# The attributes that the HTML standard knows of each element that a snippet may hold.
KNOWN = {
    "a": {"href", "style"},
    "div": {"style"},
    "p": set(),
    "iframe": {"src", "title", "height", "loading", "style"},
}


@pytest.fixture
def renderer():
    return renderer_of(ROOT / "templates")


@pytest.fixture(params=["without an address", "with an address"])
def kit(request, data, renderer):
    """The page of the link kit of a place, and where its links start."""
    base = HOME if request.param == "with an address" else ""
    site = data.site.model_copy(update={"address": base or None})
    page = page_at("/schools/link-kit/", replace(data, settings=site), renderer)
    return page, base


@pytest.fixture
def housed(data):
    """A place that has an address, with a slash at its end as some type it."""
    site = data.site.model_copy(update={"address": f"{HOME}/"})
    return replace(data, settings=site)


class Nested(HTMLParser):
    """Each element as it is written, with the one that holds it; no repair."""

    def __init__(self):
        super().__init__()
        self.held, self.found = ["body"], []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, self.held[-1], dict(attrs)))
        self.held.append(tag)

    def handle_endtag(self, tag):
        assert self.held.pop() == tag


def written(html):
    """The elements of a snippet as they are written. Fails where one is left open."""
    parser = Nested()
    parser.feed(html)
    parser.close()
    assert parser.held == ["body"], html
    return parser.found


def as_browsers_read(html):
    tree = LexborHTMLParser(f"<!doctype html><title>x</title><body>{html}")
    nodes = tree.body.traverse()
    elements = [n for n in nodes if n.tag not in ("body", "-text", "-comment")]
    return [(n.tag, n.parent.tag, dict(n.attributes)) for n in elements]


def snippets(page):
    for link in here(page):
        yield from (html for _, html in snippets_of(page, link))
    for embed in page.data.of(Embed).values():
        yield embed_html(page, embed)


@pytest.mark.everywhere
def test_each_snippet_is_valid_html_that_every_browser_reads_in_one_way(kit):
    page, _ = kit
    found = list(snippets(page))

    assert len(found) == 3 * len(here(page)) + len(page.data.of(Embed))
    for html in found:
        elements = written(html)
        assert elements == as_browsers_read(html)
        for tag, _, attributes in elements:
            assert attributes.keys() <= KNOWN[tag], html
            assert attributes.get("height", "1").isdigit()
            assert "<" not in "".join(attributes.values())


@pytest.mark.everywhere
def test_each_snippet_leads_to_a_page_that_is_there(kit):
    page, base = kit
    places = {*page.data.pages, *(f"/embed/{name}/" for name in page.data.of(Embed))}
    for html in snippets(page):
        leads = [a.get("href") or a.get("src") for _, _, a in written(html)]
        for lead in filter(None, leads):
            assert lead.removeprefix(base) in places, lead
            assert lead.startswith(base)


@pytest.mark.everywhere
def test_a_snippet_says_more_than_click_here(kit):
    page, _ = kit
    for html in snippets(page):
        [words] = re.findall(r"<a [^>]*>([^<]+)</a>", html)
        assert len(words) > 8
        assert "here" not in words.casefold().split()


def test_a_place_that_lacks_a_page_offers_no_link_to_it(data, renderer, monkeypatch):
    assert "/go/panel/" in dict(short_addresses(data))
    monkeypatch.setattr(type(data), "left_out", lambda _, page: page == "/panel/")

    assert "/go/panel/" not in dict(short_addresses(data))
    assert "/go/panel/" not in dict(shorts(data, renderer))
    assert "panel" not in [link.id for link in here(page_at("/x/", data, renderer))]
    assert '<a href="../../" target' in dict(embeds(data, renderer))["/embed/panel/"]


@pytest.mark.everywhere
def test_each_short_address_has_a_page_that_leads_to_one_that_is_there(site, data):
    pairs = short_addresses(data)

    assert [short for short, _ in pairs] == sorted(
        f"/go/{link.id}/" for link in data.of(Link).values()
    )
    for short, to in pairs:
        html = (site / short.strip("/") / "index.html").read_text(encoding="utf-8")
        [leads] = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', html)
        assert leads == f"../..{to}"
        assert f'<a href="{leads}">' in html  # where a browser does not go by itself
        assert '<meta name="robots" content="noindex">' in html
        assert "<script" not in html
        assert (site / to.strip("/") / "index.html").is_file()
        assert FILTERED not in short


def test_a_short_address_of_a_place_on_a_page_leads_to_that_page(data, tmp_path):
    link = data.get(Link, "now").model_copy(update={"page": "/respond/#respond"})
    kinds = {**data.kinds, "links.pages": {"now": link}}
    some = replace(data, kinds=kinds)
    write_small(some, renderer_of(ROOT / "templates"), tmp_path)

    lead_on(some, tmp_path)

    html = (tmp_path / "go" / "now" / "index.html").read_text(encoding="utf-8")
    assert 'url=../../respond/#respond">' in html


@pytest.mark.everywhere
def test_a_square_code_leads_to_a_short_address_that_is_there(housed, site, tmp_path):
    assert shutil.which("zbarimg"), "type: sh tests/servers.sh"
    write_codes(housed, tmp_path)
    folder = tmp_path / CODES.strip("/")

    for short, _ in short_addresses(housed):
        name = short.split("/")[2]
        read = subprocess.run(
            ["zbarimg", "--quiet", "--raw", str(folder / f"{name}.png")],
            capture_output=True,
            text=True,
        )
        assert read.stdout.split() == [HOME + short]
        assert (site / short.strip("/") / "index.html").is_file()
        drawn = (folder / f"{name}.svg").read_text(encoding="utf-8")
        assert 'fill="#fff"' in drawn  # so that it can be read on a dark page
    assert len(list(folder.iterdir())) == 2 * len(short_addresses(housed))


def test_a_code_drawn_is_the_code_in_dots(browser, tmp_path):
    drawn = codes_of(f"{HOME}/go/panel/")[".svg"].decode()
    page = browser.new_page(viewport={"width": 400, "height": 400})
    page.set_content(f'<body style="margin:0;zoom:6;background:#000">{drawn}')
    page.screenshot(path=tmp_path / "code.png")
    page.close()
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", str(tmp_path / "code.png")],
        capture_output=True,
        text=True,
    )
    assert read.stdout.split() == [f"{HOME}/go/panel/"]


@pytest.mark.everywhere
def test_without_an_address_there_is_no_code_and_no_word_of_one(data, site):
    assert data.site.address is None
    page = (site / "schools/link-kit/index.html").read_text(encoding="utf-8")

    assert not (site / CODES.strip("/")).exists()
    assert "codes/" not in page
    assert "has no web address of its own" in page


@pytest.mark.everywhere
def test_with_an_address_the_page_offers_each_code_that_is_written(housed, tmp_path):
    write_codes(housed, tmp_path)
    renderer = renderer_of(ROOT / "templates")

    html = str(link_kit(page_at("/schools/link-kit/", housed, renderer)))

    offered = {f"/schools/link-kit/{n}" for n in re.findall(r'"(codes/[^"]+)"', html)}
    there = {f"/{p.relative_to(tmp_path)}" for p in tmp_path.rglob("*.*g")}
    assert offered == there
    assert f"{HOME}/go/panel/" in html


@pytest.mark.everywhere
def test_each_embed_is_small_and_has_no_script_and_no_other_host(site, data):
    style = next((site / "assets").glob("embed.*.css")).stat().st_size
    for name in data.of(Embed):
        file = site / "embed" / name / "index.html"
        html = file.read_text(encoding="utf-8")
        assert file.stat().st_size + style <= MOST == 6000, name
        assert "<script" not in html
        assert "<iframe" not in html
        assert not re.search(r'(?:src|href)="https?:', html)
        assert '<meta name="robots" content="noindex">' in html
        assert html.count("<link ") == 1
    assert list(too_heavy(data, site)) == []


def test_an_embed_that_grew_too_heavy_is_said_at_its_record(data, site, tmp_path):
    shutil.copytree(site / "embed", tmp_path / "embed")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "embed.12345678.css").write_text("x" * MOST)

    problems = list(too_heavy(data, tmp_path))

    assert {problem.id for problem in problems} == data.of(Embed).keys()
    embed = data.get(Embed, "ring")
    assert str(problems[0]).startswith(
        f"data/national/links.yml:{embed.line}: the embed 'ring' weighs "
    )


@pytest.mark.everywhere
def test_a_link_of_an_embed_leaves_the_frame_and_lands_on_a_page(site, data):
    for embed in data.of(Embed).values():
        file = site / "embed" / embed.id / "index.html"
        links = re.findall(r'<a href="([^"]+)"([^>]*)>', file.read_text("utf-8"))
        [(to, rest)] = [link for link in links if not link[0].startswith("tel:")]
        assert rest == ' target="_top"'  # the page itself may stand in no frame
        assert to == f"../..{embed.page}"
        assert (file.parent / to / "index.html").is_file()


@pytest.mark.everywhere
def test_each_embed_says_its_source_its_day_and_that_it_is_a_draft(site, data):
    for embed in data.of(Embed).values():
        html = (site / "embed" / embed.id / "index.html").read_text(encoding="utf-8")
        words = unescape(re.sub(r"<[^>]+>", " ", html))
        assert data.site.stage == "draft"
        assert data.site.draft in words
        assert "24 November 2026" in words
        known = "Source " in words or "to be confirmed" in words
        assert known or embed.id == "ring", embed.id
        assert "tel:" in html, "nobody to ring"


@pytest.mark.everywhere
def test_the_continuum_never_stands_without_its_warnings(data, site, renderer):
    html = dict(embeds(data, renderer))["/embed/continuum/"]
    told = json.loads((site / "data/continuum.json").read_text(encoding="utf-8"))
    caveats = data.kinds["continuum.caveats"].values()

    assert caveats
    for caveat in caveats:
        assert caveat.text in unescape(html)
        assert caveat.text in [caution["text"] for caution in told["cautions"]]


@pytest.mark.everywhere
def test_what_a_place_has_not_said_shows_in_an_embed_as_to_be_confirmed(data, renderer):
    bare = replace(data, kinds={**data.kinds, "panel": {}})
    gap = data.get(Gap, "panel-purpose")

    html = dict(embeds(bare, renderer))["/embed/panel/"]

    assert "to be confirmed" in html
    assert gap.sentence in unescape(html)


@pytest.mark.everywhere
def test_each_file_of_facts_holds_to_the_schema_beside_it(site, data):
    files = sorted(path.name for path in (site / "data").glob("*.json"))
    assert files == sorted(
        f"{name}{end}" for name in data.of(Opened) for end in (".json", ".schema.json")
    )
    for name in data.of(Opened):
        told = json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))
        schema = json.loads((site / "data" / told["$schema"]).read_text("utf-8"))
        checker = jsonschema.Draft202012Validator
        checker.check_schema(schema)
        known = checker(schema, format_checker=checker.FORMAT_CHECKER)
        known.validate(told)
        for wrong in ({**told, "version": "2"}, {**told, "more": 1}):
            assert not known.is_valid(wrong)
        for key in told:
            less = {k: v for k, v in told.items() if k != key}
            assert not known.is_valid(less), key


@pytest.mark.everywhere
def test_each_fact_told_is_published_and_has_its_sources(data):
    for opened in data.of(Opened).values():
        record = SHAPES[opened.of][0]
        told = file_of(data, opened)["facts"]
        known = (Standing.PUBLISHED, Standing.CONFIRMED)
        assert [fact["id"] for fact in told] == [
            r.id for r in data.of(record).values() if r.standing in known
        ]
        for fact in told:
            assert fact["sources"]
            assert all(source["title"] for source in fact["sources"])
        if opened.of != "panel":
            assert told


@pytest.mark.everywhere
def test_no_file_of_facts_names_a_person_or_another_place(root, data):
    others = [load_site(place).site for place in PLACES if place != root]
    names = {name for site in others for name in (site.area, site.partnership)}
    names -= {data.site.area, data.site.partnership}
    for opened in data.of(Opened).values():
        text = json.dumps(file_of(data, opened), ensure_ascii=False)
        assert not PERSON.search(text), PERSON.search(text)
        assert not [name for name in names if name in text]


def test_a_fact_that_was_confirmed_is_told_by_its_day_and_not_by_whom(data):
    said = {"by": "the coordinator of the panel", "on": "2026-11-20"}
    contact = data.get(SHAPES["contacts"][0], "emergency")
    told = {**contact.model_dump(), "standing": "confirmed", "confirmed": said}
    known = {**data.kinds["contacts"], "emergency": type(contact)(**told)}
    some = replace(data, kinds={**data.kinds, "contacts": known})

    text = json.dumps(file_of(some, data.get(Opened, "contacts")))

    assert '"confirmed": "2026-11-20"' in text
    assert "coordinator" not in text


def test_what_the_partnership_confirmed_says_so_in_an_embed(data, renderer):
    said = {"by": "the coordinator of the panel", "on": "2026-11-20"}
    lead = next((f for f in data.of(PanelFact).values() if f.part == "lead"), None)
    if lead is None:
        pytest.skip("nothing is said of this panel yet")
    told = {**lead.model_dump(), "standing": "confirmed", "confirmed": said}
    known = {**data.kinds["panel"], lead.id: PanelFact(**told)}
    some = replace(data, kinds={**data.kinds, "panel": known})

    html = dict(embeds(some, renderer))["/embed/panel/"]

    assert "confirmed by the partnership" in html


def test_a_place_of_which_nothing_is_known_has_an_empty_list(data):
    bare = replace(data, kinds={**data.kinds, "panel": {}})
    opened = data.get(Opened, "panel")

    told = file_of(bare, opened)

    assert told["facts"] == []
    jsonschema.validate(told, schema_of(opened))


def test_the_shape_of_each_file_is_as_it_was_promised(data):
    """A change here breaks programs of others: see publish/links/shapes.py."""
    kept = json.loads((ROOT / "tests/cases/facts-1.json").read_text(encoding="utf-8"))
    for name, promised in kept.items():
        schema = schema_of(data.get(Opened, name))
        shapes = {"": schema, **schema["$defs"]}
        for shape, fields in promised.items():
            now = shapes[shape]["properties"]
            for field, sort in fields.items():
                assert now[field].get("anyOf", now[field].get("type")) == sort, field


def test_made_twice_all_of_it_is_the_same_to_the_byte(housed, tmp_path, renderer):
    def made(name):
        folder = tmp_path / name
        write_small(housed, renderer, folder)
        write_codes(housed, folder)
        write_facts(housed, folder)
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder): path.read_bytes() for path in files}

    assert len(made("one")) > 20
    assert made("one") == made("two")


@pytest.mark.everywhere
def test_the_example_of_the_page_of_facts_runs_and_prints_the_numbers(address, data):
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    [code] = re.findall(r"```python\n(.*?)```", page, re.S)

    run = subprocess.run(
        [sys.executable, "-c", code, address],
        capture_output=True,
        text=True,
        check=True,
    )

    lines = run.stdout.splitlines()
    known = (Standing.PUBLISHED, Standing.CONFIRMED)
    contacts = data.of(SHAPES["contacts"][0]).values()
    assert lines == [
        f"{c.phone} {c.name}" for c in contacts if c.phone and c.standing in known
    ]


@pytest.mark.parametrize("case", cases_of("links"))
def test_a_slip_in_links_is_said_at_its_line(tmp_path, case):
    project = make_small(tmp_path)
    change(project, case)

    said = [str(problem) for problem in examine(project).faults]

    assert said == case["says"]
