"""An id that was changed: said once where it was changed, not wherever it is named."""

from collections.abc import Iterable, Iterator, Mapping

from ..facts.absent import MISSPELT
from ..facts.site_data import SiteData
from ..problems import UNKNOWN_ID, Problem, nearest
from ..schema.all_kinds import file_of

Missing = dict[tuple[str, str], list[Problem]]  # by kind and id: who asks


def renamed(
    data: SiteData, called: set[str], problems: Iterable[Problem]
) -> list[Problem]:
    """The problems, those that come from one changed id joined into one.

    An id that is asked for and not there is most often misspelt where it is asked
    for, or its record was deleted. But if nothing names one that is very like it, and
    that one was never published, then that is the one which may have been changed,
    and an id never changes.
    """
    problems = list(problems)
    missing: Missing = {}
    for problem in problems:
        if problem.code == UNKNOWN_ID:
            missing.setdefault((problem.kind, problem.id), []).append(problem)
    named = called | {use.id for use in data.named}
    for (kind, wanted), places in missing.items():
        lines = lines_of(data).get(kind, {})
        free = [id for id in lines if id not in named | data.once(kind)]
        now = nearest(wanted, free, MISSPELT)
        if not now:
            continue
        ask = f"{places[0].file}:{places[0].line} asks"
        if len(places) > 1:
            ask = f"{len(places)} places ask (the first is {ask.removesuffix(' asks')})"
        message = (
            f"nothing asks for '{now}', and {ask} for '{wanted}': if you "
            "changed this id, change it back, because an id never changes"
        )
        file = file_of("site" if kind in ("audiences", "needs") else kind)
        problems.append(
            Problem(file, lines[now], message, code="id-changed", kind=kind, id=now)
        )
        if len(places) > 1:
            problems = [problem for problem in problems if problem not in places]
    return problems


def lines_of(data: SiteData) -> Mapping[str, Mapping[str, int]]:
    """The line of every id of every kind, also of what data/site.yml lists."""
    return {**data.lines, **dict(labels(data))}


def labels(data: SiteData) -> Iterator[tuple[str, dict[str, int]]]:
    """The audiences and needs of data/site.yml, each with its line."""
    if data.settings is not None:
        yield "audiences", {label.id: label.line for label in data.site.audiences}
        yield "needs", {label.id: label.line for label in data.site.needs}
