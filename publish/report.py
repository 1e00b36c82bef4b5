"""`make check`: all that an editor may want to do, whose it is and where it shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from macros.checks.examination import examine
from macros.checks.safety import open_safety
from macros.facts.site_data import SiteData
from macros.problems import Problem
from macros.style.upkeep import Due, due_of, found_otherwise, grown_old, to_confirm

from .questions.shown_on import Shown, shown_on
from .upkeep.rests import places_of, resting

SAFETY = "Safety first"
FAULTS = "Faults"
SHOWN = 3  # pages named beside what is open: more would hide what is to be done
AHEAD = timedelta(days=31)  # what falls due until the next list of a month


@dataclass(frozen=True)
class Task(Problem):
    """A line of a list: by which day, and the addresses of the pages it is about."""

    due: date | None = None
    places: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What to do with the day and the first pages, for lists without columns."""
        by = f"by {self.due}: " if self.due else ""
        return f"{by}{self.said}{also(self.places)}"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.told}"


def also(places: Sequence[str]) -> str:
    """The first addresses in brackets, and how many more there are."""
    if not places:
        return ""
    more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
    return f" (on {', '.join(places[:SHOWN])}{more})"


@dataclass(frozen=True)
class Part:
    """One list of the report. `none` is said when there is nothing on it.

    One to `shorten` has problems, of which a few of each cause will do; the others
    are lists of things to do, and are printed whole. `owner` is who does them, where
    that is known.
    """

    name: str
    about: str
    none: str
    problems: Sequence[Problem]
    shorten: bool = False
    owner: str = ""
    monthly: bool = False  # whether a forge reminds of it each month


def parts(root: Path, today: date) -> list[Part]:
    """The lists of the report, most pressing first."""
    examined = examine(root, advice=True, today=today)
    data = examined.data
    advice = [p for p in examined.problems if p.grade == "advice"]
    shown = shown_on(root, data) if data.all_read() else {}
    return [
        Part(
            SAFETY,
            "A child can come to harm where one of these is missing, wrong or old.",
            "All are known, and were read in time.",
            list(safety_first(data, shown, today)),
        ),
        Part(FAULTS, "They stop the build.", "None.", examined.faults, True),
        Part("Advice", "It never stops the build.", "None.", advice, True),
        Part(
            "Sources found changed or gone",
            "What rests on them may be wrong until somebody has put it right.",
            "None.",
            placed(data, shown, found_otherwise(data)),
            monthly=True,
        ),
        Part(
            "Confirmations that have lapsed",
            "The pages ask their readers to check these.",
            "None.",
            placed(data, shown, grown_old(data, today)),
            monthly=True,
        ),
        *due_parts(data, shown, today),
        Part(
            "For the partnership to confirm",
            "No source says it, so no page does. To ask: make ask",
            "Nothing is waiting.",
            placed(data, shown, to_confirm(data)),
        ),
    ]


def due_parts(data: SiteData, shown: Shown, today: date) -> list[Part]:
    """What is due and what will be before long, a list for each owner."""
    lists = {
        "Due": ("By now. A source: make recheck.", "Nothing is due."),
        "Due soon": (f"By {today + AHEAD}.", f"Nothing is due by {today + AHEAD}."),
    }
    found: dict[str, list[Due]] = {name: [] for name in lists}
    for due in due_of(data) if data.settings else ():
        if due.day <= today + AHEAD:
            found["Due" if due.day <= today else "Due soon"].append(due)
    made = []
    for name, (about, none) in lists.items():
        dues = sorted(found[name], key=lambda due: (due.owner, due.day))
        by_owner = [(o, list(g)) for o, g in groupby(dues, lambda due: due.owner)]
        for owner, theirs in by_owner or [("", [])]:
            title = f"{name}: {owner}" if owner else name
            tasks = tasks_of(data, shown, theirs)
            made.append(Part(title, about, none, tasks, owner=owner, monthly=True))
    return made


def tasks_of(data: SiteData, shown: Shown, dues: Sequence[Due]) -> list[Task]:
    """Things to look at as lines of a list, with their pages."""
    rests = resting(data, shown) if dues else {}
    return [
        Task(
            due.file,
            due.line,
            f"{due.act}: {due.opens}" if due.opens else due.act,
            "advice",
            "due",
            due.kind,
            due.record,
            due=due.day,
            places=tuple(places_of(data, shown, rests, due.kind, due.record)),
        )
        for due in dues
    ]


def placed(data: SiteData, shown: Shown, problems: Iterator[Problem]) -> list[Task]:
    """Problems of records as lines of a list, with the pages that show them."""
    found = list(problems)
    rests = resting(data, shown) if shown and found else {}
    tasks = []
    for p in found:
        places = tuple(places_of(data, shown, rests, p.kind, p.id)) if shown else ()
        tasks.append(Task(**vars(p), places=places))
    return tasks


def safety_first(data: SiteData, shown: Shown, today: date) -> Iterator[Problem]:
    """What is safety-critical and open, lacking or overdue, with its pages."""
    if not data.all_read():
        return  # the faults say what hides it
    base = (data.site.address or "").rstrip("/")
    for one in open_safety(data, today):
        places = one.safety.pages or shown.get((one.kind, one.record), [])
        yield one.problem([f"{base}{place}" for place in places[:SHOWN]])
