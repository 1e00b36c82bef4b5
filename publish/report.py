"""`make check`: all that an editor may want to do, on one page."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.checks.examination import examine
from macros.checks.safety import open_safety
from macros.facts.site_data import SiteData
from macros.problems import Problem, lines_of
from macros.style.upkeep import due_for_review, not_read_again, to_confirm

from .questions.shown_on import shown_on

SAFETY = "Safety first"
FAULTS = "Faults"
SHOWN = 3  # pages named beside what is open: more would hide what is to be done


@dataclass(frozen=True)
class Part:
    """One list of the report. `none` is said when there is nothing on it.

    One to `shorten` has problems, of which a few of each cause will do; the others
    are lists of things to do, and are printed whole.
    """

    name: str
    about: str
    none: str
    problems: Sequence[Problem]
    shorten: bool = False


def parts(root: Path, today: date) -> list[Part]:
    """The lists of the report, most pressing first."""
    examined = examine(root, advice=True, today=today)
    data = examined.data
    advice = [p for p in examined.problems if p.grade == "advice"]
    return [
        Part(
            SAFETY,
            "A child can come to harm where one of these is missing, wrong or old.",
            "All are known, and were read in time.",
            list(safety_first(root, data, today)),
        ),
        Part(FAULTS, "They stop the build.", "None.", examined.faults, True),
        Part("Advice", "It never stops the build.", "None.", advice, True),
        Part(
            "Pages to review",
            "Last reviewed more than half a year ago.",
            "None is due.",
            list(due_for_review(data, today)),
        ),
        Part(
            "Sources to read again",
            "Not read for more than a year.",
            "All were read within the year.",
            list(not_read_again(data, today)),
        ),
        Part(
            "For the partnership to confirm",
            "No source says it, so no page does.",
            "Nothing is waiting.",
            list(to_confirm(data)),
        ),
    ]


def safety_first(root: Path, data: SiteData, today: date) -> Iterator[Problem]:
    """What is safety-critical and open, lacking or overdue, with its pages."""
    if not data.all_read():
        return  # the faults say what hides it
    shown = shown_on(root, data)
    base = (data.site.address or "").rstrip("/")
    for one in open_safety(data, today):
        places = one.safety.pages or shown.get((one.kind, one.record), [])
        yield one.problem([f"{base}{place}" for place in places[:SHOWN]])


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
        lines += [f"- `{p.file}:{p.line}` {escaped(p.said)}" for p in part.problems]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>{}#" else c for c in text)


def as_csv(found: list[Part], today: date) -> str:
    """For a spreadsheet. Cells that it would take for a sum start with a quote."""
    sheet = io.StringIO()
    table = csv.writer(sheet, lineterminator="\n")
    table.writerow(["date", "list", "file", "line", "what to do"])
    for part in found:
        for p in part.problems:
            said = f"'{p.said}" if p.said[:1] in "=+-@" else p.said
            table.writerow([today, part.name, p.file, p.line, said])
    return sheet.getvalue()


FORMATS: dict[str, Callable[[list[Part], date], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "csv": as_csv,
}
