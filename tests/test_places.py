"""Several places out of one tree: each has its own words, and no other's."""

import re
from pathlib import Path

import pytest
from conftest import PLACES, ROOT

from macros.facts.site_data import read_site
from macros.reading.pages import page_paths
from macros.schema.layers import LOCAL, NATIONAL
from publish.places.kept import FILE, read_kept
from publish.places.local_layer import CONTACTS, SOURCE
from publish.places.shared import mark_of, shared_files, shared_part

NAMES = ("partnership", "short_name", "front_door_name")
HISTORY = {"DECISIONS.md"}  # why things are as they are may say where it was learnt


def words_of(place):
    """What names a place: its names, its websites, and the numbers it alone has."""
    data, _ = read_site(place)
    site = data.site
    words = {getattr(site, name) for name in NAMES} | set(site.other_names)
    for address in filter(None, (site.website, site.hub)):
        words.add(address.partition("://")[2].removeprefix("www.").strip("/"))
    files = data.files["contacts"]
    for contact in data.kinds["contacts"].values():
        if (
            contact.phone
            and len(contact.phone) > 4
            and files[contact.id].startswith(LOCAL)
        ):
            words |= {contact.phone, contact.phone.replace(" ", "")}
    texts = [f.read_text(encoding="utf-8") for f in (ROOT / NATIONAL).glob("*.yml")]
    return {word for word in words if not any(finds(word, text) for text in texts)}


def finds(word, text):
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)


def came_along(project):
    """The marks of what came from another project: it cannot name a place that was not
    there yet, but by a word that both use for something else."""
    return read_kept(project).files if (project / FILE).is_file() else {}


@pytest.mark.everywhere
def test_no_word_of_one_place_is_in_the_site_of_another(root, site):
    others = {word for place in PLACES if place != root for word in words_of(place)}
    assert others or len(PLACES) == 1

    for file in site.rglob("*"):
        if file.suffix in {".html", ".js", ".txt", ".xml"}:
            text = file.read_text(encoding="utf-8")
            for word in others:
                assert not finds(word, text), (file.relative_to(site), word)


def test_no_file_that_all_places_share_names_one():
    """The pages and what they are made with are held to it by the build as well."""
    words = {word for place in PLACES for word in words_of(place)}
    came = came_along(ROOT)
    for name in shared_files(ROOT):
        content = shared_part(name, (ROOT / name).read_bytes())
        known = came.get(name) == mark_of(name, content)
        if name not in HISTORY and not known and not name.endswith(".png"):
            text = content.decode("utf-8", "replace")
            assert [w for w in words if finds(w, text)] == [], name


@pytest.mark.everywhere
def test_no_shared_test_names_a_record_of_one_place(root):
    """It would fail in a place begun from here: it belongs in tests/local/, or takes a
    record that is national, or of the small project. Lists of searches and
    diet.yml may name any: each place is asked for what it has of them."""
    data, _ = read_site(root)
    begun = {*CONTACTS.values(), "emergency", "police", SOURCE}  # every place has these
    pages = {Path(path).stem for path in page_paths(ROOT)}  # some share an id's words
    local = {
        record.id
        for kind, records in data.kinds.items()
        for record in records.values()
        if "-" in record.id  # others are words of any sentence
        and data.file_of(kind, record.id).startswith(LOCAL)
        and not record.replaces
    }
    everywhere = {
        record.id
        for kind, records in data.kinds.items()
        for record in records.values()
        if not data.file_of(kind, record.id).startswith(LOCAL)
    }
    left_out = {a for a, page in data.drafts.items() if page.meta.needs}  # elsewhere
    came = came_along(ROOT)
    for name in shared_files(ROOT):
        if re.match(r"tests/(?!search/|diet\.yml)", name) and name not in came:
            text = (ROOT / name).read_text(encoding="utf-8", errors="replace")
            words = set(re.findall(r"[\w-]+", text))
            assert words & (local - begun - pages - everywhere) == set(), name
            assert [address for address in left_out if address in text] == [], name
