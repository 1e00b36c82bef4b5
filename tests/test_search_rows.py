"""The index as rows and lines, of a few entries and no site."""

import json
from types import SimpleNamespace

import pytest

from macros.schema.kind import Told
from macros.schema.kinds.contacts import Contact
from macros.schema.kinds.synonyms import Synonym
from publish.entries import Entry, entries_of, fact, places, stands_at, with_names
from publish.first_help import calls_of, place_of
from publish.search import (
    PARTS,
    SOON,
    home_of_terms,
    join,
    make_search,
    names_index,
    text_index,
    with_numbers,
    write,
)
from publish.search_rows import (
    in_order,
    names_of,
    rows_of,
    short_anchor,
    told_of,
    words,
)
from publish.sections import Section

PAGES = ("/", "/panel/", "/help/")


def entry(kind, title, address="/", anchor="", **more):
    return Entry(kind, address, anchor, title, **more)


def facts(**more):
    """Facts of three pages and two numbers."""
    meta = {
        a: SimpleNamespace(title=f"Page {a}", aliases=(), for_=["everyone"])
        for a in PAGES
    }
    contacts = {
        "999": SimpleNamespace(name="Police", phone="999"),
        "duty": SimpleNamespace(name="Duty", phone=None, url="https://duty.example"),
    }
    same = {"1": SimpleNamespace(words=("pupil", "student"))}
    return SimpleNamespace(
        pages={a: SimpleNamespace(address=a, meta=m) for a, m in meta.items()},
        site=SimpleNamespace(emergency="999", front_door="duty"),
        get=lambda kind, name: {Contact: contacts}[kind][name],
        of=lambda kind: {Synonym: same}.get(kind, {}),
        **more,
    )


ENTRIES = [
    entry("page", "Start"),
    entry(
        "resource", "A guide", "/help/", "guideless", line="Read it", body="A guide it"
    ),
    entry(
        "heading", "Who's there?", "/panel/", "whos-there", body="Who's there? Us all"
    ),
    entry("term", "Panel", "/panel/", "the-panel", names=("Meeting", "Group")),
    entry("contact", "Duty", "/help/", "duty", call="01924 000000"),
    entry("heading", "Next", "/panel/", "soon"),
]


def test_a_row_is_the_page_the_names_and_the_place_without_what_is_empty():
    assert rows_of(ENTRIES, PAGES, [""] * len(ENTRIES)) == {
        "page": "0^Start^^-",
        "resource": "2^A guide^^guideless",
        "heading": "1^Who's there?~^Next^^soon",
        "term": "1^Panel^Meeting|Group^theA",
        "contact": "2^Duty^^^01924 000000",
    }


def test_a_row_ends_with_what_is_told_of_it():
    [row] = rows_of(ENTRIES[:1], PAGES, ["A line."]).values()

    assert row == "0^Start^^-^^^A line."


def test_signs_that_part_the_index_are_in_no_text():
    names = ("Half|half", "^up")
    one = entry("term", "About ~5", anchor="about-5", names=names, call="0^", line="~1")

    [row] = rows_of([one], PAGES, told_of([one])).values()

    assert row == "0^About  5^Half half| up^^0 ^^ 1"


@pytest.mark.parametrize(
    ("anchor", "title", "short"),
    [
        ("a-b-c", "A, b: c", ""),
        ("b-c", "A, b: c", "BC"),
        ("x-b-y-z-c", "A, b: c", "xBy-zC"),
        ("a", "A, b, a", "A"),
        ("", "A", "-"),
        ("A-b", "A b", "-A-b"),
        ("z", " ".join("abcdefghijklmnopqrstuvwxy0z"), "z"),
        ("y", " ".join("abcdefghijklmnopqrstuvwxy0z"), "Y"),
    ],
)
def test_an_anchor_takes_from_the_title_what_it_can(anchor, title, short):
    assert short_anchor(anchor, title) == short


def test_entries_come_kind_by_kind_in_the_order_of_each():
    kinds = [e.title for e in in_order(ENTRIES)]

    assert kinds == ["Start", "A guide", "Who's there?", "Next", "Panel", "Duty"]


def test_the_first_part_has_names_and_the_second_what_comes_later():
    first, second = names_index(facts(), ENTRIES), text_index(facts(), ENTRIES)

    assert first["rows"].keys() == {"page", "contact"}
    assert first["pages"] == [[a, f"Page {a}", ["everyone"]] for a in PAGES]
    assert first["letters"] == "/panel/"
    assert first["calls"] == [["Police", "999"], ["Duty", "", "https://duty.example"]]
    assert (first["crisis"]["words"], first["crisis"]["cards"]) == ("", [])
    assert first["ask"] == []
    assert first["kinds"]["page"] == (1.0, "Page")
    assert second["same"] == ["pupil student"]
    assert second["rows"].keys() == {"resource", "heading", "term"}
    assert second["rows"]["resource"] == "2^A guide^^guideless^^^Read it"
    assert second["rows"]["heading"] == "1^Who's there?~^Next^^soon"
    assert (second["first"], second["away"]) == ("~", [])


def test_who_has_no_number_is_reached_at_an_address():
    said = calls_of(facts(), ["999", "duty"])

    assert said == [["Police", "999"], ["Duty", "", "https://duty.example"]]


def test_a_row_leads_on_to_a_page_that_the_place_has():
    leads = [entry("question", "Who?", more=to) for to in ("/help/#duty", "/none/")]

    assert rows_of(leads, PAGES, ["", ""])["question"] == "0^Who?^^-^^2~^Who?^^-"


def test_of_some_pages_the_first_that_the_place_has_is_shown():
    assert place_of(facts(), ["/none/", "/panel/#next"]) == [1, "next"]
    assert place_of(facts(), ["/help/", "/panel/"]) == [2]
    assert place_of(facts(), ["/none/"]) == []


def test_the_page_of_the_a_to_z_has_most_terms():
    at = {"a": "/x/", "b": "/m/", "c": "/m/", "d": "/b/"}
    terms = [entry("term", name, address) for name, address in at.items()]
    others = [entry("word", "w", "/x/")] * 3

    assert home_of_terms([*others, *terms]) == "/m/"
    assert home_of_terms(others) == "/"


def test_the_first_way_of_writing_a_name_is_kept():
    names = ("Peer-on-peer", "CSC", "peer on peer", "C.S.C")

    found = names_of(entry("term", "Panel", names=names))
    assert sorted(found) == ["C.S.C", "CSC", "Peer-on-peer"]
    assert names_of(entry("term", "Panel", names=("panel", "PANEL"))) == []


def test_words_are_small_and_apostrophes_go():
    assert words("The Child's, child\u2019s-eye VIEW 7") == [
        *("the", "childs", "childs", "eye", "view", "7")
    ]


def test_the_parts_of_the_box_are_one_file(tmp_path):
    for name in PARTS:
        (tmp_path / f"{name}.js").write_text(f"// {name} \u2019\n", encoding="utf-8")
    join(tmp_path)

    [made] = tmp_path.iterdir()
    assert made.name == "search.js"
    text = "\n".join(f"// {name} \u2019\n" for name in PARTS)
    assert made.read_bytes() == text.encode()


def test_a_weight_stands_where_it_is_used_and_its_reason_nowhere():
    table = "  const TUNED = {\n    a: 0.5, // why\n    // more\n    bc: 2,\n  };\n"
    script = f"{{\n{table}  x = TUNED.a * TUNED.bc;\n}}"

    assert with_numbers(script) == "{\n  x = 0.5 * 2;\n}"
    with pytest.raises(KeyError, match="lost"):
        with_numbers(table + "TUNED.lost")


def test_an_index_is_a_script_that_sets_a_name(tmp_path):
    write(tmp_path / "a.js", "siteSearch", {"a": ["\u2019", 1]})

    assert (
        tmp_path / "a.js"
    ).read_bytes() == 'siteSearch={"a":["\u2019",1]}\n'.encode()


def page_of(data, address):
    """The entry of a page that is called Start."""
    meta = data.pages[address].meta
    return entry("page", "Start", address, names=(meta.title, *meta.aliases))


def test_both_parts_are_written_beside_the_box(data, tmp_path):
    assets = tmp_path / "assets"
    assets.mkdir()
    for name in PARTS:
        (assets / f"{name}.js").touch()

    make_search(data, tmp_path, {"/": [Section("/", "", 1, "Start", ["zebra"])]})

    made = {f.name: f.read_text(encoding="utf-8") for f in assets.iterdir()}
    index = json.loads(made["search-index.js"].removeprefix("siteSearch="))
    text = json.loads(made["search-text.js"].removeprefix("siteSearch.text="))
    assert index["rows"]["page"].startswith(f"{list(data.pages).index('/')}^Start^")
    line, names = text["first"].split("^")
    assert line == data.pages["/"].meta.description
    every = names_of(page_of(data, "/"))
    told = index["rows"]["page"].split("^")[2].split("|")
    assert [*told, *names.split("|")] == every
    assert len(told) == SOON


def section(address, anchor, level=0, title="", *texts):
    return Section(address, anchor, level, title, list(texts))


def test_a_fact_is_at_the_place_that_shows_it():
    at = section("/help/", "duty", 0, "Duty", "Ring", "us")
    says = Told("Duty team", "Ring us", ("MASH",), "", "01924 000000")

    assert fact("contact", at, says) == Entry(
        *("contact", "/help/", "duty", "Duty team", "Ring us", ("MASH",)),
        *("Duty Ring us", "01924 000000"),
    )


STANDS = [
    (section("/", "duty", 0, "", "the Duty team"), True),
    (section("/", "duty", 2, "Duty team"), True),
    (section("/", "duty", 0, "", "another team"), False),
    (section("/", "other", 0, "Duty team"), True),
    (section("/", "other", 2, "Duty team"), False),
    (section("/", "other", 0, "The Duty team"), False),
]


@pytest.mark.parametrize(("at", "stands"), STANDS)
def test_a_fact_stands_where_its_id_or_its_title_alone_does(at, stands):
    assert stands_at(at, "duty", Told("Duty team")) is stands
    assert stands_at(at, "duty", Told("Other", shown="Duty team")) is stands


def test_a_fact_stands_on_the_page_that_shows_most_of_its_kind():
    told = {name: Told(name) for name in ("a", "b", "c", "d")}
    sections = [
        section("/one/", "a", 0, "a"),
        section("/one/", "d", 0, "d"),
        section("/two/", "a", 0, "a"),
        section("/two/", "b", 0, "b"),
        section("/two/", "c", 0, "c"),
        section("/three/", "d", 0, "d"),
    ]

    found = [(at.address, says.title) for at, says in places(sections, told)]

    assert found == [("/two/", "a"), ("/one/", "d"), ("/two/", "b"), ("/two/", "c")]


def test_a_term_is_found_by_the_words_that_it_replaces():
    old = {"panel": ("Board",), "meeting": ("Session", "Board"), "other": ("Not",)}
    says = with_names(Told("Panel", names=("Meeting", "Group")), old)

    assert says.names == ("Meeting", "Group", "Session", "Board")
    assert says.title == "Panel"


def test_a_heading_that_names_a_fact_is_not_found_twice(data):
    name = "mandatory-reporting"
    term = data.kinds["terms"][name]
    at = section("/", name, 2, term.name, term.meaning)
    more = section("/", "more", 2, "More")
    row = section("/", "row", 0, "A record that no kind has")
    nowhere = section("/nowhere/", name, 2, term.name, term.meaning)

    found = entries_of(data, {"/": [more, at, row], "/nowhere/": [nowhere]})

    assert [(e.kind, e.title) for e in found] == [
        ("heading", "More"),
        ("term", term.name),
    ]
    assert found[0] == Entry("heading", "/", "more", "More", body="More")


def test_the_top_of_a_page_stands_for_the_page(data):
    [page] = entries_of(data, {"/panel/": [section("/panel/", "", 1, "Top", "text")]})
    meta = data.pages["/panel/"].meta

    assert (page.kind, page.address, page.anchor) == ("page", "/panel/", "")
    assert (page.title, page.line, page.body) == ("Top", meta.description, "Top text")
    assert page.names[: 1 + len(meta.aliases)] == (meta.title, *meta.aliases)
