"""sitemap.xml; robots.txt and security.txt at the root of a host, and nowhere else."""

from dataclasses import replace

import pytest
from small import make_small_site

from macros.checks.examination import check_site
from publish.engines import engine_of
from publish.well_known import sitemap, write_well_known

ADDRESS = "https://hsb.example.org"
PAGE = "https://www.example.org/security"


@pytest.fixture
def written(data, tmp_path):
    """The files of a site with these settings, as a function."""

    def write(**changes):
        settings = data.settings.model_copy(update=changes)
        made = replace(data, settings=settings)
        write_well_known(made, tmp_path)
        files = (file for file in tmp_path.rglob("*") if file.is_file())
        return {f.relative_to(tmp_path).as_posix(): f.read_text() for f in files}

    return write


def test_machines_find_every_page_and_who_to_tell(written, data):
    files = written(address=f"{ADDRESS}/", security=PAGE)

    assert files["robots.txt"].splitlines()[-1] == f"Sitemap: {ADDRESS}/sitemap.xml"
    lines = dict(
        line.split(": ", 1) for line in files[".well-known/security.txt"].splitlines()
    )
    assert lines["Contact"] == PAGE
    assert lines["Canonical"] == f"{ADDRESS}/.well-known/security.txt"
    last = max(page.meta.reviewed for page in data.pages.values())
    ends = last.replace(year=last.year + 1)
    assert lines["Expires"].startswith(str(ends))


def test_without_an_address_nothing_is_said_of_one(written):
    files = written(address=None, security=PAGE)

    assert files.pop("robots.txt") == "User-agent: *\nAllow: /\n"
    assert "<loc>" not in files.pop("sitemap.xml")
    assert files == {}


def test_without_a_page_to_tell_nobody_is_promised_one(written):
    files = written(address=ADDRESS, security=None)

    assert files.keys() == {"robots.txt", "sitemap.xml"}


def test_in_a_folder_of_another_host_there_is_neither(written):
    files = written(address="https://council.example/hsb/", security=PAGE)

    assert files.keys() == {"sitemap.xml"}
    assert "<loc>https://council.example/hsb/panel/prepare/</loc>" in files.popitem()[1]


@pytest.mark.parametrize("address", [None, "https://a.example/b"])
def test_the_site_map_is_the_one_that_mkdocs_makes(tmp_path, address):
    root = make_small_site(tmp_path / "small")
    if address:
        with (root / "data/local/site.yml").open("a", encoding="utf-8") as file:
            file.write(f"address: {address}/\n")
    examined = check_site(root)

    engine_of().make_pages(root, examined, tmp_path / "made")

    made = (tmp_path / "made/sitemap.xml").read_text(encoding="utf-8")
    assert sitemap(address or "", examined.data) == made
    assert made.count("<loc>") == (len(examined.data.pages) if address else 0)
