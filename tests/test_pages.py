"""Pages as they are written: where each is found on the web."""

import pytest

from macros.reading.pages import address_of


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


def test_a_body_knows_the_line_it_starts_on(data, root):
    page = data.pages["/panel/"]
    lines = (root / page.file).read_text(encoding="utf-8").splitlines()

    assert lines[page.body_line - 1 :] == page.body.splitlines()
