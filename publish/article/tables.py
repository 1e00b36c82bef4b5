"""Rows of a table that have another number of cells than its head."""

import re

from selectolax.lexbor import LexborNode

from .lines import Found, Lines, without_code

RULE = re.compile(r":?-+:?")


def rows_that_do_not_fit(article: LexborNode, lines: Lines) -> Found:
    """Rows that lost a cell, or were given an empty one, as code, line and words."""
    if article.css_first("table") is None:
        return
    typed = dict(lines.all)
    for number, line in lines.all:
        head = typed.get(number - 1, "")
        if "|" not in line + head or not is_rule(line) or not head.strip():
            continue
        bordered = "|" in (head.strip()[0], head.strip()[-1])
        wanted = cells_in(head, bordered)
        row = number
        while typed.get(row, "").strip():
            got = cells_in(typed[row], bordered)
            if got != wanted:
                yield "table-row", row, said(wanted, got)
            row += 1


def is_rule(line: str) -> bool:
    """Whether a line is the one of dashes below a table's head."""
    cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    return all(RULE.fullmatch(cell.strip()) for cell in cells)


def cells_in(row: str, bordered: bool) -> int:
    """How many cells a row has. A '|' in code or behind a '\\' parts none.

    In a table whose head is `bordered`, a '|' at an end of a row parts none either.
    """
    row = without_code(row).replace("\\|", "  ").strip()
    if bordered:
        row = row.removeprefix("|").removesuffix("|")
    return len(row.split("|"))


def said(wanted: int, got: int) -> str:
    """What is wrong with a row, and what to type."""
    if got > wanted:
        return (
            f"this row has {got} cells and its table {wanted} columns, so the rest "
            "is lost: delete a '|', or type '\\|' for the sign"
        )
    return (
        f"this row has {got} of {wanted} cells: type '|' and the missing cells, which "
        "may be empty"
    )
