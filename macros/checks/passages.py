"""Passages: each is shown somewhere, and a page that asks for one is never silent."""

from collections.abc import Container, Iterable, Iterator

from ..facts.needs import needed_at
from ..facts.site_data import SiteData
from ..library.calls import Call
from ..problems import Problem, did_you_mean, nearest
from ..reading.pages import PageSource
from ..reading.tree import line_of
from ..schema.all_kinds import KINDS
from ..schema.kinds.gaps import Gap
from ..schema.kinds.passages import Passage
from ..schema.layers import NATIONAL

MACROS = {"passage", "passage_text"}
KIND = "passages"
ASK = "write one, for the partnership to answer"
MOVE = f"move it to {NATIONAL}/gaps.yml, worded without the place"
ADDS = {name for name, kind in KINDS.items() if kind.extends}


def fallbacks(
    page: PageSource, calls: Iterable[Call], data: SiteData
) -> Iterator[Problem]:
    """Passages of a page for which another place would have nothing to show.

    Said also where the place has the passage: what its editor writes is for every
    place. In a part that needs this one passage, nothing is shown where there is none.
    """
    draft = data.drafts.get(page.address, page)
    gaps, known = data.lines["gaps"], {*data.lines[KIND], *data.lines["gaps"]}
    for call in calls:
        name = (*call.args, *call.kwargs.values(), "")[0]
        if call.name not in MACROS or name not in known or "gaps" in data.unsure:
            continue  # of one that is neither, the call has said so
        if f"{KIND}/{name}" in needed_at(draft, call.line):
            continue
        gap, file = data.of(Gap).get(name), data.file_of("gaps", name)
        if name not in gaps:
            mend = f"{NATIONAL}/gaps.yml has no question '{name}': {ASK}"
        elif not file.startswith(NATIONAL) and not (gap and gap.replaces):
            mend = f"the question '{name}' stands in {file}: {MOVE}"
        else:
            continue
        message = f"a place without the passage '{name}' would show nothing here"
        yield Problem(page.file, call.line, message, code="passage-alone", mend=mend)


def additions(data: SiteData) -> Iterator[Problem]:
    """Passages that add to what cannot be added to."""
    for passage in data.of(Passage).values():
        if passage.after is None:
            continue
        kind = passage.after.partition("/")[0]
        if kind not in ADDS:
            file = data.file_of(KIND, passage.id)
            line = line_of(data.nodes[KIND][passage.id], "after")
            wrong = f"'{kind}' is no kind of record that can be added to"
            mend = did_you_mean(kind, ADDS)
            yield Problem(
                file, line, wrong, "fault", "addition-lost", KIND, passage.id, mend
            )


def lost_passages(
    data: SiteData, asked: set[str], listed: Container[str] = ()
) -> Iterator[Problem]:
    """Passages that no page asks for, and that add to nothing.

    `listed` are the parts of gaps.yml of which a page has a list: it shows answers.
    """
    parts = {gap.id: gap.about for gap in data.of(Gap).values()}
    shown = {
        gap: fact
        for gap, fact in data.here.answers.items()
        if gap in asked or "" in listed or parts.get(gap) in listed
    }
    for passage in data.of(Passage).values():
        if passage.after or passage.id in asked or passage in shown.values():
            continue
        free = asked - data.lines[KIND].keys()
        near = nearest(passage.id, free, 0.8)
        message = f"no page shows the passage '{passage.id}', so it is lost"
        mend = f"did you mean '{near}'?" if near else ""
        mend = mend or "give it the id that a page asks for, or 'after' and a record"
        file = data.file_of(KIND, passage.id)
        yield Problem(
            file, passage.line, message, "fault", "passage-lost", KIND, passage.id, mend
        )
