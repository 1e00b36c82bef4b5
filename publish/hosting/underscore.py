"""Cloudflare Pages and Netlify: `_headers` and `_redirects` among the pages."""

from collections.abc import Iterator, Mapping

from ..headers import ASSETS_KEPT, PAGES_KEPT, POLICY
from .plan import Plan

STEPS = """\
Deploy the folder site/ as it is. The host packs files by itself.
"""
NETLIFY_STEPS = f"""\
{STEPS}It joins what two rules say and takes nothing off, so the policy is said of each
page and folder by its name. The page of a wrong address has none: no need to act where
`smoke` names {POLICY} at such an address.
Browsers ask it anew for each page, which is as good as keeping pages for five
minutes: no need to act where `smoke` names the Cache-Control of pages.
"""


def cloudflare(plan: Plan) -> dict[str, str]:
    """For Cloudflare, which joins the words of two rules unless one is taken off."""
    lines = ["/*", *said(plan.headers), f"  Cache-Control: {PAGES_KEPT}"]
    lines += [plan.at("assets/*"), "  ! Cache-Control"]
    lines += [f"  Cache-Control: {ASSETS_KEPT}"]
    for folder, other in plan.differing.items():
        off = (f"  ! {name}" for name in other if name in plan.headers)
        lines += [f"{folder}*", *off, *said(other)]
    return {"site/_headers": joined(lines), **redirects(plan)}


def netlify(plan: Plan) -> dict[str, str]:
    """For Netlify, which asks anew for each page by itself, and knows no `!`."""
    everywhere = {n: v for n, v in plan.headers.items() if n != POLICY}
    lines = ["/*", *said(everywhere), plan.at("assets/*")]
    lines += [f"  Cache-Control: {ASSETS_KEPT}"]
    for folder, other in plan.differing.items():
        lines += [f"{folder}*", *said(other)]
    own = [folder for folder, other in plan.differing.items() if POLICY in other]
    for path in tops(plan):
        if path.removesuffix("*") not in own:
            lines += [path, f"  {POLICY}: {plan.headers[POLICY]}"]
    return {"site/_headers": joined(lines), **redirects(plan)}


def tops(plan: Plan) -> Iterator[str]:
    """What stands at the root of the site, a folder with all that is in it."""
    yield plan.folder
    found = plan.site.iterdir() if plan.site.is_dir() else ()
    for path in sorted(found):
        if path.is_dir():
            yield plan.at(f"{path.name}/*")
        elif path.suffix == ".html":
            yield plan.at(path.name)


def said(headers: Mapping[str, str]) -> list[str]:
    """Headers, as lines of a rule."""
    return [f"  {name}: {value}" for name, value in headers.items()]


def redirects(plan: Plan) -> dict[str, str]:
    """Where addresses have moved: the file that says so."""
    lines = [f"{old} {new} 301" for old, new in plan.leads()]
    return {"site/_redirects": joined(lines)} if lines else {}


def joined(lines: list[str]) -> str:
    """A file of these lines."""
    return "\n".join(lines) + "\n"
