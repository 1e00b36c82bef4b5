"""The macro for Hackett's continuum."""

from markupsafe import Markup

from ..schema.kinds.continuum import Caveat, ContinuumStep
from .page import Page
from .registry import block_macro


@block_macro
def continuum(page: Page) -> Markup:
    """Hackett's five steps with the caveats that go with them: `{{ continuum() }}`."""
    return page.block(
        "continuum",
        steps=page.data.of(ContinuumStep).values(),
        caveats=page.data.of(Caveat).values(),
    )
