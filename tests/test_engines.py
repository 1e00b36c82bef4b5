"""The engines: each makes the same site, and what is missing or goes wrong is said.

What runs an engine besides MkDocs is marked `engines` and needs their packages:
`make engines` installs them and runs these; `make test` leaves them out by name.
"""

import os
import subprocess
import sys

import pytest
from conftest import ROOT
from copying import copy_project
from selectolax.lexbor import LexborHTMLParser
from small import make_small_site
from test_former import add_former
from test_needs import with_page, with_part
from test_parts import EXAMPLES, SPECIMEN, add_specimen

from macros.checks.examination import check_site
from macros.problems import DataError
from publish import engines
from publish.__main__ import main as command
from publish.engines import DEFAULT, ENGINES, engine_of
from publish.engines.zensical import as_others, told

OTHERS = sorted(ENGINES.keys() - {DEFAULT})
# Where a site may live changes every link of a wrong address's page.
HOMES = {
    "nowhere": None,
    "host": "https://hsb.example",
    "folder": "https://a.example/b/",
}


def build(root, engine):
    """Build a project in a process of its own; gives what it said, and its files."""
    command = [sys.executable, "-m", "publish", "--root", str(root), "--engine", engine]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )
    site = root / "site"
    files = {f.relative_to(site).as_posix(): f for f in site.rglob("*") if f.is_file()}
    return done, {name: file.read_bytes() for name, file in sorted(files.items())}


def text_of(html):
    """The words in the middle of a page, a line for each piece."""
    main = LexborHTMLParser(html.decode("utf-8")).css_first("main")
    return main.text(separator="\n", strip=True).splitlines()


def add_parts(root):
    """A page for each example of the guide: the frame asks what stands on a page."""
    menu = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for number, (name, words) in enumerate(EXAMPLES.items()):
        head = SPECIMEN.replace("A specimen of every part", f"Specimen, {name}")
        head = head.replace("Each part that", f"{name}, as one of the parts that")
        page = root / "docs" / f"part-{number}.md"
        page.write_text(f"{head}{words}\n{{{{ page_foot() }}}}\n", encoding="utf-8")
        menu += f"  - {page.name}\n"
    (root / "mkdocs.yml").write_text(menu, encoding="utf-8")


@pytest.fixture(scope="session", params=HOMES)
def whole(request, tmp_path_factory):
    """A copy of the real site with every part and former pages, and MkDocs's work."""
    root = copy_project(tmp_path_factory.mktemp("whole"))
    add_specimen(root)
    add_parts(root)
    add_former(root)
    settings = root / "data/local/site.yml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if not line.startswith("address:")]
    home = HOMES[request.param]
    lines += [f"address: {home}"] if home else []
    settings.write_text("\n".join([*lines, ""]), encoding="utf-8")
    done, files = build(root, DEFAULT)
    assert done.returncode == 0, done.stderr
    return root, files


@pytest.mark.engines
@pytest.mark.parametrize("engine", OTHERS)
def test_every_engine_makes_the_same_site(whole, engine):
    root, expected = whole

    done, files = build(root, engine)

    assert done.returncode == 0, done.stderr
    pages = [name for name in expected if name.endswith(".html")]
    assert len(pages) > 29 + len(EXAMPLES)  # 404.html and both former pages as well
    for name in pages:
        assert text_of(files[name]) == text_of(expected[name]), name
    assert files.keys() == expected.keys()
    assert [name for name in files if files[name] != expected[name]] == []


@pytest.mark.engines
@pytest.mark.parametrize("whole", ["nowhere"], indirect=True)
@pytest.mark.parametrize("engine", ENGINES)
def test_no_engine_needs_the_frame_of_material(whole, engine):
    root, expected = whole
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count("\n  name: material\n") == 1
    try:
        bare = text.replace("\n  name: material\n", "\n  name: null\n")
        settings.write_text(bare, encoding="utf-8")
        done, files = build(root, engine)
    finally:
        settings.write_text(text, encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert files.keys() == expected.keys()
    assert [name for name in files if files[name] != expected[name]] == []


@pytest.mark.engines
@pytest.mark.parametrize("engine", OTHERS)
def test_what_has_no_records_here_is_made_by_none(tmp_path, engine):
    root = make_small_site(tmp_path)
    with_page(root)
    with_part(root)
    (root / "data/local/audit.yml").unlink()
    expected = build(root, DEFAULT)[1]

    done, files = build(root, engine)

    assert done.returncode == 0, done.stderr
    assert "index.html" in files
    assert "audit/index.html" not in files
    assert files == expected


@pytest.mark.engines
@pytest.mark.parametrize("engine", OTHERS)
def test_a_slip_in_the_frame_is_told_at_its_line_and_the_site_stays(tmp_path, engine):
    root = make_small_site(tmp_path)
    before = build(root, DEFAULT)[1]
    frame = root / "theme/base.html"
    text = frame.read_text(encoding="utf-8")
    frame.write_text(text.replace("</head>", "{% if %}\n</head>"), encoding="utf-8")
    line = text[: text.index("</head>")].count("\n") + 1

    done, after = build(root, engine)

    assert done.returncode == 1
    assert f"theme/base.html:{line}: " in done.stderr
    assert "Traceback" not in done.stderr
    assert after == before


@pytest.mark.engines
def test_zensical_makes_single_pages_for_a_preview_by_making_all(tmp_path):
    root = make_small_site(tmp_path / "small")
    shop = engine_of("zensical").workshop(root, check_site(root), tmp_path / "quick")

    assert shop.make("/prepare/")
    assert not shop.make("/nowhere/")
    page = (tmp_path / "quick/prepare/index.html").read_text(encoding="utf-8")
    assert 'id="what-to-have-ready"' in page


@pytest.mark.parametrize(
    ("engine", "typed"),
    [(DEFAULT, "make site"), *((name, f"make site ENGINE={name}") for name in OTHERS)],
)
def test_an_engine_that_is_not_there_is_said_with_what_to_type(
    monkeypatch, engine, typed
):
    monkeypatch.setattr(engines, "find_spec", lambda name: None)

    with pytest.raises(DataError, match=f"{engine} is not installed here: .*'{typed}'"):
        engine_of(engine)


@pytest.mark.parametrize(("typed", "asked"), [('"no"', 0), ("no", 0), ("yes", 1)])
def test_the_script_of_the_way_out_goes_only_where_there_is_one(tmp_path, typed, asked):
    root = make_small_site(tmp_path / "small")
    page = root / "docs/prepare.md"
    text = page.read_text(encoding="utf-8")
    assert 'exit: "no"' in text
    page.write_text(text.replace('exit: "no"', f"exit: {typed}"), encoding="utf-8")
    made = tmp_path / "made"

    assert engine_of().workshop(root, check_site(root), made).make("/prepare/")

    html = (made / "prepare/index.html").read_text(encoding="utf-8")
    assert html.count("assets/exit.js") == asked


@pytest.mark.parametrize("words", [["serve"], ["check"], ["deploy", "nginx"]])
def test_only_the_build_takes_an_engine(capsys, words):
    with pytest.raises(SystemExit):
        command(["--engine", "properdocs", *words])

    assert f"{words[0]} takes no --engine" in capsys.readouterr().err


def test_an_engine_that_nobody_knows_is_refused_with_those_there_are(capsys):
    with pytest.raises(SystemExit):
        command(["--engine", "hugo"])

    said = capsys.readouterr().err
    assert all(name in said for name in ENGINES)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Build started\nWarning: page does not exist\n    \u256d\u2500"
            "[ about/index.md:26:88 ]\n1 issues found\nTraceback\nRuntimeError: strict",
            ["docs/about/index.md:1: page does not exist"],
        ),
        (
            "Traceback\nRuntimeError: undefined value (in partials/nav.html:38)\n",
            [
                "theme/partials/nav.html:38: Zensical: RuntimeError: undefined value "
                "(in partials/nav.html:38)"
            ],
        ),
        ("panicked\n\n", ["mkdocs.yml:1: Zensical: panicked"]),
        ("", ["mkdocs.yml:1: Zensical: it ended without a word"]),
    ],
)
def test_what_zensical_says_is_told_at_the_file_that_it_names(words, expected):
    assert [str(problem) for problem in told(words)] == expected


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ('<a href="./..">', '<a href="..">'),
        ('<a href="././">', '<a href="./">'),
        ('<a href="./">', '<a href="./">'),
        ('<a href="">', '<a href=".">'),
        ('<a data-root="./x/">', '<a data-root="x/">'),
        ('<a href="../x/">', '<a href="../x/">'),
        ("a child&#x27;s and&#x2f;or", "a child&#39;s and/or"),
    ],
)
def test_the_frame_of_a_page_is_written_as_other_engines_do(frame, expected):
    assert as_others(frame) == expected
