"""Sources one by one: where to look, what rests on each, and a key for the outcome."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.facts.site_data import SiteData
from macros.problems import did_you_mean
from macros.schema.all_kinds import name_of
from macros.schema.kinds.sources import Source
from macros.style.upkeep import Due, due_of

from .outcomes import Looks, Outcome
from .rests import Rest

STANDS, CHANGED, GONE, LATER, BACK, QUIT = "s", "c", "g", "n", "u", "q"
OUTCOMES: Mapping[str, Outcome] = {STANDS: "stands", CHANGED: "changed", GONE: "gone"}
KEYS = (
    f"[{STANDS}] still stands   [{CHANGED}] changed   [{GONE}] gone   "
    f"[{LATER}] not now   [{BACK}] undo the last   [{QUIT}] stop"
)
ENDS = {"", "\x03", "\x04", "\x1b"}  # no more keys, Ctrl-C, Ctrl-D, Escape
RECORDED = {
    STANDS: "read again today",
    CHANGED: "found changed: make check lists it until what rests on it is right",
    GONE: "found gone: make check lists it until what rests on it is right",
}


@dataclass(frozen=True)
class Look:
    """One source to look at: when that is due, and what rests on it."""

    source: Source
    due: Due
    rests: Sequence[Rest]


def looks_of(
    data: SiteData,
    rests: Mapping[str, Sequence[Rest]],
    today: date,
    named: Sequence[str] = (),
    *,
    every: bool = False,
) -> list[Look]:
    """The sources to look at: those found changed or gone, then those that are due.

    With `named`, those of these ids; with `every`, all. Raises ValueError with words
    for whoever typed an id that no source has.
    """
    sources, kind = data.of(Source), name_of(Source)
    for name in named:
        if name not in sources:
            mend = did_you_mean(name, sources)
            raise ValueError(f"there is no source '{name}': {mend}")
    found = []
    for due in (due for due in due_of(data) if due.kind == kind):
        source = sources[due.record]
        asked = due.record in named if named else every
        if asked or (not named and (source.found or due.day <= today)):
            found.append(Look(source, due, rests.get(due.record, ())))
    return sorted(found, key=lambda look: look.source.found is None)


def told(look: Look) -> Iterator[str]:
    """What a person has to know to look at a source, line by line."""
    source = look.source
    yield f"{source.title} ({source.publisher})"
    yield f"  {source.url or 'It has no address: ' + source.how}"
    yield f"  dated: {source.dated}; read {source.read}; look by {look.due.day}"
    if source.found:
        yield f"  found {source.found.now} on {source.found.on}: is all put right?"
    yield f"  on it rests: {len(look.rests) or 'nothing'}"
    for rest in look.rests:
        where = f" ({', '.join(rest.places)})" if rest.places else ""
        yield f"    {rest.file}:{rest.line}: {rest.words}{where}"


def sitting(
    looks: Sequence[Look],
    kept: Looks,
    key: Callable[[], str],
    say: Callable[[str], object],
) -> int:
    """Go through sources, asking for a key at each; gives how many were recorded.

    `key` gives the next key that was pressed, or nothing when there are no more. Each
    outcome is written at once. Raises OSError where the disk refuses.
    """
    at, done = 0, 0
    while at < len(looks):
        look = looks[at]
        say(f"\n{at + 1} of {len(looks)}: " + "\n".join(told(look)))
        pressed = _pressed(key, say)
        if pressed == QUIT:
            break
        if pressed == LATER:
            at += 1
            continue
        try:
            if pressed == BACK:
                undone = kept.take_back()
                at = [one.source.id for one in looks].index(undone)
                done -= 1
                say(f"'{undone}' is as it was.")
                continue
            kept.record(look.due.file, look.source.id, OUTCOMES[pressed])
        except ValueError as error:
            say(f"Nothing was written: {error}.")
            at += pressed != BACK
            continue
        say(f"{look.due.file}: '{look.source.id}' {RECORDED[pressed]}.")
        done, at = done + 1, at + 1
    return done


def _pressed(key: Callable[[], str], say: Callable[[str], object]) -> str:
    """The next key that means something."""
    say(KEYS)
    while True:
        pressed = key()
        if pressed in ENDS:
            return QUIT
        if pressed.lower() in (*OUTCOMES, LATER, BACK, QUIT):
            return pressed.lower()
        if not pressed.isspace():
            say(f"'{pressed}' is none of the keys. {KEYS}")
