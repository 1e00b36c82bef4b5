"""A sheet as plain words, to paste into an e-mail or a chat."""

import textwrap
from collections.abc import Iterator

from .blocks import Block, Call, Entry, Sheet

WIDTH = 76
LINE = "-" * 40


def plain(sheet: Sheet) -> str:
    """The whole sheet in lines that any program shows as they are."""
    lines = [sheet.title.upper(), *_wrapped(sheet.what)]
    if sheet.draft:
        lines += ["", f"[ {sheet.draft} ]"]
    for section in sheet.sections:
        lines += ["", LINE, section.title.upper()]
        if section.minutes:
            minutes = "minute" if section.minutes == 1 else "minutes"
            lines.append(f"({section.minutes} {minutes})")
        for block in section.blocks:
            lines += ["", *_lines(block)]
        if section.notes:
            lines += ["", *_wrapped(f"Notes: {section.notes}")]
    if sheet.sources:
        lines += ["", LINE, "SOURCES"]
        numbered = enumerate(sheet.sources, 1)
        lines += [line for n, source in numbered for line in _item(source, f"{n}. ")]
    return "\n".join([*lines, *_foot(sheet)]) + "\n"


def _foot(sheet: Sheet) -> Iterator[str]:
    yield from ("", LINE)
    yield f"{sheet.site}, {sheet.day}, {sheet.version}"
    more = f"Read more: {sheet.lead.url}" if sheet.lead.url else sheet.lead.words
    yield from _wrapped(more)
    yield from _wrapped(sheet.status)


def _lines(block: Block) -> Iterator[str]:
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
    for text in block.text:
        mark = _after(block.mark, block.cites) if text == block.text[-1] else ""
        yield from _wrapped(text + mark)
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
    words = " ".join(entry.text)
    name = entry.name.rstrip(".") if words else entry.name
    said = f"{name}. {words}" if words else name
    return said + _after(entry.mark, entry.cites)


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
