"""An id that was changed: said once where it was changed, not wherever it is named."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from ..facts.site_data import SiteData
from ..problems import Problem
from ..schema.all_kinds import file_of

UNKNOWN = re.compile(r"^'(?P<id>[^']+)' is not (in data/\S+|one of the \S+?):")


def renamed(
    data: SiteData, called: set[str], problems: Iterable[Problem]
) -> list[Problem]:
    """The problems, those that come from one changed id joined into one.

    An id that is asked for and not there is most often misspelt where it is asked
    for. But if nothing names the nearest one that is there, that is the one which
    may have been changed, and an id never changes.
    """
    problems = list(problems)
    missing = {p: found["id"] for p in problems if (found := UNKNOWN.match(p.message))}
    if not missing:
        return problems
    named = called | {use.id for use in data.named}
    places = Counter(missing.values())
    for wanted, count in places.items():
        told = next(p for p, id in missing.items() if id == wanted)
        for kind, lines in [*data.lines.items(), *labels(data)]:
            free = [id for id in lines if id not in named]
            near = get_close_matches(wanted, free, n=1, cutoff=0.6)
            if not near or not about(kind, told):
                continue
            ask = f"{told.file}:{told.line} asks"
            if count > 1:
                ask = f"{count} places ask (the first is {told.file}:{told.line})"
            message = (
                f"nothing asks for '{near[0]}', and {ask} for '{wanted}': if you "
                "changed this id, change it back, because an id never changes"
            )
            file = file_of("site" if kind in ("audiences", "needs") else kind)
            problems.append(Problem(file, lines[near[0]], message))
            if count > 1:
                problems = [p for p in problems if missing.get(p) != wanted]
            break
    return problems


def labels(data: SiteData) -> Iterator[tuple[str, dict[str, int]]]:
    """The audiences and needs of data/site.yml, each with its line."""
    if data.settings is not None:
        yield "audiences", {label.id: label.line for label in data.site.audiences}
        yield "needs", {label.id: label.line for label in data.site.needs}


def about(kind: str, problem: Problem) -> bool:
    """Whether a problem is about an id of this kind."""
    return any(
        words in problem.message
        for words in (f"is not in {file_of(kind)}:", f"is not one of the {kind}:")
    )
