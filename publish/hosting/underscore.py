"""Cloudflare Pages and Netlify: `_headers` and `_redirects` among the pages."""

from ..headers import ASSETS_KEPT, PAGES_KEPT
from .plan import Plan

STEPS = """\
Deploy the folder site/ as it is. The host packs files by itself.
"""
NETLIFY_STEPS = f"""\
{STEPS}Browsers ask it anew for each page, which is as good as keeping pages for five
minutes: no need to act where `smoke` names the Cache-Control of pages.
"""


def cloudflare(plan: Plan) -> dict[str, str]:
    """For Cloudflare, which joins the words of two rules unless one is taken off."""
    lines = ["/*", *said(plan), f"  Cache-Control: {PAGES_KEPT}"]
    lines += [plan.at("assets/*"), "  ! Cache-Control"]
    lines += [f"  Cache-Control: {ASSETS_KEPT}"]
    return {"site/_headers": joined(lines), **redirects(plan)}


def netlify(plan: Plan) -> dict[str, str]:
    """For Netlify, which asks anew for each page by itself, and knows no `!`."""
    lines = ["/*", *said(plan), plan.at("assets/*"), f"  Cache-Control: {ASSETS_KEPT}"]
    return {"site/_headers": joined(lines), **redirects(plan)}


def said(plan: Plan) -> list[str]:
    """The headers, as lines of a rule."""
    return [f"  {name}: {value}" for name, value in plan.headers.items()]


def redirects(plan: Plan) -> dict[str, str]:
    """Where addresses have moved: the file that says so."""
    lines = [f"{old} {new} 301" for old, new in plan.leads()]
    return {"site/_redirects": joined(lines)} if lines else {}


def joined(lines: list[str]) -> str:
    """A file of these lines."""
    return "\n".join(lines) + "\n"
