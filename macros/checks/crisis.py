"""Rules of the crisis table: what its cards ask for must be there to be found."""

import re
from collections.abc import Iterable, Iterator

from ..facts.site_data import SiteData
from ..facts.written import Written
from ..problems import Problem, nearest
from ..schema.kinds.crisis import CrisisWords

NAMES = re.compile(r"[a-z]+")
JOINING = {"not", "only"}


def crisis(data: SiteData, written: Iterable[Written]) -> Iterator[Problem]:
    """Each name in a rule of a card that no group of words has."""
    known = set(data.of(CrisisWords))
    if not data.whole("crisis.words"):
        return
    for value in written:
        if (value.kind, value.field) != ("crisis.cards", "fits"):
            continue
        for name in NAMES.findall(value.typed):
            if name not in known | JOINING:
                message = f"'{name}' is no group of words in this file"
                # a group that is gone is no slip, so its neighbour is only an example
                near = nearest(name, known)
                other = f"name another, such as '{near}'" if near else "name another"
                mend = f"add it to the words above, or {other}"
                yield value.problem("crisis-word", message, mend)
