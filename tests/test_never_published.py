"""The last look at a made site: what is unsafe is in none of its files."""

import pytest
from small import make_small

from macros.checks.unsafe import finder_of, said_of
from macros.facts.site_data import load_site
from macros.problems import Problem
from publish.never_published import never_published


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return load_site(make_small(tmp_path_factory.mktemp("small")))


@pytest.mark.parametrize(
    "html",
    [
        "<p>Ring 01632 960 999.</p>",
        '<a href="tel:+441632960999">the line</a>',
        '<a href="tel:01632-960-999">the line</a>',
        "<p>Ring 01632 <strong>960</strong> 999.</p>",
        "<p>Ring 01632&nbsp;960&nbsp;999.</p>",
    ],
)
def test_an_unsafe_number_is_found_at_its_page(tmp_path, data, html):
    (tmp_path / "prepare").mkdir()
    (tmp_path / "prepare" / "index.html").write_text(html, encoding="utf-8")

    (problem,) = never_published(tmp_path, data)

    assert (problem.file, problem.code) == ("docs/prepare.md", "built-unsafe-number")


def test_an_unsafe_address_is_found_in_what_is_no_page(tmp_path, data):
    (tmp_path / "search.json").write_text('["OTHER.example.net"]', encoding="utf-8")

    (problem,) = never_published(tmp_path, data)

    assert (problem.file, problem.code) == ("site/search.json", "built-unsafe-address")


def test_what_is_safe_and_what_is_a_picture_passes(tmp_path, data):
    (tmp_path / "index.html").write_text("1632 of 960999, example.net", "utf-8")
    for kind in (
        "png",
        "jpg",
        "jpeg",
        "webp",
        "avif",
        "ico",
        "woff",
        "woff2",
        "pdf",
        "pptx",
    ):
        (tmp_path / f"a.{kind}").write_bytes(b"01632960999")

    assert never_published(tmp_path, data) == []


def test_it_is_said_with_the_file_and_what_to_do(tmp_path, data):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_bytes(b"\xff 01632 960 999")
    (tmp_path / "b.css").write_bytes(b"01632960999")
    (unsafe,) = (r for r in finder_of(data).rules if r[0].number)

    said = [
        (f"site/{name}", *said_of(unsafe[0], f"the file {name} of the made site has"))
        for name in ("b.css", "in/a.txt")
    ]
    assert never_published(tmp_path, data) == [
        Problem(file, 1, message, code="built-unsafe-number", mend=mend)
        for file, message, mend in said
    ]
