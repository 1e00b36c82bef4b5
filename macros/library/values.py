"""The macro for values that stand in many places."""

from markupsafe import Markup

from ..facts.placeholders import words_of
from ..schema.kinds.values import NamedValue
from .page import Page
from .registry import inline_macro


@inline_macro
def value(page: Page, id: str, form: str = "plain") -> Markup:
    """A number, name or date of data/values.yml: `{{ value("audit-cases") }}`."""
    text = words_of(page.get(NamedValue, id), form)
    return page.inline("text", text=text)
