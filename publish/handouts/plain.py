"""A sheet as plain words, to paste into an e-mail or a chat."""

import textwrap
from collections.abc import Iterator

from .blocks import Block, Call, Entry, Section, Sheet, Words

WIDTH = 76
LINE = "-" * 40
ASKING = ("quiz", "check")  # forms that ask first, and answer further down
TICKS = "Before:  [ ] I could tell a colleague  [ ] I have an idea  [ ] Not yet"


def plain(sheet: Sheet) -> str:
    """The whole sheet in lines that any program shows as they are."""
    lines = [sheet.title.upper(), *_wrapped(sheet.what)]
    if sheet.draft:
        lines += ["", f"[ {sheet.draft} ]"]
    if sheet.form in ASKING:
        lines += ["", *_asked(sheet), "", LINE, "THE ANSWERS"]
    for section in sheet.sections:
        lines += ["", *([] if sheet.form in ASKING else [LINE]), section.title.upper()]
        lines += _section(section)
    if sheet.sources:
        lines += ["", LINE, "SOURCES"]
        numbered = enumerate(sheet.sources, 1)
        lines += [line for n, source in numbered for line in _item(source, f"{n}. ")]
    return "\n".join([*lines, *_foot(sheet)]) + "\n"


def _asked(sheet: Sheet) -> Iterator[str]:
    """The questions alone; of a check, each with what to tick before and after."""
    asked = (s for s in sheet.sections if not any(b.look == "table" for b in s.blocks))
    for number, section in enumerate(asked, 1):
        yield f"{number}. {section.title}"
        if sheet.form == "check":
            yield from (f"   {TICKS}", f"   {TICKS.replace('Before: ', 'After:  ')}")


def _section(section: Section) -> Iterator[str]:
    if section.minutes:
        minutes = "minute" if section.minutes == 1 else "minutes"
        yield f"({section.minutes} {minutes})"
    for block in section.more or section.blocks:
        yield from ("", *lines_of(block))
    if section.notes:
        yield from ("", *_wrapped(f"Notes: {section.notes}"))


def _foot(sheet: Sheet) -> Iterator[str]:
    yield from ("", LINE)
    yield f"{sheet.site}, {sheet.day}, {sheet.version}"
    more = f"Read more: {sheet.lead.url}" if sheet.lead.url else sheet.lead.words
    yield from _wrapped(more)
    yield from _wrapped(sheet.status)


def lines_of(block: Block) -> Iterator[str]:
    """One block. What is no fact that was read says so in brackets."""
    if block.look == "call" and block.call:
        yield from _item(said(block.call), "* ")
        return
    if block.look in ("write", "table"):
        for item in block.items:
            yield f"{item}: ".ljust(WIDTH // 2, "_")
        return
    if block.head:
        yield from _wrapped(f"{block.head}:" if block.look == "glance" else block.head)
    for words in block.text:
        yield from _wrapped(_marked(words))
    for item in block.items:
        yield from _item(item, "- ")
    for number, entry in enumerate(block.entries, 1):
        start = f"{number}. " if block.look in ("steps", "scale") else "- "
        yield from _item(_entry(entry), start)
    if block.entries and (block.mark or block.cites):
        yield _after(block.mark, block.cites).strip()
    if block.pages:
        yield from _wrapped(f"Read more: {', '.join(block.pages)}.")


def _entry(entry: Entry) -> str:
    name = entry.name.rstrip(".") if entry.text else entry.name
    return ". ".join([name, " ".join(map(_marked, entry.text))]) if entry.text else name


def _marked(words: Words) -> str:
    return words.text + _after(words.mark, words.cites)


def said(call: Call) -> str:
    """Someone to ring, in one line."""
    hours = f" ({call.hours})" if call.hours else ""
    return f"{call.when}: {call.name}, {call.phone or 'see the page'}{hours}"


def _after(mark: str, cites: tuple[int, ...]) -> str:
    numbers = ", ".join(map(str, cites))
    return f" [{'; '.join(filter(None, (mark, numbers)))}]" if mark or cites else ""


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _item(text: str, start: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )
