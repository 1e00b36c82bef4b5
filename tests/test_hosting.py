"""A site at an address of its own, or in a folder of somebody else's."""

import pytest

from publish.build import build_site
from publish.built import OUTSIDE, BuiltPage


@pytest.mark.parametrize(
    ("address", "folder"),
    [("https://hsb.example.org", "/"), ("https://council.example/hsb/", "/hsb/")],
)
def test_a_site_is_built_for_its_address(project, tmp_path, address, folder):
    file = project / "data" / "local" / "site.yml"
    text = file.read_text(encoding="utf-8")
    line = f"address: {address}\nowner:"
    file.write_text(text.replace("\nowner:", f"\n{line}", 1), encoding="utf-8")

    build_site(project, project / "site")

    lost = (project / "site" / "404.html").read_text(encoding="utf-8")
    start = address.rstrip("/")
    page = (project / "site" / "panel" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{start}/panel/">' in page
    assert f'href="{folder}contacts/"' in lost
    assert f'href="{folder}assets/face.' in lost
    assert 'href="tel:999"' in lost
    listed = (project / "site" / "sitemap.xml").read_text(encoding="utf-8")
    pages = [
        file
        for file in (project / "site").rglob("index.html")
        if file.relative_to(project / "site").parts[0] not in {"go", "embed"}
    ]
    assert listed.count("<loc>") == len(pages)
    assert f"<loc>{start}/panel/</loc>" in listed


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("../contacts/", "/contacts/"),
        ("../../contacts/", OUTSIDE),
        ("../../hsb/contacts/", OUTSIDE),  # true on this host only
        ("/contacts/", OUTSIDE),
        ("/hsb/contacts/#a", "/contacts/#a"),
        ("/hsb", "/"),
        ("#a", "/panel/#a"),
    ],
)
def test_a_link_stays_inside_the_folder(href, leads):
    page = BuiltPage("/panel/", f'<a href="{href}">x</a>', "/hsb/")

    assert list(page.links) == [(href, leads)]


def test_a_link_that_climbs_above_the_root_leads_out():
    page = BuiltPage("/panel/", '<a href="../../contacts/">x</a>')

    assert list(page.links) == [("../../contacts/", OUTSIDE)]
