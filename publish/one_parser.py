"""One Markdown parser for all pages of a build, emptied between two of them.

The engine makes a new one for each page: that takes a tenth of a build, and leaves
behind rings of objects that only a look at all of them would clear up.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace
from typing import Any

import markdown


@contextmanager
def one_parser(engine: ModuleType) -> Iterator[None]:
    """Meanwhile, whenever a module of the engine asks for a parser, it gets the same.

    `engine` is the module that knows Markdown by the name `markdown`.
    """
    made: list[markdown.Markdown] = []

    def parser(**options: Any) -> markdown.Markdown:
        if not made:
            made.append(markdown.Markdown(**options))
        return made[0].reset()

    before = engine.markdown
    vars(engine)["markdown"] = SimpleNamespace(**{**vars(before), "Markdown": parser})
    try:
        yield
    finally:
        vars(engine)["markdown"] = before
