"""Taking away what was published: what is asked for, and what a visitor finds then.

A case has a list of promises, edits of the small project, and all that is said then.
"""

import pytest
from conftest import ROOT, cases_of
from deleting import LINES, RECORDS, asking, promised
from small import make_small, promise

from macros.checks.examination import examine
from macros.library.all_macros import MACROS
from macros.library.page import Page
from macros.library.render import Renderer
from macros.reading.promises import FILE, read_promises, write_promises
from publish.addresses import broken_promises
from publish.build import build_site
from publish.built import read_built


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return make_small(tmp_path_factory.mktemp("removing"))


@pytest.fixture
def edited(small):
    """Makes edits and deletes files, and takes that back at the end."""
    was = {}

    def edit(name, find, typed):
        file = small / name
        text = file.read_text(encoding="utf-8")
        was.setdefault(file, text)
        assert find in text
        file.write_text(text.replace(find, typed, 1), encoding="utf-8")

    def delete(name):
        was.setdefault(small / name, (small / name).read_text(encoding="utf-8"))
        (small / name).unlink()

    def rename(old, new):
        (small / new).write_bytes((small / old).read_bytes())
        made.append(small / new)
        delete(old)

    edit.delete, edit.rename, made = delete, rename, []
    yield edit
    for file in made:
        file.unlink()
    for file, text in was.items():
        file.write_text(text, encoding="utf-8")
    (small / FILE).unlink(missing_ok=True)


@pytest.mark.parametrize("case", cases_of("removing"))
def test_what_is_taken_away_is_named_with_what_to_type(case, small, edited):
    if "promises" in case:
        promise(small, case["promises"])
    for edit in case.get("edits", ()):
        edited(edit["in"], edit["find"], edit["type"])
    for name in case.get("deletes", ()):
        edited.delete(name)
    for old, new in case.get("renames", {}).items():
        edited.rename(old, new)

    assert [str(problem) for problem in examine(small).problems] == case["says"]


def test_a_withdrawn_address_leads_to_what_became_of_it(small, edited):
    note = "The step is now part of the form."
    promise(small, f"/prepare/#old-step of steps withdrawn 2026-11-24: {note}\n")

    examined = examine(small)

    assert not examined.problems
    page = Page(
        examined.data.pages["/prepare/"],
        examined.data,
        Renderer(small / "templates"),
    )
    shown = f'<li id="old-step">Withdrawn on 24 November 2026. {note}</li>'
    assert shown in MACROS["page_foot"](page)


def test_a_list_that_git_keeps_may_not_go(tmp_path):
    for folder, git in {"one": "", "two": "gitdir: ../one/.git"}.items():
        (tmp_path / folder).mkdir()
        if git:
            (tmp_path / folder / ".git").write_text(f"{git}\n", encoding="utf-8")
        else:
            (tmp_path / folder / ".git").mkdir()
            (tmp_path / folder / ".git/index").write_bytes(b"DIRC..addresses.txt\0..")
        problems = []

        assert read_promises(tmp_path / folder, problems) == {}
        assert [str(problem) for problem in problems] == [
            "addresses.txt:1: this list of published addresses is missing: put it "
            "back, as git has it"
        ]


def test_before_the_first_release_there_is_no_list(tmp_path):
    problems = []

    assert read_promises(tmp_path, problems) == {}
    assert problems == []


def test_the_list_is_written_as_it_is_read(tmp_path):
    lines = [
        "/",
        "/about/ since 1.0 withdrawn 2026-11-24: Nobody used it.",
        "/advice/#a-line of contacts since 1.0-rc.1 moved 2026-11-24 to /contacts/#a",
        "/audit/#point-1 of audit.points/summary",
        "/contacts/#a-line of contacts withdrawn 2026-11-24: Closed. Ring 111.",
        "/glossary/#hsb of terms",
    ]
    promise(tmp_path, "\n".join(lines) + "\n")
    problems = []

    write_promises(tmp_path, read_promises(tmp_path, problems).values())

    assert not problems
    assert (tmp_path / FILE).read_text(encoding="utf-8").split("\n")[3:-1] == lines


def test_a_record_is_withdrawn_from_the_real_site(released, tmp_path):
    """All of it by hand, as EDITING says, up to the page that is built."""
    free = (r for r in RECORDS if promised(r) and not asking(r))
    # a point of the audit is counted, so the next one would be asked for its number
    record = next(r for r in free if r.file.stem != "audit")
    file = released / record.file.relative_to(ROOT)
    lines = LINES[record.file]
    left = [*lines[: record.start], *lines[record.end :]]
    file.write_text("\n".join(left), encoding="utf-8")
    list_of = (released / FILE).read_text(encoding="utf-8").split("\n")
    for line in promised(record).values():
        list_of[line - 1] += " withdrawn 2026-11-24: It is no longer in use."
    (released / FILE).write_text("\n".join(list_of), encoding="utf-8")

    build_site(released, tmp_path / "built")

    for address in promised(record):
        path, _, name = address.partition("#")
        page = tmp_path / "built" / path.strip("/") / "index.html"
        html = page.read_text(encoding="utf-8")
        assert f'<li id="{name}">Withdrawn on 24 November 2026. It is no' in html
    assert not list(broken_promises(released, read_built(tmp_path / "built")))
