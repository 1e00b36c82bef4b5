"""An id that is asked for and not there: what to say of it, and what to type."""

from collections.abc import Iterable, Set

from ..problems import UnknownIdError, did_you_mean, nearest
from ..schema.all_kinds import file_of
from ..schema.place import ROLES

# Names of records are made of the same few words, so an id must be very like another
# before it can be called a slip of the keyboard: else one record is shown for another.
MISSPELT = 0.85
OUT = "take it out here, or name another"
SETTLED = "if the gap is settled, write the answer here instead"


def absent(
    kind: str, record_id: str, known: Iterable[str], once: Set[str]
) -> UnknownIdError:
    """What to say where a record is asked for that is not there.

    `known` are the ids of its kind, `once` those that were published. An id that was
    published is not misspelt: it is gone, or has become one that never was published.
    """
    file = file_of(kind)
    known = set(known)
    near = nearest(record_id, known - once if record_id in once else known, MISSPELT)
    if record_id in once and not near:
        return UnknownIdError(
            kind, record_id, f"'{record_id}' is gone from {file}", OUT
        )
    wrong = f"'{record_id}' is not in {file}"
    if record_id in ROLES:
        wrong = f"'{record_id}' is a role of {ROLES[record_id].kind}, not of {kind}"
    if kind == "gaps":
        mend = f"did you mean '{near}'? Or, {SETTLED}" if near else SETTLED
    elif not known - ROLES.keys():
        mend = "take it out here"
    else:
        choices = known if near or record_id in ROLES else known - ROLES.keys()
        mend = did_you_mean(record_id, choices, MISSPELT)
        mend = mend if near else f"{mend}, or take it out here"
    return UnknownIdError(kind, record_id, wrong, mend)


def unlisted(
    kind: str,
    word: str,
    known: Iterable[str],
    once: Set[str] = frozenset(),
    mend: str = "",
) -> UnknownIdError:
    """The same for what is no record of a file: a page, an audience or a need.

    `mend` is what to type for one that was published.
    """
    if word in once:
        wrong = f"the page {word} was published, and is gone"
        return UnknownIdError(kind, word, wrong, mend)
    wrong = f"'{word}' is not one of the {kind}"
    return UnknownIdError(kind, word, wrong, did_you_mean(word, known))
