"""Roles and words of the place: what every place says, and each fills in."""

import json

import pytest
from small import make_small, make_small_site

from macros.checks.examination import examine
from macros.facts.site_data import read_site
from macros.schema.place import ROLES, WORDS
from publish.build import build_site
from publish.engines import engine_of
from publish.schemas import ids_of


@pytest.fixture
def small(tmp_path):
    return make_small(tmp_path)


def typed(file, find, words):
    """Type words in place of others in a file."""
    text = file.read_text(encoding="utf-8")
    assert find in text
    file.write_text(text.replace(find, words, 1), encoding="utf-8")


def test_a_role_is_an_id_for_all_that_comes_after(small):
    local = small / "data" / "local"
    typed(local / "gaps.yml", "ask: example-helpline", "ask: partnership contact")
    both = "sources: [first step, panel source]"
    typed(local / "gaps.yml", "sources: [example-guide]", both)

    data, problems = read_site(small)

    [gap] = data.kinds["gaps"].values()
    assert not problems
    assert (gap.ask, gap.sources) == ("example-helpline", ("example-guide",))
    assert not ROLES.keys() & {use.id for use in data.named}
    assert "partnership contact" in {use.role for use in data.named}


def test_a_word_and_a_role_may_stand_in_one_part_of_a_record(small):
    file = small / "data" / "local" / "continuum.yml"
    typed(file, "[Read on, Ask someone]", '["Ask [[front_door_name]]"]')
    typed(file, "sources: [example-guide]", "sources: [first step]")

    data, problems = read_site(small)

    (step,) = data.kinds["continuum.steps"].values()
    assert not problems
    assert step.response.asks == (f"Ask {data.site.front_door_name}",)
    assert step.response.sources == data.site.first_step


def test_a_role_follows_the_place_when_site_yml_changes(small):
    local = small / "data" / "local"
    typed(local / "gaps.yml", "ask: example-helpline", "ask: front door")
    read_site(small)
    text = (local / "contacts.yml").read_text(encoding="utf-8")
    again = text.replace("example-helpline", "other").replace("order: 10", "order: 11")
    (local / "contacts.yml").write_text(text + again, encoding="utf-8")
    typed(local / "site.yml", "front_door: example-helpline", "front_door: other")

    data, _ = read_site(small)

    assert [gap.ask for gap in data.kinds["gaps"].values()] == ["other"]


def test_a_faulty_site_file_is_the_only_fault_where_roles_and_words_are_asked_for(
    small,
):
    local = small / "data" / "local"
    typed(local / "gaps.yml", "ask: example-helpline", "ask: front door")
    typed(local / "gaps.yml", "question: When", 'question: "[[panel_short]]: when')
    typed(local / "gaps.yml", "meet?", 'meet?"')
    typed(local / "site.yml", "front_door_name:", "front_dor_name:")

    _, problems = read_site(small)

    assert [p.file for p in problems] == ["data/local/site.yml"]


def test_an_editors_program_offers_every_role(small):
    offered = json.dumps(ids_of(read_site(small)[0]))

    assert len(ROLES) > 10
    assert all(f'"{word}"' in offered for word in ROLES)


@pytest.mark.whole
def test_words_of_the_place_stand_in_titles_the_menu_and_headings(tmp_path):
    site = make_small_site(tmp_path)
    page = site / "docs" / "prepare.md"
    title = page.read_text(encoding="utf-8").splitlines()[1]
    typed(page, title, "title: Before the [[panel_short]]")
    words = '## What the {{ site("panel_short") }} asks\n\nWords.\n\n{{ page_foot'
    typed(page, "{{ page_foot", words)
    typed(site / "mkdocs.yml", "  - prepare.md", "  - The [[panel_short]]: prepare.md")
    typed(site / "data" / "local" / "site.yml", "lang: en-GB", "lang: cy")

    build_site(site, site / "site")

    start = (site / "site" / "index.html").read_text(encoding="utf-8")
    made = (site / "site" / "prepare" / "index.html").read_text(encoding="utf-8")
    assert "The Example Panel</a>" in " ".join(start.split()).replace(" </a>", "</a>")
    assert "<title>Before the Example Panel - " in made
    assert 'id="what-the-example-panel-asks"' in made
    assert '<html lang="cy"' in made
    assert "[[" not in start + made

    engine_of().workshop(site, examine(site), tmp_path / "one").make("/prepare/")

    again = (tmp_path / "one" / "prepare" / "index.html").read_text(encoding="utf-8")
    assert "<title>Before the Example Panel - " in again
    assert "The Example Panel" in again
    assert "[[" not in again


def test_every_word_is_one_text_and_no_role(small):
    site = read_site(small)[0].site

    assert all(isinstance(getattr(site, word), str) for word in WORDS)
    assert not WORDS & {role.field for role in ROLES.values()}
