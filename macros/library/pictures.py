"""The macro for pictures drawn from the facts."""

from collections.abc import Callable

from markupsafe import Markup

from ..problems import did_you_mean
from ..schema.kinds.continuum import ContinuumStep
from .drawn.doors import doors
from .drawn.fit import fit
from .drawn.hours import hours
from .drawn.order import first_hour
from .drawn.route import tree
from .drawn.sure import sure
from .drawn.wheel import wheel
from .page import Page
from .registry import block_macro

# What a picture is drawn from; nothing where a place has nothing to draw.
Drawn = Callable[[Page], dict[str, object] | None]
PICTURES: dict[str, Drawn] = {
    "continuum": lambda page: {"steps": page.data.of(ContinuumStep).values()},
    "journey": lambda page: {"answered": "panel-route" in page.data.here.answers},
    "themes": wheel,
    "panel": fit,
    "doors": doors,
    "first hour": first_hour,
    "hours": hours,
    "sure": sure,
    "route": tree,
}


@block_macro
def picture(page: Page, name: str) -> Markup:
    """A picture drawn from the facts: `{{ picture("continuum") }}`.

    The pictures are continuum, journey (how a concern travels), themes (of the audit),
    panel (whom it prioritises), doors (the front door and the panel), first hour (of a
    safeguarding lead), hours (who answers when), sure (how sure we are) and route (the
    whole tree of questions, with the same in words). Where a place has not published
    what one would show, nothing is shown.
    """
    if name not in PICTURES:
        hint = did_you_mean(name, PICTURES)
        raise KeyError(f"'{name}' is not a picture: {hint}")
    values = PICTURES[name](page)
    if values is None:
        return Markup("")
    return page.block(f"picture_{name.replace(' ', '_')}", **values)
