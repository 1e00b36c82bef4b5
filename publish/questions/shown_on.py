"""On which pages of the site a record is shown, by what the pages call and show."""

from collections.abc import Mapping
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.library.calls import Call, pieces_in
from macros.schema.all_kinds import name_of
from macros.schema.kinds.crisis import CrisisCard
from macros.schema.kinds.gaps import Gap

from ..addresses import shown_in

# Macros that name one record, with the kind that they name.
NAMING = {
    **dict.fromkeys(("gap", "gap_text", "passage", "passage_text"), "gaps"),
    **dict.fromkeys(("contact", "phone"), "contacts"),
}
Shown = Mapping[tuple[str, str], list[str]]


def shown_on(root: Path, data: SiteData) -> Shown:
    """The addresses on which each record is shown, by its kind and id, each once.

    Not by the promised addresses: a place that has only begun has promised none yet.
    A question that no page asks by itself is shown where all of its part are.
    """
    found: dict[tuple[str, str], dict[str, None]] = {}
    lists: dict[str, dict[str, None]] = {}
    for page in data.pages.values():
        for call in (p for p in pieces_in(page, []) if isinstance(p, Call)):
            named = [*call.args, *call.kwargs.values()]
            if call.name == "gaps":
                lists.setdefault((named or [""])[0], {})[page.address] = None
            kind = NAMING.get(call.name)
            for name in named if kind else ():
                for record_id in data.played.named(kind or "", [name]):
                    key = (kind or "", record_id)
                    found.setdefault(key, {})[page.address] = None
    for address, record in shown_in(root, data).items():
        held = found.setdefault(record, {})
        if address.partition("#")[0] not in held:
            held[address] = None
    for card in data.of(CrisisCard).values():
        found.setdefault((name_of(CrisisCard), card.id), dict.fromkeys(card.pages))
    for gap in data.of(Gap).values():
        if ("gaps", gap.id) not in found:
            found["gaps", gap.id] = {**lists.get(gap.about, {}), **lists.get("", {})}
    return {key: list(addresses) for key, addresses in found.items()}
