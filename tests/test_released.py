"""What changed since the site was last put out: each change seen, and put back."""

from dataclasses import replace
from datetime import date

import pytest
from small import make_small, nationalised

from macros.facts.site_data import load_site
from macros.schema.kinds.sources import Source
from publish.__main__ import main
from publish.built import BuiltPage, folder_of, pages_of
from publish.questions.shown_on import shown_on
from publish.released.differ import differ, fields_of
from publish.released.drafted import entries
from publish.released.numbers import holds, numbers_gone
from publish.released.putback import put_back
from publish.released.rested import rested
from publish.released.said import said_on
from publish.released.snapshot import FILE, read_snapshot, snapshot, write_snapshot
from publish.released.told import told

DAY = date(2026, 11, 24)
CITE = '<sup class="cite" data-search-exclude><a href="#source-{}">1</a></sup>'
PAGE = f"""<html lang="en-GB"><main><article>
<h1>Start here</h1>
<h2 id="who">Who to ring</h2>
<p>Ring <a href="tel:1"><span class="unseen">Ring it: </span>01632 960001</a> now.\
{CITE.format("example-guide")} Say what you saw.</p>
<ul><li>Five cases were read.{CITE.format("example-guide")}</li><li>Do not wait</li>
</ul>
<h2 id="then">What then</h2>
<p>First one.</p><svg><title>A picture</title><text>Seven</text></svg>
<nav>Menu</nav><ol data-search-exclude><li>Sources</li></ol>
</article></main></html>
"""


def built(**changes):
    """The pages of the small site; of the first, words in place of others."""
    html = PAGE
    for old, new in changes.get("of", {}).items():
        assert old in html
        html = html.replace(old, new)
    return [BuiltPage("/", html), BuiltPage("/prepare/", PAGE)]


@pytest.fixture
def small(tmp_path):
    return make_small(tmp_path)


def kept(root, **changes):
    return snapshot(root, load_site(root), built(**changes), DAY)


def type_in(root, name, old, new):
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def report(root, was, now):
    data = load_site(root)
    found, shown = differ(was, now), shown_on(root, data)
    return told(was, now, found, rested(data, now, found), shown)


def test_a_page_says_its_sentences_below_their_headings_with_their_sources():
    said = said_on(BuiltPage("/", PAGE))

    assert [(s.words, s.anchor, s.sources) for s in said] == [
        ("Start here", "", ()),
        ("Who to ring", "who", ()),
        ("Ring 01632 960001 now.", "who", ("example-guide",)),
        ("Say what you saw.", "who", ()),
        ("Five cases were read.", "who", ("example-guide",)),
        ("Do not wait", "who", ()),
        ("What then", "then", ()),
        ("First one.", "then", ()),
        ("A picture", "then", ()),
        ("Seven", "then", ()),
    ]


def test_what_was_kept_comes_back_the_same_and_has_the_same_bytes(small, tmp_path):
    one, two = tmp_path / "one.gz", tmp_path / "two.gz"
    was = kept(small)
    for file in (one, two):
        write_snapshot(was, file)

    assert read_snapshot(one) == was
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("content", [None, b"", b"x", b"\x1f\x8b\x08\x00"])
def test_a_file_that_cannot_be_read_is_said(tmp_path, content):
    file = tmp_path / FILE
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(ValueError, match=r"released\.json\.gz"):
        read_snapshot(file)


def test_nothing_has_changed_where_nothing_has(small):
    assert not differ(kept(small), kept(small))
    assert report(small, kept(small), kept(small)) == (
        "Nothing has changed since the site of 2026-11-24.\n"
    )


def test_a_number_changed_in_one_place_is_seen_and_so_is_where_it_still_stands(small):
    was = kept(small)
    type_in(small, "data/local/contacts.yml", "01632 960001", "01632 960002")
    now = kept(small, of={"01632 960001": "01632 960002"})

    said = report(small, was, now)
    (fact,) = (f for f in differ(was, now).facts if f.name == "phone")

    assert fact.record == "contacts/example-helpline"
    assert "01632 960001" in fact.old
    assert "01632 960002" in fact.new
    assert f"was {fact.old}\n      is  {fact.new}\n      shown on " in said
    assert "was: Ring 01632 960001 now.\n      is:  Ring 01632 960002 now." in said
    still = said.partition("Still says what is another number now")[2]
    assert "/prepare/#who: Ring 01632 960001 now." in still


def test_a_number_in_words_that_stays_elsewhere_is_named_by_its_source(small):
    type_in(small, "data/local/values.yml", "value: ", "value: five cases and ")
    was = kept(small)
    type_in(small, "data/local/values.yml", "value: five", "value: six")

    said = report(small, was, kept(small))

    assert "Still says what is another number now: values/" in said
    assert "/#who, /prepare/#who: Five cases were read." in said


def test_two_records_that_changed_places_are_said_to_have(small):
    file = small / "data" / "local" / "values.yml"
    text = file.read_text(encoding="utf-8")
    first = text[text.index("- id:") :]
    more = first.replace("- id: ", "- id: other-").replace("value: ", "value: not ")
    file.write_text(f"{text}\n{more}", encoding="utf-8")
    was = kept(small)
    ids = [r.partition("/")[2] for r in was.records if r.startswith("values/")]
    swapped = file.read_text(encoding="utf-8")
    swapped = swapped.replace(f"id: {ids[1]}\n", "id: x\n")
    swapped = swapped.replace(f"id: {ids[0]}\n", f"id: {ids[1]}\n")
    file.write_text(swapped.replace("id: x\n", f"id: {ids[0]}\n"), encoding="utf-8")

    said = report(small, was, kept(small))

    assert f"it has changed places with values/{ids[0]}" in said
    assert f"it has changed places with values/{ids[1]}" in said


def test_two_blocks_that_changed_places_on_a_page_are_seen(small):
    first, last = "<p>First one.</p>", "<svg><title>A picture</title>"
    turned = {f"{first}{last}": f"{last}<x></x>", "</svg>": f"</svg>{first}"}
    found = differ(kept(small), kept(small, of=turned))

    assert [(s.old, s.new) for s in found.sentences] == [("First one.", "First one.")]
    assert "Changed places on a page: 1\n  /#then: First one." in report(
        small, kept(small), kept(small, of=turned)
    )


def test_a_block_that_vanished_is_seen_whatever_took_it_away(small):
    now = kept(small, of={"<svg><title>A picture</title><text>Seven</text></svg>": ""})
    found = differ(kept(small), now)

    assert {(s.old, s.new, s.places) for s in found.sentences} == {
        ("A picture", "", ("/#then",)),
        ("Seven", "", ("/#then",)),
    }


def test_a_sentence_in_other_words_is_one_change_and_on_all_its_places(small):
    words = {"Say what you saw.": "Say only what you saw."}
    was, now = kept(small), kept(small, of=words)
    changed = BuiltPage("/prepare/", PAGE.replace(*next(iter(words.items()))))
    now.spoken["/prepare/"] = said_on(changed)

    (said,) = differ(was, now).sentences

    assert (said.old, said.new) == next(iter(words.items()))
    assert said.places == ("/#who", "/prepare/#who")


def test_what_rests_on_a_source_that_changed_is_read_again(small):
    was = kept(small)
    type_in(small, "data/local/sources.yml", "dated: March 2026", "dated: May 2027")
    data, now = load_site(small), kept(small)

    again = {one.words for one in rested(data, now, differ(was, now))}

    assert again == {"Ring 01632 960001 now.", "Five cases were read."}


def test_a_source_that_was_only_read_again_asks_for_nothing(small):
    was = kept(small)
    type_in(small, "data/local/sources.yml", "read: 2026-11-22", "read: 2026-11-24")
    data, now = load_site(small), kept(small)

    assert rested(data, now, differ(was, now)) == []


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        ("five cases", "six cases", {"five"}),
        ("0800 1111", "0800 1112", {"08001111"}),
        ("in 2022, at 9", "in 2022", {"9"}),
        ("Words", "Other words", set()),
    ],
)
def test_numbers_are_known_as_digits_and_as_words(old, new, gone):
    assert numbers_gone(old, new) == gone
    assert holds(old, gone) == bool(gone)


FILES = (
    ("contacts/example-helpline", "data/local/contacts.yml", "01632 960001"),
    ("site/site", "data/local/site.yml", "Find the right next step."),
    ("/prepare/", "docs/prepare.md", "Write down what you know"),
)


@pytest.mark.parametrize(("what", "name", "words"), FILES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_was_changed_is_put_back_to_the_byte(small, what, name, words, end):
    file = small / name
    before = file.read_bytes().replace(b"\n", end.encode())
    file.write_bytes(before)
    was = kept(small)
    change = "01632 960002" if "0163" in words else "Something else is here"
    file.write_bytes(before.replace(words.encode(), change.encode()))
    assert file.read_bytes() != before

    put_back(small, was, kept(small), what).write()

    assert file.read_bytes() == before


def test_a_record_that_was_taken_out_is_put_back_at_the_end(small):
    was = kept(small)
    name = next(key for key in was.records if key.startswith("figures/"))
    file = small / "data" / "local" / "figures.yml"
    text = file.read_text(encoding="utf-8")
    record = was.records[name].text
    file.write_text(text.replace(record, "[]\n"), encoding="utf-8")

    now = snapshot(small, load_site(small), built(), DAY)
    assert f"make putback WHAT={name}" in report(small, was, now)
    put_back(small, was, now, name).write()

    assert snapshot(small, load_site(small), built(), DAY).records[name].text == record


def test_what_was_never_there_is_not_put_back(small):
    was = kept(small)

    with pytest.raises(ValueError, match="was not there: did you mean 'contacts/ex"):
        put_back(small, was, was, "contacts/example-helplin")


def test_how_to_put_words_of_a_page_back_is_said_line_by_line(small):
    was = kept(small)
    type_in(small, "docs/index.md", "- One thing\n", "- Some thing\n")
    said = report(small, was, kept(small))

    assert "docs/index.md: make putback WHAT=/, or line by line:" in said
    assert "take out: - Some thing" in said
    assert "put in:   - One thing" in said


def test_a_draft_of_the_entry_types_no_number_and_keeps_what_is_local_apart(small):
    nationalised(small, "contacts")
    was = kept(small)
    type_in(small, "data/national/contacts.yml", "01632 960001", "01632 960002")
    type_in(small, "data/local/steps.yml", "what you know", "what you have seen")
    words = {"01632 960001": "01632 960002", "Say what you saw.": "Say more of it all."}
    now, data = kept(small, of=words), load_site(small)
    page, here = entries(data, now, differ(was, now), shown_on(small, data), DAY).split(
        " in data/local/passages.yml:"
    )

    assert "0163" not in page + here
    assert "**Important.** [" in page
    assert 'has another number: {{ phone("example-helpline") }}.' in page
    assert "## 24 November 2026: say in a few words" in page
    assert "[Start](../index.md#who) says now: Say more of it all." in page
    assert "what you have seen" in here
    assert "{{" not in here
    assert "](" not in here


def test_the_command_asks_for_a_site_and_a_release_first(small, capsys):
    assert main(["--root", str(small), "diff"]) == 1
    assert "type 'make site' first" in capsys.readouterr().err
    site = small / "site"
    for page in built():
        folder = site / page.address.strip("/")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(page.html, encoding="utf-8")
    assert main(["--root", str(small), "diff"]) == 1
    assert "type make released" in capsys.readouterr().err

    assert main(["--root", str(small), "diff", "--released"]) == 0
    assert main(["--root", str(small), "diff"]) == 0
    assert "Nothing has changed" in capsys.readouterr().out
    type_in(small, "docs/prepare.md", "Write down what", "Note down what")
    assert main(["--root", str(small), "diff", "--put-back", "prepare"]) == 0

    assert "docs/prepare.md: prepare is as it was on" in capsys.readouterr().out
    assert "Write down what" in (small / "docs/prepare.md").read_text(encoding="utf-8")


@pytest.mark.everywhere
def test_every_page_of_the_real_site_is_kept_whole(root, site, data):
    pages = list(pages_of(site, folder_of(data.site.address)))
    now = snapshot(root, data, pages, DAY)
    cited = {name for said in now.spoken.values() for s in said for name in s.sources}

    assert now.spoken.keys() == data.pages.keys()
    assert all(len(said) > 5 for said in now.spoken.values())
    assert cited <= data.of(Source).keys()
    assert len(cited) > 20
    assert {key.partition("/")[0] for key in now.records} >= {"contacts", "site"}
    for key, record in now.records.items():
        assert fields_of(record).get("id"), key


@pytest.mark.everywhere
def test_a_line_taken_out_of_the_real_site_is_seen_on_its_page(root, site, data):
    pages = list(pages_of(site, folder_of(data.site.address)))
    was = snapshot(root, data, pages, DAY)
    page = next(page for page in pages if page.address == "/respond/")
    first = was.spoken["/respond/"][3].words
    less = [said for said in was.spoken["/respond/"] if said.words != first]
    now = replace(was, spoken={**was.spoken, page.address: less})

    assert {(s.old, s.new) for s in differ(was, now).sentences} == {(first, "")}


@pytest.mark.everywhere
def test_what_was_put_out_can_be_read(root):
    if (root / FILE).is_file():  # a new place has put nothing out yet
        assert read_snapshot(root / FILE).pages.keys() >= {"/", "/contacts/"}
