"""The small pages: embeds for other websites, and what answers a short address.

They are written before the wall judges what was made, so it judges these as well.
"""

import posixpath
from collections.abc import Iterator
from pathlib import Path

from macros.facts.site_data import SiteData
from macros.library.page import Page
from macros.library.render import Renderer, day
from macros.library.shown import shown
from macros.problems import Problem
from macros.reading.pages import PageSource
from macros.schema.all_kinds import name_of
from macros.schema.kinds.links import Embed, Link

from ..handouts.shown import Teller

STYLE = "assets/embed.css"
MOST = 6000  # bytes of an embed and its style: a window in another's page is no place
LEADS = '<meta http-equiv="refresh" content="0; url={}">\n'
HEAD_ENDS = "</head>"


def short_addresses(data: SiteData) -> list[tuple[str, str]]:
    """Each short address with the page that it leads to, for hosts."""
    links = data.of(Link).values()
    found = ((link.short, link.page) for link in links)
    return sorted((short, page) for short, page in found if not data.left_out(page))


def write_small(data: SiteData, renderer: Renderer, target: Path) -> None:
    """Write a page for each embed and each short address below the site `target`."""
    for address, html in (*embeds(data, renderer), *shorts(data, renderer)):
        file = target / address.strip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8", newline="\n")


def embeds(data: SiteData, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """The address and the HTML of each embed."""
    newest = max(page.meta.reviewed for page in data.pages.values())
    for embed in data.of(Embed).values():
        page = page_at(embed.address, data, renderer)
        teller = Teller(data)
        facts = [fact for name in embed.show for fact in shown(data, name)]
        html = page.block(
            "small_embed",
            embed=embed,
            blocks=list(teller.blocks(facts, full=embed.full == "yes")),
            sources=teller.sources,
            day=day(newest),
            to=page.link("/" if data.left_out(embed.page) else embed.page),
            style=up_to(page, STYLE),
        )
        yield page.source.address, f"{html}\n"


def shorts(data: SiteData, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """The address and the HTML of what stands at each short address."""
    for link in data.of(Link).values():
        if not data.left_out(link.page):
            page = page_at(link.short, data, renderer)
            at = {"to": page.link(link.page), "style": up_to(page, STYLE)}
            html = page.block("small_go", link=link, **at)
            yield page.source.address, f"{html}\n"


def page_at(address: str, data: SiteData, renderer: Renderer) -> Page:
    """A page that has no file in docs/."""
    path = f"{address.strip('/')}/index.md"
    return Page(PageSource(path, None, None, "", 1), data, renderer)


def up_to(page: Page, path: str) -> str:
    """A file of the site as seen from a page."""
    return posixpath.relpath(f"/{path}", page.source.address)


def relative(address: str, here: str) -> str:
    """An address of this site as seen from another."""
    path, mark, name = address.partition("#")
    return f"{posixpath.relpath(path, here)}/{mark}{name}"


def lead_on(data: SiteData, target: Path) -> None:
    """Have each short address lead on without a script, where its host does not.

    Only now: the wall has judged these pages, and refuses in any page what does this.
    """
    for short, to in short_addresses(data):
        file = target / short.strip("/") / "index.html"
        html = file.read_text(encoding="utf-8")
        tag = LEADS.format(relative(to, short))
        html = html.replace(HEAD_ENDS, tag + HEAD_ENDS, 1)
        file.write_text(html, encoding="utf-8", newline="\n")


def too_heavy(data: SiteData, target: Path) -> Iterator[Problem]:
    """Embeds of a made site that weigh more than they may, each at its record."""
    kind = name_of(Embed)
    for embed in data.of(Embed).values():
        page = target / embed.address.strip("/") / "index.html"
        style = next((target / "assets").glob("embed.????????.css"))
        weight = page.stat().st_size + style.stat().st_size
        if weight > MOST:
            file = data.file_of(kind, embed.id)
            message = f"the embed '{embed.id}' weighs {weight} bytes, not {MOST}"
            mend = "show less, or 'full: \"no\"'"
            code = "embed-heavy"
            yield Problem(
                file, embed.line, message, "fault", code, kind, embed.id, mend
            )
