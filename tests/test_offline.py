"""A copy for a disk: every link opens a page, without a server."""

import re
import zipfile
from datetime import date

import pytest

from publish.__main__ import main
from publish.offline import FOLDER, for_disk, write_offline

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def disk(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("disk")
    write_offline(site, folder / "copy.zip", DAY)
    with zipfile.ZipFile(folder / "copy.zip") as packed:
        packed.extractall(folder)
    return folder / FOLDER


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("../panel/", "../panel/index.html"),
        ("../panel/#who", "../panel/index.html#who"),
        ("../resources/?for=schools#list", "../resources/index.html?for=schools#list"),
        ("..", "../index.html"),
        ("../", "../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("#who", "#who"),
        ("../assets/a.css", "../assets/a.css"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:999", "tel:999"),
    ],
)
def test_a_link_to_a_folder_names_its_file(link, leads):
    html = f'<a class="x" href="{link}">href="../panel/"</a>'

    assert for_disk(html) == f'<a class="x" href="{leads}">href="../panel/"</a>'


def test_every_page_is_there_and_no_link_leads_to_a_folder(site, disk):
    pages = {p.relative_to(site) for p in site.rglob("index.html")}
    pages = {page for page in pages if page.parts[0] != "go"}  # nobody types one here

    assert {p.relative_to(disk) for p in disk.rglob("*.html")} == pages
    for page in disk.rglob("*.html"):
        for path in re.findall(
            r'(?:href|src)="([^":#?]+)(?=["#?])', page.read_text("utf-8")
        ):
            assert (page.parent / path).is_file(), (page, path)


def test_the_same_site_gives_the_same_zip(site, tmp_path):
    for name in ("one.zip", "two.zip"):
        write_offline(site, tmp_path / name, DAY)

    one, two = ((tmp_path / name).read_bytes() for name in ("one.zip", "two.zip"))
    assert one == two


def test_from_a_disk_each_link_and_a_search_open(browser, disk):
    # Without motion: a slow machine aborts a transition between pages, and says so.
    page = browser.new_page(reduced_motion="reduce")
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    for start in ("index.html", "panel/prepare/index.html"):
        page.goto((disk / start).as_uri())
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        for link in sorted({x for x in links if x.startswith("file:")}):
            page.goto(link)
            assert page.locator("h1").count() == 1, link
            name = link.partition("#")[2]
            assert not name or page.locator(f"[id='{name}']").count() == 1, link
    page.keyboard.press("/")
    page.fill("#search-box", "consent")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/prepare/" not in url and "index.html" in url)
    page.locator("h1").wait_for()
    page.close()
    assert said == []


def test_the_command_wants_a_site_that_is_built(project, site, capsys):
    words = ["--root", str(project), "offline"]

    assert main(words) == 1
    assert "make site" in capsys.readouterr().err
    (project / "site").symlink_to(site)
    assert main(words) == 0
    assert (project / "ready" / f"{FOLDER}.zip").is_file()
