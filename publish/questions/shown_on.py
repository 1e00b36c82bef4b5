"""On which pages of the site a record is shown, by what pages call and promises say."""

from collections.abc import Mapping

from macros.facts.site_data import SiteData
from macros.library.calls import Call, pieces_in
from macros.schema.all_kinds import name_of
from macros.schema.kinds.crisis import CrisisCard
from macros.schema.kinds.gaps import Gap

# Macros that name one record, with the kind that they name.
NAMING = {
    **dict.fromkeys(("gap", "gap_text", "passage", "passage_text"), "gaps"),
    **dict.fromkeys(("contact", "phone"), "contacts"),
}
Shown = Mapping[tuple[str, str], list[str]]


def shown_on(data: SiteData) -> Shown:
    """The addresses on which each record is shown, by its kind and id, each once.

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
    for promise in data.promises.values():
        if promise.kind and not promise.changed and promise.page in data.pages:
            held = found.setdefault((promise.kind, promise.record or promise.name), {})
            if promise.page not in held:
                held[promise.address] = None
    for card in data.of(CrisisCard).values():
        found.setdefault((name_of(CrisisCard), card.id), dict.fromkeys(card.pages))
    for gap in data.of(Gap).values():
        if ("gaps", gap.id) not in found:
            found["gaps", gap.id] = {**lists.get(gap.about, {}), **lists.get("", {})}
    return {key: list(addresses) for key, addresses in found.items()}
