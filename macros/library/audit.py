"""Macros for the audit's briefing."""

from markupsafe import Markup

from ..schema.kinds.audit import Action, Point, Theme
from .page import Page
from .registry import block_macro


@block_macro
def audit(page: Page, part: str) -> Markup:
    """The October 2022 briefing: `{{ audit("points") }}`.

    The parts are points, table (the six themes at a glance), themes (each in full),
    actions and next steps.
    """
    themes = page.data.of(Theme).values()
    actions = page.data.of(Action).values()
    if part == "points":
        points = page.data.of(Point).values()
        return page.block("audit_points", points=points)
    if part in {"table", "themes"}:
        return page.block(f"audit_{part}", themes=themes)
    found = [a for a in actions if part == f"{a.part}s"]
    if not found:
        choices = {"points", "table", "themes"} | {f"{a.part}s" for a in actions}
        page.data.refuse("audit.actions", "a part of the audit", part, choices)
    return page.block("audit_actions", actions=found)


@block_macro
def theme(page: Page, id: str) -> Markup:
    """One theme of the audit in full: `{{ theme("joint-working") }}`."""
    return page.block("audit_themes", themes=[page.get(Theme, id)])
