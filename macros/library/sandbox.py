"""The second wall: where the engine fills a page, nothing but our macros can be had.

`calls` has already refused every page that asks for more. This holds should it ever
let something through: no attribute, no item, no sum, no filter, and no call but of
ours. Whatever the engine offers beside them is taken away.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .all_macros import MACROS

SUMS = frozenset({"//", "%", "+", "*", "-", "/", "**"})


class PageEnvironment(ImmutableSandboxedEnvironment):
    """Fills pages. Takes the engine's options, and of them keeps none."""

    intercepted_binops = SUMS
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.offer({})

    def offer(self, macros: dict[str, Callable[..., Any]]) -> None:
        """Let pages have these macros, and nothing else."""
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()
        self.globals.update(macros)
        self._ours = {id(macro) for macro in macros.values()}

    def is_safe_callable(self, obj: Any) -> bool:
        """Ours alone, not one that merely has the name."""
        return id(obj) in self._ours

    def getattr(self, obj: Any, attribute: str) -> Undefined:
        """No attribute of anything."""
        return self.unsafe_undefined(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Undefined:
        """No item of anything."""
        return self.unsafe_undefined(obj, str(argument))

    def call_binop(self, *_: Any) -> Any:
        """No sum: one can fill the machine's memory."""
        raise SecurityError("a page cannot calculate")

    def call_unop(self, *_: Any) -> Any:
        """No sum with one value either."""
        raise SecurityError("a page cannot calculate")

    def _parse(self, source: str, name: str | None, filename: str | None) -> Any:
        """No statement: a page has text and calls."""
        tree = super()._parse(source, name, filename)
        if not all(isinstance(node, nodes.Output) for node in tree.body):
            raise SecurityError("a page has no statements")
        return tree


def ours(available: dict[str, Any]) -> dict[str, Callable[..., Any]]:
    """Of all that an engine offers to pages, the macros of this site."""
    return {name: available[name] for name in MACROS if name in available}
