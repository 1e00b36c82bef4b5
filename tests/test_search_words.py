"""The parts of the ranking rules: words, endings, slips, and searches of all sorts."""

import pytest
import yaml
from conftest import CASES
from ranking import found, index_of, nearest, rows, searches, told

SEARCHES = yaml.safe_load((CASES / "searches.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("case", "text"), [(case, text) for case in SEARCHES for text in case["finds"]]
)
def test_a_small_index_is_searched(case, text):
    index = index_of(case["things"], case.get("same", ()))

    assert found(text, index) == case["finds"][text], case["why"]


WORDS = [
    ("The HSB Panel: what, and who?", "the hsb panel what and who"),
    ("Hackett's child's", "hacketts childs"),
    ("child\u2019s partners\u2019", "childs partners"),
    ("caf\u00e9 na\u00efve r\u00e9sum\u00e9 ok", "cafe naive resume ok"),
    ("\ufb01rst", "first"),
    ("peer-on-peer", "peer on peer"),
    ("", ""),
    ("?! \u2014", ""),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_a_text_is_read_as_small_letters_and_digits(text, words):
    assert told("words", text) == words.split()


# Each ending, how much must be left of a word, and that two endings at most are taken.
STEMS = {
    "try": "try",
    "city": "citi",
    "cars": "car",
    "ages": "age",
    "added": "added",
    "played": "plai",
    "planned": "plan",
    "appealed": "appe",
    "crying": "crying",
    "meetings": "meet",
    "investigations": "investig",
    "relationally": "relation",
    "teachers": "teach",
    "assess": "assess",
    "campus": "campus",
    "crisis": "crisis",
    "policies": "polici",
    "movies": "movi",
    "movie": "movi",
    "children": "child",
    "seven": "7",
    "year7s": "year7s",
}


@pytest.mark.parametrize("word", STEMS)
def test_an_ending_is_taken_off_and_no_more(word):
    assert told("stem", word) == STEMS[word]


EDITS = [
    ("panel", "panel", 0),
    ("panle", "panel", 1),
    ("pnael", "panel", 1),
    ("apnel", "panel", 1),
    ("pane", "panel", 1),
    ("anel", "panel", 1),
    ("panels", "panel", 1),
    ("spanel", "panel", 1),
    ("panal", "panel", 1),
    ("tanel", "panel", 1),
    ("ba", "ab", 1),
    ("abcd", "badc", 2),
    ("ab", "abcd", 2),
    ("abcd", "ab", 2),
    ("abc", "xyz", 3),
    ("ca", "abc", 3),
    ("", "abc", 3),
    ("abc", "", 3),
    ("", "", 0),
]


@pytest.mark.parametrize(("typed", "meant", "slips"), EDITS)
def test_slips_are_counted_and_a_swap_is_one(typed, meant, slips):
    assert told("edits", typed, meant, max(slips, 1)) == slips


@pytest.mark.parametrize(("typed", "meant"), [("ab", "abcde"), ("abcde", "ab")])
def test_words_of_lengths_too_far_apart_are_not_compared(typed, meant):
    assert told("edits", typed, meant, 1) == 2
    assert told("edits", typed, meant, 2) == 3


NEAREST = [
    ("pannel ", "panel"),
    ("pannel meating ", "panel meeting"),
    ("pannel meeting ", "panel meeting"),
    ("panel meeting ", ""),
    ("panels meetings ", ""),
    ("pannel xqxqxq ", "panel"),
    ("xqxqxq pannel xqxqxq meating ", "panel meeting"),
    ("xqxqxq ", ""),
    ("", ""),
    ("consemt", "consent"),
]


@pytest.mark.parametrize(("typed", "meant"), NEAREST)
def test_a_misspelt_search_is_said_as_it_may_have_been_meant(typed, meant):
    things = [{"title": "Consend consent"}, {"title": "Panel meeting"}]

    assert nearest(typed, index_of(things)) == meant


@pytest.mark.parametrize("titles", [("Janen", "Panem"), ("Panem", "Janen")])
def test_of_several_meanings_the_surest_is_said(titles):
    index = index_of([{"title": title} for title in titles])

    assert nearest("panen ", index) == "panem"


def test_a_result_has_all_that_the_box_shows():
    thing = {"kind": "contact", "title": "The front's door", "page": "Who"}
    thing |= {"names": ["Duty team", "MASH"], "line": "Ring first."}

    [row] = rows("duty ", index_of([thing | {"call": "01924 000000"}]))

    assert row["kind"] == "contact"
    assert row["address"] == "/"
    assert row["hash"] == "the-fronts-door"
    assert row["pageTitle"] == "Who"
    assert row["call"] == "01924 000000"
    assert row["others"] == ["Duty team", "MASH"]
    assert row["line"] == "Ring first."


def test_a_result_may_have_a_title_and_a_place_of_its_own_and_no_more():
    things = [("Front door", "here"), ("Panel", "")]
    index = index_of([{"title": title, "anchor": a} for title, a in things])

    [row] = rows("front ", index)
    [page] = rows("panel ", index)

    assert (row["hash"], page["hash"]) == ("here", "")
    assert (row["others"], row["call"], row["line"]) == ([], "", "")
    assert not rows("other ", index)


def test_two_names_are_told_apart():
    [row] = rows("duty ", index_of([{"title": "Door", "names": ["Duty", "Team"]}]))

    assert row["others"] == ["Duty", "Team"]


def test_what_a_thing_is_decides_between_equals():
    things = [
        {"kind": "page", "title": "Panel north"},
        {"kind": "heading", "title": "Panel south"},
    ]
    index = index_of(things, ranks={"page": 0.9, "heading": 1})

    assert found("panel ", index) == ["Panel south", "Panel north"]


def test_what_comes_with_the_second_part_of_the_index_is_found_as_well():
    index = index_of([{"title": "Panel", "line": "zebra"}, {"title": "Meeting"}])
    index["pages"].append(["/more/", ""])
    index["text"]["rows"] = {"resource": "2^Zebra panel^^^^^Read the zebra"}

    for early in ("panel ", "zebra ", "zebr", "pannel "):
        assert rows("zebra ", index, early=early)[0]["title"] == "Zebra panel"


ANCHORS = [
    "can-a-friend-tell",
    "tell-a-friend-who-can",
    "telling",
    "9-years-a",
    "",
    "A-friend",
    "friend--a",
    "-a",
    "can-a-friend-tell-me-in-july-or-say-no",
]


@pytest.mark.parametrize("anchor", ANCHORS)
def test_an_anchor_is_read_as_it_was(anchor):
    title = "Can a friend tell me, in July or a caf\u00e9: say no"
    thing = {"title": title, "anchor": anchor}

    [row] = rows("friend ", index_of([thing]))

    assert row["hash"] == anchor


def test_rows_stand_on_the_page_of_the_row_before():
    things = [
        {"title": "Zebra one", "page": "One"},
        {"title": "Zebra two", "page": "Two", "names": ["Lion", "Tiger"]},
        {"title": "Zebra three", "page": "Two", "line": "Read"},
        {"title": "Zebra four", "page": "One"},
    ]

    found = {row["title"]: row for row in rows("zebra ", index_of(things))}

    pages = {title: row["pageTitle"] for title, row in found.items()}
    assert pages == {
        "Zebra one": "One",
        "Zebra two": "Two",
        "Zebra three": "Two",
        "Zebra four": "One",
    }
    assert found["Zebra two"]["others"] == ["Lion", "Tiger"]
    assert found["Zebra three"]["line"] == "Read"
    assert found["Zebra four"]["line"] == ""


def test_a_word_of_the_second_part_is_known_though_it_was_strange_before():
    index = index_of([{"title": "Panel", "line": "meeting"}, {"title": "Mitten"}])

    assert [r["title"] for r in rows("meeting ", index, early="meeting ")] == ["Panel"]


def test_a_word_is_as_rare_as_the_whole_index_has_it():
    things = [
        {"title": "Panel north", "line": "zebra"},
        {"title": "Panel zebra", "line": "north"},
        *({"title": f"Form {n}", "line": "zebra"} for n in range(9)),
    ]
    text = "north zebra "
    once = rows(text, index_of(things))

    assert once[0]["title"] == "Panel north"
    assert rows(text, index_of(things), early=text) == once


def test_what_was_typed_before_changes_nothing():
    index = index_of([{"title": "Consent"}, {"title": "Consultation"}, {"title": "No"}])
    typed = ["c", "co", "con", "con ", "con", "consent", "consent ", "no", "conzent "]

    assert searches(typed, index) == [found(text, index) for text in typed]
    assert searches(typed[::-1], index) == [found(t, index) for t in typed[::-1]]


def test_of_many_ten_are_shown_in_their_order():
    titles = [f"Panel {letter}x" for letter in "bcdfghjklmnp"]

    assert found("panel ", index_of([{"title": t} for t in titles])) == titles[:10]
