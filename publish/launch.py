"""`make launch`: the list of what stands between a draft and a live site, in forms."""

from collections.abc import Sequence
from datetime import date
from html import escape

from macros.checks.launching import Item
from macros.facts.site_data import SiteData

SETTLED, WAIVED, OPEN = "settled", "waived", "open"


def state_of(item: Item) -> str:
    """Whether an item is settled, waived or open."""
    return SETTLED if not item.why else WAIVED if item.waived else OPEN


def verdict(data: SiteData, items: Sequence[Item]) -> str:
    """What may be done now, in a sentence or two."""
    count = sum(item.stands_between for item in items)
    live = data.site.stage == "live"
    if count:
        things = "1 thing stands" if count == 1 else f"{count} things stand"
        said = "no site is built until they are" if live else "it cannot go out yet"
        return f"{things} between: {said}."
    if live:
        return "Nothing stands between: the site is live."
    return "Nothing stands between: type 'stage: live' in data/local/site.yml."


def waived_as(item: Item) -> str:
    """By whom an item was waived, until when and why; nothing if it is not."""
    held = item.waived if item.why else None
    return f"waived by {held.by} until {held.until}: {held.reason}" if held else ""


def as_text(data: SiteData, items: Sequence[Item], today: date) -> str:
    """For the terminal: what is open first, each with its place."""
    lines = [f"Launch of {data.site.name}, {today}", "", verdict(data, items)]
    for state in (OPEN, WAIVED, SETTLED):
        of_it = [item for item in items if state_of(item) == state]
        lines += ["", f"{state.capitalize()}: {len(of_it) or 'none'}"]
        for item in of_it:
            lines.append(f"  {item.name}: {item.what}")
            for why, (file, line) in zip(item.why, item.at, strict=True):
                lines.append(f"      {file}:{line}: {why}")
            lines += [f"      {waived_as(item)}"] if state == WAIVED else []
    return "\n".join(lines) + "\n"


def as_markdown(data: SiteData, items: Sequence[Item], today: date) -> str:
    """For an e-mail: a list of boxes, those that are settled ticked."""
    lines = [f"# Launch of {data.site.name}", "", f"{today}. {verdict(data, items)}"]
    lines += [""]
    for item in items:
        lines.append(f"- [{' ' if item.stands_between else 'x'}] {item.what}")
        lines += [f"    - {why}" for why in item.why]
        lines += [f"    - {waived_as(item)}"] if waived_as(item) else []
    return "\n".join(lines) + "\n"


STYLE = """\
body { font: 11pt/1.35 sans-serif; max-width: 18cm; margin: 1cm auto; color: #000 }
h1 { font-size: 16pt }
table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #666; padding: .15cm; text-align: left; vertical-align: top }
tr { break-inside: avoid }
thead { display: table-header-group }
ul { margin: 0; padding-left: .5cm }
.box { white-space: nowrap }
.line { border-bottom: 1px solid #000; height: 1cm }
@page { size: A4; margin: 1.5cm }
"""
ENDS = ("Decision", "Role of who signs", "Date")


def as_html(data: SiteData, items: Sequence[Item], today: date) -> str:
    """For paper and the meeting that decides: boxes to tick and lines to sign.

    One page without scripts or anything from elsewhere; what is settled is ticked.
    """
    name, lang = escape(data.site.name), escape(data.site.lang)
    rows = "\n".join(map(_row, items))
    ends = "\n".join(f'<p>{end}</p><p class="line"></p>' for end in ENDS)
    return f"""<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Launch of {name}</title>
<style>
{STYLE}</style>
<h1>Launch of {name}</h1>
<p>{today}. {escape(verdict(data, items))}</p>
<table>
<thead><tr><th>Now<th>What must be so<th>What is missing<th>Agreed</thead>
<tbody>
{rows}
</tbody>
</table>
{ends}
</html>
"""


def _row(item: Item) -> str:
    said = [*item.why, *filter(None, [waived_as(item)])]
    listed = "".join(f"<li>{escape(why)}" for why in said)
    why = f"<ul>{listed}</ul>" if listed else "nothing"
    sign = {SETTLED: "\u2611", WAIVED: "\u2612", OPEN: "\u2610"}[state_of(item)]
    what = escape(item.what)
    return (
        f'<tr><td class="box">{sign} {state_of(item)}<td>{what}<td>{why}'
        '<td class="box">\u2610'
    )
