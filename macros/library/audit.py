"""Macros for the audit's briefing."""

from markupsafe import Markup

from ..schema.all_kinds import name_of
from ..schema.kinds.audit import Action, Point, Theme
from ..schema.records import Record
from .page import Page
from .registry import block_macro

# What each part shows, and the template that shows it.
SHOWN: dict[str, tuple[type[Record], str]] = {
    "points": (Point, "audit_points"),
    "table": (Theme, "audit_table"),
    "themes": (Theme, "audit_themes"),
    "actions": (Action, "audit_actions"),
    "next steps": (Action, "audit_actions"),
}
NONE = (
    "audit.yml has no {records} yet: write one there, or put this call below a heading "
    "with {{ needs={kind} }}"
)


@block_macro
def audit(page: Page, part: str) -> Markup:
    """The October 2022 briefing: `{{ audit("points") }}`.

    The parts are points, table (the six themes at a glance), themes (each in full),
    actions and next steps.
    """
    model, template = SHOWN.get(part, (None, ""))
    if model is None:
        page.data.refuse("audit.actions", "a part of the audit", part, set(SHOWN))
    found = [r for r in page.data.of(model).values() if _belongs(r, part)]
    kind = name_of(model)
    if not found and page.data.whole(kind):
        raise KeyError(NONE.format(records=kind.partition(".")[2], kind=kind))
    return page.block(template, **{kind.partition(".")[2]: found})


def _belongs(record: Record, part: str) -> bool:
    """Whether a record is one of a part: actions are parted, and nothing else."""
    return not isinstance(record, Action) or part == f"{record.part}s"


@block_macro
def theme(page: Page, id: str) -> Markup:
    """One theme of the audit in full: `{{ theme("joint-working") }}`."""
    return page.block("audit_themes", themes=[page.get(Theme, id)])
