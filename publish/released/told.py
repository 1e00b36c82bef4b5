"""What changed since a site was last put out, in words, and how to put it back."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from ..questions.shown_on import Shown
from .differ import Differences, FactChanged, SaidOtherwise
from .rested import Rested
from .snapshot import Kept, Snapshot

NONE = "Nothing has changed since the site of {day}."
FEW = 12  # lines that still rest on one thing; more are counted


def told(
    was: Snapshot,
    now: Snapshot,
    found: Differences,
    rests: Sequence[Rested],
    shown: Shown,
) -> str:
    """The whole report, as text."""
    if not found:
        return NONE.format(day=was.day) + "\n"
    lines = [f"What has changed since the site of {was.day}"]
    lines += _part("Facts changed", _facts(found.facts, shown))
    lines += _part("Records gone", _gone(was, found.gone_records, "record"))
    lines += _part("Records that are new", _new(now, found.new_records))
    lines += _part("Pages gone", _gone(was, found.gone_pages, "page"))
    lines += _part("Pages that are new", _new(now, found.new_pages, now.pages))
    moved = [s for s in found.sentences if s.old == s.new]
    lines += _part("Changed places on a page", (_said(s) for s in moved))
    other = [s for s in found.sentences if s.old and s.new and s.old != s.new]
    lines += _part("Sentences in other words", (_said(s) for s in other))
    lines += _part("Sentences gone", (_said(s) for s in found.sentences if not s.new))
    lines += _part("Sentences added", (_said(s) for s in found.sentences if not s.old))
    lines += _part("Read these again, which did not change", _rested(rests))
    lines += _part("Words of pages, to put back", _words(was, now, found.pages))
    return "\n".join(lines) + "\n"


def _part(name: str, entries: Iterator[str]) -> list[str]:
    listed = list(entries)
    return ["", f"{name}: {len(listed)}", *listed] if listed else []


def _facts(facts: Sequence[FactChanged], shown: Shown) -> Iterator[str]:
    for f in facts:
        kind, _, record = f.record.partition("/")
        where = ", ".join(shown.get((kind, record), ())) or "no page by itself"
        swapped = f"\n      it has changed places with {f.swapped}" if f.swapped else ""
        again = f"\n{f.typed}" if f.typed else f" take out '{f.name}'"
        again = again.replace("\n", "\n          ")
        yield (
            f"  {f.record}, {f.name}:\n      was {f.old or 'not there'}\n"
            f"      is  {f.new or 'not there'}{swapped}\n      shown on {where}\n"
            f"      put back: {f.file}:{f.line}:{again}\n"
            f"        or: make putback WHAT={f.record}"
        )


def _gone(was: Snapshot, names: Sequence[str], kind: str) -> Iterator[str]:
    kept = was.records if kind == "record" else was.pages
    for name in names:
        yield f"  {name} (in {kept[name].file})\n      put back: {_command(name)}"


def _new(
    now: Snapshot, names: Sequence[str], pages: Mapping[str, Kept] | None = None
) -> Iterator[str]:
    kept = now.records if pages is None else pages
    for name in names:
        what = name if pages is not None else name.partition("/")[2]
        yield (
            f"  {name} ({kept[name].file}:{kept[name].line})\n"
            f'      put back: make withdraw ID={what} NOTE="..."'
        )


def _command(what: str) -> str:
    return f"make putback WHAT={what}"


def _said(said: SaidOtherwise) -> str:
    where = ", ".join(said.places)
    if said.old == said.new:
        return f"  {where}: {said.new}"
    parts = [f"      was: {said.old}"] if said.old else []
    parts += [f"      is:  {said.new}"] if said.new else []
    return "\n".join([f"  {where}", *parts])


def _rested(rests: Sequence[Rested]) -> Iterator[str]:
    by_reason: dict[tuple[bool, str], list[Rested]] = {}
    for one in rests:
        by_reason.setdefault((one.still, one.why), []).append(one)
    for (still, why), ones in by_reason.items():
        head = (
            f"  Still says what is another number now: {why}" if still else f"  {why}"
        )
        lines = [f"      {', '.join(one.places)}: {one.words}" for one in ones]
        yield "\n".join([head.rstrip(), *lines])


def _words(was: Snapshot, now: Snapshot, pages: Sequence[str]) -> Iterator[str]:
    for address in pages:
        old, new = (
            was.pages[address].text.split("\n"),
            now.pages[address].text.split("\n"),
        )
        lines = [f"  {now.pages[address].file}: {_command(address)}, or line by line:"]
        for sign, a, b, c, d in SequenceMatcher(None, old, new, False).get_opcodes():
            if sign == "equal":
                continue
            lines += [f"      line {n + 1}, take out: {new[n]}" for n in range(c, d)]
            lines += [f"      line {c + 1}, put in:   {text}" for text in old[a:b]]
        yield "\n".join(lines)
