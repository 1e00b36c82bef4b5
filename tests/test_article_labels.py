"""Cells that say the name of their column, for readers on a phone."""

import pytest

from publish.article.labels import with_labels

TABLE = (
    "<table><thead><tr><th>Your <em>worry</em></th><th>Door</th></tr></thead>"
    '<tbody><tr><td>A</td><td align="left">B</td></tr></tbody></table>'
)


def test_each_cell_has_the_name_of_its_column():
    made = with_labels(f"<p>a</p>{TABLE}<p>b</p>")

    assert '<td data-label="Your worry">A</td>' in made
    assert '<td data-label="Door" align="left">B</td>' in made
    assert made.startswith("<p>a</p>")
    assert made.endswith("<p>b</p>")
    assert made.count("data-label") == 2


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>no table</p>", "<p>no table</p>"),
        # A name with signs stays a name, and a column without one gives none.
        (
            '<table><thead><tr><th>A &amp; "B"</th><th></th></tr></thead>'
            "<tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table>",
            '<table><thead><tr><th>A &amp; "B"</th><th></th></tr></thead>'
            '<tbody><tr><td data-label="A &amp; &quot;B&quot;">1</td><td>2</td>'
            "<td>3</td></tr></tbody></table>",
        ),
    ],
)
def test_what_has_no_name_gets_none(html, made):
    assert with_labels(html) == made
