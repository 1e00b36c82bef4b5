"""How two versions of a site differ: in facts, in sentences, and in what rests on them.

Sentences are compared as pages show them, so it is seen whatever made the change: a
record, a page, or the looks of either.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

import yaml

from macros.reading.tree import last_line, plain

from .said import Said
from .snapshot import Kept, Snapshot

ALIKE = 0.6  # of a sentence, for it to be the same one in other words
READ = {"read", "how", "confirmed"}  # of a source: what says that it was looked at


@dataclass(frozen=True)
class FactChanged:
    """A field of a record that was `old` and is `new`; one of them may be empty.

    `swapped` is the record with which it has changed places.
    """

    record: str
    name: str
    old: str
    new: str
    file: str
    line: int
    typed: str = ""  # the lines that it had
    swapped: str = ""


@dataclass(frozen=True)
class SaidOtherwise:
    """A sentence that was `old` and is `new`, on these places; one may be empty.

    Where both are the same, it has moved on its page.
    """

    old: str
    new: str
    places: tuple[str, ...]


@dataclass
class Differences:
    """All that differs between two versions."""

    facts: list[FactChanged] = field(default_factory=list)
    new_records: list[str] = field(default_factory=list)
    gone_records: list[str] = field(default_factory=list)
    new_pages: list[str] = field(default_factory=list)
    gone_pages: list[str] = field(default_factory=list)
    sentences: list[SaidOtherwise] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)  # whose file was changed

    def __bool__(self) -> bool:
        return any(vars(self).values())


def differ(was: Snapshot, now: Snapshot) -> Differences:
    """How a site differs from what it was."""
    return Differences(
        list(_facts(was.records, now.records)),
        sorted(now.records.keys() - was.records.keys()),
        sorted(was.records.keys() - now.records.keys()),
        sorted(now.pages.keys() - was.pages.keys()),
        sorted(was.pages.keys() - now.pages.keys()),
        _sentences(was, now),
        [a for a, page in now.pages.items() if _other(was.pages.get(a), page)],
    )


def _other(was: Kept | None, now: Kept) -> bool:
    return was is not None and was.text != now.text


def fields_of(kept: Kept) -> dict[str, str]:
    """The fields of a record as one line each, as they are typed."""
    node = yaml.compose(kept.text, yaml.CBaseLoader)
    typed = plain(node) if node else {}
    record = typed[0] if isinstance(typed, list) else typed
    return {name: _as_line(value) for name, value in record.items()}


def _as_line(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_as_line(held)}" for key, held in value.items())
    if isinstance(value, list):
        return ", ".join(map(_as_line, value))
    return " ".join(str(value).split())


def _facts(was: Mapping[str, Kept], now: Mapping[str, Kept]) -> Iterator[FactChanged]:
    found = []
    for key in now:
        if key in was and was[key].text != now[key].text:
            old, new = fields_of(was[key]), fields_of(now[key])
            lines = now[key].text.splitlines()
            for name in {**old, **new}:
                if old.get(name, "") != new.get(name, ""):
                    at = (n for n, t in enumerate(lines) if _opens(t, name))
                    line = now[key].line + next(at, 0)
                    said = (old.get(name, ""), new.get(name, ""))
                    typed = typed_as(was[key], name)
                    file = now[key].file
                    found.append(FactChanged(key, name, *said, file, line, typed))
    turned = {(f.name, f.old, f.new): f.record for f in found}
    for f in found:
        yield replace(f, swapped=turned.get((f.name, f.new, f.old), ""))


def typed_as(kept: Kept, name: str) -> str:
    """The lines of a field of a record, as they are typed; nothing if it has none."""
    node = yaml.compose(kept.text, yaml.CBaseLoader)
    record = node.value[0] if isinstance(node, yaml.SequenceNode) else node
    lines = kept.text.splitlines()
    for key, held in record.value if record else ():
        if key.value == name:
            return "\n".join(lines[key.start_mark.line : last_line(key, held)])
    return ""


def _opens(line: str, name: str) -> bool:
    return line.lstrip(" -").startswith(f"{name}:")


def _sentences(was: Snapshot, now: Snapshot) -> list[SaidOtherwise]:
    """Sentences that changed on pages of both, those of several pages as one."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for address in now.spoken.keys() & was.spoken.keys():
        for old, new in _on_page(was.spoken[address], now.spoken[address]):
            at = new or old
            place = f"{address}#{at.anchor}" if at and at.anchor else address
            words = (old.words if old else "", new.words if new else "")
            found.setdefault(words, {})[place] = None
    said = [SaidOtherwise(*words, tuple(sorted(at))) for words, at in found.items()]
    return sorted(said, key=lambda s: (s.places[0], s.old, s.new))


def _on_page(
    was: list[Said], now: list[Said]
) -> Iterator[tuple[Said | None, Said | None]]:
    """Pairs of what a sentence was and is, on one page."""
    old, new = ([s.words for s in said] for said in (was, now))
    gone: list[Said] = []
    come: list[Said] = []
    for sign, a, b, c, d in SequenceMatcher(None, old, new, False).get_opcodes():
        if sign != "equal":
            gone += was[a:b]
            come += now[c:d]
    both = Counter(s.words for s in gone) & Counter(s.words for s in come)
    moved = both.copy()
    come_left = [s for s in come if not _taken(moved, s.words)]
    moved = both.copy()
    for s in gone:
        if _taken(moved, s.words):
            yield s, s
            continue
        twin = _most_alike(s, come_left)
        if twin:
            come_left.remove(twin)
        yield s, twin
    yield from ((None, s) for s in come_left)


def _taken(left: Counter[str], words: str) -> bool:
    left[words] -= 1
    return left[words] >= 0


def _most_alike(said: Said, others: list[Said]) -> Said | None:
    """The same sentence in other words, below the same heading, if there is one."""
    best, score = None, ALIKE
    pair = SequenceMatcher(None, "", said.words, False)  # what it keeps is of the last
    for other in (other for other in others if other.anchor == said.anchor):
        pair.set_seq1(other.words)
        # Two quick looks first: a list of hundreds may have changed in every line.
        if pair.real_quick_ratio() > score and pair.quick_ratio() > score:
            ratio = pair.ratio()
            if ratio > score:
                best, score = other, ratio
    return best
