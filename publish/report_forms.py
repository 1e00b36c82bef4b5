"""The report of `make check` as text, as Markdown, for a spreadsheet, and as one."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from macros.problems import Problem, lines_of

from .report import Part, Task

HEADS = ("date", "list", "owner", "due", "pages", "file", "line", "what to do")


def as_text(found: list[Part], today: date) -> str:
    """For the terminal: one line each, as an editor's program can follow it."""
    lines = [f"The site on {today}"]
    for part in found:
        lines += ["", f"{part.name}: {len(part.problems) or part.none}"]
        if part.problems:
            said = lines_of(part.problems) if part.shorten else map(str, part.problems)
            lines += [f"({part.about})", *(f"  {line}" for line in said)]
    return "\n".join(lines) + "\n"


def as_markdown(found: list[Part], today: date) -> str:
    """For an e-mail or an issue."""
    lines = [f"# The site on {today}"]
    for part in found:
        lines += ["", f"## {part.name}: {len(part.problems)}", ""]
        lines += [part.about if part.problems else part.none]
        lines += [""] if part.problems else []
        lines += [f"- `{p.file}:{p.line}` {escaped(told(p))}" for p in part.problems]
    return "\n".join(lines) + "\n"


MOST = 60_000  # characters: forges refuse an issue of 65,536


def for_an_issue(found: Sequence[Part], today: date) -> str:
    """What is due or found wrong, as the text of an issue; nothing where nothing is."""
    due = [part for part in found if part.monthly and part.problems]
    if not due:
        return ""
    lines = as_markdown(due, today).splitlines(keepends=True)
    size = 0
    kept: list[str] = []
    for line in lines:
        size += len(line)
        if size > MOST:
            left = len(lines) - len(kept)
            return "".join([*kept, f"\nAnd {left} lines more: type `make check`.\n"])
        kept.append(line)
    return "".join(kept)


def told(problem: Problem) -> str:
    """What to do, with its day and pages where it has them."""
    return problem.told if isinstance(problem, Task) else problem.said


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>{}#" else c for c in text)


def rows(found: Sequence[Part], today: date) -> Iterator[list[str]]:
    """Each line of each list, as HEADS has it; any day as year-month-day."""
    for part in found:
        for p in part.problems:
            due = str(p.due) if isinstance(p, Task) and p.due else ""
            places = p.places if isinstance(p, Task) else ()
            where = [" ".join(places), p.file, str(p.line)]
            yield [str(today), part.name, part.owner, due, *where, p.said]


def as_csv(found: list[Part], today: date) -> str:
    """For a spreadsheet. Cells that it would take for a sum start with a quote."""
    sheet = io.StringIO()
    table = csv.writer(sheet, lineterminator="\n")
    table.writerow(HEADS)
    for row in rows(found, today):
        table.writerow([f"'{cell}" if cell[:1] in SUMS else cell for cell in row])
    return sheet.getvalue()


SUMS = {"=", "+", "-", "@", "\t"}
FORMATS: dict[str, Callable[[list[Part], date], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "csv": as_csv,
}
