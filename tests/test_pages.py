"""Pages as they are written: where each is found on the web."""

import pytest

from macros.reading.pages import address_of

ADDRESSES = {
    *("/", "/what-is-hsb/", "/continuum/", "/online/", "/language/", "/respond/"),
    *("/route/", "/panel/", "/panel/prepare/", "/voice-of-the-child/"),
    *("/working-together/", "/support/", "/schools/", "/schools/link-kit/"),
    *("/audit-2022/", "/team-session/", "/resources/", "/glossary/", "/questions/"),
    *("/contacts/", "/about/", "/about/accessibility/", "/about/privacy/"),
    *("/about/sources/", "/about/changes/", "/site-map/"),
}


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", "/"),
        ("route.md", "/route/"),
        ("panel/index.md", "/panel/"),
        ("panel/prepare.md", "/panel/prepare/"),
    ],
)
def test_the_path_of_a_page_is_its_address(path, address):
    assert address_of(path) == address


def test_the_addresses_that_were_promised_are_there(data):
    assert len(ADDRESSES) == 26
    assert data.pages.keys() >= ADDRESSES


def test_a_body_knows_the_line_it_starts_on(data, root):
    page = data.pages["/panel/"]
    lines = (root / page.file).read_text(encoding="utf-8").splitlines()

    assert lines[page.body_line - 1 :] == page.body.splitlines()
