"""The macro for pictures drawn from the facts."""

from markupsafe import Markup

from ..problems import did_you_mean
from ..schema.kinds.audit import Theme
from ..schema.kinds.continuum import ContinuumStep
from .page import Page
from .registry import block_macro


@block_macro
def picture(page: Page, name: str) -> Markup:
    """A picture drawn from the facts: `{{ picture("continuum") }}`.

    The pictures are continuum, journey (how a concern travels) and themes (of the
    audit).
    """
    pictures: dict[str, dict[str, object]] = {
        "continuum": {"steps": page.data.of(ContinuumStep).values()},
        "journey": {},
        "themes": {"themes": page.data.of(Theme).values()},
    }
    if name not in pictures:
        hint = did_you_mean(name, pictures)
        raise KeyError(f"'{name}' is not a picture: {hint}")
    return page.block(f"picture_{name}", **pictures[name])
