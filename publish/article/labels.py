"""Tables made fit for a phone, where their cells stand below each other."""

import re
from html import escape, unescape

TABLE = re.compile(r"<table>.*?</table>", re.S)
HEAD = re.compile(r"<th\b[^<>]*>(.*?)</th>", re.S)
BODY = re.compile(r"<tbody>.*?</tbody>", re.S)
ROW = re.compile(r"<tr>.*?</tr>", re.S)
CELL = re.compile(r"<td\b")
TAG = re.compile(r"<[^<>]*>")


def with_labels(html: str) -> str:
    """A page's HTML, each cell of its tables with the name of its column.

    Takes what Markdown makes: the names of the columns in the first row.
    """
    return TABLE.sub(_table, html) if "<table>" in html else html


def _table(table: re.Match[str]) -> str:
    names = [_plain(name) for name in HEAD.findall(table[0])]

    def row(found: re.Match[str]) -> str:
        left = iter(names)
        return CELL.sub(lambda cell: _named(cell[0], next(left, "")), found[0])

    return BODY.sub(lambda body: ROW.sub(row, body[0]), table[0])


def _plain(name: str) -> str:
    return unescape(TAG.sub("", name)).strip()


def _named(cell: str, name: str) -> str:
    return f'{cell} data-label="{escape(name)}"' if name else cell
