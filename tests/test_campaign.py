"""Words to send: as long as they say, of this place, and drawn with what is said."""

import io
import re
from dataclasses import replace

import pytest
from conftest import PLACES, ROOT
from PIL import Image
from small import make_small

from macros.checks.examination import examine
from macros.facts.site_data import load_site
from macros.library.campaign import (
    SIZES,
    ends_of,
    instead_of,
    leads_to,
    plain,
    words_in,
)
from macros.problems import DataError
from macros.schema.kinds.campaign import Message, Moment
from macros.schema.kinds.contacts import Contact
from macros.style.reading_ease import HARDEST, LONGEST, grade, simpler
from macros.style.sentences import SENTENCE
from publish.handouts.made import drawn_all
from publish.handouts.paper import Paper
from publish.handouts.pictures import Picture, drawn
from publish.handouts.posted import posted

pytestmark = pytest.mark.whole
WIDE = Picture("Ring, and talk it through.", "", "A site", "Not confirmed", 1200, 630)


@pytest.fixture(scope="module")
def posts(root, data):
    return drawn_all(root, data, posted)


@pytest.mark.everywhere
def test_each_use_has_a_text_and_there_are_items_of_three_lengths(data):
    messages = data.of(Message).values()
    uses = [message.use for message in messages]
    assert {"bulletin", "signature", "tile", "post"} == set(uses)
    assert uses.count("post") >= 3
    assert {50, 100, 200} <= {m.words for m in messages if m.use == "bulletin"}
    assert all(m.words for m in messages if m.use == "bulletin")


@pytest.mark.everywhere
def test_a_text_is_within_a_tenth_of_the_words_that_it_says(data):
    for message in data.of(Message).values():
        if message.words:
            shown = f"{message.text} {' '.join(message.items)}".split()
            assert words_in(message) == len(shown), message.id
            assert abs(len(shown) - message.words) <= message.words / 10, message.id


@pytest.mark.everywhere
def test_a_text_has_the_numbers_of_this_place_and_says_that_it_is_a_draft(data):
    for message in data.of(Message).values():
        said = plain(data, message)
        for name in message.contacts:
            assert data.get(Contact, name).phone in said, message.id
        assert said.endswith(f"[{data.site.draft}]\n")
        assert "[[" not in said
        assert not re.search(r"\d{3,}", message.text.replace(" ", "")), message.id


@pytest.mark.everywhere
def test_a_text_names_a_page_that_is_there_and_its_address_once_there_is_one(data):
    titles = {page.meta.title for page in data.pages.values()} | {data.site.name}
    home = data.site.model_copy(update={"address": "https://hsb.example.org/x/"})
    housed = replace(data, settings=home)
    for message in data.of(Message).values():
        named = leads_to(data, message).removeprefix("Read more: ")
        assert named.removesuffix(f", on {data.site.name}") in titles
        assert "http" not in named
        url = leads_to(housed, message).rpartition(", ")[2]
        page = "/" + url.removeprefix("https://hsb.example.org/x/")
        assert page in data.pages, message.id


@pytest.mark.everywhere
def test_texts_are_as_easy_to_read_as_a_page_to_act_on(data):
    for message in data.of(Message).values():
        sentences = SENTENCE.split(" ".join(message.text.split()))
        words = [simpler(sentence, data) for sentence in sentences]
        assert max(map(len, words)) <= LONGEST, message.id
        assert grade(words) <= HARDEST, message.id


@pytest.mark.everywhere
def test_no_text_has_a_name_of_another_place(root, data):
    others = [load_site(place).site for place in PLACES if place != root]
    names = {n for s in others for n in (s.area, s.short_name, *s.other_names)}
    for message in data.of(Message).values():
        said = plain(data, message)
        for name in names - set(data.site.other_names):
            assert not re.search(rf"\b{re.escape(name)}\b", said), (message.id, name)


@pytest.mark.everywhere
def test_each_post_is_drawn_in_both_sizes_and_light_enough_to_send(data, posts):
    for message in data.of(Message).values():
        for end in ends_of(message):
            assert posts[f"{message.id}{end}"]
        text = posts[f"{message.id}.txt"].decode("utf-8")
        assert text.startswith(plain(data, message))
        assert not message.picture or instead_of(data, message) in text
        for end, (width, height, _) in SIZES.items() if message.picture else ():
            body = posts[f"{message.id}{end}"]
            with Image.open(io.BytesIO(body)) as picture:
                assert picture.size == (width, height)
            assert len(body) < 60_000
    assert set(posts) == {
        f"{m.id}{end}" for m in data.of(Message).values() for end in ends_of(m)
    }


@pytest.mark.everywhere
def test_what_is_said_instead_of_a_picture_is_all_that_stands_on_it(data):
    for message in data.of(Message).values():
        if message.picture:
            said = instead_of(data, message)
            assert said.startswith(message.picture)
            assert data.site.name in said
            assert data.site.draft in said
            assert not re.search(r"[.?!]\.", said)


@pytest.mark.everywhere
def test_the_page_shows_each_text_and_offers_each_of_its_files(site, data):
    folder = site / "kit/campaign"
    page = (folder / "index.html").read_text(encoding="utf-8")
    offered = set(re.findall(r'(?:href|src)="(files/[^"]+)"', page))
    assert offered == {f"files/{file.name}" for file in (folder / "files").iterdir()}
    for message in data.of(Message).values():
        assert f'id="{message.id}"' in page
    for moment in data.of(Moment).values():
        assert f'id="{moment.id}"' in page


def test_the_dates_of_other_years_are_nowhere_made_up(data):
    """A day of a year to come is not in any text: it would be wrong a year later."""
    for moment in data.of(Moment).values():
        years = re.findall(r"\b20\d\d\b", f"{moment.when} {moment.text}")
        assert all(int(year) <= 2026 for year in years), moment.id


@pytest.fixture
def paper():
    from datetime import UTC, datetime

    from publish.handouts.paper import paper_of

    day = datetime(2026, 11, 24, tzinfo=UTC)
    return paper_of(ROOT / "templates/handouts", ROOT / "theme/assets/site.css", day)


def test_a_picture_is_the_same_to_the_byte_and_only_what_changed_is_drawn(
    paper: Paper, tmp_path, monkeypatch
):
    first = drawn({"one.png": WIDE}, paper, "looks", tmp_path)
    again = drawn({"one.png": WIDE}, paper, "looks", tmp_path / "elsewhere")
    assert first == again

    calls = []
    monkeypatch.setattr(
        "publish.handouts.pictures.draw", lambda new, _: calls.append(new) or []
    )
    assert drawn({"one.png": WIDE}, paper, "looks", tmp_path) == first
    assert calls == [[]], "nothing is drawn again"


def test_a_picture_that_got_broken_or_is_of_no_use_does_not_stay(paper, tmp_path):
    first = drawn({"one.png": WIDE}, paper, "looks", tmp_path)
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:200])
    (tmp_path / "old.png").write_bytes(b"old")

    assert drawn({"one.png": WIDE}, paper, "looks", tmp_path) == first
    assert list(tmp_path.iterdir()) == [file]


def test_words_that_fit_no_picture_are_refused(root, data, monkeypatch):
    long = "Ring, and talk it through. " * 60
    message = data.get(Message, "post-proof").model_copy(update={"picture": long})
    kinds = {**data.kinds, "campaign.texts": {message.id: message}}

    with pytest.raises(DataError) as raised:
        drawn_all(root, replace(data, kinds=kinds), posted)

    assert "too many words for a picture" in str(raised.value)


@pytest.mark.parametrize(
    ("typed", "grade", "said"),
    [
        (
            "Nobody there needs proof, and nobody will ever ask you for a name, a day "
            "or a place, so ring them now and talk it all through with them at once.",
            "advice",
            "this sentence has 31 words: make two of it",
        ),
        ("Nobody there needs a gizmo.", "fault", "'gizmo' is a word to avoid"),
        ("Ring 01632 960 503.", "fault", "'text' has a phone number"),
    ],
)
def test_a_text_is_held_to_the_house_rules_as_a_page_is(tmp_path, typed, grade, said):
    root = make_small(tmp_path)
    file = root / "data/local/campaign.yml"
    text = file.read_text(encoding="utf-8").replace("    words: 20\n", "")
    file.write_text(text.replace("Nobody there needs proof.", typed), encoding="utf-8")

    problems = examine(root, advice=True).problems

    assert [(p.file, p.grade) for p in problems] == [("data/local/campaign.yml", grade)]
    assert problems[0].message.startswith(said)
