"""Buttons of the desk that change several files: shown first, done whole, undone."""

import pytest
from desks import desk_of
from small import make_small, promise

TODAY = "reviewed: "


@pytest.fixture
def project(tmp_path):
    return make_small(tmp_path)


@pytest.fixture
def opened(project):
    promise(project, "/prepare/\n")
    with desk_of(project) as browser:
        yield browser


def files_of(project):
    return {
        f.relative_to(project).as_posix(): f.read_bytes()
        for f in project.rglob("*.*")
        if f.is_file() and not {".desk", "schemas"} & set(f.parts)
    }


def test_a_page_read_through_has_today_s_date_and_nothing_else(opened, project):
    before = files_of(project)

    answer = opened.press("/pages/prepare.md/reviewed/")

    assert "Saved." in answer.text
    after = files_of(project)
    assert [f for f in after if after[f] != before[f]] == ["docs/prepare.md"]
    was = before["docs/prepare.md"].decode().splitlines()
    now = after["docs/prepare.md"].decode().splitlines()
    changed = [b for a, b in zip(was, now, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0].startswith(TODAY)


def test_moving_shows_first_and_then_takes_every_link_along(opened, project):
    before = files_of(project)

    shown = opened.press("/pages/prepare.md/move/", {"new": "ready", "_do": "show"})
    assert "What it would change" in shown.text
    assert files_of(project) == before
    done = opened.press("/pages/prepare.md/move/", {"new": "ready", "_do": "do"})

    assert "Moved: prepare.md to ready" in done.text
    after = files_of(project)
    assert "docs/ready.md" in after
    assert "docs/prepare.md" not in after
    assert b"(ready.md#what-to-have-ready)" in after["docs/index.md"]
    assert b"- ready.md" in after["mkdocs.yml"]
    assert b"/prepare/" in after["addresses.txt"]
    opened.press("/changes/1/undo/")
    assert files_of(project) == before


@pytest.mark.parametrize("new", ["", "../out", "a b", "index", "sex-ed"])
def test_a_name_that_no_page_can_have_moves_nothing(opened, project, new):
    before = files_of(project)

    answer = opened.press("/pages/prepare.md/move/", {"new": new, "_do": "do"})

    assert answer.status_code == 422
    assert files_of(project) == before


def test_what_is_still_asked_for_is_not_withdrawn(opened, project):
    before = files_of(project)

    answer = opened.press(
        "/facts/contacts/example-helpline/withdraw/", {"note": "Gone.", "_do": "do"}
    )

    assert answer.status_code == 422
    assert "docs/index.md" in answer.text
    assert files_of(project) == before


ADVICE = {
    "title": "Advice: where to ask",
    "description": "Where to ask for advice.",
    "path": "advice",
    "for": ["everyone"],
    "after": "index.md",
}


def test_a_new_page_stands_in_the_menu_and_is_sound(opened, project):
    answer = opened.press("/pages/new/", {**ADVICE, "_do": "do"})

    assert answer.status_code == 200, answer.text
    menu = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert menu.endswith("nav:\n  - index.md\n  - advice.md\n  - prepare.md\n")
    text = (project / "docs/advice.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: 'Advice: where to ask'\n")
    assert "\n# Advice: where to ask\n" in text
    assert "Advice: where to ask" in opened.get("/pages/advice.md/").text


def test_a_new_page_without_what_it_needs_is_told_so(opened, project):
    before = files_of(project)

    for typed in (
        {"title": "", "description": "x", "path": "advice", "after": "index.md"},
        {"title": "T", "description": "x", "path": "prepare", "after": "index.md"},
        {"title": "T", "description": "x", "path": "advice", "after": "nowhere.md"},
    ):
        answer = opened.press("/pages/new/", {**typed, "_do": "do"})
        assert answer.status_code == 422
    assert files_of(project) == before


def test_a_page_that_nothing_leads_to_is_withdrawn_with_its_note(opened, project):
    opened.press("/pages/new/", {**ADVICE, "_do": "do"})
    promise(project, "/advice/\n/prepare/\n")

    answer = opened.press(
        "/pages/advice.md/withdraw/", {"note": "It has moved on.", "_do": "do"}
    )

    assert answer.status_code == 200
    after = files_of(project)
    assert "docs/advice.md" not in after
    assert b"advice.md" not in after["mkdocs.yml"]
    assert b"It has moved on." in after["addresses.txt"]
